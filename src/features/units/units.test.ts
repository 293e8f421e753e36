import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { addDays } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader, testHouse, type TestHouse } from '#house.testing.ts';
import { addPlace, addUnit, aliasUnit, renameUnit, succeedPlace, succeedUnit } from './commands.server.ts';
import { place, places, registry, unit, units } from './queries.server.ts';
import { livesOn, within } from './rules.ts';

type Db = Parameters<typeof testHouse>[0];
const DAY = '2025-07-01';
const BASIS = 'Nghị quyết số 1/NQ-HĐND';
const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Problem;
const field = (path: string, message: string) =>
  expect.objectContaining({ code: 'bad_input', values: { fields: [{ path, message }] } }) as Problem;

function house(db: Db) {
  const it = testHouse(db);
  return {
    it,
    place: (at: string, more: object = {}) =>
      execute(it, addPlace, { code: at, kind: 'province', names: { vi: `Tỉnh ${at}` }, valid_from: '2020-01-01', ...more }, by),
    unit: (at: string, more: object = {}) =>
      execute(it, addUnit, { code: at, kind: 'department', names: { vi: `Sở ${at}` }, valid_from: '2020-01-01', ...more }, by),
    rename: (at: string, vi: string, day: string, more: object = {}) =>
      execute(it, renameUnit, { code: at, names: { vi, ...more }, day, legal_basis: BASIS }, by),
    succeed: (kind: string, predecessors: string[], successors: string[], day = DAY) =>
      execute(it, succeedUnit, { kind, predecessors, successors, day, legal_basis: BASIS }, by),
    listed: async (day?: string) => (await ask(it, units, day ? { day } : {}, operator)).map(({ name }) => name),
    shown: (at: string) => ask(it, unit, { code: at }, operator),
  };
}

describe('a unit (IV.0)', () => {
  test('has names by language and the names that papers give it, as plan.read takes them', async ({ db }) => {
    const { it, unit: add } = house(db);
    await add('stttt', {
      names: { vi: ' Sở Thông tin  và Truyền thông ', en: 'Department of Information' },
      aliases: ['Sở TT&TT', 'STTTT', 'Sở TT&TT'],
    });
    await execute(it, aliasUnit, { code: 'stttt', alias: 'STTT' }, by);
    expect(await ask(it, units, {}, reader)).toMatchObject([
      {
        code: 'stttt',
        name: 'Sở Thông tin và Truyền thông',
        names: { en: 'Department of Information' },
        aliases: ['STTT', 'STTTT', 'Sở TT&TT'],
      },
    ]);
    await expect(execute(it, aliasUnit, { code: 'stttt', alias: 'STTT' }, by)).rejects.toEqual(code('already_there'));
  });

  test('needs a Vietnamese name, a code of its own and a parent that is there from its first day', async ({ db }) => {
    const { unit: add } = house(db);
    await add('a', { valid_from: '2023-01-01' });
    await expect(add('a')).rejects.toEqual(code('already_there'));
    await expect(add('b', { names: { en: 'Department' } })).rejects.toEqual(field('names', 'units.needs_vi'));
    await expect(add('b', { names: { vi: 'Sở B', 'tiếng Anh': 'B' } })).rejects.toEqual(field('names', 'units.language'));
    await expect(add('b', { parent: 'nobody' })).rejects.toEqual(field('parent', 'units.unknown'));
    await expect(add('b', { parent: 'a', valid_from: '2022-12-31' })).rejects.toEqual(field('parent', 'units.not_alive'));
    await expect(add('b', { valid_from: '2023-02-29' })).rejects.toEqual(field('valid_from', 'field.day'));
    await add('b', { parent: 'a', valid_from: '2023-01-01' });
  });

  test('is called as it was on the day one asks for (X-1)', async ({ db }) => {
    const { unit: add, rename, listed, shown } = house(db);
    await add('ubnd', { names: { vi: 'UBND tỉnh Đồng Nai', en: "People's Committee" } });
    await rename('ubnd', 'UBND thành phố Đồng Nai', '2026-04-24');
    expect(await listed('2026-04-23')).toEqual(['UBND tỉnh Đồng Nai']);
    expect(await listed('2026-04-24')).toEqual(['UBND thành phố Đồng Nai']);
    expect(await listed('2019-12-31')).toEqual([]);
    expect((await shown('ubnd')).names).toEqual([
      { lang: 'vi', name: 'UBND thành phố Đồng Nai', valid_from: '2026-04-24', valid_to: null, legal_basis: BASIS },
      { lang: 'vi', name: 'UBND tỉnh Đồng Nai', valid_from: '2020-01-01', valid_to: '2026-04-24', legal_basis: null },
      { lang: 'en', name: "People's Committee", valid_from: '2020-01-01', valid_to: '2026-04-24', legal_basis: null },
    ]);
  });

  test('is found by all names it ever had when an old paper is read (C-0)', async ({ db }) => {
    const { it, unit: add, rename } = house(db);
    await add('vh', { names: { vi: 'Sở Văn hóa' }, aliases: ['SVH'] });
    await rename('vh', 'Sở Văn hóa, Thể thao và Du lịch', '2024-01-01');
    const expected = { code: 'vh', name: 'Sở Văn hóa, Thể thao và Du lịch', aliases: ['Sở Văn hóa', 'SVH'] };
    expect(await registry(db)).toMatchObject([expected]);
    expect(await ask(it, units, {}, operator)).toMatchObject([expected]);
  });

  test('is not renamed before it is there, on its first day, after its end, or under a later name', async ({ db }) => {
    const { unit: add, rename, succeed } = house(db);
    await add('a');
    await add('b');
    await rename('a', 'Sở A mới', '2024-01-01');
    await succeed('merged', ['a'], ['b']);
    for (const day of ['2019-01-01', '2020-01-01', '2023-06-01', '2024-01-01', DAY, '2025-12-01'])
      await expect(rename('a', 'Sở A nữa', day)).rejects.toEqual(code('succession_day'));
    await rename('b', 'Sở B mới', '2025-01-01');
  });

  test('is found by place, with what lies in that place', async ({ db }) => {
    const { it, unit: add, place: put } = house(db);
    await put('bp');
    await put('bp.ln', { kind: 'district', parent: 'bp' });
    await put('bp.ln.loc-hoa', { kind: 'commune', parent: 'bp.ln' });
    await put('dn');
    await add('tinh', { place: 'bp' });
    await add('xa', { place: 'bp.ln.loc-hoa', kind: 'committee' });
    await add('khac', { place: 'dn' });
    const codes = async (input: object) => (await ask(it, units, input, operator)).map((row) => row.code).toSorted();
    expect(await codes({ place: 'bp' })).toEqual(['tinh', 'xa']);
    expect(await codes({ place: 'bp.ln' })).toEqual(['xa']);
    expect(await codes({ place: 'bp', kind: 'department', day: DAY })).toEqual(['tinh']);
  });
});

describe('a succession (X-1)', () => {
  test('ends who was before, with their names, and is seen from both sides', async ({ db }) => {
    const { unit: add, succeed, listed, shown } = house(db);
    await add('a', { names: { vi: 'Sở A', en: 'A' } });
    await add('b');
    await add('c', { valid_from: DAY });
    await succeed('merged', ['a', 'b'], ['c']);
    expect(await listed('2025-06-30')).toEqual(['Sở A', 'Sở b']);
    expect(await listed(DAY)).toEqual(['Sở c']);
    expect(await shown('a')).toMatchObject({
      valid_to: DAY,
      predecessors: [],
      successors: [{ kind: 'merged', day: DAY, legal_basis: BASIS, code: 'c', names: { vi: 'Sở c' } }],
    });
    expect((await shown('a')).names.map(({ valid_to }) => valid_to)).toEqual([DAY, DAY]);
    expect((await shown('c')).predecessors.map(({ code: at, names }) => [at, names?.vi])).toEqual([
      ['a', 'Sở A'],
      ['b', 'Sở b'],
    ]);
  });

  test('may split, may end without anybody after, and may happen to one twice on the same day', async ({ db }) => {
    const { unit: add, succeed, shown } = house(db);
    for (const at of ['a', 'b', 'x', 'y', 'z']) await add(at);
    await succeed('split', ['a'], ['x', 'y']);
    await succeed('merged', ['a'], ['z']);
    await succeed('abolished', ['b'], []);
    expect((await shown('a')).successors.map(({ code: at }) => at)).toEqual(['x', 'y', 'z']);
    expect((await shown('b')).successors).toMatchObject([{ kind: 'abolished', code: null, names: null }]);
    await expect(succeed('split', ['a'], ['x', 'y'])).rejects.toEqual(code('already_there'));
  });

  test('is refused when the days do not fit', async ({ db }) => {
    const { unit: add, succeed } = house(db);
    await add('old');
    await add('new', { valid_from: DAY });
    await add('gone');
    await add('heir');
    await succeed('merged', ['gone'], ['heir'], '2024-01-01');
    const day = code('succession_day');
    await expect(succeed('merged', ['old'], ['new'], '2025-06-30'), 'the successor is not there yet').rejects.toEqual(day);
    await expect(succeed('merged', ['old'], ['gone']), 'the successor is there no more').rejects.toEqual(day);
    await expect(succeed('merged', ['gone'], ['heir']), 'it ended on another day').rejects.toEqual(day);
    await expect(succeed('merged', ['new'], ['heir'], DAY), 'it was not there before').rejects.toEqual(day);
    await expect(succeed('merged', ['old'], ['new'], '2026-01-01')).resolves.toBeDefined();
  });

  test('is refused when too many or too few come before or after, or one is its own successor', async ({ db }) => {
    const { unit: add, succeed } = house(db);
    for (const at of ['a', 'b', 'c']) await add(at);
    await expect(succeed('merged', ['a'], ['b', 'c'])).rejects.toEqual(field('successors', 'succession.after'));
    await expect(succeed('split', ['a'], ['b'])).rejects.toEqual(field('successors', 'succession.after'));
    await expect(succeed('renamed', ['a', 'b'], ['c'])).rejects.toEqual(field('predecessors', 'succession.before'));
    await expect(succeed('abolished', ['a'], ['b'])).rejects.toEqual(field('successors', 'succession.after'));
    await expect(succeed('merged', ['a'], ['a'])).rejects.toEqual(field('successors', 'succession.twice'));
    await expect(succeed('merged', ['a', 'nobody'], ['b'])).rejects.toEqual(field('predecessors.1', 'units.unknown'));
  });

  test('happens once when two press at once and would end a unit on different days', async ({ database }) => {
    const { unit: add, succeed } = house(database.db);
    const olds = ['a', 'b', 'c', 'd'];
    for (const at of [...olds, 'x']) await add(at);
    const both = olds.flatMap((at) =>
      ['2025-01-01', '2025-02-01'].map((day) =>
        succeed('merged', [at], ['x'], day).then(
          () => at,
          () => null,
        ),
      ),
    );
    expect((await Promise.all(both)).filter((at) => at !== null).toSorted()).toEqual(olds);
  });

  test('is recorded with each that ended', async ({ db }) => {
    const { unit: add, succeed } = house(db);
    const [a, b] = [await add('a'), await add('b')];
    await add('c');
    await succeed('merged', ['a', 'b'], ['c']);
    const events = await db
      .selectFrom('event')
      .select(['subject_id', 'before', 'after'])
      .where('command', '=', 'unit.succeed')
      .orderBy('id')
      .execute();
    const after = { valid_to: DAY, succession: 'merged', successors: ['c'], legal_basis: BASIS };
    expect(events).toEqual([a, b].map(({ id }) => ({ subject_id: id, before: { valid_to: null }, after })));
  });
});

describe('a place', () => {
  test('lies only in what such places lie in', async ({ db }) => {
    const { place: put } = house(db);
    await put('bp');
    await put('bp.ln', { kind: 'district', parent: 'bp' });
    await expect(put('x', { kind: 'district', parent: 'bp.ln' })).rejects.toEqual(field('parent', 'units.parent_kind'));
    await expect(put('x', { kind: 'country', parent: 'bp' })).rejects.toEqual(field('parent', 'units.parent_kind'));
    await put('x', { kind: 'border_gate', parent: 'bp.ln' });
  });

  test('stands in the order of the border, and is another one when it comes under another parent (X-1)', async ({ db }) => {
    const { it, place: put } = house(db);
    await put('bp');
    await put('ln', { kind: 'district', parent: 'bp', border_order: 10 });
    await put('hoa-lu', { kind: 'border_gate', parent: 'ln', border_order: 11, names: { vi: 'Cửa khẩu Hoa Lư' } });
    await put('loc-hoa', { kind: 'commune', parent: 'ln', border_order: 10 });
    await put('dn', { valid_from: DAY });
    await put('hoa-lu-2', {
      kind: 'border_gate',
      parent: 'dn',
      border_order: 11,
      valid_from: DAY,
      names: { vi: 'Cửa khẩu Hoa Lư' },
    });
    const follow = (kind: string, predecessors: string[], successors: string[]) =>
      execute(it, succeedPlace, { kind, predecessors, successors, day: DAY, legal_basis: BASIS }, by);
    await follow('renamed', ['hoa-lu'], ['hoa-lu-2']);
    await follow('abolished', ['ln', 'loc-hoa'], []);
    const along = async (day: string) => (await ask(it, places, { day, border: true }, operator)).map((row) => row.code);
    expect(await along('2025-06-30')).toEqual(['ln', 'loc-hoa', 'hoa-lu']);
    expect(await along(DAY)).toEqual(['hoa-lu-2']);
    expect(await ask(it, place, { code: 'hoa-lu-2' }, operator)).toMatchObject({
      parent: { code: 'dn' },
      predecessors: [{ kind: 'renamed', code: 'hoa-lu' }],
    });
    expect((await ask(it, place, { code: 'ln' }, operator)).below.map((row) => row.code)).toEqual(['loc-hoa', 'hoa-lu']);
  });
});

describe('whatever people enter (X-1)', () => {
  test('a living unit bears exactly one Vietnamese name on each day, and no name outlives its unit', async ({ db }) => {
    const codes = ['a', 'b', 'c'];
    const at = fc.constantFrom(...codes);
    const step = fc.tuple(fc.constantFrom('rename', 'merged', 'renamed', 'abolished'), at, at, fc.integer({ min: -2, max: 12 }));
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { it, unit: add, rename, succeed } = house(db);
        const round = `r${n++}`;
        for (const own of codes) await add(`${round}.${own}`, { names: { vi: `Sở ${own}`, en: own } });
        for (const [what, one, two, days] of steps) {
          const day = addDays('2020-01-01', days);
          const [from, to] = [`${round}.${one}`, `${round}.${two}`];
          const done =
            what === 'rename' ? rename(from, `Sở ${day}`, day) : succeed(what, [from], what === 'abolished' ? [] : [to], day);
          await done.catch((error: unknown) => expect(error).toBeInstanceOf(Problem));
        }
        for (const own of codes) await holds(it, `${round}.${own}`);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

async function holds(it: TestHouse, at: string) {
  const shown = await ask(it, unit, { code: at }, operator);
  expect(shown.names.every((name) => within(name, shown))).toBe(true);
  for (let days = -3; days <= 14; days++) {
    const day = addDays('2020-01-01', days);
    const called = shown.names.filter((name) => name.lang === 'vi' && livesOn(name, day));
    expect([day, called.length]).toEqual([day, livesOn(shown, day) ? 1 : 0]);
  }
  expect(shown.successors.every(({ day }) => day === shown.valid_to)).toBe(true);
}
