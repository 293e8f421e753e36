import { sql } from 'kysely';
import { rootsFor, type Actor } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { livingIn } from '#features/units/queries.server.ts';
import { correctedOf } from './correcting/corrected.ts';
import * as inputs from './inputs.ts';
import { standing } from './open_reading.server.ts';
import { emptyFields } from './reading/fields.ts';
import type { AssignmentRole, DeadlineRule, Reading, TableCell } from './reading/reading.ts';
import { plansOf, readingsOf, waitingFor } from './whose.server.ts';

/** Readings that wait to be corrected, adopted or put away by the actor, newest first. */
export const readings = query({
  name: 'plan.readings',
  verb: 'plans.view',
  input: inputs.nothing,
  run: ({ db, actor }) =>
    db
      .selectFrom('plan_reading')
      .select(['id', 'file_name', 'file_size', 'read_at', 'demo'])
      .select(sql<number>`jsonb_array_length(reading->'tasks')`.as('tasks'))
      .select(sql<number>`jsonb_array_length(reading->'warnings')`.as('warnings'))
      .select('title')
      .where('discarded_at', 'is', null)
      .where(waitingFor(actor))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('plan_version').select('id').whereRef('plan_version.reading_id', '=', 'plan_reading.id'))),
      )
      .orderBy('read_at', 'desc')
      .execute(),
});

/** Living units for which the actor may bring in a paper, or adopt one; `house`: also for the whole house. For a form. */
export const owners = query({
  name: 'plan.owners',
  verb: 'plans.view',
  input: inputs.owners,
  async run(ctx, { to }) {
    const roots = rootsFor(ctx.actor, to);
    return { house: roots === 'house', units: await livingIn(ctx, roots) };
  },
});

/** One reading, whole, with what people corrected of it, and the plan that was made of it. `version` is for whoever corrects further. */
export const reading = query({
  name: 'plan.reading',
  verb: 'plans.view',
  input: inputs.reading,
  async run({ db, actor }, { id }) {
    const row = await db
      .selectFrom('plan_reading')
      .leftJoin('plan_version', 'plan_version.reading_id', 'plan_reading.id')
      .leftJoin('unit', 'unit.id', 'plan_reading.unit_id')
      .select(['plan_reading.id', 'file_name', 'file_size', 'file_sha256', 'read_at', 'discarded_at', 'replaced_by', 'reading'])
      .select(['version', 'plan_reading.demo', 'plan_version.plan_id', 'unit.code as unit'])
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
      .where(readingsOf(actor))
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
  async run({ db, files, actor }, { id }) {
    const row = await db
      .selectFrom('plan_reading')
      .select(['file_name', 'file_sha256', 'file_size'])
      .where('id', '=', id)
      .where(readingsOf(actor))
      .executeTakeFirst();
    if (!row) throw new Problem('not_found');
    return { ...row, content: await files.open(row.file_sha256) };
  },
});

/** What a plan's documents are, oldest first: the one it was adopted from and those that amended it. */
export async function versionsOf(db: Reads['db'], plan_id: string) {
  return db
    .selectFrom('plan_version')
    .select(['id', 'reading_id', 'number', 'symbol', 'issued_on', 'title', 'period_from', 'period_to', 'valid_from', 'valid_to'])
    .select('adopted_at')
    .where('plan_id', '=', plan_id)
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .execute();
}

/**
 * One plan as it stands on a day, today if none is named: its fields, its tree in text order, tasks with assignments, deadlines, legal bases,
 * warnings, all its versions, and its place among other plans.
 */
export const show = query({
  name: 'plan.show',
  verb: 'plans.view',
  input: inputs.plan,
  async run({ db, now, actor }, { id, day = dayOf(now) }) {
    const found = await db
      .selectFrom('plan')
      .leftJoin('unit', 'unit.id', 'plan.unit_id')
      .selectAll('plan')
      .select('unit.code as unit')
      .where('plan.id', '=', id)
      .where(plansOf(actor))
      .executeTakeFirst();
    if (!found) throw new Problem('not_found');
    const { tokens: _, ...plan } = found;
    const versions = await versionsOf(db, id);
    const version = versions.findLast(({ valid_from }) => valid_from === null || valid_from <= day);
    if (!version) throw new Problem('not_found');
    const { text } = await db.selectFrom('plan_version').select('text').where('id', '=', version.id).executeTakeFirstOrThrow();
    const source = await db
      .selectFrom('plan_reading')
      .select(['reading', 'file_name'])
      .where('id', '=', version.reading_id)
      .executeTakeFirst();
    const reading = source?.reading as unknown as Reading | undefined;
    return {
      plan: { ...plan, text, day, reading_id: version.reading_id, file_name: source?.file_name ?? null },
      version: version.id,
      versions,
      document: reading?.document ?? { ...emptyFields(), period: periodOf(version) },
      left_out: reading?.left_out ?? [],
      warnings: reading?.warnings ?? [],
      ...(await contentOf(db, version.id)),
      parent: await relative(db, actor, plan.parent_id),
      children: await childrenOf(db, actor, id),
    };
  },
});

export type ShownPlan = Awaited<ReturnType<typeof show.run>>;

/** Of a plan that was begun from its parent: no paper of its own says where its period stands. */
const periodOf = ({ period_from: from, period_to: to }: { period_from: string | null; period_to: string | null }) =>
  from && to ? { value: { from, to }, span: { start: 0, end: 0 } } : null;

async function contentOf(db: Reads['db'], version: string) {
  const nodes = await db
    .selectFrom('plan_node')
    .select(['id', 'plan_id', 'version_id', 'task_id', 'parent_id', 'position', 'kind', 'marker', 'level', 'text', 'cells'])
    .select(['span_start', 'span_end'])
    .where('version_id', '=', version)
    .orderBy('position')
    .execute();
  const assignments = await db
    .selectFrom('assignment')
    .innerJoin('plan_node', 'plan_node.id', 'assignment.node_id')
    .leftJoin('unit', 'unit.id', 'assignment.unit_id')
    .select(['assignment.node_id', 'assignment.unit_id', 'unit_name', 'role', 'assignment.span_start', 'assignment.span_end'])
    .select('unit.code as unit_code')
    .where('plan_node.version_id', '=', version)
    .orderBy('assignment.span_start')
    .execute();
  const deadlines = await db
    .selectFrom('deadline')
    .innerJoin('plan_node', 'plan_node.id', 'deadline.node_id')
    .selectAll('deadline')
    .where('plan_node.version_id', '=', version)
    .orderBy('deadline.span_start')
    .execute();
  return {
    nodes: nodes.map((node) => ({ ...node, cells: node.cells as unknown as TableCell[] | null })),
    tasks: nodes.flatMap(({ task_id }) => task_id ?? []),
    assignments: assignments.map((it) => ({ ...it, role: it.role as AssignmentRole })),
    deadlines: deadlines.map((it) => ({ ...it, rule: it.rule as unknown as DeadlineRule })),
    legal_bases: await db
      .selectFrom('plan_legal_basis')
      .selectAll()
      .where('version_id', '=', version)
      .orderBy('position')
      .execute(),
  };
}

async function relative(db: Reads['db'], actor: Actor, id: string | null) {
  if (id === null) return null;
  return (
    (await db
      .selectFrom('plan')
      .select(['id', 'title', 'number', 'symbol'])
      .where('id', '=', id)
      .where(plansOf(actor))
      .executeTakeFirst()) ?? null
  );
}

const childrenOf = (db: Reads['db'], actor: Actor, id: string) =>
  db
    .selectFrom('plan')
    .select(['id', 'title', 'number', 'symbol', 'parent_relation'])
    .where('parent_id', '=', id)
    .where(plansOf(actor))
    .orderBy('adopted_at')
    .orderBy('id')
    .execute();
