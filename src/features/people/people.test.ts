import { describe, expect, onTestFinished, vi } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator, testHouse } from '#house.testing.ts';
import { found, invite } from './commands.server.ts';
import { actorOf, foundingLink, list, me } from './queries.server.ts';
import { attempt, signIn, type SignIn } from './sign_in.server.ts';

const an = { name: '  Nguyễn  Thị An ', username: 'An.Nguyen', password: 'một câu dài dễ nhớ' };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

type Db = Parameters<typeof testHouse>[0];
async function invited(db: Db) {
  const house = testHouse(db);
  const link = await execute(house, invite, {}, { actor: operator });
  return { house, token: link?.token ?? '' };
}
const SECRET = 'a secret of at least 32 characters';
const trySignIn = (auth: SignIn, username: string, password: string, address: string) =>
  attempt(auth, { username, password, address, agent: '' }).then(({ status }) => status);

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
    const auth = signIn(db, SECRET, 'http');
    expect(await trySignIn(auth, 'an.nguyen', 'sai hẳn rồi nhé', '192.0.2.1')).toBe(401);
    const answer = await attempt(auth, { username: 'An.Nguyen ', password: an.password, address: '192.0.2.1', agent: '' });
    expect(answer.status).toBe(200);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(answer.headers.get('set-cookie')).toMatch(/^cotmoc\.session_token=.*HttpOnly/i);
    const secure = await attempt(signIn(db, SECRET, 'https'), { ...an, address: '192.0.2.1', agent: '' });
    expect(secure.headers.get('set-cookie')).toMatch(/^__Secure-cotmoc\.session_token=.*Secure/i);
    const session = await auth.api.getSession({
      headers: new Headers({ cookie }),
    });
    expect(session?.user.id).toBe(id);
    const actor = await actorOf(db, id, '2026-11-23');
    expect(await ask(house, me, {}, actor)).toMatchObject({
      id,
      name: 'Nguyễn Thị An',
      grants: [{ role: 'administrator', unit_id: null, instead_of: null }],
    });
  });

  test('asks for patience after ten failures of an account within a minute, from wherever and however written', async ({
    database: { db },
  }) => {
    const auth = signIn(db, SECRET, 'http');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push(await trySignIn(auth, i % 2 ? 'binh.tran' : ' Binh.Tran', 'sai hẳn rồi nhé', `192.0.2.${i}`));
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(await trySignIn(auth, 'chi.le', 'sai hẳn rồi nhé', '192.0.2.1')).toBe(401);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await trySignIn(auth, 'binh.tran', 'sai hẳn rồi nhé', '192.0.2.1')).toBe(401);
  });

  test('tries ten of many attempts made at once', async ({ database: { db } }) => {
    const auth = signIn(db, SECRET, 'http');
    const tried = Array.from({ length: 20 }, (_, i) => trySignIn(auth, 'dung.pham', 'sai hẳn rồi nhé', `198.51.100.${i}`));
    expect((await Promise.all(tried)).toSorted()).toEqual([...Array<number>(10).fill(401), ...Array<number>(10).fill(429)]);
  });

  test('takes sixty attempts within a minute of an office behind one line; those that succeed are no failures', async ({
    database: { db },
  }) => {
    const { house, token } = await invited(db);
    await execute(house, found, { token, ...an, username: 'em.vo' }, { actor: nobody });
    const auth = signIn(db, SECRET, 'http');
    const statuses: number[] = [];
    for (let i = 0; i < 20; i++) statuses.push(await trySignIn(auth, 'em.vo', an.password, '203.0.113.7'));
    expect(statuses).toEqual(Array(20).fill(200));
    // Names that no account can have are attempts too, and cost no hashing.
    for (let i = 0; i < 42; i++) statuses.push(await trySignIn(auth, `người ${i}`, 'sai hẳn rồi nhé', '203.0.113.7'));
    expect(statuses.slice(20).map((status) => status === 429)).toEqual([...Array<boolean>(40).fill(false), true, true]);
    for (let i = 0; i < 12; i++) expect(await trySignIn(auth, 'em.vo', an.password, '203.0.113.7')).toBe(429);
    expect(await trySignIn(auth, 'em.vo', an.password, '203.0.113.8')).toBe(200);
  });

  test('opens no other door: nobody signs up, changes a user or lists sessions past the commands', async ({
    database: { db },
  }) => {
    const auth = signIn(db, SECRET, 'http');
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
