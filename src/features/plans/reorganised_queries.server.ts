/** What a reorganisation means for plans. The register comes before the plans and knows nothing of them, so this is asked beside its preview. */
import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import { preview } from '#features/units/reorganising/inputs.ts';
import { endedBy } from '#features/units/reorganising/queries.server.ts';
import { standsOn } from './versions.server.ts';
import { plansOf } from './whose.server.ts';

/** Tasks of plans that still run on the day, given to units that the steps would end: how many, by plan and unit. They stay with the unit of their day. */
export const ofEndedUnits = query({
  name: 'task.of_ended_units',
  verb: 'plans.view',
  input: preview,
  async run({ db, actor }, input) {
    const ended = await endedBy(db, input);
    if (ended.length === 0) return [];
    return db
      .selectFrom('assignment')
      .innerJoin('plan_node', 'plan_node.id', 'assignment.node_id')
      .innerJoin('plan_version', 'plan_version.id', 'plan_node.version_id')
      .innerJoin('task', 'task.id', 'plan_node.task_id')
      .innerJoin('plan', 'plan.id', 'task.plan_id')
      .innerJoin('unit', 'unit.id', 'assignment.unit_id')
      .select(['plan.id as plan_id', 'plan.title as plan_title', 'unit.id as unit_id', 'unit.code as unit_code'])
      .select(sql<string>`min(assignment.unit_name)`.as('unit_name'))
      .select(sql<number>`count(distinct task.id)::int`.as('tasks'))
      .where('unit.id', 'in', ended)
      .where(standsOn(input.day))
      .where(plansOf(actor))
      .where(({ eb }) => eb.or([eb('plan_version.period_to', 'is', null), eb('plan_version.period_to', '>=', input.day)]))
      .groupBy(['plan.id', 'unit.id'])
      .orderBy('plan.title')
      .orderBy('unit.code')
      .execute();
  },
});
