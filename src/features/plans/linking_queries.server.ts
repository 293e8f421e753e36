import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { differenceOf } from './difference.ts';
import { unitFinder } from './finding_units.server.ts';
import * as inputs from './inputs.ts';
import { proposalsOf } from './likeness.ts';
import { correctedReading } from './open_reading.server.ts';
import { resembling as findResembling } from './resembling.server.ts';
import { entriesOfReading, entriesOfVersion, lastVersion } from './versions.server.ts';
import { plansOf, unitOfReading } from './whose.server.ts';

/** Readings and plans that a reading seems to be a changed copy of, best first. */
export const resembling = query({
  name: 'plan.resembling',
  verb: 'plans.import',
  input: inputs.reading,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  run: async (ctx, { id }) => findResembling(ctx, id, await correctedReading(ctx.db, id)),
});

/**
 * What differs between a reading and an older one, or the plan that was made of that: nodes added, removed, changed, moved, with their
 * agencies and deadlines. @throws Problem not_found.
 */
export const difference = query({
  name: 'plan.difference',
  verb: 'plans.import',
  input: inputs.compare,
  at: async (ctx, { id, with: other }) => {
    await unitOfReading(ctx, other);
    return unitOfReading(ctx, id);
  },
  async run({ db }, { id, with: other }) {
    const finder = await unitFinder(db);
    const after = entriesOfReading(await correctedReading(db, id), finder);
    const plan = await db
      .selectFrom('plan_version')
      .innerJoin('plan', 'plan.id', 'plan_version.plan_id')
      .select(['plan.id', 'plan.title'])
      .where('reading_id', '=', other)
      .executeTakeFirst();
    const before = plan
      ? (await entriesOfVersion(db, (await lastVersion(db, plan.id)).id)).entries
      : entriesOfReading(await correctedReading(db, other), finder);
    const { same, ...rest } = differenceOf(before, after);
    return {
      plan: plan ?? null,
      unchanged: same.length - new Set([...rest.changed, ...rest.moved].map(({ to }) => to.id)).size,
      ...rest,
    };
  },
});

/** Links that seem to be missing between a plan's tasks and those of its parent: for a person to confirm. */
export const proposals = query({
  name: 'task.proposals',
  verb: 'plans.view',
  input: inputs.reading,
  async run({ db, actor }, { id }) {
    const plan = await db.selectFrom('plan').select('parent_id').where('id', '=', id).where(plansOf(actor)).executeTakeFirst();
    if (!plan) throw new Problem('not_found');
    if (plan.parent_id === null) return [];
    const [tasks, parents] = [await likened(db, id), await likened(db, plan.parent_id)];
    const linked = new Set((await linksOf(db, id)).map(({ task_id }) => task_id));
    const text = new Map([...tasks, ...parents].map((it) => [it.id, it.text]));
    return proposalsOf(
      tasks.filter((task) => !linked.has(task.id)),
      parents,
    ).map((it) => ({ ...it, task_text: text.get(it.task) ?? '', parent_text: text.get(it.parent) ?? '' }));
  },
});

const linksOf = (db: Reads['db'], plan: string) =>
  db
    .selectFrom('task_link')
    .innerJoin('task', 'task.id', 'task_link.task_id')
    .select('task_id')
    .where('plan_id', '=', plan)
    .execute();

/** The tasks of a plan's last version, with their agencies. */
const likened = (db: Reads['db'], plan: string) =>
  db
    .selectFrom('plan_node')
    .innerJoin('plan_version', 'plan_version.id', 'plan_node.version_id')
    .select([sql<string>`plan_node.task_id`.as('id'), 'plan_node.text'])
    .select(
      sql<string[]>`array(select coalesce(unit_id::text, fold(unit_name)) from assignment where node_id = plan_node.id)`.as(
        'units',
      ),
    )
    .where('plan_version.plan_id', '=', plan)
    .where('valid_to', 'is', null)
    .where('plan_node.task_id', 'is not', null)
    .orderBy('position')
    .execute();
