import { sql, type RawBuilder } from 'kysely';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import { byBorder, type Life, type Names, type PlaceKind, type SuccessionKind, type UnitKind, type Of } from './rules.ts';

/** A unit as papers may call it, with names of all its days and its own first and last. */
export interface RegisteredUnit extends Life {
  id: string;
  code: string;
  name: string;
  aliases: string[];
}

/** Every unit there ever was: an old paper is read with the names and the units of its time. */
export async function registry(db: Reads['db']): Promise<RegisteredUnit[]> {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('unit_name', (join) => join.onRef('unit_name.unit_id', '=', 'unit.id').on('unit_name.lang', '=', 'vi'))
    .select(['unit.id', 'unit.code', 'unit.valid_from', 'unit.valid_to'])
    .select(sql<string[]>`array_agg(unit_name.name order by unit_name.valid_from desc)`.as('names'))
    .select(sql<string[]>`array(select alias from unit_alias where unit_id = unit.id order by alias)`.as('aliases'))
    .groupBy('unit.id')
    .orderBy('unit.code')
    .execute();
  return rows.map(({ names: [name, ...older], aliases, ...unit }) => ({
    ...unit,
    name: name ?? unit.code,
    aliases: [...older, ...aliases],
  }));
}

/**
 * Units that live on a day, called as they were then; without a day all there ever were, by their last names. Of a place: those seated in it
 * or in what lies in it. As JSON it is what `cotmoc plan.read --units FILE` takes.
 */
export const units = query({
  name: 'unit.list',
  verb: 'units.view',
  input: inputs.units,
  async run({ db }, { day, kind, place }) {
    let rows = db
      .selectFrom('unit')
      .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
      .leftJoin('place', 'place.id', 'unit.place_id')
      .select(['unit.id', 'unit.code', 'unit.valid_from', 'unit.valid_to', 'unit.demo'])
      .select(['parent.code as parent', 'place.code as place'])
      .select(sql<UnitKind>`unit.kind`.as('kind'))
      .select(namesOn('unit', 'unit', day).as('names'))
      .select(sql<string[]>`array(select alias from unit_alias where unit_id = unit.id order by alias)`.as('aliases'))
      .select(
        sql<string[]>`array(select name from unit_name where unit_id = unit.id and lang = 'vi' order by valid_from desc)`.as(
          'ever',
        ),
      );
    if (day) rows = rows.where(alive('unit', day));
    if (kind) rows = rows.where('unit.kind', '=', kind);
    if (place) rows = rows.where('unit.place_id', 'in', placesIn(db, place));
    const found = await rows.execute();
    return found
      .map(({ aliases, ever, ...unit }) => {
        const name = unit.names.vi ?? unit.code;
        return { ...unit, name, aliases: day ? aliases : [...new Set([...ever, ...aliases])].filter((other) => other !== name) };
      })
      .toSorted(byName);
  },
});

/** Places that are there on a day, called as they were then; without a day all there ever were. Those on the border come first, in its order. */
export const places = query({
  name: 'place.list',
  verb: 'units.view',
  input: inputs.places,
  async run({ db }, { day, kind, border }) {
    let rows = db
      .selectFrom('place')
      .leftJoin('place as parent', 'parent.id', 'place.parent_id')
      .select([
        'place.id',
        'place.code',
        'place.border_order',
        'place.valid_from',
        'place.valid_to',
        'place.demo',
        'parent.code as parent',
      ])
      .select(sql<PlaceKind>`place.kind`.as('kind'))
      .select(namesOn('place', 'place', day).as('names'));
    if (day) rows = rows.where(alive('place', day));
    if (kind) rows = rows.where('place.kind', '=', kind);
    if (border) rows = rows.where('place.border_order', 'is not', null);
    const found = await rows.execute();
    return found.map((place) => ({ ...place, name: place.names.vi ?? place.code })).toSorted(byBorder);
  },
});

/** One unit: its names through time, what it belongs to and what to it, what came before and after. @throws Problem not_found. */
export const unit = query({
  name: 'unit.show',
  verb: 'units.view',
  input: inputs.byCode,
  async run({ db, now }, { code }) {
    const found = await db.selectFrom('unit').selectAll().where('code', '=', code).executeTakeFirst();
    if (!found) throw new Problem('not_found');
    const { parent_id, place_id, ...rest } = found;
    const aliases = await db.selectFrom('unit_alias').select('alias').where('unit_id', '=', found.id).orderBy('alias').execute();
    return {
      ...rest,
      kind: found.kind as UnitKind,
      aliases: aliases.map(({ alias }) => alias),
      parent: await linked(db, 'unit', parent_id),
      place: await linked(db, 'place', place_id),
      below: await links(db, 'unit', sql`it.parent_id = ${found.id}`),
      followers: await followers(db, 'unit', found.id, dayOf(now)),
      ...(await history(db, 'unit', found.id)),
    };
  },
});

/** One place: its names through time, what it lies in and what in it, the units seated there, what came before and after. @throws Problem not_found. */
export const place = query({
  name: 'place.show',
  verb: 'units.view',
  input: inputs.byCode,
  async run({ db, now }, { code }) {
    const found = await db.selectFrom('place').selectAll().where('code', '=', code).executeTakeFirst();
    if (!found) throw new Problem('not_found');
    const { parent_id, ...rest } = found;
    return {
      ...rest,
      kind: found.kind as PlaceKind,
      parent: await linked(db, 'place', parent_id),
      below: (await links(db, 'place', sql`it.parent_id = ${found.id}`)).toSorted(byBorder),
      units: await links(db, 'unit', sql`it.place_id = ${found.id}`),
      followers: await followers(db, 'place', found.id, dayOf(now)),
      ...(await history(db, 'place', found.id)),
    };
  },
});

/** How much of a demonstration is there. */
export async function demoSize(db: Reads['db']): Promise<{ places: number; units: number }> {
  const { rows } = await sql<{ places: number; units: number }>`select
    (select count(*)::int from place where demo) as places, (select count(*)::int from unit where demo) as units`.execute(db);
  return rows[0] as { places: number; units: number };
}

/** A name with the life and the paper it has. */
export interface NameInTime extends Life {
  lang: string;
  name: string;
  legal_basis: string | null;
}

export interface Link extends Life {
  code: string;
  kind: string;
  names: Names;
  border_order: number | null;
}

/** `code` and `names`: of whom came before or after; null where nobody came after. */
export interface Succession {
  kind: SuccessionKind;
  day: Day;
  legal_basis: string;
  code: string | null;
  names: Names | null;
}

type Db = Reads['db'];

async function history(
  db: Db,
  of: Of,
  id: string,
): Promise<{ names: NameInTime[]; predecessors: Succession[]; successors: Succession[] }> {
  const [named, successions, bearer] = [sql.table(`${of}_name`), sql.table(`${of}_succession`), sql.table(of)];
  const names = await sql<NameInTime>`
    select lang, name, valid_from, valid_to, legal_basis from ${named}
    where ${sql.ref(`${of}_id`)} = ${id} order by valid_from desc, lang = 'vi' desc, lang`.execute(db);
  const before = await sql<Succession>`
    select s.kind, s.day, s.legal_basis, it.code, ${namesOn(of, 'it', sql`s.day - 1`)} as names
    from ${successions} s join ${bearer} it on it.id = s.predecessor_id
    where s.successor_id = ${id} order by s.day desc, it.code`.execute(db);
  const after = await sql<Succession>`
    select s.kind, s.day, s.legal_basis, it.code, case when it.id is not null then ${namesOn(of, 'it', sql`s.day`)} end as names
    from ${successions} s left join ${bearer} it on it.id = s.successor_id
    where s.predecessor_id = ${id} order by s.day, it.code`.execute(db);
  return { names: names.rows, predecessors: before.rows, successors: after.rows };
}

/** Who has come after it, however many steps later, as of a day. */
async function followers(db: Db, of: Of, id: string, as_of: Day): Promise<{ code: string; names: Names }[]> {
  const { rows } = await sql<{ code: string; names: Names }>`
    select it.code, ${namesOn(of, 'it', as_of)} as names
    from ${sql.raw(`${of}_followers`)}(array[${id}]::uuid[], ${as_of}) join ${sql.table(of)} it on it.id = follower_id
    where it.id <> ${id} order by it.code`.execute(db);
  return rows;
}

async function linked(db: Db, of: Of, id: string | null): Promise<Link | null> {
  return (id && (await links(db, of, sql`it.id = ${id}`))[0]) || null;
}

async function links(db: Db, of: Of, where: RawBuilder<unknown>): Promise<Link[]> {
  const order = of === 'place' ? sql`it.border_order` : sql`null::int`;
  const { rows } = await sql<Link>`
    select it.code, it.kind, it.valid_from, it.valid_to, ${namesOn(of, 'it')} as names, ${order} as border_order
    from ${sql.table(of)} it where ${where} order by it.valid_from, it.code`.execute(db);
  return rows;
}

/** Names of a bearer by language, as on a day, or the last it had: of several of one language the last is kept. */
export function namesOn(of: Of, bearer: string, day?: Day | RawBuilder<unknown>): RawBuilder<Names> {
  const on = day === undefined ? sql`true` : sql`valid_from <= ${day} and (valid_to is null or ${day} < valid_to)`;
  return sql<Names>`coalesce((select jsonb_object_agg(lang, name order by valid_from) from ${sql.table(`${of}_name`)}
    where ${sql.ref(`${of}_id`)} = ${sql.ref(`${bearer}.id`)} and ${on}), '{}')`;
}

/** Units that live today among those that roots reach, in the order of their names: for a form in which one is chosen. */
export async function livingIn({ db, now }: Reads, roots: 'house' | string[]): Promise<{ code: string; names: Names }[]> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('unit')
    .select(['unit.code', namesOn('unit', 'unit', today).as('names')])
    .where(alive('unit', today))
    .$if(roots !== 'house', (units) => units.where(sql<boolean>`unit.id in (select unit_reach(${roots}::uuid[]))`))
    .execute();
  const order = new Intl.Collator('vi').compare;
  return rows.toSorted((a, b) => order(a.names.vi ?? a.code, b.names.vi ?? b.code));
}

function alive(of: Of, day: Day): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${of}.valid_from`), sql.ref(`${of}.valid_to`)];
  return sql<boolean>`(${from} <= ${day} and (${to} is null or ${day} < ${to}))`;
}

/** A place and all that lies in it, however deep. */
function placesIn(db: Db, code: string) {
  return db
    .withRecursive('inside', (inner) =>
      inner
        .selectFrom('place')
        .select('place.id')
        .where('place.code', '=', code)
        .unionAll(inner.selectFrom('place').innerJoin('inside', 'inside.id', 'place.parent_id').select('place.id')),
    )
    .selectFrom('inside')
    .select('inside.id');
}

const COLLATOR = new Intl.Collator('vi');
const byName = (a: { name: string; code: string }, b: { name: string; code: string }) =>
  COLLATOR.compare(a.name, b.name) || (a.code < b.code ? -1 : 1);
