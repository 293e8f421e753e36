import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { tMaybe } from '#core/text.ts';
import { test } from '#db/testing.server.ts';
import { DAY, office, refusal, registerRows, type Office } from './reorganising.fixture.ts';

/** Two departments become one, with a division that goes along; a third is renamed. */
async function merged(it: Office) {
  await it.place('p');
  for (const code of ['a', 'b', 'c']) await it.unit(code, { place: 'p' });
  await it.unit('a.1', { parent: 'a' });
  return it.reorganise([
    { do: 'add', of: 'place', code: 'q', kind: 'province', names: { vi: 'Tỉnh Q' } },
    { do: 'add', of: 'unit', code: 'ab', kind: 'department', names: { vi: 'Sở AB' }, place: 'q', aliases: ['SAB'] },
    { do: 'merge', of: 'unit', from: ['a', 'b'], into: 'ab' },
    { do: 'rename', of: 'unit', code: 'c', names: { vi: 'Sở C mới' } },
  ]);
}
const obstaclesOf = async (it: Office, id: string) =>
  (await it.show(id)).obstacles.map(({ what, of, code, rows }) => `${what} ${of} ${code} ${rows}`);

describe('taking a reorganisation back (X-1)', () => {
  test('makes every row again what it was before, and stays in the list, marked', async ({ db }) => {
    const it = office(db);
    await it.place('vn', { kind: 'country' });
    const before: unknown[] = [];
    const done: string[] = [];
    await it.unit('x');
    for (const steps of [
      [{ do: 'rename', of: 'unit', code: 'x', names: { vi: 'Sở X mới' } }],
      [
        { do: 'add', of: 'unit', code: 'y', kind: 'department', names: { vi: 'Sở Y' }, aliases: ['SY'] },
        { do: 'add', of: 'unit', code: 'y.1', kind: 'division', names: { vi: 'Phòng' }, parent: 'y' },
        { do: 'replace', of: 'unit', from: 'x', into: 'y' },
      ],
      [{ do: 'abolish', of: 'unit', codes: ['y', 'y.1'] }],
    ]) {
      before.push(await registerRows(db));
      done.push((await it.reorganise(steps, `202${5 + done.length}-07-01`)).id);
    }
    for (const id of done.toReversed()) {
      await it.undo(id);
      expect(await registerRows(db)).toEqual(before.pop());
      expect((await it.show(id)).undone_at).not.toBeNull();
    }
    expect(await refusal(it.undo(done[0]!))).toEqual({ code: 'not_possible' });
    expect(await refusal(it.undo('01900000-0000-7000-8000-000000000000'))).toEqual({ code: 'not_found' });
  });

  test('is on record with each row', async ({ db }) => {
    const it = office(db);
    const { id } = await merged(it);
    await it.undo(id);
    const events = await db.selectFrom('event').selectAll().where('command', '=', 'unit.undo_reorganisation').execute();
    const rows = events.filter(({ after }) => (after as { undone?: boolean }).undone).map(({ subject_kind }) => subject_kind);
    // a, b, a.1 live again; ab and what a.1 had become are gone; c has its name back. Then q, and the whole.
    expect(rows.toSorted()).toEqual(['place', ...Array.from({ length: 6 }, () => 'unit')]);
    expect(events.filter(({ subject_id }) => subject_id === id)).toMatchObject([{ subject_kind: 'reorganisation' }]);
  });

  const cases: [string, (it: Office, db: Parameters<typeof office>[0]) => Promise<unknown>, string[]][] = [
    ['a unit under one it made', (it) => it.unit('new', { parent: 'ab', valid_from: DAY }), ['child unit new 1']],
    ['a unit seated in a place it made', (it) => it.unit('new', { place: 'q', valid_from: '2026-01-01' }), ['child unit new 1']],
    [
      'a place in one it made',
      (it) => it.place('q.d', { kind: 'district', parent: 'q', valid_from: DAY }),
      ['child place q.d 1'],
    ],
    [
      'a later end of one it made',
      (it) => it.reorganise([{ do: 'merge', of: 'unit', from: ['ab'], into: 'c' }], '2026-01-01'),
      ['succession unit a.1-20250701 1', 'succession unit ab 1'],
    ],
    [
      'a later merger into one it made',
      (it) => it.reorganise([{ do: 'merge', of: 'unit', from: ['c'], into: 'ab' }], '2026-01-01'),
      ['succession unit c 1'],
    ],
    [
      'a later name of one it renamed',
      (it) => it.reorganise([{ do: 'rename', of: 'unit', code: 'c', names: { vi: 'Sở C nữa' } }], '2026-01-01'),
      ['name unit c 1'],
    ],
    [
      'the end of a seat that one it ended would come back to',
      (it) =>
        it.reorganise(
          [
            { do: 'merge', of: 'place', from: ['p'], into: 'q' },
            { do: 'abolish', of: 'unit', codes: ['c'] },
          ],
          '2026-01-01',
        ),
      ['succession place p 1', 'succession unit c 1', 'support place p 1'],
    ],
    [
      'a task given to one it made',
      async (_, db) => {
        await sql`
          with plan as (
            insert into plan (id, kind, title, adopted_at) values (gen_random_uuid(), 'plan', 'KH', now()) returning id),
          version as (
            insert into plan_version (id, plan_id, title, text, adopted_at)
            select gen_random_uuid(), id, 'KH', 'x', now() from plan returning id, plan_id),
          node as (
            insert into plan_node (id, plan_id, version_id, position, kind, level, text, span_start, span_end)
            select gen_random_uuid(), plan_id, id, 0, 'item', 1, 'x', 0, 1 from version returning id)
          insert into assignment (id, node_id, unit_id, unit_name, role)
          select gen_random_uuid(), node.id, unit.id, 'Sở AB', 'lead' from node, unit where unit.code = 'ab'`.execute(db);
      },
      ['assignment unit ab 1'],
    ],
    [
      'any row of a table that nobody here knows',
      async (_, db) => {
        await sql`create table later_feature (seat uuid references place (id))`.execute(db);
        await sql`insert into later_feature select id from place where code in ('p', 'q') union all select id from place where code = 'q'`.execute(
          db,
        );
      },
      ['later_feature place q 2'],
    ],
  ];
  for (const [what, build, expected] of cases) {
    test(`is refused, and all stays, while there is ${what}`, async ({ db }) => {
      const it = office(db);
      const { id } = await merged(it);
      await build(it, db);
      const before = await registerRows(db);
      expect(await obstaclesOf(it, id)).toEqual(expected);
      const codes = [...new Set(expected.map((line) => line.split(' ')[2]))].join(', ');
      expect(await refusal(it.undo(id))).toEqual({ code: 'reorganisation_built_on', codes });
      expect(await registerRows(db)).toEqual(before);
    });
  }

  test('does not mind what hangs on units that it ended or let be', async ({ db }) => {
    const it = office(db);
    const { id } = await merged(it);
    await it.unit('c.1', { parent: 'c', valid_from: '2026-01-01' });
    await sql`create table later_feature (unit uuid references unit (id))`.execute(db);
    await sql`insert into later_feature select id from unit where code in ('a', 'c')`.execute(db);
    await it.undo(id);
    expect(await it.unitsOn('2026-01-01')).toEqual(['a', 'a.1', 'b', 'c', 'c.1']);
  });

  test('says in words what hangs on a unit, of every table that may', async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select distinct conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid in ('unit'::regclass, 'place'::regclass) and conrelid::regclass::text !~ '^(unit|place)(_|$)'`.execute(
      db,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ name }) => tMaybe('vi', `hangs.${name}`) === null)).toEqual([]);
  });
});
