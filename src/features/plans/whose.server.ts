/**
 * Whose plans and readings are, and who may see them. A plan is for those at its unit or above it, for all below it, and for those who have
 * a task by it; of the whole house, for everybody. A reading is for those who bring in, correct or adopt at its unit, until it is a plan.
 */
import { sql, type RawBuilder } from 'kysely';
import { rootsFor, type Actor } from '#core/access.ts';
import type { Reads, Units } from '#core/context.ts';
import { Problem } from '#core/problem.ts';

type Where = RawBuilder<boolean>;

/** Whether the actor may see the plan of the row `plan`. */
export function plansOf(actor: Actor): Where {
  const roots = rootsFor(actor, 'plans.view');
  if (roots === 'house') return sql`true`;
  // Sub-selects of their own: each is answered once for all rows.
  return sql`(plan.unit_id is null
    or plan.unit_id = any (array(select unit_reach(${roots}::uuid[]) union select unit_above(${roots}::uuid[])))
    or plan.id in (
      select plan_version.plan_id from version_unit join plan_version on plan_version.id = version_unit.version_id
      where version_unit.unit_id = any (array(select unit_reach(${roots}::uuid[])))))`;
}

/** Whether the actor may see the reading of the row `plan_reading`. */
export function readingsOf(actor: Actor): Where {
  const adopted = sql`exists (select from plan_version join plan on plan.id = plan_version.plan_id
    where plan_version.reading_id = plan_reading.id and ${plansOf(actor)})`;
  return sql`(${waitingFor(actor)} or ${adopted})`;
}

/** Whether a reading that waits waits for the actor too. */
export function waitingFor(actor: Actor): Where {
  const roots = [rootsFor(actor, 'plans.import'), rootsFor(actor, 'plans.adopt')];
  if (roots.includes('house')) return sql`true`;
  return sql`plan_reading.unit_id = any (array(select unit_reach(${roots.flat()}::uuid[])))`;
}

/** The unit of a plan. @throws Problem not_found, also when the actor may not see it. */
export async function unitOfPlan({ db, actor }: Reads, id: string): Promise<Units> {
  const row = await db.selectFrom('plan').select('unit_id').where('id', '=', id).where(plansOf(actor)).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return [row.unit_id];
}

/** The unit of a reading. @throws Problem not_found, also when the actor may not see it. */
export async function unitOfReading({ db, actor }: Reads, id: string): Promise<Units> {
  const row = await db
    .selectFrom('plan_reading')
    .select('unit_id')
    .where('id', '=', id)
    .where(readingsOf(actor))
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return [row.unit_id];
}

/** The units of the plans of tasks. @throws Problem not_found, also when the actor may not see one of them. */
export async function unitsOfTasks({ db, actor }: Reads, tasks: readonly string[]): Promise<Units> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('plan', 'plan.id', 'task.plan_id')
    .select(['task.id', 'plan.unit_id'])
    .where('task.id', 'in', [...tasks])
    .where(plansOf(actor))
    .execute();
  if (rows.length < new Set(tasks).size) throw new Problem('not_found');
  return rows.map(({ unit_id }) => unit_id);
}
