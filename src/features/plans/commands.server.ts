import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { covering, rootsFor } from '#core/access.ts';
import { command } from '#core/command.server.ts';
import type { Ctx, Preparing } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { registry } from '#features/units/queries.server.ts';
import * as inputs from './inputs.ts';
import { unitFinder } from './finding_units.server.ts';
import { openReading } from './open_reading.server.ts';
import { readInThread } from './read.server.ts';
import type { Reading } from './reading/reading.ts';
import { resembling } from './resembling.server.ts';
import { readingsOf, unitOfReading } from './whose.server.ts';
import { fieldsOf, listedBy, writeVersion } from './writing.server.ts';
import { tellReviewers, tellUnits } from './telling.server.ts';

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
  async run(ctx, { content, name, unit }, reading): Promise<{ id: string; again: boolean }> {
    const file_sha256 = sha256(content);
    // Of two who bring the same file at once, the second waits here and finds the first one's reading.
    await sql`select pg_advisory_xact_lock(hashtext(${file_sha256}))`.execute(ctx.db);
    const there = await readingOf(ctx, file_sha256);
    if (there) return { id: there, again: true };
    // It was there a moment ago and has been put away since.
    if (!reading) throw new Problem('not_possible');
    await ctx.files.put(content);
    const id = uuid();
    const unit_id = await ownerOf(ctx, reading, unit);
    await ctx.db
      .insertInto('plan_reading')
      .values({
        id,
        file_sha256,
        file_name: name.normalize('NFC'),
        file_size: content.byteLength,
        reading: JSON.stringify(reading),
        read_at: ctx.now,
        unit_id,
        ...listedBy(reading.document),
        demo: ctx.demo,
      })
      .execute();
    await ctx.note({
      subject: ['plan_reading', id],
      after: {
        file_name: name,
        file_size: content.byteLength,
        file_sha256,
        unit_id,
        nodes: reading.nodes.length,
        tasks: reading.tasks.length,
      },
    });
    await tellReviewers(ctx, id, reading.document.title?.value ?? name, unit_id);
    return { id, again: false };
  },
});

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/**
 * Whose paper it is: the importer's choice, else its issuer if the register knows it and the importer reaches it, else the unit of the
 * importer's own role; the whole house's for who holds it there. @throws Problem not_allowed when the choice is beyond the importer.
 */
async function ownerOf(ctx: Ctx, { document }: Reading, code: string | undefined): Promise<string | null> {
  const finder = await unitFinder(ctx.db);
  const chosen = code ? finder.byCode(code, 'unit').id : null;
  if (chosen) await ctx.hold('plans.import', [chosen]);
  const issuer = document.issuer ? finder.find({ code: null, name: document.issuer.value })?.id : undefined;
  if (chosen ?? (issuer && (await covering(ctx.db, ctx.actor, 'plans.import', [issuer])))) return chosen ?? issuer ?? null;
  const roots = rootsFor(ctx.actor, 'plans.import');
  return roots === 'house' ? null : (roots[0] ?? null);
}

/** The reading of a file that waits or was adopted, among those the actor may see; or null. */
async function readingOf({ db, actor }: Pick<Ctx | Preparing, 'db' | 'actor'>, file_sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('plan_reading')
    .select('id')
    .where('file_sha256', '=', file_sha256)
    .where('discarded_at', 'is', null)
    .where(readingsOf(actor))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Put a reading away that nobody wants to adopt; of one that people worked on, why. @throws Problem bad_input without a reason then */
export const discard = command({
  name: 'plan.discard',
  verb: 'plans.import',
  input: inputs.discard,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  async run(ctx, { id, why }): Promise<{ id: string }> {
    const { file_name, version } = await openReading(ctx, id);
    if (version > 0 && !why) throw new Problem('bad_input', { fields: [{ path: 'why', message: 'field.required' }] });
    await ctx.db.updateTable('plan_reading').set({ discarded_at: ctx.now }).where('id', '=', id).execute();
    await ctx.note({
      subject: ['plan_reading', id],
      before: { file_name, discarded: false },
      after: { file_name, discarded: true },
      why: why || undefined,
    });
    return { id };
  },
});

/**
 * Make a plan of a reading as it was corrected: its headings and items, tasks, assignments, deadlines and legal bases, all at once. The
 * reading stays beside it as read. `separate`: though it resembles another one.
 * @throws Problem plan_already_adopted, reading_discarded, stale_reading, resembles_another, not_found.
 */
export const adopt = command({
  name: 'plan.adopt',
  verb: 'plans.adopt',
  input: inputs.adopt,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  async run(ctx, { id, title: given, unit, whole, version, separate }): Promise<{ id: string; tasks: number }> {
    const { corrected, file_name, unit_id: owner } = await openReading(ctx, id, version);
    const [other] = separate ? [] : await resembling(ctx, id, corrected);
    if (other) throw new Problem('resembles_another', { reading: other.reading });
    const unit_id = whole ? null : unit ? (await unitFinder(ctx.db)).byCode(unit, 'unit').id : owner;
    await ctx.hold('plans.adopt', [unit_id]);
    const plan_id = uuid();
    const { document } = corrected;
    const [title, fields] = [given || (document.title?.value ?? file_name), fieldsOf(document)];
    const about = {
      unit_id,
      kind: document.kind?.value ?? 'other',
      place: document.place?.value ?? null,
      issuer: document.issuer?.value ?? null,
      title,
      ...fields,
    };
    await ctx.db
      .insertInto('plan')
      .values({ id: plan_id, ...about, adopted_at: ctx.now, demo: ctx.demo })
      .execute();
    await writeVersion(ctx, { plan_id, reading_id: id, title, fields, valid_from: null }, corrected);
    const counts = { nodes: corrected.nodes.length, tasks: corrected.tasks.length, deadlines: corrected.deadlines.length };
    await ctx.note({ subject: ['plan', plan_id], after: { ...about, reading: id, ...counts } });
    await tellUnits(ctx, 'plan_adopted', plan_id);
    return { id: plan_id, tasks: counts.tasks };
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
  async run(ctx): Promise<{ plans: number; readings: number }> {
    const real = await ctx.db
      .selectFrom('plan')
      .innerJoin('plan_version', 'plan_version.plan_id', 'plan.id')
      .innerJoin('plan_reading', 'plan_reading.id', 'plan_version.reading_id')
      .select('plan.id')
      .where('plan.demo', '=', false)
      .where('plan_reading.demo', '=', true)
      .executeTakeFirst();
    if (real) throw new Problem('still_used', { plan: real.id });
    const files = await ctx.db.selectFrom('plan_reading').select('file_sha256').distinct().where('demo', '=', true).execute();
    const plans = await ctx.db.deleteFrom('plan').where('demo', '=', true).executeTakeFirst();
    const readings = await ctx.db.deleteFrom('plan_reading').where('demo', '=', true).executeTakeFirst();
    const counts = { plans: Number(plans.numDeletedRows), readings: Number(readings.numDeletedRows) };
    await ctx.note({ subject: ['demo', 'plans'], before: counts });
    await ctx.later('plan.sweep', { files: files.map(({ file_sha256 }) => file_sha256) });
    return counts;
  },
});
