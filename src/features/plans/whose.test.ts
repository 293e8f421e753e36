/** Who sees which plans: at the unit, above it, below it, and who has a task by it. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { holding, operator, testHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { adopt, bring } from './commands.server.ts';
import { list, tasks } from './list_queries.server.ts';
import { file, reading, readings, show } from './queries.server.ts';
import { agencies, calendar, task } from './task_queries.server.ts';

const by = { actor: operator };
const text =
  'ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nKẾ HOẠCH\nVề việc thử\n1. Sở Ngoại vụ chủ trì biên soạn tài liệu trước ngày 20/6/2027.\n';

/** A plan of the health department that orders a task of the department of foreign affairs. */
async function planned(db: Parameters<typeof testHouse>[0]) {
  const house = testHouse(db);
  const units = [
    ['ubnd', undefined, 'UBND tỉnh'],
    ['yte', 'ubnd', 'Sở Y tế'],
    ['yte.phong', 'yte', 'Phòng Nghiệp vụ Y'],
    ['ngoaivu', 'ubnd', 'Sở Ngoại vụ'],
    ['taichinh', 'ubnd', 'Sở Tài chính'],
  ] as const;
  for (const [code, parent, vi] of units)
    await execute(house, addUnit, { code, kind: 'department', parent, names: { vi }, valid_from: '2020-01-01' }, by);
  const rows = await db.selectFrom('unit').select(['code', 'id']).execute();
  const at = (code: string) => holding(['reader'], rows.find((it) => it.code === code)?.id ?? null);
  const source = { content: new TextEncoder().encode(text), name: 'ke-hoach.txt', unit: 'yte' };
  const { id: reading_id } = await execute(house, bring, source, by);
  const adopted = () => execute(house, adopt, { id: reading_id }, by);
  return { house, at, rows, reading_id, adopted, source };
}

describe('a plan (IV.0)', () => {
  test('is seen where it is, above, below and where its tasks are; elsewhere it is not there', async ({ db }) => {
    const { house, at, reading_id, adopted } = await planned(db);
    const { id } = await adopted();
    const task_id = (await db.selectFrom('task').select('id').executeTakeFirstOrThrow()).id;
    for (const code of ['ubnd', 'yte', 'yte.phong', 'ngoaivu']) {
      expect([code, await ask(house, show, { id }, at(code))]).toMatchObject([code, { plan: { id } }]);
      expect([code, await ask(house, list, {}, at(code))]).toMatchObject([code, { total: 1 }]);
      expect([code, await ask(house, tasks, {}, at(code))]).toMatchObject([code, { total: 1 }]);
      expect(await ask(house, calendar, { from: '2027-01-01' }, at(code))).toHaveLength(1);
    }
    const elsewhere = at('taichinh');
    const gone = expect.objectContaining({ code: 'not_found' }) as Error;
    await expect(ask(house, show, { id }, elsewhere)).rejects.toEqual(gone);
    await expect(ask(house, task, { id: task_id }, elsewhere)).rejects.toEqual(gone);
    await expect(ask(house, file, { id: reading_id }, elsewhere)).rejects.toEqual(gone);
    expect(await ask(house, list, {}, elsewhere)).toMatchObject({ total: 0 });
    expect(await ask(house, tasks, {}, elsewhere)).toMatchObject({ total: 0 });
    expect(await ask(house, agencies, {}, elsewhere)).toEqual([]);
    expect(await ask(house, calendar, { from: '2027-01-01' }, elsewhere)).toEqual([]);
  });

  test('of an office that was merged is seen by the office that came after it (X-1)', async ({ db }) => {
    const { house, at, adopted } = await planned(db);
    const { id } = await adopted();
    const steps = [{ do: 'merge', of: 'unit', from: ['ngoaivu'], into: 'taichinh' }];
    const paper = { title: 'Sắp xếp', day: '2026-11-01', legal_basis: 'Nghị quyết 1/NQ-HĐND', steps };
    await execute(house, reorganise, paper, by);
    expect(await ask(house, show, { id }, at('taichinh'))).toMatchObject({ plan: { id } });
  });
});

describe('a reading that waits', () => {
  test('is for those who work on plans at its unit, and once adopted for all whom the plan concerns', async ({ db }) => {
    const { house, at, rows, reading_id, adopted } = await planned(db);
    const unit = (code: string) => rows.find((it) => it.code === code)?.id ?? null;
    const officer = holding(['officer'], unit('yte'));
    expect(await ask(house, readings, {}, officer)).toHaveLength(1);
    for (const role of ['approver', 'coordinator'] as const)
      expect(await ask(house, readings, {}, holding([role], unit('yte')))).toHaveLength(1);
    for (const role of ['reader', 'translator'] as const)
      expect(await ask(house, readings, {}, holding([role], unit('yte')))).toEqual([]);
    expect(await ask(house, readings, {}, holding(['officer'], unit('ngoaivu')))).toEqual([]);
    for (const code of ['yte', 'ngoaivu'])
      await expect(ask(house, reading, { id: reading_id }, at(code))).rejects.toMatchObject({ code: 'not_found' });
    await adopted();
    expect(await ask(house, reading, { id: reading_id }, at('ngoaivu'))).toMatchObject({ id: reading_id });
  });

  test('goes to the importer’s own unit when its issuer is beyond him, and not to a unit beyond him by choice', async ({
    db,
  }) => {
    const { house, rows, source } = await planned(db);
    const own = rows.find(({ code }) => code === 'ngoaivu')?.id ?? null;
    const actor = holding(['officer'], own);
    await expect(execute(house, bring, source, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
    const { id, again } = await execute(house, bring, { ...source, unit: undefined }, { actor });
    expect(again).toBe(false);
    expect(await db.selectFrom('plan_reading').select('unit_id').where('id', '=', id).executeTakeFirst()).toEqual({
      unit_id: own,
    });
  });
});
