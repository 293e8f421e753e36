import { sql, type RawBuilder } from 'kysely';
import { may, rootsFor, type Actor, type Verb } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { papersOf } from '#features/papers/whose.server.ts';
import { plansOf, readingsOf } from '#features/plans/whose.server.ts';
import * as inputs from './inputs.ts';
import { name, tell, type EventRow, type Somebody, type Thing, type Told } from './tell.server.ts';

/** A page of events, newest first. `next`: to be given as `before` for the page after it; null on the last. */
export interface Page {
  events: Told[];
  next: string | null;
}

/** The record of one's reach, searched: text in command, why and values, folded. */
export const list = query({
  name: 'event.list',
  verb: 'record.view',
  input: inputs.list,
  async run(
    ctx,
    { search, command, subject_kind, person, unit, role, from, to, before, limit },
  ): Promise<Page & { narrowed: Narrowed }> {
    const all = [
      search ? sql`event.words @@ event_asked(${search})` : null,
      command ? sql`event.command = ${command}` : null,
      subject_kind ? sql`event.subject_kind = ${subject_kind}` : null,
      person ? sql`event.actor_id = ${person}` : null,
      role ? sql`event.role = ${role}` : null,
      from ? sql`event.at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'` : null,
      to ? sql`event.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'` : null,
      before ? older(before) : null,
    ].filter((it) => it !== null);
    const units = await unitsWithin(ctx.db, rootsFor(ctx.actor, 'record.view'), unit ?? null);
    // Unit by unit, each from its index; but words are found in an index of their own, once for all.
    const newest =
      units === null
        ? sql`select id, at from event where ${and(all)} ${top(limit)}`
        : search
          ? sql`select id, at from event where unit_id = any(${units}::uuid[]) and ${and(all)} ${top(limit)}`
          : sql`select event.id, event.at from unnest(${units}::uuid[]) u(id)
              cross join lateral (select id, at from event where event.unit_id = u.id and ${and(all)} ${top(limit)}) event ${top(limit)}`;
    const narrowed = {
      person: person ? await name.person(ctx.db, person) : null,
      unit: unit ? await name.unit(ctx.db, unit, ctx.now) : null,
    };
    return { ...(await page(ctx, newest, sql`true`, limit)), narrowed };
  },
});

/** Kinds of things that the record speaks of, and of changes: to choose from. Steps from one to the next in the index, however long the record is. */
export const kinds = query({
  name: 'event.kinds',
  verb: 'record.view',
  input: inputs.nothing,
  run: async ({ db }) => ({ subjects: await there(db, 'subject_kind'), commands: await there(db, 'command') }),
});

/** The different values of a column, one look into its index each: the record is long, and these are few. */
async function there(db: Reads['db'], column: 'subject_kind' | 'command'): Promise<string[]> {
  const by = sql.ref(column);
  const { rows } = await sql<{ value: string }>`
    with recursive seen as (
      (select ${by} as value from event order by ${by} limit 1)
      union all
      select (select ${by} from event where ${by} > seen.value order by ${by} limit 1) from seen where seen.value is not null)
    select value from seen where value is not null`.execute(db);
  return rows.map(({ value }) => value);
}

/** Whom and what a list was narrowed to, to be shown beside it. */
export interface Narrowed {
  person: Somebody | null;
  unit: Thing | null;
}

/** What happened to one thing, for whoever may see the thing; and for `record.view`, and for whom the event is about. */
export const timeline = query({
  name: 'event.timeline',
  verb: 'record.own',
  input: inputs.timeline,
  async run(ctx, { subject_kind, subject_id, before, limit }): Promise<Page> {
    const seen = UUID.test(subject_id) && ((await SEEN[subject_kind]?.(ctx, subject_id)) ?? false);
    const all = [
      sql`event.subject_kind = ${subject_kind} and event.subject_id = ${subject_id}`,
      before ? older(before) : sql`true`,
      sql`(${inReach(ctx.actor, 'record.view')} or ${seen} or ${own(ctx.actor)})`,
    ];
    return page(ctx, sql`select id, at from event where ${and(all)} ${top(limit)}`, revealed(ctx.actor), limit);
  },
});

/** What somebody did, and what was done about them: one's own always, another's in the reach of `record.view`. @throws Problem not_allowed. */
export const byPerson = query({
  name: 'event.by_person',
  verb: 'record.own',
  input: inputs.byPerson,
  async run(ctx, { person, before, limit }): Promise<Page & { person: Somebody }> {
    const self = ctx.actor.kind === 'person' && ctx.actor.id === person;
    if (!self && !may(ctx.actor, 'record.view')) throw new Problem('not_allowed', { verb: 'record.view' });
    const all = and([before ? older(before) : sql`true`, self ? sql`true` : inReach(ctx.actor, 'record.view')]);
    const newest = sql`select * from (
      (select id, at from event where actor_id = ${person} and ${all} ${top(limit)})
      union (select id, at from event where ${about(person)} and ${all} ${top(limit)})) event ${top(limit)}`;
    return {
      ...(await page(ctx, newest, self ? revealed(ctx.actor) : sql`true`, limit)),
      person: await name.person(ctx.db, person),
    };
  },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Where = RawBuilder<unknown>;

const and = (all: readonly Where[]): Where => (all.length > 0 ? sql`(${sql.join(all, sql` and `)})` : sql`true`);

/** One more than a page, to know whether there is another. */
const top = (limit: number): Where => sql`order by event.at desc, event.id desc limit ${limit + 1}`;

const older = (before: string): Where =>
  sql`(event.at, event.id) < ((select at from event where id = ${before}), ${before}::uuid)`;

/** @param newest ids of events with their instants, so that only the events of the page are read whole */
async function page(ctx: Reads, newest: Where, reveals: Where, limit: number): Promise<Page> {
  const { rows } = await sql<EventRow>`
    select event.id, event.at, event.command, event.actor_kind, event.actor_id, event.role, event.role_unit_id, event.instead_of, event.key_id,
      event.subject_kind, event.subject_id, event.unit_id, event.before, event.after, event.why, event.demo, ${reveals} as revealed
    from (${newest}) newest join event on event.id = newest.id order by event.at desc, event.id desc`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  return { events: await tell(ctx.db, shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Units whose events are wanted: of the reach, of a unit and what is under it, or of both; null: of all, with those of the whole house. */
async function unitsWithin(db: Reads['db'], roots: 'house' | string[], unit: string | null): Promise<string[] | null> {
  if (roots === 'house' && unit === null) return null;
  const within = roots === 'house' ? sql`true` : sql`id in (select unit_reach(${roots}::uuid[]))`;
  const under =
    unit === null ? sql`select unit_reach(${roots}::uuid[]) as id` : sql`select unit_reach(array[${unit}::uuid]) as id`;
  const { rows } = await sql<{ id: string }>`select distinct id from (${under}) u where ${within}`.execute(db);
  return rows.map(({ id }) => id);
}

function inReach(actor: Actor, verb: Verb): Where {
  const roots = rootsFor(actor, verb);
  return roots === 'house' ? sql`true` : sql`coalesce(event.unit_id in (select unit_reach(${roots}::uuid[])), false)`;
}

/** Kinds of things of which whoever may see one may see what happened to it. Any other is for `record.view`, and for whom it is about. */
const SEEN: Partial<Record<string, (ctx: Reads, id: string) => Promise<boolean>>> = {
  unit: async ({ actor }) => may(actor, 'units.view'),
  place: async ({ actor }) => may(actor, 'units.view'),
  plan: ({ db, actor }, id) => found(actor, db.selectFrom('plan').select('id').where('id', '=', id).where(plansOf(actor))),
  plan_reading: ({ db, actor }, id) =>
    found(actor, db.selectFrom('plan_reading').select('id').where('id', '=', id).where(readingsOf(actor))),
  paper: ({ db, actor }, id) =>
    found(actor, db.selectFrom('paper').select('id').where('id', '=', id).where(papersOf(actor)), 'papers.view'),
};

async function found(actor: Actor, row: { executeTakeFirst(): Promise<unknown> }, verb: Verb = 'plans.view'): Promise<boolean> {
  return may(actor, verb) && (await row.executeTakeFirst()) !== undefined;
}

function own(actor: Actor): Where {
  return actor.kind === 'person' ? sql`(event.actor_id is not distinct from ${actor.id} or ${about(actor.id)})` : sql`false`;
}

const about = (person: string): Where => sql`event.id in (
  select id from event where subject_kind = 'person' and subject_id = ${person}::text
  union all select event_id from event_personal where person_id = ${person}::uuid)`;

/** Whether personal values of an event may be read: in the reach of `record.view`, or by whom they are about. */
const revealed = (actor: Actor): Where =>
  sql`(${inReach(actor, 'record.view')} or ${actor.kind === 'person' ? about(actor.id) : sql`false`})`;
