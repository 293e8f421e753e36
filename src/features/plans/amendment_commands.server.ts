/** A changed paper comes in: it takes the place of the reading that waits, or amends the plan that was adopted (docs/decisions/0011). */
import { command } from '#core/command.server.ts';
import { Problem } from '#core/problem.ts';
import { carried, carriersOf } from './carrying_over.ts';
import { applicable, correctedOf } from './correcting/corrected.ts';
import type { Operation } from './correcting/operations.ts';
import { placeOf } from './correcting/place.ts';
import { differenceOf } from './difference.ts';
import { unitFinder } from './finding_units.server.ts';
import * as inputs from './inputs.ts';
import { openReading } from './open_reading.server.ts';
import { tellUnits } from './telling.server.ts';
import { entriesOfReading, entriesOfVersion, lastVersion } from './versions.server.ts';
import { unitOfPlan, unitOfReading } from './whose.server.ts';
import { fieldsOf, writeVersion } from './writing.server.ts';

/**
 * Adopt a reading as the document that amends a plan: from the day on the plan reads as it says, whole. Tasks that are the same ones go on
 * under their identity; those it does not hold any more are ended on that day, not deleted.
 * @throws Problem amendment_day when the plan has been amended on or after that day already or was issued later; plan_already_adopted,
 * reading_discarded, stale_reading, not_found.
 */
export const amend = command({
  name: 'plan.amend',
  verb: 'plans.amend',
  input: inputs.amend,
  at: async (ctx, { id, plan }) => [...(await unitOfReading(ctx, id)), ...(await unitOfPlan(ctx, plan))],
  async run(ctx, { id, plan: plan_id, from, version }): Promise<{ id: string; added: number; changed: number; ended: number }> {
    const { corrected, file_name } = await openReading(ctx, id, version);
    const plan = await ctx.db
      .selectFrom('plan')
      .select(['issued_on', 'unit_id'])
      .where('id', '=', plan_id)
      .forUpdate()
      .executeTakeFirst();
    if (!plan) throw new Problem('not_found');
    const last = await lastVersion(ctx.db, plan_id);
    const earliest = last.valid_from ?? plan.issued_on;
    if (earliest !== null && from <= earliest) throw new Problem('amendment_day', { day: earliest });

    const before = await entriesOfVersion(ctx.db, last.id);
    const difference = differenceOf(before.entries, entriesOfReading(corrected, await unitFinder(ctx.db)));
    const obliged = new Set(corrected.tasks);
    const tasks = new Map(
      difference.same.flatMap(([old, young]) => {
        const task = before.tasks.get(old);
        return task && obliged.has(young) ? [[young, task]] : [];
      }),
    );
    const kept = new Set(tasks.values());
    const ended = [...before.tasks.values()].filter((task) => !kept.has(task));

    await ctx.db.updateTable('plan_version').set({ valid_to: from }).where('id', '=', last.id).execute();
    const title = corrected.document.title?.value ?? file_name;
    await writeVersion(
      ctx,
      { plan_id, reading_id: id, title, fields: fieldsOf(corrected.document), valid_from: from, tasks },
      corrected,
    );
    if (ended.length > 0)
      await ctx.db
        .updateTable('task')
        .set({ ended_on: from })
        .where(({ eb, fn }) => eb('id', '=', fn.any(eb.val(ended))))
        .execute();
    const counts = {
      added: corrected.tasks.length - tasks.size,
      changed: difference.changed.filter(({ to }) => tasks.has(to.id)).length,
      ended: ended.length,
    };
    await ctx.note({
      subject: ['plan', plan_id],
      before: { reading: last.reading_id, tasks: before.tasks.size },
      after: { reading: id, valid_from: from, tasks: corrected.tasks.length, ...counts, ended_tasks: ended },
      unit_id: plan.unit_id,
    });
    await tellUnits(ctx, 'plan_amended', plan_id);
    return { id: plan_id, ...counts };
  },
});

/**
 * Let a reading take the place of an older one of the same paper that still waits. What people corrected of the old one is carried over where
 * the node is the same; the old one is put away. Gives how many corrections came along and how many did not.
 * @throws Problem not_possible when the new one has been corrected already; not_found, reading_discarded, plan_already_adopted.
 */
export const supersede = command({
  name: 'plan.supersede',
  verb: 'plans.correct',
  input: inputs.supersede,
  at: async (ctx, { id, of }) => [...(await unitOfReading(ctx, id)), ...(await unitOfReading(ctx, of))],
  async run(ctx, { id, of }): Promise<{ id: string; carried: number; left: number }> {
    if (id === of) throw new Problem('not_possible');
    const [old, young] = [await openReading(ctx, of), await openReading(ctx, id)];
    if (young.version > 0) throw new Problem('not_possible');
    const ids = carriersOf(correctedOf(old.reading), correctedOf(young.reading));
    const all = old.operations.flatMap((it) => carried(it, ids) ?? []).map((it) => placed(it, young.corrected));
    const kept = applicable(young.reading, all);
    const unit_id = young.unit_id ?? old.unit_id;
    if (kept.length > 0)
      await ctx.db
        .insertInto('plan_correction')
        // One step: who takes it back takes all of it back.
        .values({
          reading_id: id,
          position: 1,
          operations: JSON.stringify(kept),
          made_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
          made_at: ctx.now,
        })
        .execute();
    await ctx.db
      .updateTable('plan_reading')
      .set({ version: Math.min(1, kept.length), unit_id })
      .where('id', '=', id)
      .execute();
    await ctx.db.updateTable('plan_reading').set({ discarded_at: ctx.now, replaced_by: id }).where('id', '=', of).execute();
    const counts = { carried: kept.length, left: old.operations.length - kept.length };
    await ctx.note({ subject: ['plan_reading', of], after: { discarded: true, replaced_by: id } });
    await ctx.note({ subject: ['plan_reading', id], after: { replaces: of, unit_id, ...counts } });
    return { id, ...counts };
  },
});

/** Where the other text says it. */
function placed(it: Operation, { text, nodes }: Parameters<typeof placeOf>[0]): Operation {
  if (it.do === 'add_assignment') return { ...it, span: placeOf({ text, nodes }, it.node, it.unit.name) };
  if (it.do === 'add_deadline') return { ...it, span: placeOf({ text, nodes }, it.node, it.text) };
  return it;
}
