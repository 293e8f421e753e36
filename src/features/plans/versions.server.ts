import { sql, type RawBuilder } from 'kysely';
import type { Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import type { Corrected } from './correcting/corrected.ts';
import type { Entry } from './difference.ts';
import type { UnitFinder } from './finding_units.server.ts';
import type { AssignmentRole, DeadlineRule, NodeKind } from './reading/reading.ts';

/** Whether the version of that table or alias stands on a day. */
export function standsOn(day: Day, version = 'plan_version'): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${version}.valid_from`), sql.ref(`${version}.valid_to`)];
  return sql<boolean>`((${from} is null or ${from} <= ${day}) and (${to} is null or ${day} < ${to}))`;
}

/** The last version of a plan, whenever it comes into force. @throws Problem not_found. */
export async function lastVersion(db: Reads['db'], plan_id: string) {
  const version = await db
    .selectFrom('plan_version')
    .select(['id', 'valid_from', 'reading_id', 'title'])
    .where('plan_id', '=', plan_id)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  if (!version) throw new Problem('not_found');
  return version;
}

/** A version's nodes as they are compared, and which of them oblige to which task. */
export async function entriesOfVersion(
  db: Reads['db'],
  version_id: string,
): Promise<{ entries: Entry[]; tasks: Map<string, string> }> {
  const nodes = await db
    .selectFrom('plan_node')
    .select(['id', 'parent_id', 'kind', 'marker', 'text', 'task_id'])
    .where('version_id', '=', version_id)
    .orderBy('position')
    .execute();
  const units = await db
    .selectFrom('assignment')
    .innerJoin('plan_node', 'plan_node.id', 'assignment.node_id')
    .leftJoin('unit', 'unit.id', 'assignment.unit_id')
    .select(['node_id', 'unit_name', 'unit.code', 'role'])
    .where('version_id', '=', version_id)
    .execute();
  const deadlines = await db
    .selectFrom('deadline')
    .innerJoin('plan_node', 'plan_node.id', 'deadline.node_id')
    .select(['node_id', 'deadline.text', 'rule'])
    .where('version_id', '=', version_id)
    .execute();
  const unitsOf = Map.groupBy(units, ({ node_id }) => node_id);
  const deadlinesOf = Map.groupBy(deadlines, ({ node_id }) => node_id);
  const entries = nodes.map(({ id, parent_id, kind, marker, text, task_id }): Entry => ({
    id,
    parent: parent_id,
    kind: kind as NodeKind,
    marker,
    text,
    task: task_id !== null,
    units: sorted(
      (unitsOf.get(id) ?? []).map(({ unit_name, code, role }) => ({ name: unit_name, code, role: role as AssignmentRole })),
    ),
    deadlines: sorted(
      (deadlinesOf.get(id) ?? []).map((it) => ({ text: it.text, rule: tidy(it.rule as unknown as DeadlineRule) })),
    ),
  }));
  return { entries, tasks: new Map(nodes.flatMap(({ id, task_id }) => (task_id ? [[id, task_id]] : []))) };
}

/** A reading's nodes as they are compared: agencies as they would be adopted today. */
export function entriesOfReading({ nodes, tasks, assignments, deadlines }: Corrected, { find }: UnitFinder): Entry[] {
  const obliged = new Set(tasks);
  const unitsOf = Map.groupBy(assignments, ({ node }) => node);
  const deadlinesOf = Map.groupBy(deadlines, ({ node }) => node);
  return nodes.map(({ id, parent, kind, marker, text }) => ({
    id,
    parent,
    kind,
    marker,
    text,
    task: obliged.has(id),
    units: obliged.has(id)
      ? sorted((unitsOf.get(id) ?? []).map(({ unit, role }) => ({ name: unit.name, code: find(unit)?.code ?? null, role })))
      : [],
    deadlines: sorted((deadlinesOf.get(id) ?? []).map((it) => ({ text: it.text, rule: tidy(it.rule) }))),
  }));
}

/** In one order on both sides: the order in which rows came is no difference. */
const sorted = <T>(all: T[]): T[] => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Its fields in one order: jsonb keeps an order of its own. */
const tidy = (rule: DeadlineRule): DeadlineRule =>
  Object.fromEntries(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1))) as unknown as DeadlineRule;
