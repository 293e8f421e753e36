import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { addDays } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { livesOn, within, type Life } from '../rules.ts';
import { office, registerRows, type Db, type Office } from './reorganising.fixture.ts';

/** Numbers that a step is made of once one knows who lives: whom it is about, whom it leads to. */
interface Drawn {
  what: 'merge' | 'split' | 'replace' | 'rename' | 'move' | 'abolish' | 'add';
  of: 'unit' | 'place';
  one: number;
  two: number;
  three: number;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  what: fc.constantFrom('merge', 'merge', 'split', 'replace', 'rename', 'move', 'move', 'abolish', 'add'),
  of: fc.constantFrom('unit', 'unit', 'place'),
  one: fc.nat(),
  two: fc.nat(),
  three: fc.nat(),
});
/** Papers, each some days after the one before; after some of them one tries to take one back. */
const papers = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    steps: fc.array(drawn, { minLength: 1, maxLength: 2 }),
    takeBack: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
  }),
  { minLength: 2, maxLength: 7 },
);

describe('whatever papers come (X-1)', () => {
  test('each day has its map, nobody of an old day is lost, and what is taken back was never there', async ({
    database: { db },
  }) => {
    let round = 0;
    const count = { done: 0, refused: 0, undone: 0, kept: 0 };
    await fc.assert(
      fc.asyncProperty(papers, async (all) => {
        const at = `r${round++}`;
        const it = await begin(db, at);
        const done: string[] = [];
        let day = '2025-01-01';
        const days = [day];
        for (const { days: later, steps, takeBack } of all) {
          day = addDays(day, later);
          const before = await registerRows(db);
          const living = await livingOn(db, at, day);
          const drawnSteps = steps.map((step, i) => asStep(step, living, `${at}.n${days.length}-${i}`));
          const made = await attempt(it.reorganise(drawnSteps, day));
          if (made) done.push(made.id);
          else expect(await registerRows(db)).toEqual(before);
          count[made ? 'done' : 'refused']++;
          days.push(addDays(day, -1), day);
          if (made && takeBack === 0) {
            await it.undo(done.pop()!);
            expect(await registerRows(db)).toEqual(before);
            count.undone++;
          } else if (takeBack !== null && done.length > 0) {
            const [which] = done.splice(takeBack % done.length, 1);
            if (await attempt(it.undo(which!))) count.undone++;
            else {
              done.push(which!);
              count.kept++;
            }
          }
        }
        for (const on of new Set(days)) await mapHolds(db, at, on);
        await nobodyIsLost(db, at, addDays(day, 1));
      }),
      { numRuns: 25 },
    );
    // The property would hold of papers that are all refused.
    expect(count.done).toBeGreaterThan(20);
    expect(count.undone).toBeGreaterThan(3);
  }, 180_000);
});

interface Row extends Life {
  of: 'unit' | 'place';
  id: string;
  code: string;
  parent_id: string | null;
  place_id: string | null;
}

async function begin(db: Db, at: string): Promise<Office> {
  const it = office(db);
  await it.place(`${at}.p`);
  await it.place(`${at}.q`);
  for (const code of ['p.d', 'p.e']) await it.place(`${at}.${code}`, { kind: 'district', parent: `${at}.p` });
  await it.place(`${at}.p.d.x`, { kind: 'commune', parent: `${at}.p.d` });
  const units: [string, string | null, string | null][] = [
    ['a', null, 'p'],
    ['b', null, 'q'],
    ['a.1', 'a', 'p.d'],
    ['a.2', 'a', 'p.e'],
    ['b.1', 'b', null],
    ['a.1.x', 'a.1', 'p.d.x'],
    ['a.1.y', 'a.1', null],
  ];
  for (const [code, parent, place] of units)
    await it.unit(`${at}.${code}`, {
      ...(parent ? { parent: `${at}.${parent}` } : {}),
      ...(place ? { place: `${at}.${place}` } : {}),
    });
  return it;
}

/** @param fresh a code that nobody has */
function asStep({ what, of, one, two, three }: Drawn, living: readonly Row[], fresh: string): object {
  const all = living.filter((row) => row.of === of);
  const pick = (n: number) => all[n % all.length]?.code ?? 'nobody';
  switch (what) {
    case 'merge':
      return { do: what, of, from: [...new Set([pick(one), pick(three)])], into: pick(two) };
    case 'split':
      return { do: what, of, from: pick(one), into: [pick(two), pick(three)] };
    case 'replace':
      return { do: what, of, from: pick(one), into: pick(two) };
    case 'rename':
      return { do: what, of, code: pick(one), names: { vi: `Tên ${three}` } };
    case 'move':
      return { do: what, of, code: pick(one), parent: pick(two) };
    case 'abolish':
      return { do: what, of, codes: [pick(one)] };
    case 'add':
      return { do: what, of, code: fresh, kind: of === 'unit' ? 'other' : 'commune', names: { vi: fresh }, parent: pick(two) };
  }
}

/** What came of it, or null where it was refused in words. */
async function attempt<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    expect(error).toBeInstanceOf(Problem);
    return null;
  });
}

async function rowsOf(db: Db, at: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'unit' as of, id, code, parent_id, place_id, valid_from, valid_to from unit where code like ${`${at}.%`}
    union all select 'place', id, code, parent_id, null, valid_from, valid_to from place where code like ${`${at}.%`} order by 1, 3`.execute(
    db,
  );
  return rows;
}
const livingOn = async (db: Db, at: string, day: string) => (await rowsOf(db, at)).filter((row) => livesOn(row, day));

/** On a day everybody stands on the living and bears one Vietnamese name, and the walks down are those one finds by hand. */
async function mapHolds(db: Db, at: string, day: string) {
  const all = await rowsOf(db, at);
  const living = new Map(all.filter((row) => livesOn(row, day)).map((row) => [row.id, row]));
  for (const { code, parent_id, place_id } of living.values())
    expect([day, code, [parent_id, place_id].filter((id) => id !== null && !living.has(id))]).toEqual([day, code, []]);
  for (const register of ['unit', 'place'] as const) {
    const names = await sql<{ id: string; lang: string } & Life>`
      select ${sql.ref(`${register}_id`)} as id, lang, valid_from, valid_to from ${sql.table(`${register}_name`)}`.execute(db);
    for (const row of all.filter((it) => it.of === register)) {
      const own = names.rows.filter(({ id }) => id === row.id);
      expect(own.every((name) => within(name, row))).toBe(true);
      const called = own.filter((name) => livesOn(name, day)).length;
      expect([day, row.code, called]).toEqual([day, row.code, living.has(row.id) ? 1 : 0]);
    }
    for (const root of all.filter((it) => it.of === register)) {
      const below = [...living.values()].filter((row) => row.of === register && above(row, living).includes(root.id));
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.raw(`${register}_within`)}(array[${root.id}]::uuid[], ${day}::date) id`.execute(db);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(below.map(({ id }) => id).toSorted());
    }
  }
}

/** A living row's own id and those of all it lies under. */
function above(row: Row, living: ReadonlyMap<string, Row>): string[] {
  const ids: string[] = [];
  for (let it: Row | undefined = row; it; it = it.parent_id ? living.get(it.parent_id) : undefined) ids.push(it.id);
  return ids;
}

/**
 * As of a day every row of an older one leads to living ones, or was abolished; and its figures count under each that those lie under,
 * an abolished one's under what its parent has become.
 */
async function nobodyIsLost(db: Db, at: string, as_of: string) {
  for (const register of ['unit', 'place'] as const) {
    const all = (await rowsOf(db, at)).filter((row) => row.of === register);
    const byId = new Map(all.map((row) => [row.id, row]));
    const living = new Map(all.filter((row) => livesOn(row, as_of)).map((row) => [row.id, row]));
    const { rows: successions } = await sql<{ predecessor_id: string; successor_id: string | null; day: string }>`
      select predecessor_id, successor_id, day from ${sql.table(`${register}_succession`)}`.execute(db);
    const after = (id: string) => successions.filter((it) => it.predecessor_id === id);
    const leads = (id: string): string[] =>
      living.has(id) ? [id] : after(id).flatMap(({ successor_id }) => (successor_id ? leads(successor_id) : []));
    const ends = (id: string): boolean => after(id).some(({ successor_id }) => successor_id === null || ends(successor_id));
    const counts = (id: string): string[] => {
      if (living.has(id)) return [id];
      const parent = byId.get(id)?.parent_id;
      return after(id).flatMap(({ successor_id }) => (successor_id ? counts(successor_id) : parent ? counts(parent) : []));
    };

    const { rows: followers } = await sql<{ root_id: string; follower_id: string }>`
      select * from ${sql.raw(`${register}_followers`)}(${all.map(({ id }) => id)}::uuid[], ${as_of}::date)`.execute(db);
    for (const { id, code } of all) {
      const found = followers.filter(({ root_id }) => root_id === id).map(({ follower_id }) => follower_id);
      expect([code, found.toSorted()]).toEqual([code, [...new Set(leads(id))].toSorted()]);
      expect([code, found.length > 0 || ends(id)]).toEqual([code, true]);
    }
    for (const root of living.values()) {
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.raw(`${register}_counted`)}(${root.id}::uuid, ${as_of}::date) id`.execute(db);
      const expected = all.filter(({ id }) => counts(id).some((to) => above(living.get(to)!, living).includes(root.id)));
      expect([root.code, rows.map(({ id }) => id).toSorted()]).toEqual([root.code, expected.map(({ id }) => id).toSorted()]);
    }
  }
}
