import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import type { Corrected } from './correcting/corrected.ts';
import { unitFinder } from './finding_units.server.ts';
import type { DocumentFields } from './reading/reading.ts';

/** What a version of a plan says. */
export type Content = Pick<Corrected, 'text' | 'nodes' | 'tasks' | 'assignments' | 'deadlines' | 'legal_bases'>;

export interface VersionOf {
  plan_id: string;
  reading_id: string | null;
  title: string;
  fields: ReturnType<typeof fieldsOf>;
  /** Null: from the plan's beginning. */
  valid_from: string | null;
  /** Node of the content → the task of the plan that it goes on obliging to. Others are new. */
  tasks?: ReadonlyMap<string, string>;
}

/** What a paper's form says, as columns. */
export const fieldsOf = ({
  number,
  symbol,
  issued_on,
  period,
}: Pick<DocumentFields, 'number' | 'symbol' | 'issued_on' | 'period'>) => ({
  number: number?.value ?? null,
  symbol: symbol?.value ?? null,
  issued_on: issued_on?.value ?? null,
  period_from: period?.value.from ?? null,
  period_to: period?.value.to ?? null,
});

/** By what a reading is listed, and found to be like another one. */
export const listedBy = ({ number, symbol, issuer, title }: Pick<DocumentFields, 'number' | 'symbol' | 'issuer' | 'title'>) => ({
  number: number?.value ?? null,
  symbol: symbol?.value ?? null,
  issuer: issuer?.value ?? null,
  title: title?.value ?? null,
});

/** Write a version of a plan, whole. Gives the node of the content → the id it has here; a new task has the id of its first node. */
export async function writeVersion(ctx: Ctx, of: VersionOf, content: Content): Promise<Map<string, string>> {
  const { plan_id, reading_id, title, fields, valid_from, tasks: known = new Map() } = of;
  const version_id = uuid();
  await ctx.db
    .insertInto('plan_version')
    .values({ id: version_id, plan_id, reading_id, title, ...fields, text: content.text, valid_from, adopted_at: ctx.now })
    .execute();
  await writeLegalBases(ctx, version_id, content);
  const ids = new Map(content.nodes.map((node) => [node.id, uuid()]));
  const taskOf = new Map(content.tasks.map((node) => [node, (known.get(node) ?? ids.get(node)) as string]));
  const fresh = content.tasks.filter((node) => !known.has(node)).map((node) => ({ id: taskOf.get(node) as string, plan_id }));
  for (const some of batches(fresh)) await ctx.db.insertInto('task').values(some).execute();
  const rows = content.nodes.map(({ id, parent, kind, marker, level, text, span, cells }, position) => ({
    id: ids.get(id) as string,
    plan_id,
    version_id,
    task_id: taskOf.get(id) ?? null,
    position,
    parent_id: parent === null ? null : (ids.get(parent) as string),
    kind,
    marker,
    level,
    text,
    span_start: span.start,
    span_end: span.end,
    cells: cells ? JSON.stringify(cells) : null,
  }));
  for (const some of batches(rows)) await ctx.db.insertInto('plan_node').values(some).execute();
  await writeAssignments(ctx, content, ids);
  await writeDeadlines(ctx, plan_id, content, ids);
  return ids;
}

async function writeLegalBases(ctx: Ctx, version_id: string, { legal_bases }: Content) {
  const rows = legal_bases.map(({ kind, number, issued_on, issuer, title, span }, position) => ({
    version_id,
    position,
    kind,
    number,
    issued_on,
    issuer,
    title,
    span_start: span.start,
    span_end: span.end,
  }));
  for (const some of batches(rows)) await ctx.db.insertInto('plan_legal_basis').values(some).execute();
}

async function writeAssignments(ctx: Ctx, { tasks, assignments }: Content, nodes: Map<string, string>) {
  const { find } = await unitFinder(ctx.db);
  const obliged = new Set(tasks);
  const rows = assignments
    .filter(({ node }) => obliged.has(node))
    .map(({ node, unit, role, span }) => ({
      id: uuid(),
      node_id: nodes.get(node) as string,
      unit_id: find(unit)?.id ?? null,
      unit_name: unit.name,
      role,
      span_start: span?.start ?? null,
      span_end: span?.end ?? null,
    }));
  for (const some of batches(rows)) await ctx.db.insertInto('assignment').values(some).execute();
}

async function writeDeadlines(ctx: Ctx, plan_id: string, { deadlines }: Content, nodes: Map<string, string>) {
  const rows = deadlines.map(({ node, text, span, rule }) => ({
    id: uuid(),
    plan_id,
    node_id: nodes.get(node) as string,
    text,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
    rule: JSON.stringify(rule),
  }));
  for (const some of batches(rows)) await ctx.db.insertInto('deadline').values(some).execute();
}

/** One statement may carry 65,535 values at most. */
function* batches<T>(rows: T[], size = 2000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
