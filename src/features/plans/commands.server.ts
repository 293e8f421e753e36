import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#core/command.server.ts';
import type { Ctx, Preparing } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { registry } from '#features/units/queries.server.ts';
import * as inputs from './inputs.ts';
import { readInThread } from './read.server.ts';
import { nameKey } from './reading/fold.ts';
import type { Reading } from './reading/reading.ts';

/**
 * Read a plan document and keep file and reading until somebody adopts or discards it (clause C-0). The same file again gives the
 * reading that is there. @throws Problem unreadable_document; then nothing is kept.
 */
export const bring = command({
  name: 'plan.import',
  verb: 'plans.import',
  input: inputs.bring,
  /** Reading takes its time: done before, and only when the file is not there already. */
  async prepare(ctx, { content, name }): Promise<Reading | null> {
    if (await readingOf(ctx, sha256(content))) return null;
    return readInThread(ctx.threads, content, name, await registry(ctx.db));
  },
  async run(ctx, { content, name }, reading): Promise<{ id: string; again: boolean }> {
    const file_sha256 = sha256(content);
    // Of two who bring the same file at once, the second waits here and finds the first one's reading.
    await sql`select pg_advisory_xact_lock(hashtext(${file_sha256}))`.execute(ctx.db);
    const there = await readingOf(ctx, file_sha256);
    if (there) return { id: there, again: true };
    // It was there a moment ago and has been put away since.
    if (!reading) throw new Problem('not_possible');
    await ctx.files.put(content);
    const id = uuid();
    await ctx.db
      .insertInto('plan_reading')
      .values({
        id,
        file_sha256,
        file_name: name.normalize('NFC'),
        file_size: content.byteLength,
        reading: JSON.stringify(reading),
        read_at: ctx.now,
        demo: ctx.demo,
      })
      .execute();
    await ctx.note({
      subject: ['plan_reading', id],
      after: {
        file_name: name,
        file_size: content.byteLength,
        file_sha256,
        nodes: reading.nodes.length,
        tasks: reading.tasks.length,
      },
    });
    return { id, again: false };
  },
});

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** The reading of a file that waits or was adopted, or null. */
async function readingOf({ db }: Pick<Ctx | Preparing, 'db'>, file_sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('plan_reading')
    .select('id')
    .where('file_sha256', '=', file_sha256)
    .where('discarded_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Put a reading away that nobody wants to adopt. */
export const discard = command({
  name: 'plan.discard',
  verb: 'plans.import',
  input: inputs.reading,
  async run(ctx, { id }): Promise<{ id: string }> {
    const { adopted, file_name } = await openReading(ctx, id);
    if (adopted) throw new Problem('plan_already_adopted', { plan: adopted });
    await ctx.db.updateTable('plan_reading').set({ discarded_at: ctx.now }).where('id', '=', id).execute();
    await ctx.note({
      subject: ['plan_reading', id],
      before: { file_name, discarded: false },
      after: { file_name, discarded: true },
    });
    return { id };
  },
});

/**
 * Make a plan of a reading: its headings and items, tasks, assignments, deadlines and legal bases, all at once. The reading stays beside
 * it as read. @throws Problem plan_already_adopted, reading_discarded, not_found.
 */
export const adopt = command({
  name: 'plan.adopt',
  verb: 'plans.adopt',
  input: inputs.adopt,
  async run(ctx, { id, title }): Promise<{ id: string; tasks: number }> {
    const { reading, file_name, adopted } = await openReading(ctx, id);
    if (adopted) throw new Problem('plan_already_adopted', { plan: adopted });
    const plan_id = uuid();
    const { document } = reading;
    const fields = {
      kind: document.kind?.value ?? 'other',
      number: document.number?.value ?? null,
      symbol: document.symbol?.value ?? null,
      issued_on: document.issued_on?.value ?? null,
      place: document.place?.value ?? null,
      issuer: document.issuer?.value ?? null,
      title: title || (document.title?.value ?? file_name),
      period_from: document.period?.value.from ?? null,
      period_to: document.period?.value.to ?? null,
    };
    const plan = { id: plan_id, reading_id: id, ...fields, text: reading.text, adopted_at: ctx.now, demo: ctx.demo };
    await ctx.db.insertInto('plan').values(plan).execute();
    await writeLegalBases(ctx, plan_id, reading);
    const nodes = await writeNodes(ctx, plan_id, reading);
    await writeTasks(ctx, plan_id, reading, nodes);
    await writeDeadlines(ctx, plan_id, reading, nodes);
    await ctx.note({
      subject: ['plan', plan_id],
      after: { ...fields, reading: id, nodes: nodes.size, tasks: reading.tasks.length, deadlines: reading.deadlines.length },
    });
    return { id: plan_id, tasks: reading.tasks.length };
  },
});

/**
 * Take out the plans and readings of the demonstration; `files` are needed by nothing any more, to be removed when all else is done.
 * @throws Problem still_used while a real plan was made of such a reading.
 */
export const forgetDemo = command({
  name: 'plan.forget_demo',
  verb: 'demo.change',
  input: inputs.nothing,
  async run(ctx): Promise<{ plans: number; readings: number; files: string[] }> {
    const real = await ctx.db
      .selectFrom('plan')
      .innerJoin('plan_reading', 'plan_reading.id', 'plan.reading_id')
      .select('plan.id')
      .where('plan.demo', '=', false)
      .where('plan_reading.demo', '=', true)
      .executeTakeFirst();
    if (real) throw new Problem('still_used', { plan: real.id });
    const files = await ctx.db
      .selectFrom('plan_reading')
      .select('file_sha256')
      .distinct()
      .where('demo', '=', true)
      .where('file_sha256', 'not in', ctx.db.selectFrom('plan_reading').select('file_sha256').where('demo', '=', false))
      .execute();
    const plans = await ctx.db.deleteFrom('plan').where('demo', '=', true).executeTakeFirst();
    const readings = await ctx.db.deleteFrom('plan_reading').where('demo', '=', true).executeTakeFirst();
    const counts = { plans: Number(plans.numDeletedRows), readings: Number(readings.numDeletedRows) };
    await ctx.note({ subject: ['demo', 'plans'], before: counts });
    return { ...counts, files: files.map(({ file_sha256 }) => file_sha256) };
  },
});

/** Locked, so that two people who press at once cannot both adopt, or one adopt what the other discards. */
async function openReading(ctx: Ctx, id: string) {
  const row = await ctx.db.selectFrom('plan_reading').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not_found');
  if (row.discarded_at) throw new Problem('reading_discarded');
  const plan = await ctx.db.selectFrom('plan').select('id').where('reading_id', '=', id).executeTakeFirst();
  return { reading: row.reading as unknown as Reading, file_name: row.file_name, adopted: plan?.id ?? null };
}

async function writeLegalBases(ctx: Ctx, plan_id: string, { legal_bases }: Reading) {
  const rows = legal_bases.map(({ kind, number, issued_on, issuer, title, span }, position) => ({
    plan_id,
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

async function writeNodes(ctx: Ctx, plan_id: string, { nodes }: Reading): Promise<Map<string, string>> {
  const ids = new Map(nodes.map((node) => [node.id, uuid()]));
  const rows = nodes.map(({ id, parent, kind, marker, level, text, span, cells }, position) => ({
    id: ids.get(id) as string,
    plan_id,
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
  return ids;
}

async function writeTasks(ctx: Ctx, plan_id: string, { tasks, assignments }: Reading, nodes: Map<string, string>) {
  const rows = tasks.map((node) => ({ id: nodes.get(node) as string, plan_id }));
  for (const some of batches(rows)) await ctx.db.insertInto('task').values(some).execute();
  const idOf = unitFinder(await registry(ctx.db));
  const obliged = new Set(tasks);
  const assigned = assignments
    .filter(({ node }) => obliged.has(node))
    .map(({ node, unit, role, span }) => ({
      id: uuid(),
      task_id: nodes.get(node) as string,
      unit_id: idOf(unit),
      unit_name: unit.name,
      role,
      span_start: span.start,
      span_end: span.end,
    }));
  for (const some of batches(assigned)) await ctx.db.insertInto('assignment').values(some).execute();
}

/** By the code that reading found; or by name, since the register may have learned it after the paper was read. Two of one name: none. */
function unitFinder(units: Awaited<ReturnType<typeof registry>>) {
  const byCode = new Map(units.map(({ code, id }) => [code, id]));
  const byName = new Map<string, string | null>();
  for (const { id, name, aliases } of units)
    for (const key of [name, ...aliases].map(nameKey)) byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  return ({ code, name }: { code: string | null; name: string }): string | null =>
    (code && byCode.get(code)) || (byName.get(nameKey(name)) ?? null);
}

async function writeDeadlines(ctx: Ctx, plan_id: string, { deadlines }: Reading, nodes: Map<string, string>) {
  const rows = deadlines.map(({ node, text, span, rule }) => ({
    id: uuid(),
    plan_id,
    node_id: nodes.get(node) as string,
    text,
    span_start: span.start,
    span_end: span.end,
    rule: JSON.stringify(rule),
  }));
  for (const some of batches(rows)) await ctx.db.insertInto('deadline').values(some).execute();
}

/** One statement may carry 65,535 values at most. */
function* batches<T>(rows: T[], size = 2000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
