/** People brought in from a sheet: all or none, errors per row and column. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { t } from '#core/text.ts';
import { test } from '#db/testing.server.ts';
import { operator } from '#house.testing.ts';
import { readSheet } from '#ports/spreadsheet/read.ts';
import { writeSheet, type Column } from '#ports/spreadsheet.server.ts';
import { importPeople } from './import_commands.server.ts';
import { template } from './import_queries.server.ts';
import { asPerson, hire, province } from './people.fixture.ts';
import { list, show } from './persons_queries.server.ts';

const HEAD = ['Họ và tên', 'Tên đăng nhập', 'Vai trò', 'Cơ quan', 'Từ ngày', 'Đến trước ngày'];

async function sheet(rows: (string | null)[][], head = HEAD): Promise<{ content: Uint8Array }> {
  const columns = head.map((title): Column => ({ title, kind: /ngày/.test(title) ? 'day' : 'text' }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSheet('Người dùng', columns, rows)) pieces.push(piece);
  return { content: new Uint8Array(Buffer.concat(pieces)) };
}
const by = { actor: operator };
const THREE = [
  ['Lê Thị An', 'an.le', 'Chuyên viên', 'so.nv', null, null],
  ['Trần Văn Bình', 'binh.tran', 'approver', 'phòng biên giới', '2027-01-01', '2027-07-01'],
  ['Lê Thị An', 'an.le', 'Người xem', 'Toàn hệ thống', '1/12/2026', null],
];
const fieldsOf = (tried: Promise<unknown>) =>
  tried.then(
    () => null,
    (problem: Problem) => problem.values['fields'],
  );

describe('people from a sheet', () => {
  test('come with all their roles, each with a link of their own; the same sheet again changes nothing', async ({ db }) => {
    const house = await province(db);
    const first = await execute(house, importPeople, await sheet(THREE), by);
    expect(first).toMatchObject({ added: [{ username: 'an.le' }, { username: 'binh.tran' }], roles: 1, unchanged: 0 });
    expect(new Set(first.added.map(({ path }) => path)).size).toBe(2);
    const { grants } = await ask(house, show, { person: 'an.le' }, operator);
    expect(grants.map(({ role, unit, valid_from }) => [role, unit, valid_from])).toEqual([
      ['reader', null, '2026-12-01'],
      ['officer', 'so.nv', '2026-11-23'],
    ]);
    const events = await db.selectFrom('event').select('id').execute();
    house.clock = new Date('2026-11-24T08:00:00Z');
    expect(await execute(house, importPeople, await sheet(THREE), by)).toEqual({ added: [], roles: 0, unchanged: 3 });
    expect(await db.selectFrom('event').select('id').execute()).toEqual(events);
  });

  test('are told what is wrong, by row and column, in words; then nobody came', async ({ db }) => {
    const house = await province(db);
    await hire(house, 'chi.le', 'reader', 'so.yt');
    const told = await fieldsOf(
      execute(
        house,
        importPeople,
        await sheet([
          ...THREE,
          ['', 'Ấn', 'Trưởng phòng', 'Sở Ma', '31/2/2027', null],
          ['Ai đó', 'chi.le', 'reader', 'so.nv', null, null],
          ['Vũ Dũng', 'dung.vu', 'reader', 'so.nv', '2027-01-01', '2026-01-01'],
          ['Vũ Em', 'em.vu', 'reader', 'Sở Ma', null, null],
        ]),
        by,
      ),
    );
    expect(told).toEqual([
      { path: '5.name', message: 'field.required' },
      { path: '5.username', message: 'field.username' },
      { path: '5.role', message: 'field.role' },
      { path: '5.from', message: 'field.day' },
      { path: '6.name', message: 'import.other_name' },
      { path: '7.to', message: 'field.to_after_from' },
      { path: '8.unit', message: 'import.no_unit' },
    ]);
    for (const { message } of told as unknown as { message: string }[]) expect(t('vi', message as 'field.day')).not.toBe(message);
    expect(await ask(house, list, {}, operator)).toMatchObject({ total: 1 });
  });

  test('come only where the one who brings them administrates', async ({ db }) => {
    const house = await province(db);
    const actor = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.nv'));
    expect(await fieldsOf(execute(house, importPeople, await sheet(THREE), { actor }))).toEqual([
      { path: '4.unit', message: 'import.beyond' },
    ]);
    expect(await execute(house, importPeople, await sheet(THREE.slice(0, 2)), { actor })).toMatchObject({ added: [{}, {}] });
  });

  test('are not guessed when columns are missing, nor when the file is none', async ({ db }) => {
    const house = await province(db);
    expect(
      await fieldsOf(execute(house, importPeople, await sheet(THREE, ['Tên', 'Tên đăng nhập', 'Vai trò', 'Cơ quan']), by)),
    ).toEqual([{ path: '1.name', message: 'import.no_column' }]);
    await expect(execute(house, importPeople, { content: Buffer.from('an;le') }, by)).rejects.toMatchObject({
      code: 'unreadable_sheet',
      values: { reason: 'unknown_format' },
    });
    await expect(execute(house, importPeople, await sheet([]), by)).rejects.toMatchObject({ values: { reason: 'empty' } });
  });

  test('can be written into a template that has just these columns', async ({ db }) => {
    const { content } = await ask(await province(db), template, {}, operator);
    const bytes = await new Response(content as unknown as ReadableStream).bytes();
    expect(readSheet(bytes)).toEqual([{ number: 1, cells: HEAD }]);
  });
});
