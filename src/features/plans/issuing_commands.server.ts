import { command } from '#core/command.server.ts';
import type { Reads, Units } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { issue as issuePaper } from '#features/papers/issuing.server.ts';
import { unitByCode } from '#features/papers/whose.server.ts';
import * as inputs from './inputs.ts';
import { printed } from './printing.server.ts';
import { unitOfPlan } from './whose.server.ts';

/**
 * Give a plan that has no number yet the next one of its unit's register, draw it with number and day, and keep the PDF to be signed
 * (paper.sign, paper.take_signed). All of it, or nothing: no number is lost.
 * @throws Problem plan_numbered, not_possible for the Party's papers, paper_day, paper_too_long, unit_ended.
 */
export const issue = command({
  name: 'plan.issue',
  verb: 'papers.number',
  input: inputs.issue,
  at: unitsOf,
  async run(ctx, { id, unit, symbol, day, register }): Promise<{ id: string; paper: string; number: number }> {
    // Of two at once the second waits here, and finds the number.
    await ctx.db.selectFrom('plan').select('id').where('id', '=', id).forUpdate().execute();
    const { shown, version, paper } = await printed(ctx, { id });
    if (!version || version.number !== null) throw new Problem('plan_numbered', { number: version?.number ?? '' });
    if (!paper) throw new Problem('not_possible');
    const units = await unitsOf(ctx, { id, unit });
    const numbered = await issuePaper(ctx, {
      unit_id: units.at(-1) as string,
      type: paper.type,
      symbol,
      title: version.title,
      day,
      register,
      subject: ['plan', id],
      paper,
    });
    const before = { number: version.number, symbol: version.symbol, issued_on: version.issued_on };
    const after = { number: String(numbered.number), symbol, issued_on: numbered.issued_on };
    await ctx.db.updateTable('plan_version').set(after).where('id', '=', version.id).execute();
    // A plan is called by its founding paper.
    if (shown.versions[0]?.id === version.id) await ctx.db.updateTable('plan').set(after).where('id', '=', id).execute();
    await ctx.note({ subject: ['plan', id], before, after });
    return { id, paper: numbered.id, number: numbered.number };
  },
});

/** The unit of the plan, and the one whose register it is; of a plan of the whole house only the latter. */
async function unitsOf(ctx: Reads, { id, unit }: { id: string; unit?: string | undefined }): Promise<Units> {
  const [owner = null] = await unitOfPlan(ctx, id);
  const chosen = unit ? await unitByCode(ctx, unit) : owner;
  if (chosen === null) throw new Problem('bad_input', { fields: [{ path: 'unit', message: 'field.required' }] });
  return owner === null ? [chosen] : [owner, chosen];
}
