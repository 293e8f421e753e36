import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader, testHouse } from '#house.testing.ts';
import { addPlace, addUnit, aliasUnit } from './commands.server.ts';
import { place, places, registry, unit, units } from './queries.server.ts';
import { reorganise } from './reorganising/commands.server.ts';

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
    rename: (at: string, vi: string, day: string) => {
      const steps = [{ do: 'rename', of: 'unit', code: at, names: { vi } }];
      return execute(it, reorganise, { title: 'Đổi tên', day, legal_basis: BASIS, steps }, by);
    },
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
    const steps = [
      { do: 'move', of: 'place', code: 'hoa-lu', as: 'hoa-lu-2', parent: 'dn' },
      { do: 'abolish', of: 'place', codes: ['ln', 'loc-hoa'] },
    ];
    await execute(it, reorganise, { title: 'Hai cấp', day: DAY, legal_basis: BASIS, steps }, by);
    const along = async (day: string) => (await ask(it, places, { day, border: true }, operator)).map((row) => row.code);
    expect(await along('2025-06-30')).toEqual(['ln', 'loc-hoa', 'hoa-lu']);
    expect(await along(DAY)).toEqual(['hoa-lu-2']);
    expect(await ask(it, place, { code: 'hoa-lu-2' }, operator)).toMatchObject({
      parent: { code: 'dn' },
      predecessors: [{ kind: 'moved', code: 'hoa-lu' }],
    });
    expect((await ask(it, place, { code: 'ln' }, operator)).below.map((row) => row.code)).toEqual(['loc-hoa', 'hoa-lu']);
  });
});
