/** Whom a plan concerns hears of it. */
import { sql } from 'kysely';
import type { Ctx } from '#core/context.ts';
import { notify } from '#features/notices/notify.server.ts';
import { RESPONSIBLE, REVIEWERS } from '#features/notices/rules.ts';

/** Tell each unit that has tasks in a plan, as its last document has it, how many. */
export async function tellUnits(ctx: Ctx, kind: 'plan_adopted' | 'plan_amended', plan_id: string): Promise<void> {
  const { rows } = await sql<{ unit_id: string; unit: string; title: string; n: number }>`
    select assignment.unit_id, plan.title, count(distinct plan_node.task_id)::int as n,
      coalesce((select name from unit_name where unit_id = assignment.unit_id and lang = 'vi' order by valid_from desc limit 1), min(unit_name)) as unit
    from plan join plan_version on plan_version.plan_id = plan.id and plan_version.valid_to is null
    join plan_node on plan_node.version_id = plan_version.id join assignment on assignment.node_id = plan_node.id
    where plan.id = ${plan_id} and assignment.unit_id is not null
    group by assignment.unit_id, plan.title`.execute(ctx.db);
  const told = rows.map(({ unit_id, ...values }) => ({ to: { unit_id, roles: RESPONSIBLE }, values }));
  await notify(ctx, kind, ['plan', plan_id], told);
}

/** Tell those who look through readings, at the unit whose paper it is and in the whole house, that one waits. */
export async function tellReviewers(ctx: Ctx, reading_id: string, name: string, unit_id: string | null): Promise<void> {
  const told = [...new Set([unit_id, null])].map((at) => ({ to: { unit_id: at, roles: REVIEWERS }, values: { name } }));
  await notify(ctx, 'reading_waiting', ['plan_reading', reading_id], told);
}
