import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { alone } from '../bearers.server.ts';
import * as inputs from './inputs.ts';
import { registerFor } from './load.server.ts';
import { changeOf } from './plan.ts';
import { lockMade, obstacles, takeBack } from './undo.server.ts';
import { write } from './write.server.ts';

const personOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.id : null);

/**
 * Carry out one paper that changes the map on one day: all of its steps, or none. Ask unit.reorganise_preview first.
 * @throws Problem bad_input, by the path of the step; reorganisation_unresolved while something would be left under what ends.
 */
export const reorganise = command({
  name: 'unit.reorganise',
  verb: 'units.change',
  input: inputs.reorganise,
  async run(ctx, { draft, ...input }) {
    await alone(ctx);
    const change = changeOf(await registerFor(ctx.db, input), input);
    if (change.problems.length > 0) throw new Problem('bad_input', { fields: change.problems });
    if (change.unresolved.length > 0)
      throw new Problem('reorganisation_unresolved', {
        codes: [...new Set(change.unresolved.map(({ row }) => row.code))].join(', '),
      });
    const id = uuid();
    const { title, day, legal_basis, steps } = input;
    await ctx.db
      .insertInto('reorganisation')
      .values({
        id,
        title,
        day,
        legal_basis,
        steps: JSON.stringify(steps),
        made_at: ctx.now,
        made_by: personOf(ctx),
        demo: ctx.demo,
      })
      .execute();
    await write(ctx, change, id);
    if (draft) await ctx.db.deleteFrom('reorganisation_draft').where('id', '=', draft).execute();
    const done = { made: change.made.size, ended: change.ended.size, renamed: change.renamed.size };
    await ctx.note({ subject: ['reorganisation', id], after: { title, day, legal_basis, ...done } });
    return { id, ...done };
  },
});

/**
 * Take a reorganisation back: the rows become again what they were before it. It stays in the list, marked.
 * @throws Problem not_found, not_possible (taken back already), reorganisation_built_on while anything builds on it; then all stays.
 */
export const undo = command({
  name: 'unit.undo_reorganisation',
  verb: 'units.change',
  input: inputs.byId,
  async run(ctx, { id }) {
    await alone(ctx);
    const it = await ctx.db.selectFrom('reorganisation').selectAll().where('id', '=', id).executeTakeFirst();
    if (!it) throw new Problem('not_found');
    if (it.undone_at) throw new Problem('not_possible');
    await lockMade(ctx, id);
    const inTheWay = await obstacles(ctx.db, it);
    if (inTheWay.length > 0)
      throw new Problem('reorganisation_built_on', { codes: [...new Set(inTheWay.map(({ code }) => code))].join(', ') });
    await takeBack(ctx, it);
    await ctx.db.updateTable('reorganisation').set({ undone_at: ctx.now }).where('id', '=', id).execute();
    await ctx.note({ subject: ['reorganisation', id], before: { undone_at: null }, after: { undone_at: ctx.now.toISOString() } });
    return { id };
  },
});
