import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator, testHouse } from '#house.testing.ts';
import { found, invite } from './commands.server.ts';
import { list } from './persons_queries.server.ts';
import { foundingLink } from './queries.server.ts';

const an = { name: '  Nguyễn  Thị An ', username: 'An.Nguyen', password: 'một câu dài dễ nhớ' };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

type Db = Parameters<typeof testHouse>[0];
async function invited(db: Db) {
  const house = testHouse(db);
  const link = await execute(house, invite, {}, { actor: operator });
  return { house, token: link?.token ?? '' };
}

describe('the first administrator (C-0)', () => {
  test('is who opens the one-time link', async ({ db }) => {
    const { house, token } = await invited(db);
    expect(await ask(house, foundingLink, { token }, nobody)).toEqual({ valid: true });
    const { id } = await execute(house, found, { token, ...an }, { actor: nobody });
    expect(await ask(house, list, {}, operator)).toMatchObject({
      people: [{ id, name: 'Nguyễn Thị An', username: 'an.nguyen', roles: [{ role: 'administrator', unit: null }] }],
    });
  });

  test('is one: the link works once, and none is made any more', async ({ db }) => {
    const { house, token } = await invited(db);
    await execute(house, found, { token, ...an }, { actor: nobody });
    await expect(execute(house, found, { token, ...an, username: 'khac' }, { actor: nobody })).rejects.toEqual(
      code('link_not_valid'),
    );
    expect(await execute(house, invite, {}, { actor: operator })).toBeNull();
  });

  test('is one also when two press at once', async ({ database }) => {
    const { house, token } = await invited(database.db);
    const both = ['mot', 'hai1'].map((username) =>
      execute(house, found, { token, ...an, username: `${username}.nguoi` }, { actor: nobody }),
    );
    const ended = await Promise.allSettled(both);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await ask(house, list, {}, operator)).toMatchObject({ total: 1 });
  });

  test('comes too late after a day, or when a newer link was made', async ({ db }) => {
    const { house, token } = await invited(db);
    const newer = await execute(house, invite, {}, { actor: operator });
    await expect(execute(house, found, { token, ...an }, { actor: nobody })).rejects.toEqual(code('link_not_valid'));
    house.clock = new Date(house.clock.getTime() + 25 * 3_600_000);
    await expect(execute(house, found, { token: newer?.token, ...an }, { actor: nobody })).rejects.toEqual(
      code('link_not_valid'),
    );
  });

  test('is told which fields are wrong, in words that exist', async ({ db }) => {
    const { house, token } = await invited(db);
    const wrong = execute(house, found, { token, name: ' ', username: 'Nguyễn', password: 'ngắn' }, { actor: nobody });
    await expect(wrong).rejects.toMatchObject({
      values: {
        fields: [
          { path: 'name', message: 'field.required' },
          { path: 'username', message: 'field.username' },
          { path: 'password', message: 'field.password' },
        ],
      },
    });
  });

  test('leaves neither password, token nor name in the record', async ({ db }) => {
    const { house, token } = await invited(db);
    await execute(house, found, { token, ...an }, { actor: nobody });
    const record = JSON.stringify(await db.selectFrom('event').selectAll().execute());
    for (const secret of [token, an.password, 'Nguyễn Thị An', 'an.nguyen']) expect(record).not.toContain(secret);
  });
});
