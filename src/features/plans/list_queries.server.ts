/** The long lists: plans, tasks, deadlines, a page at a time. */
import { sql, type RawBuilder } from 'kysely';
import { rootsFor, type Actor } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { matches, pageOf, type Listing, type Sort, type Where } from '#core/listing.server.ts';
import * as inputs from './inputs.ts';
import { standsOn } from './versions.server.ts';
import { plansOf } from './whose.server.ts';
import type { AssignmentRole, DeadlineRule } from './reading/reading.ts';

interface ListedPlan {
  id: string;
  kind: string;
  number: string | null;
  symbol: string | null;
  issued_on: Day | null;
  issuer: string | null;
  title: string;
  period_from: Day | null;
  period_to: Day | null;
  adopted_at: Date;
  demo: boolean;
  parent_id: string | null;
  tasks: number;
}

/**
 * A page of the adopted plans, newest first; search is for words of title, number or issuer, with or without diacritics.
 */
export const list = query({
  name: 'plan.list',
  verb: 'plans.view',
  input: inputs.list,
  async run({ db, actor }, { search, kind, year, sort, ...paging }) {
    const where: Where[] = [plansOf(actor)];
    if (search) where.push(matches('plan.tokens', search));
    if (kind) where.push(sql`plan.kind = ${kind}`);
    if (year) where.push(sql`plan.issued_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`);
    const listing: Listing = { from: sql`plan`, where, id: { by: sql`plan.id`, type: 'uuid' }, sort: planSort(sort) };
    const columns = sql<ListedPlan>`
      plan.id, plan.kind, number, symbol, issued_on, issuer, title, period_from, period_to, adopted_at, plan.demo, parent_id,
      (select count(*)::int from task where task.plan_id = plan.id and ended_on is null) as tasks`;
    const { rows: plans, ...page } = await pageOf(db, listing, columns, paging);
    return { plans, ...page };
  },
});

function planSort(sort: string): Sort[] {
  const desc = sort.startsWith('-');
  const last: Sort = { by: sql`plan.id`, type: 'uuid' };
  switch (sort.replace('-', '')) {
    case 'title':
      return [{ by: sql`plan.title collate "vi-x-icu"`, type: 'text', desc }, last];
    case 'issued':
      return [{ by: sql`coalesce(plan.issued_on, '-infinity')`, type: 'date', desc }, last];
    default:
      return [{ by: sql`plan.adopted_at`, type: 'timestamptz', desc }, last];
  }
}

interface ListedTask {
  /** Of the task, through all versions of its plan; and of the node that says it today. */
  id: string;
  node_id: string;
  plan_id: string;
  plan_title: string;
  text: string;
  marker: string | null;
  demo: boolean;
  assignments: { name: string; known: boolean; role: AssignmentRole }[];
  deadlines: { text: string; rule: DeadlineRule }[];
  /** The next day on which something of it falls due. */
  next: Day | null;
}

/** A page of the tasks of a plan, of an agency, of one's own units or with certain words: what, who in which role, until when. */
export const tasks = query({
  name: 'task.list',
  verb: 'plans.view',
  input: inputs.tasks,
  async run(ctx, { plan, unit, name, role, mine, search, sort, ...paging }) {
    const today = dayOf(ctx.now);
    const where: Where[] = [sql`plan_node.task_id is not null`, standsOn(today), ...within('plan_node', ctx.actor)];
    if (plan) where.push(sql`plan_node.plan_id = ${plan}`);
    const assigned: RawBuilder<unknown>[] = [];
    if (unit) assigned.push(sql`unit_id = ${unit}::uuid`);
    if (name) assigned.push(sql`unit_id is null and fold(unit_name) = fold(${name})`);
    const own = mine ? await unitsOf(ctx) : null;
    if (own) assigned.push(sql`unit_id = any(${own}::uuid[])`);
    if (role) assigned.push(sql`role = ${role}`);
    if (assigned.length > 0)
      where.push({
        few: sql`plan_node.id in (select node_id from assignment where ${sql.join(assigned, sql` and `)})`,
        many: sql`(select true from assignment where node_id = plan_node.id and ${sql.join(assigned, sql` and `)} limit 1)`,
      });
    if (search) where.push(matches('plan_node.tokens', search));
    const desc = sort === '-plan';
    const listing: Listing = {
      from: sql`plan_node join plan_version on plan_version.id = plan_node.version_id`,
      shown: sql`join plan on plan.id = plan_node.plan_id`,
      where,
      id: { by: sql`plan_node.id`, type: 'uuid' },
      // A plan's id is as old as the plan: its index stands for the day it was adopted.
      sort: [
        { by: sql`plan_node.plan_id`, type: 'uuid', desc },
        { by: sql`plan_node.position`, type: 'integer' },
      ],
    };
    const columns = sql<ListedTask>`
      plan_node.task_id as id, plan_node.id as node_id, plan_node.plan_id, plan.title as plan_title, plan_node.text, plan_node.marker, plan.demo,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', unit_name, 'known', unit_id is not null, 'role', role) order by span_start)
        from assignment where assignment.node_id = plan_node.id), '[]') as assignments,
      coalesce((
        select jsonb_agg(jsonb_build_object('text', deadline.text, 'rule', rule) order by span_start)
        from deadline where deadline.node_id = plan_node.id), '[]') as deadlines,
      (select min(day) from due join deadline on deadline.id = due.deadline_id
        where deadline.node_id = plan_node.id and day >= ${today}) as next`;
    const { rows, ...page } = await pageOf(ctx.db, listing, columns, paging);
    return { tasks: rows, ...page };
  },
});

interface ListedDeadline {
  id: number;
  day: Day;
  text: string;
  node_id: string;
  node_text: string;
  plan_id: string;
  plan_title: string;
  demo: boolean;
  /** Names of the agencies that the words name; none: it is for all agencies of the plan. */
  agencies: string[];
}

/**
 * A page of the days on which something falls due: of a plan, of a unit, of the units at which the caller holds a role. What names no agency
 * is due for every agency that has a task in the plan.
 */
export const deadlines = query({
  name: 'deadline.list',
  verb: 'plans.view',
  input: inputs.deadlines,
  async run(ctx, { plan, unit, mine, from, to, search, sort, ...paging }) {
    const where: Where[] = [standsOn(dayOf(ctx.now)), ...within('deadline', ctx.actor)];
    if (plan) where.push(sql`deadline.plan_id = ${plan}`);
    if (unit) where.push(dueFor([unit]));
    const own = mine ? await unitsOf(ctx) : null;
    if (own) where.push(dueFor(own));
    if (from) where.push(sql`due.day >= ${from}::date`);
    if (to) where.push(sql`due.day <= ${to}::date`);
    if (search) where.push(matches('plan_node.tokens', search));
    const desc = sort === '-day';
    const node = sql`join plan_node on plan_node.id = deadline.node_id`;
    const listing: Listing = {
      from: sql`due join deadline on deadline.id = due.deadline_id join plan_version on plan_version.id = deadline.in_version
        ${search ? node : sql``}`,
      shown: sql`${search ? sql`` : node} join plan on plan.id = deadline.plan_id`,
      where,
      id: { by: sql`due.id`, type: 'bigint' },
      sort: [
        { by: sql`due.day`, type: 'date', desc },
        { by: sql`due.id`, type: 'bigint', desc },
      ],
    };
    const columns = sql<ListedDeadline>`
      due.id, due.day, deadline.text, deadline.node_id, plan_node.text as node_text, deadline.plan_id, plan.title as plan_title, plan.demo,
      array(select distinct unit_name from assignment where node_id = deadline.node_id order by unit_name) as agencies`;
    const { rows, ...page } = await pageOf(ctx.db, listing, columns, paging);
    return { deadlines: rows, ...page };
  },
});

/** Only of the plans that the actor may see. */
function within(table: 'plan_node' | 'deadline', actor: Actor): Where[] {
  if (rootsFor(actor, 'plans.view') === 'house') return [];
  return [sql`${sql.ref(`${table}.plan_id`)} in (select plan.id from plan where ${plansOf(actor)})`];
}

/** The units at which the actor holds a role, and all below; null: the whole house. */
async function unitsOf({ db, actor }: Reads): Promise<string[] | null> {
  const roots = rootsFor(actor, 'plans.view');
  if (roots === 'house') return null;
  const { rows } = await sql<{ id: string }>`select unit_reach(${roots}::uuid[]) as id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What some units have to do: what names them, and what is common to the plans in which they have tasks. */
function dueFor(units: readonly string[]): Where {
  const theirs = sql`unit_id = any(${units}::uuid[])`;
  return {
    few: sql`deadline.id in (
      select own.id from assignment join deadline own on own.node_id = assignment.node_id where ${theirs}
      union all
      select shared.id from version_unit join deadline shared on shared.in_version = version_unit.version_id and shared.common where ${theirs})`,
    many: sql`case when deadline.common
      then (select true from version_unit where version_id = deadline.in_version and ${theirs} limit 1)
      else (select true from assignment where node_id = deadline.node_id and ${theirs} limit 1) end`,
  };
}
