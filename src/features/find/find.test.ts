/** The finder: X-1. */
import { describe, expect } from 'vitest';
import type { Actor } from '#core/access.ts';
import { ask, execute } from '#core/command.server.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { holding, nobody, operator, reader, testHouse, type TestHouse } from '#house.testing.ts';
import { adopt, bring } from '#features/plans/commands.server.ts';
import { addPlace, addUnit } from '#features/units/commands.server.ts';
import { anything } from './queries.server.ts';

const by = { actor: operator };

async function furnished(db: TestHouse['db']) {
  const house = testHouse(db);
  const unit = async (code: string, name: string, aliases: string[] = []) =>
    (await execute(house, addUnit, { code, kind: 'department', names: { vi: name }, aliases, valid_from: '2010-01-01' }, by)).id;
  const [border, finance] = [await unit('bp', 'Bộ đội Biên phòng', ['BĐBP']), await unit('stc', 'Sở Tài chính')];
  await execute(house, addPlace, { code: 'xbp', kind: 'commune', names: { vi: 'Xã Biên Phòng' }, valid_from: '2010-01-01' }, by);
  const words = 'KẾ HOẠCH\nBiên phòng\n\nI. NHIỆM VỤ\n1. Sở Tài chính chủ trì cấp kinh phí cho biên phòng.';
  const { id } = await execute(house, bring, { content: new TextEncoder().encode(words), name: 'a.txt' }, by);
  await execute(house, adopt, { id, title: 'Tuần tra biên phòng' }, by);
  for (const [name, unit_id] of [
    ['Trần Biên Phòng', border],
    ['Lê Phòng Biên', finance],
  ] as const) {
    const person_id = uuid();
    await db.insertInto('person').values({ id: person_id, name, created_at: house.now() }).execute();
    const since = { granted_at: house.now(), valid_from: dayOf(house.now()) };
    await db
      .insertInto('role_grant')
      .values({ id: uuid(), person_id, role: 'officer', unit_id, ...since })
      .execute();
  }
  return { house, border };
}

const found = async (house: TestHouse, search: string, actor: Actor) =>
  Object.fromEntries(
    (await ask(house, anything, { search }, actor)).map(({ kind, found: them }) => [
      kind,
      them.map(({ names }) => names.vi).toSorted(),
    ]),
  );

describe('the finder (X-1)', () => {
  test('finds plans, tasks, units, places and people by words without diacritics', async ({ db }) => {
    const { house } = await furnished(db);
    expect(await found(house, 'bien phon', operator)).toEqual({
      plan: ['Tuần tra biên phòng'],
      task: [expect.stringContaining('cấp kinh phí cho biên phòng')],
      unit: ['Bộ đội Biên phòng'],
      place: ['Xã Biên Phòng'],
      person: ['Lê Phòng Biên', 'Trần Biên Phòng'],
    });
    expect(await found(house, 'bđbp', operator)).toMatchObject({ unit: ['Bộ đội Biên phòng'] });
    for (const nothing of ['', '  ', '!', 'khong co gi']) expect(await found(house, nothing, operator)).toEqual({});
  });

  test('shows people only to those who may see people, and only theirs', async ({ db }) => {
    const { house, border } = await furnished(db);
    expect(await found(house, 'bien phong', reader)).not.toHaveProperty('person');
    expect((await found(house, 'bien phong', holding(['administrator'], border))).person).toEqual(['Trần Biên Phòng']);
    await expect(found(house, 'bien', nobody)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('leads to the page of what it found', async ({ db }) => {
    const { house } = await furnished(db);
    const all = await ask(house, anything, { search: 'bien phong' }, operator);
    const ways = Object.fromEntries(all.map(({ kind, found: [first] }) => [kind, first?.href]));
    expect(ways).toMatchObject({ unit: '/units/bp', place: '/units/places/xbp' });
    expect(ways.task).toMatch(/^\/tasks\/[0-9a-f-]{36}$/);
  });
});
