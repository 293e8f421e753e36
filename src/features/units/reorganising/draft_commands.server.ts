/** A reorganisation while it is being entered, step by step. */
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import type { Draft } from './inputs.ts';

export const begin = command({
  name: 'reorganisation.draft',
  verb: 'units.change',
  input: inputs.draft,
  async run(ctx, content) {
    const id = uuid();
    const made_by = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    await ctx.db
      .insertInto('reorganisation_draft')
      .values({ id, content: JSON.stringify(content), made_by, changed_at: ctx.now })
      .execute();
    await ctx.note({ subject: ['reorganisation_draft', id], after: { ...content } });
    return { id };
  },
});

/** Say what paper it is, add a step, drop one. @throws Problem not_found, draft_changed when a step is dropped from another list than was seen. */
export const change = command({
  name: 'reorganisation.change_draft',
  verb: 'units.change',
  input: inputs.changeDraft,
  async run(ctx, { id, add, drop, ...head }) {
    const before = await locked(ctx, id);
    if (drop && before.steps.length !== drop.of) throw new Problem('draft_changed');
    const kept = before.steps.filter((_, i) => i !== drop?.at);
    const after: Draft = { ...before, ...head, steps: [...kept, ...(add ? [add] : [])] };
    await ctx.db
      .updateTable('reorganisation_draft')
      .set({ content: JSON.stringify(after), changed_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await ctx.note({ subject: ['reorganisation_draft', id], before: { ...before }, after: { ...after } });
    return { id, steps: after.steps.length };
  },
});

/** @throws Problem not_found. */
export const discard = command({
  name: 'reorganisation.discard_draft',
  verb: 'units.change',
  input: inputs.byId,
  async run(ctx, { id }) {
    const before = await locked(ctx, id);
    await ctx.db.deleteFrom('reorganisation_draft').where('id', '=', id).execute();
    await ctx.note({ subject: ['reorganisation_draft', id], before: { ...before } });
    return { id };
  },
});

/** Two who add steps at once both keep theirs. */
async function locked({ db }: Ctx, id: string): Promise<Draft> {
  const row = await db.selectFrom('reorganisation_draft').select('content').where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row.content as unknown as Draft;
}
