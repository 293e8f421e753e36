import { sql } from 'kysely';
import * as v from 'valibot';
import { query } from '#core/command.server.ts';
import { addDays } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { correctedOf } from './correcting/corrected.ts';
import * as inputs from './inputs.ts';
import { standing } from './open_reading.server.ts';
import { dueDays } from './rules.ts';
import type { AssignmentRole, DeadlineRule, Reading, TableCell } from './reading/reading.ts';

/** Readings that wait to be adopted or put away, newest first. */
export const readings = query({
  name: 'plan.readings',
  verb: 'plans.import',
  input: inputs.nothing,
  run: ({ db }) =>
    db
      .selectFrom('plan_reading')
      .select(['id', 'file_name', 'file_size', 'read_at', 'demo'])
      .select(sql<number>`jsonb_array_length(reading->'tasks')`.as('tasks'))
      .select(sql<number>`jsonb_array_length(reading->'warnings')`.as('warnings'))
      .select(sql<string | null>`reading#>>'{document,title,value}'`.as('title'))
      .where('discarded_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('plan').select('plan.id').whereRef('plan.reading_id', '=', 'plan_reading.id'))),
      )
      .orderBy('read_at', 'desc')
      .execute(),
});

/** One reading, whole, with what people corrected of it, and the plan that was made of it. `version` is for whoever corrects further. */
export const reading = query({
  name: 'plan.reading',
  verb: 'plans.view',
  input: inputs.reading,
  async run({ db }, { id }) {
    const row = await db
      .selectFrom('plan_reading')
      .leftJoin('plan', 'plan.reading_id', 'plan_reading.id')
      .leftJoin('unit', 'unit.id', 'plan_reading.unit_id')
      .select(['plan_reading.id', 'file_name', 'file_size', 'file_sha256', 'read_at', 'discarded_at', 'replaced_by', 'reading'])
      .select(['version', 'plan_reading.demo', 'plan.id as plan_id', 'unit.code as unit'])
      .select(({ exists, selectFrom }) =>
        (['stands', 'undone'] as const).map((state) =>
          exists(
            selectFrom('plan_correction')
              .select('position')
              .whereRef('reading_id', '=', 'plan_reading.id')
              .where('state', '=', state),
          ).as(state),
        ),
      )
      .where('plan_reading.id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Problem('not_found');
    const { stands, undone, ...about } = row;
    const read = row.reading as unknown as Reading;
    return {
      ...about,
      may_undo: Boolean(stands),
      may_redo: Boolean(undone),
      reading: correctedOf(read, await standing(db, id)),
    };
  },
});

/** The file a reading was made of, as it came. */
export const file = query({
  name: 'plan.file',
  verb: 'plans.view',
  input: inputs.reading,
  async run({ db, files }, { id }) {
    const row = await db
      .selectFrom('plan_reading')
      .select(['file_name', 'file_sha256', 'file_size'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Problem('not_found');
    return { ...row, content: await files.open(row.file_sha256) };
  },
});

export const PLANS_A_PAGE = 50;
export const TASKS_A_PAGE = 100;

/** A page of the adopted plans, newest first, and how many there are in all; search is for words of title, number or issuer, with or without diacritics. */
export const list = query({
  name: 'plan.list',
  verb: 'plans.view',
  input: inputs.list,
  async run({ db }, { search, page }) {
    let found = db.selectFrom('plan');
    for (const word of words(search))
      found = found.where(sql<boolean>`fold(concat_ws(' ', title, issuer, number, symbol)) like ${like(word)}`);
    const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
    const plans = await found
      .select([
        'id',
        'kind',
        'number',
        'symbol',
        'issued_on',
        'issuer',
        'title',
        'period_from',
        'period_to',
        'adopted_at',
        'demo',
      ])
      .select(sql<number>`(select count(*)::int from task where task.plan_id = plan.id)`.as('tasks'))
      .select(
        sql<number>`(select count(distinct coalesce(unit_id::text, unit_name))::int from assignment
          join task on task.id = assignment.task_id where task.plan_id = plan.id)`.as('units'),
      )
      .orderBy('adopted_at', 'desc')
      .orderBy('id')
      .limit(PLANS_A_PAGE)
      .offset((page - 1) * PLANS_A_PAGE)
      .execute();
    return { total, plans };
  },
});

/** One plan: its fields, its tree in text order, tasks with assignments, deadlines, legal bases, warnings. */
export const show = query({
  name: 'plan.show',
  verb: 'plans.view',
  input: inputs.plan,
  async run({ db }, { id }) {
    const plan = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
    if (!plan) throw new Problem('not_found');
    const [nodes, tasks, assignments, deadlines, legal_bases, source] = [
      await db.selectFrom('plan_node').selectAll().where('plan_id', '=', id).orderBy('position').execute(),
      await db.selectFrom('task').select('id').where('plan_id', '=', id).execute(),
      await db
        .selectFrom('assignment')
        .innerJoin('task', 'task.id', 'assignment.task_id')
        .leftJoin('unit', 'unit.id', 'assignment.unit_id')
        .select([
          'assignment.task_id',
          'assignment.unit_id',
          'unit_name',
          'role',
          'span_start',
          'span_end',
          'unit.code as unit_code',
        ])
        .where('task.plan_id', '=', id)
        .orderBy('span_start')
        .execute(),
      await db.selectFrom('deadline').selectAll().where('plan_id', '=', id).orderBy('span_start').execute(),
      await db.selectFrom('plan_legal_basis').selectAll().where('plan_id', '=', id).orderBy('position').execute(),
      await db
        .selectFrom('plan_reading')
        .select(['reading', 'file_name'])
        .where('id', '=', plan.reading_id)
        .executeTakeFirstOrThrow(),
    ];
    const reading = source.reading as unknown as Reading;
    return {
      plan: { ...plan, file_name: source.file_name },
      document: reading.document,
      left_out: reading.left_out,
      nodes: nodes.map((node) => ({ ...node, cells: node.cells as unknown as TableCell[] | null })),
      tasks: tasks.map((task) => task.id),
      assignments: assignments.map((it) => ({ ...it, role: it.role as AssignmentRole })),
      deadlines: deadlines.map((it) => ({ ...it, rule: it.rule as unknown as DeadlineRule })),
      legal_bases,
      warnings: reading.warnings,
    };
  },
});

export type ShownPlan = Awaited<ReturnType<typeof show.run>>;

/** A page of the tasks of a plan, of a unit, or with certain words, and how many there are in all: what, who in which role, until when. */
export const tasks = query({
  name: 'task.list',
  verb: 'plans.view',
  input: inputs.tasks,
  async run({ db }, { plan, unit, name, search, page }) {
    let found = db
      .selectFrom('task')
      .innerJoin('plan_node', 'plan_node.id', 'task.id')
      .innerJoin('plan', 'plan.id', 'task.plan_id');
    if (plan) found = found.where('task.plan_id', '=', plan);
    if (unit)
      found = found.where(sql<boolean>`exists (select from assignment where task_id = task.id and unit_id = ${unit}::uuid)`);
    if (name)
      found = found.where(
        sql<boolean>`exists (select from assignment
          where task_id = task.id and unit_id is null and fold(unit_name) = fold(${name}))`,
      );
    for (const word of words(search)) found = found.where(sql<boolean>`fold(plan_node.text) like ${like(word)}`);
    const { total } = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
    const tasks = await found
      .select(['task.id', 'task.plan_id', 'plan.title as plan_title', 'plan_node.text', 'plan_node.marker', 'plan.demo'])
      .select(
        sql<{ name: string; known: boolean; role: AssignmentRole }[]>`coalesce((
          select jsonb_agg(jsonb_build_object('name', unit_name, 'known', unit_id is not null, 'role', role) order by span_start)
          from assignment where assignment.task_id = task.id), '[]')`.as('assignments'),
      )
      .select(
        sql<{ text: string; rule: DeadlineRule }[]>`coalesce((
          select jsonb_agg(jsonb_build_object('text', deadline.text, 'rule', rule) order by span_start)
          from deadline where deadline.node_id = task.id), '[]')`.as('deadlines'),
      )
      .orderBy('plan.adopted_at', 'desc')
      .orderBy('plan.id')
      .orderBy('plan_node.position')
      .limit(TASKS_A_PAGE)
      .offset((page - 1) * TASKS_A_PAGE)
      .execute();
    return { total, tasks };
  },
});

/** What falls due from a day on for a year, day by day; each line opens the words it comes from. */
export const calendar = query({
  name: 'plan.calendar',
  verb: 'plans.view',
  input: inputs.calendar,
  async run({ db }, { from, plan }) {
    let rows = db
      .selectFrom('deadline')
      .innerJoin('plan', 'plan.id', 'deadline.plan_id')
      .innerJoin('plan_node', 'plan_node.id', 'deadline.node_id')
      .select([
        'deadline.id',
        'deadline.plan_id',
        'deadline.node_id',
        'deadline.text',
        'deadline.rule',
        'plan.title as plan_title',
      ])
      .select(['plan_node.text as node_text', 'plan.period_to', 'plan.demo']);
    if (plan) rows = rows.where('deadline.plan_id', '=', plan);
    const found = await rows.execute();
    return found
      .flatMap(({ rule: json, period_to, ...row }) => {
        const rule = json as unknown as DeadlineRule;
        const to = period_to && period_to < addDays(from, 365) ? period_to : addDays(from, 365);
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
  async run({ db }, { plan }) {
    let rows = db
      .selectFrom('assignment')
      .innerJoin('task', 'task.id', 'assignment.task_id')
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

/** Words of a search, folded as fold() in the database folds. */
function words(search: string): string[] {
  return search.split(/\s+/).filter(Boolean);
}

const like = (word: string) => sql`'%' || replace(replace(replace(fold(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
