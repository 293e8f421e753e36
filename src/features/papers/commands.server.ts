import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { checkSigned, sign as signPdf } from '#ports/signing/signing.server.ts';
import type { Signature } from '#ports/signing/verify.server.ts';
import * as inputs from './inputs.ts';
import { exportedOf, openPaper } from './kept.server.ts';
import { takeNumber, type Numbered } from './numbering.server.ts';
import { unitByCode, unitOfPaper } from './whose.server.ts';

/**
 * Give a paper the next number of a unit's register (Decree 30/2020/NĐ-CP, art. 15), for one that is written elsewhere.
 * @throws Problem bad_input for an unknown unit, paper_day, unit_ended.
 */
export const number = command({
  name: 'paper.number',
  verb: 'papers.number',
  input: inputs.number,
  at: async (ctx, { unit }) => [await unitByCode(ctx, unit)],
  run: async (ctx, { unit, ...asked }): Promise<Numbered> => takeNumber(ctx, { ...asked, unit_id: await unitByCode(ctx, unit) }),
});

/** Say that a numbered paper did not go out. Its number stays its own: none is given twice. @throws Problem paper_void, paper_signed. */
export const voidPaper = command({
  name: 'paper.void',
  verb: 'papers.number',
  input: inputs.voiding,
  at: (ctx, { id }) => unitOfPaper(ctx, id),
  async run(ctx, { id, why }): Promise<{ id: string }> {
    const { title } = await openPaper(ctx, id, true);
    await ctx.db.updateTable('paper').set({ void_at: ctx.now, void_why: why }).where('id', '=', id).execute();
    await ctx.note({ subject: ['paper', id], before: { title, void: false }, after: { title, void: true }, why });
    return { id };
  },
});

/**
 * Sign the PDF that waits with a certificate file (PAdES B-B). Neither file nor password is kept or written anywhere.
 * @throws Problem certificate_…, paper_not_exported, paper_void, paper_signed.
 */
export const sign = command({
  name: 'paper.sign',
  verb: 'papers.sign',
  input: inputs.signing,
  at: (ctx, { id }) => unitOfPaper(ctx, id),
  async prepare(ctx, { id, certificate, password }) {
    const { exported_sha256 } = await openPaper(ctx, id, false);
    const pdf = await exportedOf(ctx, exported_sha256);
    const at = ctx.now.toISOString();
    const signed = await signPdf(ctx.threads, { pdf, certificate, password, at, place: null });
    return { pdf: signed.pdf, of: exported_sha256, signatures: [{ by: signed.by, at }] };
  },
  run: (ctx, { id }, { pdf, of, signatures }) => keep(ctx, id, pdf, of, signatures),
});

/**
 * Take a PDF that was exported here and signed with the signer's own tool: it must be that one, its signatures whole, the last over all of it.
 * @throws Problem signature_…, certificate_…, paper_not_exported, paper_void, paper_signed.
 */
export const takeSigned = command({
  name: 'paper.take_signed',
  verb: 'papers.sign',
  input: inputs.signed,
  at: (ctx, { id }) => unitOfPaper(ctx, id),
  async prepare(ctx, { id, content }) {
    const { exported_sha256 } = await openPaper(ctx, id, false);
    const exported = await exportedOf(ctx, exported_sha256);
    return {
      of: exported_sha256,
      signatures: await checkSigned(ctx.threads, { exported, signed: content, now: ctx.now.toISOString() }),
    };
  },
  run: (ctx, { id, content }, { of, signatures }) => keep(ctx, id, content, of, signatures),
});

async function keep(
  ctx: Ctx,
  id: string,
  pdf: Uint8Array,
  of: string | null,
  signatures: Pick<Signature, 'by' | 'at'>[],
): Promise<{ id: string; signers: string[] }> {
  const { title, exported_sha256 } = await openPaper(ctx, id, true);
  // What was signed a moment ago must still be what waits.
  if (exported_sha256 !== of) throw new Problem('signature_other');
  const signed_sha256 = await ctx.files.put(pdf);
  const said = signatures.map(({ by, at }) => ({ ...by, at }));
  await ctx.db
    .updateTable('paper')
    .set({ signed_sha256, signed_at: ctx.now, signatures: JSON.stringify(said) })
    .where('id', '=', id)
    .execute();
  // By serial number, not by name: the record is for ever.
  const serials = said.map(({ serial }) => serial);
  await ctx.note({
    subject: ['paper', id],
    before: { title, signed_sha256: null },
    after: { title, signed_sha256, certificates: serials },
  });
  return { id, signers: said.map(({ name }) => name) };
}

/** Take out what was numbered in the demonstration; `files` are to be removed when all else is done. */
export const forgetDemo = command({
  name: 'paper.forget_demo',
  verb: 'demo.change',
  input: inputs.nothing,
  async run(ctx): Promise<{ papers: number; files: string[] }> {
    const gone = await ctx.db
      .deleteFrom('paper')
      .where('demo', '=', true)
      .returning(['exported_sha256', 'signed_sha256'])
      .execute();
    await ctx.db
      .deleteFrom('paper_run')
      .where('unit_id', 'in', ctx.db.selectFrom('unit').select('id').where('demo', '=', true))
      .execute();
    await ctx.note({ subject: ['demo', 'papers'], before: { papers: gone.length } });
    return {
      papers: gone.length,
      files: gone.flatMap((it) => [it.exported_sha256, it.signed_sha256]).filter((it) => it !== null),
    };
  },
});
