import type { Ctx } from '#core/context.ts';
import { drawPaper } from '#ports/papers/draw.server.ts';
import type { Paper } from '#ports/papers/paper.ts';
import { takeNumber, type Numbered, type ToNumber } from './numbering.server.ts';

export interface ToIssue extends ToNumber {
  /** The paper without number and day: both come with the number. */
  paper: Paper;
}

/**
 * Give a paper its number and day, draw it, and keep the PDF to be signed: all in the caller's transaction. What is signed is this file; nothing
 * is drawn any more. @throws as takeNumber, and Problem paper_too_long.
 */
export async function issue(ctx: Ctx, { paper, ...asked }: ToIssue): Promise<Numbered> {
  const numbered = await takeNumber(ctx, asked);
  const { id, number, issued_on } = numbered;
  const drawn = { ...paper, number: String(number), symbol: asked.symbol, issued_on, medium: 'electronic' as const };
  const exported_sha256 = await ctx.files.put(await drawPaper(ctx.threads, drawn, 'pdf'));
  await ctx.db.updateTable('paper').set({ exported_sha256 }).where('id', '=', id).execute();
  await ctx.note({
    subject: ['paper', id],
    unit_id: asked.unit_id,
    before: { exported_sha256: null },
    after: { title: asked.title, exported_sha256 },
  });
  return numbered;
}
