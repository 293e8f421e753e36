import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator, testHouse } from '#house.testing.ts';
import { found, invite } from './commands.server.ts';
import { actorOf, foundingLink, list, me } from './queries.server.ts';
import { signIn } from './sign_in.server.ts';

const an = { name: '  Nguyễn  Thị An ', username: 'An.Nguyen', password: 'một câu dài dễ nhớ' };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

type Db = Parameters<typeof testHouse>[0];
async function invited(db: Db) {
  const house = testHouse(db);
  const link = await execute(house, invite, {}, { actor: operator });
  return { house, token: link?.token ?? '' };
}
const attempt = (
  db: Db,
  username: string,
  password: string,
  address = '192.0.2.1',
  auth = signIn(db, 'a secret of at least 32 characters', 'http'),
) =>
  auth.handler(
    new Request('http://sign-in.invalid/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client-address': address },
      body: JSON.stringify({ username, password }),
    }),
  );

describe('the first administrator (C-0)', () => {
  test('is who opens the one-time link', async ({ db }) => {
    const { house, token } = await invited(db);
    expect(await ask(house, foundingLink, { token }, nobody)).toEqual({ valid: true });
    const { id } = await execute(house, found, { token, ...an }, { actor: nobody });
    expect(await ask(house, list, {}, operator)).toMatchObject([
      { id, name: 'Nguyễn Thị An', username: 'an.nguyen', roles: ['administrator'] },
    ]);
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
    expect(await ask(house, list, {}, operator)).toHaveLength(1);
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

describe('signing in', () => {
  test('gives a session to the right password only, and the session names the person and the roles', async ({
    database: { db },
  }) => {
    const { house, token } = await invited(db);
    const { id } = await execute(house, found, { token, ...an }, { actor: nobody });
    expect((await attempt(db, 'an.nguyen', 'sai hẳn rồi nhé')).status).toBe(401);
    const answer = await attempt(db, 'an.nguyen', an.password);
    expect(answer.status).toBe(200);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    const session = await signIn(db, 'a secret of at least 32 characters', 'http').api.getSession({
      headers: new Headers({ cookie }),
    });
    expect(session?.user.id).toBe(id);
    const actor = await actorOf(db, id);
    expect(await ask(house, me, {}, actor)).toEqual({ id, name: 'Nguyễn Thị An', roles: ['administrator'] });
  });

  test('asks for patience after ten attempts within a minute', async ({ database: { db } }) => {
    const auth = signIn(db, 'a secret of at least 32 characters', 'http');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await attempt(db, 'an.nguyen', 'sai hẳn rồi nhé', '192.0.2.7', auth)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test('opens no other door: nobody signs up, changes a user or lists sessions past the commands', async ({
    database: { db },
  }) => {
    const auth = signIn(db, 'a secret of at least 32 characters', 'http');
    const signUp = await auth.handler(
      new Request('http://sign-in.invalid/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'x', email: 'x@example.com', password: an.password, username: 'xyz' }),
      }),
    );
    expect(signUp.ok).toBe(false);
    expect(await db.selectFrom('auth_user').selectAll().execute()).toEqual([]);
  });
});
