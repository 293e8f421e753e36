/** People come, hold roles, leave and are forgotten, each within somebody's reach: C-0, X-1. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator } from '#house.testing.ts';
import { reorganise as reorganiseUnits } from '#features/units/reorganising/commands.server.ts';
import { asPerson, hire, hireWithPassword, PASSWORD, province, tokenOf } from './people.fixture.ts';
import { add, comeBack, correct, end, erase, reset, signOutEverywhere } from './persons_commands.server.ts';
import { behind, moving, ofEndedUnits } from './moving_queries.server.ts';
import { link, list, options, show } from './persons_queries.server.ts';
import { endRole, grant, move, substitute } from './roles_commands.server.ts';
import { askErasure, correctSelf, enterByLink } from './self_commands.server.ts';
import { events, mine } from './self_queries.server.ts';

const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;
const an = { name: ' Lê  Thị An', username: 'An.Le', roles: [{ role: 'officer', unit: 'so.nv' }] };
const TODAY = '2026-11-23';

describe('a new person', () => {
  test('comes with a role and a link, sets a password by it once, and holds the role', async ({ db }) => {
    const house = await province(db);
    const { id, path } = await execute(house, add, an, by);
    const token = tokenOf(path);
    expect(await ask(house, link, { token }, nobody)).toEqual({ name: 'Lê Thị An', username: 'an.le' });
    await execute(house, enterByLink, { token, password: PASSWORD }, { actor: nobody });
    await expect(execute(house, enterByLink, { token, password: PASSWORD }, { actor: nobody })).rejects.toEqual(
      code('link_not_valid'),
    );
    expect(await ask(house, link, { token }, nobody)).toBeNull();
    expect(await asPerson(house, { id })).toMatchObject({ name: 'Lê Thị An', grants: [{ role: 'officer', instead_of: null }] });
  });

  test('is one when the form comes twice; the second answer has no link, which is kept nowhere', async ({ db }) => {
    const house = await province(db);
    const key = uuid();
    const first = await execute(house, add, an, { ...by, key });
    expect(await execute(house, add, an, { ...by, key })).toEqual({
      id: first.id,
      path: null,
      expires_at: first.expires_at.toISOString(),
    });
    expect(JSON.stringify(await db.selectFrom('idempotency').selectAll().execute())).not.toContain(tokenOf(first.path));
    expect(await ask(house, list, {}, operator)).toMatchObject({ total: 1 });
  });

  test('is told apart from who has the user name already', async ({ db }) => {
    const house = await province(db);
    await execute(house, add, an, by);
    await expect(execute(house, add, { ...an, name: 'Khác' }, by)).rejects.toEqual(code('already_there'));
  });

  test('comes too late after a week', async ({ db }) => {
    const house = await province(db);
    const { token } = await hire(house, 'binh', 'reader');
    house.clock = new Date(house.clock.getTime() + 7 * 86_400_000);
    await expect(execute(house, enterByLink, { token, password: PASSWORD }, { actor: nobody })).rejects.toEqual(
      code('link_not_valid'),
    );
  });
});

describe('a role', () => {
  test('is given within the giver’s own reach only: at the unit and below, not above, beside, or in the whole house', async ({
    db,
  }) => {
    const house = await province(db);
    const actor = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.nv'));
    const { username } = await hire(house, 'binh', 'reader', 'so.nv');
    const give = (unit?: string) => execute(house, grant, { person: username, role: 'officer', unit }, { actor });
    await give('so.nv');
    await give('so.nv.bg');
    for (const unit of ['ubnd', 'so.yt', undefined]) await expect(give(unit)).rejects.toEqual(code('not_allowed'));
    const given = await ask(house, options, {}, actor);
    expect(given).toMatchObject({ house: false, units: [{ code: 'so.nv.bg' }, { code: 'so.nv' }] });
    expect(await ask(house, options, {}, operator)).toMatchObject({ house: true });
  });

  test('is held once at a time: the same role at the same unit on the same days is refused, before and after it are not', async ({
    db,
  }) => {
    const house = await province(db);
    const { id: person } = await hire(house, 'binh', 'reader');
    const give = (from: string, to?: string, role = 'officer', unit = 'so.nv') =>
      execute(house, grant, { person, role, unit, from, to }, by);
    await give('2027-01-01', '2027-07-01');
    await expect(give('2027-06-30', '2027-12-31')).rejects.toEqual(code('overlapping'));
    await expect(give('2026-12-01')).rejects.toEqual(code('overlapping'));
    await give('2027-07-01');
    await give('2026-12-01', '2027-01-01');
    await give('2027-01-01', undefined, 'approver');
    await give('2027-01-01', undefined, 'officer', 'so.yt');
    await expect(give('2027-01-01', '2027-01-01')).rejects.toEqual(code('bad_input'));
    await expect(give('2020-01-01', '2020-02-01')).rejects.toEqual(code('bad_input'));
  });

  test('is one when two give it at once', async ({ database: { db } }) => {
    const house = await province(db);
    const { id: person } = await hire(house, 'binh', 'reader');
    const both = [1, 2].map(() => execute(house, grant, { person, role: 'officer', unit: 'so.nv' }, by));
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('ends when it is ended, with the reason on record, and only by whoever reaches its unit', async ({ db }) => {
    const house = await province(db);
    const admin = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.nv'));
    const hired = await hire(house, 'binh', 'officer', 'so.nv');
    const { id: elsewhere } = await execute(house, grant, { person: 'binh', role: 'reader', unit: 'so.yt' }, by);
    const { grants } = await ask(house, show, { person: hired.id }, admin);
    const here = grants.find(({ unit }) => unit === 'so.nv')?.id;
    await expect(execute(house, endRole, { grant: elsewhere, why: 'chuyển' }, { actor: admin })).rejects.toEqual(
      code('not_allowed'),
    );
    await execute(house, endRole, { grant: here, why: 'chuyển công tác' }, { actor: admin });
    expect(await asPerson(house, hired)).toMatchObject({ grants: [{ role: 'reader' }] });
    const noted = await db.selectFrom('event').select(['why', 'role']).where('command', '=', 'role.end').execute();
    expect(noted).toEqual([{ why: 'chuyển công tác', role: 'administrator' }]);
  });

  test('of one whom the actor cannot see is not found', async ({ db }) => {
    const house = await province(db);
    const actor = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.yt'));
    const binh = await hire(house, 'binh', 'officer', 'so.nv');
    const { grants } = await ask(house, show, { person: 'binh' }, operator);
    await expect(execute(house, endRole, { grant: grants[0]?.id, why: 'x' }, { actor })).rejects.toEqual(code('not_found'));
    await expect(ask(house, show, { person: binh.id }, actor)).rejects.toEqual(code('not_found'));
    await expect(execute(house, reset, { person: binh.id }, { actor })).rejects.toEqual(code('not_found'));
  });

  test('at a unit that has ended is refused', async ({ db }) => {
    const house = await province(db);
    await reorganise(house);
    const { id: person } = await hire(house, 'binh', 'reader');
    await expect(execute(house, grant, { person, role: 'officer', unit: 'so.yt' }, by)).rejects.toEqual(code('unit_ended'));
  });
});

describe('a substitution', () => {
  test('holds on its days, while the original does, and is on record', async ({ db }) => {
    const house = await province(db);
    const chief = await hire(house, 'truong', 'approver', 'so.nv');
    const deputy = await hire(house, 'pho', 'officer', 'so.nv');
    const { grants } = await ask(house, show, { person: 'truong' }, operator);
    const original = grants[0]?.id;
    await execute(house, substitute, { grant: original, person: 'pho', from: '2026-11-25', to: '2026-12-01' }, by);
    expect((await roles(house, deputy)).map(({ role }) => role)).toEqual(['officer']);
    house.clock = new Date('2026-11-25T08:00:00Z');
    expect(await roles(house, deputy)).toMatchObject([
      { role: 'officer' },
      { role: 'approver', instead_of: chief.id, until: '2026-12-01' },
    ]);
    expect((await ask(house, show, { person: 'truong' }, operator)).grants[0]?.substitutes).toMatchObject([{ id: deputy.id }]);
    await execute(house, endRole, { grant: original, why: 'nghỉ hưu' }, by);
    expect((await roles(house, deputy)).map(({ role }) => role)).toEqual(['officer']);
  });

  test('of a substitute, of oneself, over an end or twice on the same days is refused', async ({ db }) => {
    const house = await province(db);
    for (const name of ['truong', 'pho', 'chi.ba']) await hire(house, name, 'approver', 'so.nv');
    const original = (await ask(house, show, { person: 'truong' }, operator)).grants[0]?.id;
    const stand = (grant: string | undefined, person: string, to = '2026-12-01') =>
      execute(house, substitute, { grant, person, to }, by);
    const { id } = await stand(original, 'pho');
    await expect(stand(id, 'chi.ba')).rejects.toEqual(code('not_possible'));
    await expect(stand(original, 'truong')).rejects.toEqual(code('not_possible'));
    await expect(stand(original, 'pho', '2027-01-01')).rejects.toEqual(code('overlapping'));
    await expect(stand(original, 'chi.ba', TODAY)).rejects.toEqual(code('bad_input'));
    await expect(execute(house, substitute, { grant: original, person: 'chi.ba' }, by)).rejects.toEqual(code('bad_input'));
  });

  test('makes nobody administrator beyond its own days', async ({ db }) => {
    const house = await province(db);
    await hire(house, 'truong', 'administrator', 'so.nv');
    const deputy = await hire(house, 'pho', 'reader', 'so.nv');
    const original = (await ask(house, show, { person: 'truong' }, operator)).grants[0]?.id;
    await execute(house, substitute, { grant: original, person: 'pho', to: '2026-12-01' }, by);
    const actor = await asPerson(house, deputy);
    const give = (role: string, to?: string) => execute(house, grant, { person: 'pho', role, unit: 'so.nv', to }, { actor });
    await expect(give('administrator')).rejects.toEqual(code('beyond_own'));
    await expect(give('administrator', '2026-12-02')).rejects.toEqual(code('beyond_own'));
    await give('administrator', '2026-12-01');
    await give('officer');
  });
});

describe('the last administrator of the house', () => {
  test('neither ends nor is ended, in any way', async ({ db }) => {
    const house = await province(db);
    const admin = await hire(house, 'quantri', 'administrator');
    await hire(house, 'donvi', 'administrator', 'so.nv');
    const actor = await asPerson(house, admin);
    const { grants } = await ask(house, show, { person: admin.id }, actor);
    for (const it of [
      () => execute(house, end, { person: admin.id, why: 'x' }, { actor }),
      () => execute(house, erase, { person: admin.id, why: 'x' }, { actor }),
      () => execute(house, endRole, { grant: grants[0]?.id, why: 'x' }, { actor }),
    ])
      await expect(it()).rejects.toEqual(code('last_administrator'));
    // One for some days is no successor.
    const other = await hire(house, 'kysau', 'reader');
    await execute(house, grant, { person: other.id, role: 'administrator', to: '2027-01-01' }, { actor });
    await expect(execute(house, end, { person: admin.id, why: 'x' }, { actor })).rejects.toEqual(code('last_administrator'));
    await hire(house, 'moi', 'administrator');
    await execute(house, end, { person: admin.id, why: 'x' }, { actor });
  });

  test('remains when two end each other at once', async ({ database: { db } }) => {
    const house = await province(db);
    const [one, two] = [await hire(house, 'mot', 'administrator'), await hire(house, 'hai2', 'administrator')];
    const ended = await Promise.allSettled([
      execute(house, end, { person: one.id, why: 'x' }, { actor: await asPerson(house, two) }),
      execute(house, end, { person: two.id, why: 'x' }, { actor: await asPerson(house, one) }),
    ]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a person', () => {
  test('is seen by whoever reaches a unit at which they hold or held a role, and found by name with or without marks', async ({
    db,
  }) => {
    const house = await province(db);
    const above = await asPerson(house, await hire(house, 'tren', 'administrator', 'ubnd'));
    const beside = await asPerson(house, await hire(house, 'ben', 'auditor', 'so.yt'));
    const hired = await hire(house, 'binh', 'officer', 'so.nv.bg');
    const names = async (actor: typeof above, input = {}) =>
      (await ask(house, list, input, actor)).people.map(({ username }) => username);
    expect(await names(above)).toEqual(['ben', 'binh', 'tren']);
    expect(await names(beside)).toEqual(['ben']);
    expect(await names(above, { search: 'nguoi BINH' })).toEqual(['binh']);
    expect(await names(above, { search: '%' })).toEqual([]);
    expect(await names(above, { role: 'officer' })).toEqual(['binh']);
    expect(await names(above, { unit: 'so.nv' })).toEqual(['binh']);
    await execute(house, end, { person: hired.id, why: 'thôi việc' }, { actor: above });
    expect(await names(above)).toEqual(['ben', 'tren']);
    expect(await names(above, { state: 'ended' })).toEqual(['binh']);
  });

  test('stands in a list by the given name, as Vietnamese lists have it', async ({ db }) => {
    const house = await province(db);
    const names = ['Trần Văn Ân', 'Lê Thị Bình', 'Vũ An', 'Đỗ Đức', 'Bùi Dung'];
    for (const [i, name] of names.entries()) await execute(house, add, { ...an, name, username: `nguoi${i}` }, by);
    const { people } = await ask(house, list, {}, operator);
    expect(people.map(({ name }) => name)).toEqual(['Vũ An', 'Trần Văn Ân', 'Lê Thị Bình', 'Bùi Dung', 'Đỗ Đức']);
  });

  test('is changed only by whoever reaches all they hold: or a reset would open the door to what is beyond', async ({ db }) => {
    const house = await province(db);
    const actor = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.nv'));
    const both = await hire(house, 'binh', 'officer', 'so.nv');
    await execute(house, reset, { person: both.id }, { actor });
    await execute(house, grant, { person: both.id, role: 'reader' }, by);
    expect(await ask(house, show, { person: both.id }, actor)).toMatchObject({ may_change: false });
    for (const it of [reset, signOutEverywhere, comeBack])
      await expect(execute(house, it as typeof reset, { person: both.id }, { actor })).rejects.toEqual(code('not_allowed'));
    for (const it of [end, erase])
      await expect(execute(house, it, { person: both.id, why: 'x' }, { actor })).rejects.toEqual(code('not_allowed'));
    await expect(execute(house, correct, { person: both.id, name: 'x' }, { actor })).rejects.toEqual(code('not_allowed'));
  });

  test('who leaves holds nothing and has no way in; who returns comes by a new link, without the old roles', async ({ db }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'binh', 'officer', 'so.nv');
    const actor = await asPerson(house, await hire(house, 'truong', 'administrator', 'so.nv'));
    await execute(house, end, { person: hired.id, why: 'thôi việc' }, { actor });
    await execute(house, end, { person: hired.id, why: 'thôi việc' }, { actor });
    expect(await asPerson(house, hired)).toEqual({ kind: 'nobody' });
    for (const table of ['auth_account', 'auth_session', 'person_link'] as const)
      expect(
        await db
          .selectFrom(table)
          .selectAll()
          .where(table === 'person_link' ? ('person_id' as never) : ('user_id' as never), '=', hired.id as never)
          .execute(),
      ).toEqual([]);
    await expect(execute(house, reset, { person: hired.id }, { actor })).rejects.toEqual(code('person_ended'));
    const { path } = await execute(house, comeBack, { person: hired.id }, { actor });
    await execute(house, enterByLink, { token: tokenOf(path), password: PASSWORD }, { actor: nobody });
    expect(await asPerson(house, hired)).toMatchObject({ kind: 'person', grants: [] });
  });

  test('is corrected by those above and, in the name, by oneself; the record has both values, as digests', async ({ db }) => {
    const house = await province(db);
    const hired = await hire(house, 'binh', 'officer', 'so.nv');
    await execute(house, correct, { person: 'binh', username: 'binh.tran' }, by);
    await execute(house, correctSelf, { name: 'Trần Bình' }, { actor: await asPerson(house, hired) });
    expect(await ask(house, mine, {}, await asPerson(house, hired))).toMatchObject({ name: 'Trần Bình', username: 'binh.tran' });
    expect(JSON.stringify(await db.selectFrom('event').selectAll().execute())).not.toMatch(/Bình|binh/);
  });
});

describe('the data of a person (Law 91/2025)', () => {
  test('are shown to the person: each with its purpose, roles, and what the record says', async ({ db }) => {
    const house = await province(db);
    const hired = await hire(house, 'binh', 'officer', 'so.nv');
    const actor = await asPerson(house, hired);
    const shown = await ask(house, mine, {}, actor);
    expect(shown).toMatchObject({ name: 'Người binh', roles: [{ role: 'officer', unit: 'so.nv' }], second_factor: 'none' });
    expect(Object.keys(shown.purposes)).toContain('name');
    const told = await ask(house, events, {}, actor);
    expect(told.map(({ command }) => command)).toEqual(['person.add', 'person.add']);
    expect(told.flatMap(({ personal }) => personal)).toContainEqual({ side: 'after', field: 'name', value: 'Người binh' });
  });

  test('go when they are erased: name, user name, credentials and what the record said; id and roles stay', async ({ db }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'binh', 'officer', 'so.nv');
    await execute(house, askErasure, {}, { actor: await asPerson(house, hired) });
    expect((await ask(house, list, { state: 'erasure' }, operator)).people).toMatchObject([{ id: hired.id }]);
    await execute(house, erase, { person: hired.id, why: 'theo yêu cầu' }, by);
    expect(await ask(house, show, { person: hired.id }, operator)).toMatchObject({
      name: null,
      username: null,
      has_password: false,
      grants: [{ role: 'officer', ongoing: false }],
    });
    for (const table of ['person', 'auth_user', 'auth_account', 'event', 'event_personal'] as const)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toMatch(/Người binh|"binh"/);
    await expect(execute(house, correct, { person: hired.id, name: 'x' }, by)).rejects.toEqual(code('not_found'));
    await execute(house, add, { ...an, username: 'binh' }, by);
  });
});

describe('roles of a unit that has ended', () => {
  test('move to its successor from a day on, as a look beforehand says; who holds the same there goes on with that', async ({
    db,
  }) => {
    const house = await province(db);
    const hired = await hire(house, 'binh', 'officer', 'so.yt');
    const deputy = await hire(house, 'pho', 'officer', 'so.yt');
    const original = (await ask(house, show, { person: 'binh' }, operator)).grants[0]?.id;
    await execute(house, substitute, { grant: original, person: 'pho', to: '2027-02-01' }, by);
    expect(await ask(house, behind, {}, operator)).toEqual([]);
    expect(await ask(house, ofEndedUnits, paper, operator)).toMatchObject([{ code: 'so.yt', roles: 3, people: 2 }]);
    await reorganise(house);
    await execute(house, grant, { person: 'pho', role: 'officer', unit: 'so.xh' }, by);
    expect(await ask(house, behind, {}, operator)).toMatchObject([
      { code: 'so.yt', ended_on: '2026-11-20', successors: [{ code: 'so.xh' }], roles: 3, people: 2 },
    ]);
    const input = { from: 'so.yt', to: 'so.xh', day: '2026-11-20' };
    expect(await ask(house, moving, input, operator)).toMatchObject([
      { person_id: hired.id, role: 'officer', held: false },
      { person_id: deputy.id, held: true },
      { person_id: deputy.id, held: false },
    ]);
    expect(await execute(house, move, input, by)).toEqual({ moved: 2, there_already: 1 });
    expect(await execute(house, move, input, by)).toEqual({ moved: 0, there_already: 0 });
    expect(await ask(house, behind, {}, operator)).toEqual([]);
    const units = async (id: string) =>
      (await ask(house, show, { person: id }, operator)).grants
        .filter((it) => it.ongoing)
        .map(({ unit, instead_of }) => [unit, instead_of?.id]);
    expect(await units(hired.id)).toEqual([['so.xh', undefined]]);
    expect(await units(deputy.id)).toEqual(
      expect.arrayContaining([
        ['so.xh', undefined],
        ['so.xh', hired.id],
      ]),
    );
    await expect(execute(house, move, { ...input, to: 'so.nv' }, by)).rejects.toEqual(code('not_possible'));
    await expect(execute(house, move, { ...input, day: '2026-11-19' }, by)).rejects.toEqual(code('not_possible'));
  });
});

type House = Awaited<ReturnType<typeof province>>;
async function roles(house: House, hired: { id: string }) {
  const actor = await asPerson(house, hired);
  return actor.kind === 'person' ? actor.grants : [];
}

/** On 20/11/2026 Sở Y tế becomes part of a new department. */
const paper = {
  day: '2026-11-20',
  legal_basis: 'Nghị quyết 01/NQ-HĐND',
  steps: [
    { do: 'add', of: 'unit', code: 'so.xh', kind: 'department', parent: 'ubnd', names: { vi: 'Sở Xã hội' } },
    { do: 'merge', of: 'unit', from: ['so.yt'], into: 'so.xh' },
  ],
};
const reorganise = (house: House) => execute(house, reorganiseUnits, { title: 'Lập Sở Xã hội', ...paper }, by);
