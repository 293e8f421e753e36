/** Who hears of what: IV.0, X-1. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import type { Actor, Role } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator, testHouse, type TestHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { read, readAll } from '#features/notices/commands.server.ts';
import { list, unread } from '#features/notices/queries.server.ts';
import { adopt, bring } from './commands.server.ts';

const by = { actor: operator };

/** Somebody who is in the house, with roles. */
async function somebody(house: TestHouse, ...roles: [Role, string | null][]): Promise<Actor> {
  const id = uuid();
  await house.db
    .insertInto('person')
    .values({ id, name: 'Điểu Sơn', created_at: new Date('2020-01-01') })
    .execute();
  return {
    kind: 'person',
    id,
    name: '',
    grants: roles.map(([role, unit_id]) => ({ id: uuid(), role, unit_id, instead_of: null })),
  };
}

async function unit(house: TestHouse, code: string, name: string) {
  return (await execute(house, addUnit, { code, kind: 'department', names: { vi: name }, valid_from: '2010-01-01' }, by)).id;
}

async function bringPlan(house: TestHouse, actor: Actor = operator) {
  const words = `KẾ HOẠCH\nĐối ngoại\n\nI. NHIỆM VỤ\n1. Sở Ngoại vụ chủ trì gặp gỡ báo chí.\n2. Sở Ngoại vụ chủ trì tổng hợp báo cáo.\n3. Sở Tài chính chủ trì thẩm định kinh phí.`;
  return execute(house, bring, { content: new TextEncoder().encode(words), name: 'doi-ngoai.txt' }, { actor });
}

const kinds = async (house: TestHouse, actor: Actor) => (await ask(house, list, {}, actor)).notices.map(({ kind }) => kind);

describe('a notice (IV.0)', () => {
  test('of a new plan reaches those who answer for a unit’s tasks, with how many, and says why', async ({ db }) => {
    const house = testHouse(db);
    const [foreign, finance] = [await unit(house, 'snv', 'Sở Ngoại vụ'), await unit(house, 'stc', 'Sở Tài chính')];
    const [officer, other, onlooker] = [
      await somebody(house, ['officer', foreign]),
      await somebody(house, ['coordinator', finance]),
      await somebody(house, ['reader', foreign]),
    ];
    const { id } = await bringPlan(house);
    const plan = await execute(house, adopt, { id, title: 'Đối ngoại' }, by);
    const { notices } = await ask(house, list, {}, officer);
    expect(notices).toMatchObject([
      {
        kind: 'plan_adopted',
        values: { title: 'Đối ngoại', unit: 'Sở Ngoại vụ', n: 2 },
        subject_id: plan.id,
        read_at: null,
        because: { role: 'officer', names: { vi: 'Sở Ngoại vụ' } },
      },
    ]);
    expect((await ask(house, list, {}, other)).notices).toMatchObject([{ values: { n: 1 } }]);
    expect(await kinds(house, onlooker)).toEqual([]);
    expect(await kinds(house, nobody)).toEqual([]);
  });

  test('of a reading that waits reaches those who may review it, and not the one who brought it', async ({ db }) => {
    const house = testHouse(db);
    const [mine, theirs, reader] = [
      await somebody(house, ['officer', null]),
      await somebody(house, ['approver', null]),
      await somebody(house, ['reader', null]),
    ];
    await bringPlan(house, mine);
    expect(await kinds(house, theirs)).toEqual(['reading_waiting']);
    expect((await ask(house, list, {}, theirs)).notices[0]?.because).toEqual({ role: 'approver', names: null });
    expect([await kinds(house, mine), await kinds(house, reader)]).toEqual([[], []]);
  });

  test('to an office that has merged since is heard at the one that came after it', async ({ db }) => {
    const house = testHouse(db);
    await unit(house, 'snv', 'Sở Ngoại vụ');
    const steps = [
      { do: 'add', of: 'unit', code: 'moi', kind: 'department', names: { vi: 'Sở Mới' } },
      { do: 'merge', of: 'unit', from: ['snv'], into: 'moi' },
    ];
    await execute(house, reorganise, { title: 'Sắp xếp', day: '2026-03-01', legal_basis: 'Nghị quyết', steps }, by);
    const { id: next } = await house.db.selectFrom('unit').select('id').where('code', '=', 'moi').executeTakeFirstOrThrow();
    await execute(house, adopt, { id: (await bringPlan(house)).id, title: 'Đối ngoại' }, by);
    expect(await kinds(house, await somebody(house, ['officer', next]))).toEqual(['plan_adopted']);
  });

  test('is new until it is opened, for each person by themselves; nobody opens another’s', async ({ db }) => {
    const house = testHouse(db);
    const [one, two, reader] = [
      await somebody(house, ['approver', null]),
      await somebody(house, ['approver', null]),
      await somebody(house, ['reader', null]),
    ];
    const { id } = await bringPlan(house);
    const notice = (await ask(house, list, {}, one)).notices[0]?.id;
    await expect(execute(house, read, { id: notice }, { actor: reader })).rejects.toMatchObject({ code: 'not_found' });
    expect(await execute(house, read, { id: notice }, { actor: one })).toEqual({ address: `/plans/readings/${id}` });
    expect(await execute(house, read, { id: notice }, { actor: one })).toEqual({ address: `/plans/readings/${id}` });
    expect([await ask(house, unread, {}, one), await ask(house, unread, {}, two)]).toEqual([{ unread: 0 }, { unread: 1 }]);
    expect((await ask(house, list, { unread: true }, one)).notices).toEqual([]);
    expect(await execute(house, readAll, {}, { actor: two })).toEqual({ read: 1 });
    expect(await ask(house, unread, {}, two)).toEqual({ unread: 0 });
  });

  test('is told only when the command has done what it tells of', async ({ db }) => {
    const house = testHouse(db);
    const approver = await somebody(house, ['approver', null]);
    const { id } = await bringPlan(house);
    await execute(house, adopt, { id, title: 'Đối ngoại' }, by);
    await expect(execute(house, adopt, { id, title: 'Đối ngoại' }, by)).rejects.toMatchObject({ code: 'plan_already_adopted' });
    expect(await kinds(house, approver)).toEqual(['reading_waiting']);
  });

  test('of half a year ago is no news', async ({ db }) => {
    const house = testHouse(db);
    const approver = await somebody(house, ['approver', null]);
    await bringPlan(house);
    house.clock = new Date('2027-07-01T00:00:00Z');
    expect(await kinds(house, approver)).toEqual([]);
  });
});
