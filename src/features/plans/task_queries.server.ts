import { sql } from 'kysely';
import * as v from 'valibot';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { addDays, dayOf, type Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import type { AssignmentRole, DeadlineRule } from './reading/reading.ts';
import { dueDays } from './rules.ts';
import { standsOn } from './versions.server.ts';
import { plansOf } from './whose.server.ts';

/** Tasks as the versions in force on a day say them: joined with their node and plan. */
const inForce = ({ db, actor }: Pick<Reads, 'db' | 'actor'>, day: Day) =>
  db
    .selectFrom('task')
    .innerJoin('plan_node', 'plan_node.task_id', 'task.id')
    .innerJoin('plan_version', 'plan_version.id', 'plan_node.version_id')
    .innerJoin('plan', 'plan.id', 'task.plan_id')
    .where(standsOn(day))
    .where(plansOf(actor));

/** What falls due from a day to another, a year on if none is named, day by day, by what stands today; each line opens the words it comes from. */
export const calendar = query({
  name: 'plan.calendar',
  verb: 'plans.view',
  input: inputs.calendar,
  async run({ db, now, actor }, { from, to: until = addDays(from, 365), plan }) {
    let rows = db
      .selectFrom('deadline')
      .innerJoin('plan', 'plan.id', 'deadline.plan_id')
      .innerJoin('plan_node', 'plan_node.id', 'deadline.node_id')
      .innerJoin('plan_version', 'plan_version.id', 'plan_node.version_id')
      .where(standsOn(dayOf(now)))
      .where(plansOf(actor))
      .select([
        'deadline.id',
        'deadline.plan_id',
        'deadline.node_id',
        'deadline.text',
        'deadline.rule',
        'plan.title as plan_title',
      ])
      .select(['plan_node.text as node_text', 'plan_node.task_id', 'plan_version.period_to', 'plan.demo']);
    if (plan) rows = rows.where('deadline.plan_id', '=', plan);
    const found = await rows.execute();
    return found
      .flatMap(({ rule: json, period_to, ...row }) => {
        const rule = json as unknown as DeadlineRule;
        const to = period_to && period_to < until ? period_to : until;
        return dueDays(rule, from, to).map((day) => ({ ...row, rule, day }));
      })
      .toSorted((a, b) => a.day.localeCompare(b.day));
  },
});

/** Units that have tasks, with how many in which role; names that no unit of the register bears stand there with unit_id null. */
export const agencies = query({
  name: 'task.agencies',
  verb: 'plans.view',
  input: v.object({ plan: inputs.tasks.entries.plan }),
  async run(ctx, { plan }) {
    let rows = inForce(ctx, dayOf(ctx.now))
      .innerJoin('assignment', 'assignment.node_id', 'plan_node.id')
      .leftJoin('unit', 'unit.id', 'assignment.unit_id')
      .select(['assignment.unit_id', 'unit.code as unit_code'])
      .select(sql<string>`min(unit_name)`.as('unit_name'))
      .select(sql<boolean>`coalesce(bool_or(unit.demo), false)`.as('demo'))
      .select(sql<number>`count(distinct task.id)::int`.as('tasks'))
      .select(sql<number>`count(distinct task.id) filter (where role = 'lead')::int`.as('leads'))
      .groupBy(['assignment.unit_id', 'unit.code', sql`case when assignment.unit_id is null then fold(unit_name) end`])
      .orderBy('tasks', 'desc')
      .orderBy('unit_name');
    if (plan) rows = rows.where('task.plan_id', '=', plan);
    return rows.execute();
  },
});

/**
 * One task, whatever versions its plan has had: as each of them says it, newest first, under which headings, who and until when; the tasks
 * of the parent plan that it carries out, and those of plans below that carry it out. @throws Problem not_found.
 */
export const task = query({
  name: 'task.show',
  verb: 'plans.view',
  input: inputs.task,
  async run({ db, actor }, { id }) {
    const found = await db
      .selectFrom('task')
      .innerJoin('plan', 'plan.id', 'task.plan_id')
      .select(['task.id', 'task.plan_id', 'task.ended_on', 'plan.title as plan_title', 'plan.unit_id', 'plan.demo'])
      .where('task.id', '=', id)
      .where(plansOf(actor))
      .executeTakeFirst();
    if (!found) throw new Problem('not_found');
    const said = await db
      .selectFrom('plan_node')
      .innerJoin('plan_version', 'plan_version.id', 'plan_node.version_id')
      .select(['plan_node.id as node_id', 'marker', 'plan_node.text', 'valid_from', 'valid_to', 'number', 'symbol', 'reading_id'])
      .select(above.as('headings'))
      .select(({ selectFrom }) => [
        selectFrom('assignment')
          .leftJoin('unit', 'unit.id', 'assignment.unit_id')
          .select(
            sql<
              { name: string; known: boolean; unit: string | null; role: AssignmentRole }[]
            >`coalesce(jsonb_agg(jsonb_build_object(
              'name', unit_name, 'known', unit.id is not null, 'unit', unit.code, 'role', role) order by span_start), '[]')`.as(
              'all',
            ),
          )
          .whereRef('node_id', '=', 'plan_node.id')
          .as('assignments'),
        selectFrom('deadline')
          .select(
            sql<{ text: string; rule: DeadlineRule }[]>`coalesce(jsonb_agg(jsonb_build_object(
              'text', deadline.text, 'rule', rule) order by span_start), '[]')`.as('all'),
          )
          .whereRef('node_id', '=', 'plan_node.id')
          .as('deadlines'),
      ])
      .where('task_id', '=', id)
      .orderBy('valid_from', (order) => order.desc().nullsLast())
      .execute();
    return {
      ...found,
      said: said.map((it) => ({ ...it, assignments: it.assignments ?? [], deadlines: it.deadlines ?? [] })),
      parents: await linked({ db, actor }, 'parent_task_id', 'task_id', id),
      children: await linked({ db, actor }, 'task_id', 'parent_task_id', id),
    };
  },
});

/** Headings over a node, outermost first. */
const above = sql<string[]>`(with recursive up as (
    select parent_id, 0 as n, null::text as words from plan_node self where self.id = plan_node.id
    union all
    select it.parent_id, up.n + 1, concat_ws(' ', it.marker, it.text) from plan_node it join up on it.id = up.parent_id)
  select coalesce(array_agg(words order by n desc) filter (where n > 0), '{}') from up)`;

/** Tasks at the other end of links, as they were said last. */
const linked = (
  { db, actor }: Pick<Reads, 'db' | 'actor'>,
  other: 'task_id' | 'parent_task_id',
  own: 'task_id' | 'parent_task_id',
  id: string,
) =>
  db
    .selectFrom('task_link')
    .innerJoin('task', 'task.id', `task_link.${other}`)
    .innerJoin('plan', 'plan.id', 'task.plan_id')
    .select(['task.id', 'task.ended_on', 'plan.id as plan_id', 'plan.title as plan_title'])
    .select(
      sql<string>`(select plan_node.text from plan_node join plan_version on plan_version.id = version_id
        where plan_node.task_id = task.id order by valid_from desc nulls last limit 1)`.as('text'),
    )
    .where(`task_link.${own}`, '=', id)
    .where(plansOf(actor))
    .orderBy('plan.title')
    .orderBy('task.id')
    .execute();
