/** Events as they can be told: ids with the names of their day, personal values where they still stand and may be read. */
import { dayOf } from '#core/dates.ts';
import type { Reads } from '#core/context.ts';
import { peopleNamed } from '#features/people/names.server.ts';
import { papersNamed } from '#features/plans/names.server.ts';
import { namesEver, namesOn, type Named } from '#features/units/names.server.ts';
import type { Names } from '#features/units/rules.ts';

type Fields = Record<string, unknown>;

export interface EventRow {
  id: string;
  at: Date;
  command: string;
  actor_kind: 'person' | 'operator' | 'system' | 'nobody';
  actor_id: string | null;
  role: string | null;
  role_unit_id: string | null;
  instead_of: string | null;
  key_id: string | null;
  subject_kind: string;
  subject_id: string;
  unit_id: string | null;
  before: Fields | null;
  after: Fields | null;
  why: string | null;
  demo: boolean;
  /** Whether personal values may be read. */
  revealed: boolean;
}

/** Somebody: name null when they were erased. */
export interface Somebody {
  id: string;
  name: string | null;
}

/** A unit, a place, or anything else with a name that may differ by language. */
export interface Thing {
  id: string;
  kind: string;
  /** Of units and places, whose addresses are by code. */
  code: string | null;
  /** Null when nothing is known of it any more. */
  names: Names | null;
}

/** A value of an event: as written; or a thing; or a personal value that was erased or is not for this reader. */
export type Value = { as: 'is'; value: unknown } | { as: 'thing'; thing: Thing } | { as: 'erased' } | { as: 'hidden' };

export interface Change {
  field: string;
  before: Value | null;
  after: Value | null;
}

export interface Told {
  id: string;
  at: Date;
  command: string;
  actor: { kind: EventRow['actor_kind']; person: Somebody | null };
  role: string | null;
  role_unit: Thing | null;
  instead_of: Somebody | null;
  /** Whether a program did it, by the person's key. */
  by_key: boolean;
  subject: Thing;
  unit: Thing | null;
  why: string | null;
  demo: boolean;
  changes: Change[];
}

export async function tell(db: Reads['db'], rows: readonly EventRow[]): Promise<Told[]> {
  const known = await lookUp(db, rows);
  return rows.map((row) => {
    const thing = (kind: string, id: string, named: Names | null = null) => thingOf(known, row, kind, id, named);
    return {
      id: row.id,
      at: row.at,
      command: row.command,
      actor: { kind: row.actor_kind, person: row.actor_id === null ? null : somebody(known, row.actor_id) },
      role: row.role,
      role_unit: row.role_unit_id === null ? null : thing('unit', row.role_unit_id),
      instead_of: row.instead_of === null ? null : somebody(known, row.instead_of),
      by_key: row.key_id !== null,
      subject: thing(row.subject_kind, row.subject_id, nameInside(row)),
      unit: row.unit_id === null ? null : thing('unit', row.unit_id),
      why: row.why,
      demo: row.demo,
      changes: changesOf(known, row),
    };
  });
}

/** One of them by itself, as called on a day. */
export const name = {
  person: async (db: Reads['db'], id: string): Promise<Somebody> => ({ id, name: (await peopleNamed(db, [id])).get(id) ?? null }),
  async unit(db: Reads['db'], id: string, at: Date): Promise<Thing> {
    const unit = (await namesEver(db, 'unit', [id])).get(id);
    return { id, kind: 'unit', code: unit?.code ?? null, names: unit ? namesOn(unit, dayOf(at)) : null };
  },
};

/** Fields that hold the id of something, and of what. */
const REFERENCES: Partial<Record<string, string>> = {
  unit_id: 'unit',
  unit: 'unit',
  place_id: 'place',
  parent_id: 'unit',
  person_id: 'person',
  person: 'person',
  plan: 'plan',
  plan_id: 'plan',
  reading: 'plan_reading',
  reading_id: 'plan_reading',
};

interface Known {
  people: Map<string, string>;
  units: Map<string, Named>;
  places: Map<string, Named>;
  papers: Map<string, string>;
  /** Event, side and field → value. */
  personal: Map<string, string>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Everything that the rows name, in a few statements, however many rows. */
async function lookUp(db: Reads['db'], rows: readonly EventRow[]): Promise<Known> {
  const wanted: Record<string, Set<string>> = {
    person: new Set(),
    unit: new Set(),
    place: new Set(),
    plan: new Set(),
    plan_reading: new Set(),
  };
  const want = (kind: string, id: unknown) => typeof id === 'string' && UUID.test(id) && wanted[kind]?.add(id);
  for (const row of rows) {
    for (const id of [row.actor_id, row.instead_of]) want('person', id);
    for (const id of [row.unit_id, row.role_unit_id]) want('unit', id);
    want(row.subject_kind, row.subject_id);
    for (const [field, value] of [...Object.entries(row.before ?? {}), ...Object.entries(row.after ?? {})])
      want(REFERENCES[field] ?? '', value);
  }
  const ids = (kind: string) => [...(wanted[kind] ?? [])];
  const kept =
    rows.length === 0
      ? []
      : await db
          .selectFrom('event_personal')
          .select(['event_id', 'side', 'field', 'value'])
          .where(
            'event_id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute();
  return {
    people: await peopleNamed(db, ids('person')),
    units: await namesEver(db, 'unit', ids('unit')),
    places: await namesEver(db, 'place', ids('place')),
    papers: await papersNamed(db, [...ids('plan'), ...ids('plan_reading')]),
    personal: new Map(kept.map(({ event_id, side, field, value }) => [`${event_id} ${side} ${field}`, value])),
  };
}

function somebody({ people }: Known, id: string): Somebody {
  return { id, name: people.get(id) ?? null };
}

function thingOf(
  { people, units, places, papers }: Known,
  { at }: EventRow,
  kind: string,
  id: string,
  named: Names | null,
): Thing {
  const bearer = (kind === 'unit' ? units : kind === 'place' ? places : null)?.get(id);
  if (bearer) return { id, kind, code: bearer.code, names: namesOn(bearer, dayOf(at)) };
  const name = kind === 'person' ? people.get(id) : papers.get(id);
  return { id, kind, code: null, names: name === undefined ? named : { vi: name } };
}

/** What the event itself says its subject was called: it outlives its subject. */
function nameInside({ before, after, subject_kind }: EventRow): Names | null {
  if (subject_kind === 'person') return null;
  for (const fields of [after, before]) {
    const { names, title, file_name, name } = fields ?? {};
    if (typeof names === 'object' && names !== null) return names as Names;
    for (const word of [title, file_name, name]) if (typeof word === 'string') return { vi: word };
  }
  return null;
}

/** Fields of which before and after differ. */
function changesOf(known: Known, row: EventRow): Change[] {
  const { before, after } = row;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after?.[field] ?? null))
    .map((field) => ({ field, before: valueOf(known, row, 'before', field), after: valueOf(known, row, 'after', field) }));
}

function valueOf(known: Known, row: EventRow, side: 'before' | 'after', field: string): Value | null {
  const value = row[side]?.[field];
  if (value === undefined || value === null) return null;
  if (isDigest(value)) {
    if (!row.revealed) return { as: 'hidden' };
    const kept = known.personal.get(`${row.id} ${side} ${field}`);
    return kept === undefined ? { as: 'erased' } : { as: 'is', value: kept };
  }
  const kind = REFERENCES[field];
  if (kind && typeof value === 'string' && UUID.test(value))
    return { as: 'thing', thing: thingOf(known, row, kind, value, null) };
  return { as: 'is', value };
}

function isDigest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'digest' in value && Object.keys(value).length === 1;
}
