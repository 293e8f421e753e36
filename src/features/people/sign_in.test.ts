/** Who may have a session, and for how long: C-0, X-1. */
import { createOTP } from '@better-auth/utils/otp';
import { base32 } from '@better-auth/utils/base32';
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { nobody, operator, type TestHouse } from '#house.testing.ts';
import { asPerson, hireWithPassword, PASSWORD, province, SECRET, tokenOf, type Hired } from './people.fixture.ts';
import { reset, signOutEverywhere } from './persons_commands.server.ts';
import { me } from './queries.server.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  endSession,
  enterByLink,
} from './self_commands.server.ts';
import { mine, sessions } from './self_queries.server.ts';
import { attempt, attemptCode, signIn, type Outcome, type SignIn } from './sign_in.server.ts';

const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;
const WRONG = 'sai hẳn rồi nhé';
const at = (address: string) => ({ address, agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' });
const attemptAs = (house: TestHouse, auth: SignIn, username: string, password: string, address = '192.0.2.1') =>
  attempt(house, auth, { username, password, ...at(address) });
const kindOf = (tried: Promise<Outcome>) => tried.then(({ kind }) => kind);
const later = (house: TestHouse, seconds: number) => (house.clock = new Date(house.clock.getTime() + seconds * 1000));

function cookieOf(outcome: Outcome): string {
  if (outcome.kind !== 'in') throw new Error(`not in: ${outcome.kind}`);
  const lines = outcome.headers.getSetCookie();
  return lines.map((line) => line.split(';')[0]).join('; ');
}
const sessionOf = (auth: SignIn, cookie: string) => auth.api.getSession({ headers: new Headers({ cookie }) });

describe('signing in', () => {
  test('gives a session to the right password only, and the session names the person and the roles', async ({
    database: { db },
  }) => {
    const house = await province(db);
    const { id } = await hireWithPassword(house, 'an.le', 'administrator');
    const auth = signIn(db, SECRET, 'http');
    expect(await kindOf(attemptAs(house, auth, 'an.le', WRONG))).toBe('wrong');
    const outcome = await attemptAs(house, auth, 'An.Le ', PASSWORD);
    expect(outcome.kind === 'in' && outcome.headers.get('set-cookie')).toMatch(/^cotmoc\.session_token=.*HttpOnly/i);
    const secure = await attemptAs(house, signIn(db, SECRET, 'https'), 'an.le', PASSWORD);
    expect(secure.kind === 'in' && secure.headers.get('set-cookie')).toMatch(/^__Secure-cotmoc\.session_token=.*Secure/i);
    expect((await sessionOf(auth, cookieOf(outcome)))?.user.id).toBe(id);
    const grants = [{ role: 'administrator', unit_id: null, instead_of: null }];
    expect(await ask(house, me, {}, await asPerson(house, { id }))).toMatchObject({ id, name: 'Người an.le', grants });
  });

  test('is on record, and so is a failure, by which nobody can tell which name was tried', async ({ database: { db } }) => {
    const house = await province(db);
    const { id } = await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const auth = signIn(db, SECRET, 'http');
    await attemptAs(house, auth, 'an.le', WRONG);
    await attemptAs(house, auth, 'an.le', PASSWORD);
    const told = await db.selectFrom('event').selectAll().where('command', 'like', 'session.%').orderBy('id').execute();
    expect(told).toMatchObject([
      { command: 'session.refuse', actor_kind: 'nobody', after: { refused: 'password' } },
      { command: 'session.begin', actor_id: id, subject_id: id },
    ]);
    expect(told[1]?.unit_id).not.toBeNull();
    const all = JSON.stringify(await db.selectFrom('event').selectAll().execute());
    for (const secret of [WRONG, PASSWORD, 'an.le', '192.0.2.1']) expect(all).not.toContain(secret);
  });

  test('asks for patience after ten failures of an account within a minute, from wherever and however written', async ({
    database: { db },
  }) => {
    const house = await province(db);
    const auth = signIn(db, SECRET, 'http');
    const kinds: string[] = [];
    for (let i = 0; i < 12; i++)
      kinds.push(await kindOf(attemptAs(house, auth, i % 2 ? 'binh.tran' : ' Binh.Tran', WRONG, `192.0.2.${i}`)));
    expect(kinds).toEqual([...Array<string>(10).fill('wrong'), 'too_often', 'too_often']);
    expect(await kindOf(attemptAs(house, auth, 'chi.le', WRONG))).toBe('wrong');
    later(house, 61);
    expect(await kindOf(attemptAs(house, auth, 'binh.tran', WRONG))).toBe('wrong');
  });

  test('tries ten of many attempts made at once, whichever server process they come to', async ({ database: { db } }) => {
    const house = await province(db);
    const both = [signIn(db, SECRET, 'http'), signIn(db, SECRET, 'http')] as const;
    const tried = Array.from({ length: 20 }, (_, i) =>
      kindOf(attemptAs(house, both[i % 2 ? 1 : 0], 'dung.pham', WRONG, `198.51.100.${i}`)),
    );
    expect((await Promise.all(tried)).toSorted()).toEqual([
      ...Array<string>(10).fill('too_often'),
      ...Array<string>(10).fill('wrong'),
    ]);
  });

  test('takes sixty attempts within a minute of an office behind one line; those that succeed are no failures', async ({
    database: { db },
  }) => {
    const house = await province(db);
    await hireWithPassword(house, 'em.vo', 'reader');
    const auth = signIn(db, SECRET, 'http');
    const line = '203.0.113.7';
    for (let i = 0; i < 11; i++) expect(await kindOf(attemptAs(house, auth, 'em.vo', PASSWORD, line))).toBe('in');
    // Names that no account can have are attempts too, and cost no hashing.
    const kinds: string[] = [];
    for (let i = 0; i < 51; i++) kinds.push(await kindOf(attemptAs(house, auth, `người ${i}`, WRONG, line)));
    expect(kinds).toEqual([...Array<string>(49).fill('wrong'), 'too_often', 'too_often']);
    expect(await kindOf(attemptAs(house, auth, 'em.vo', PASSWORD, line))).toBe('too_often');
    expect(await kindOf(attemptAs(house, auth, 'em.vo', PASSWORD, '203.0.113.8'))).toBe('in');
  });

  test('keeps neither names nor addresses of attempts, and no attempt longer than it counts', async ({ database: { db } }) => {
    const house = await province(db);
    const auth = signIn(db, SECRET, 'http');
    await attemptAs(house, auth, 'binh.tran', WRONG, '203.0.113.9');
    expect(JSON.stringify(await db.selectFrom('sign_in_attempt').selectAll().execute())).not.toMatch(/binh|203\.0/);
    later(house, 11 * 60);
    await attemptAs(house, auth, 'chi.le', WRONG);
    expect(await db.selectFrom('sign_in_attempt').selectAll().execute()).toHaveLength(1);
  });

  test('opens no other door: every path of the library is shut, whatever it would do', async ({ database: { db } }) => {
    const house = await province(db);
    const { id } = await hireWithPassword(house, 'an.le', 'administrator');
    const auth = signIn(db, SECRET, 'http');
    const cookie = cookieOf(await attemptAs(house, auth, 'an.le', PASSWORD));
    const paths = Object.values(auth.api).flatMap((it) => ('path' in it && typeof it.path === 'string' ? [it.path] : []));
    expect(paths).toEqual(expect.arrayContaining(['/sign-up/email', '/update-user', '/revoke-sessions', '/change-password']));
    for (const path of [...paths, '/admin/set-role', '/api-key/create', '/two-factor/disable', '/enter'])
      for (const method of ['GET', 'POST']) {
        const headers = { cookie, 'content-type': 'application/json', origin: 'http://sign-in.invalid' };
        const body =
          method === 'POST'
            ? JSON.stringify({ id, name: 'x', email: 'x@example.com', password: PASSWORD, username: 'xyz' })
            : null;
        const answer = await auth.handler(new Request(`http://sign-in.invalid${path}`, { method, headers, body }));
        expect([path, method, answer.status]).toEqual([path, method, 404]);
      }
    expect(await db.selectFrom('auth_user').select('id').execute()).toEqual([{ id }]);
    expect(await db.selectFrom('auth_session').select('user_id').execute()).toEqual([{ user_id: id }]);
  });
});

describe('a session', () => {
  test('is refused at its next request when it was ended: by the person, by a reset, by those above', async ({
    database: { db },
  }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const auth = signIn(db, SECRET, 'http');
    const open = async () => cookieOf(await attemptAs(house, auth, 'an.le', PASSWORD));
    const actor = await asPerson(house, hired);
    const [first, second] = [await open(), await open()];
    const own = (await sessionOf(auth, first))?.session.id;
    expect(await ask(house, sessions, {}, actor)).toContainEqual(
      expect.objectContaining({ id: own, address: '192.0.2.1', agent: at('').agent }),
    );
    await execute(house, endSession, { session: own }, { actor });
    expect([await sessionOf(auth, first), (await sessionOf(auth, second))?.user.id]).toEqual([null, hired.id]);
    await execute(house, signOutEverywhere, { person: 'an.le' }, { actor: operator });
    expect(await sessionOf(auth, second)).toBeNull();
    const third = await open();
    const { path } = await execute(house, reset, { person: 'an.le' }, { actor: operator });
    expect(await sessionOf(auth, third)).not.toBeNull();
    await execute(house, enterByLink, { token: tokenOf(path), password: `${PASSWORD} mới` }, { actor: nobody });
    expect(await sessionOf(auth, third)).toBeNull();
    expect(await kindOf(attemptAs(house, auth, 'an.le', PASSWORD))).toBe('wrong');
    const fourth = cookieOf(await attemptAs(house, auth, 'an.le', `${PASSWORD} mới`));
    await execute(house, changePassword, { password: `${PASSWORD} mới`, new_password: PASSWORD }, { actor });
    expect(await sessionOf(auth, fourth)).toBeNull();
  });

  test('of another is not found', async ({ database: { db } }) => {
    const house = await province(db);
    const [one, two] = [await hireWithPassword(house, 'an.le', 'administrator'), await hireWithPassword(house, 'binh', 'reader')];
    const auth = signIn(db, SECRET, 'http');
    const cookie = cookieOf(await attemptAs(house, auth, 'binh', PASSWORD));
    const session = (await sessionOf(auth, cookie))?.session.id;
    await expect(execute(house, endSession, { session }, { actor: await asPerson(house, one) })).rejects.toEqual(
      code('not_found'),
    );
    expect((await sessionOf(auth, cookie))?.user.id).toBe(two.id);
  });

  test('a reset’s link is good for a day, and an earlier one ends with it', async ({ db }) => {
    const house = await province(db);
    await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const make = async () => tokenOf((await execute(house, reset, { person: 'an.le' }, { actor: operator })).path);
    const enter = (token: string) => execute(house, enterByLink, { token, password: PASSWORD }, { actor: nobody });
    const [first, second] = [await make(), await make()];
    await expect(enter(first)).rejects.toEqual(code('link_not_valid'));
    later(house, 24 * 3600);
    await expect(enter(second)).rejects.toEqual(code('link_not_valid'));
    expect(JSON.stringify(await db.selectFrom('person_link').selectAll().execute())).not.toContain(second);
  });
});

/** An app on a telephone that has the secret. */
const app =
  (house: TestHouse, typed: string) =>
  (steps = 0) =>
    createOTP(new Uint8Array(base32.decode(typed))).hotp(Math.floor(house.clock.getTime() / 30_000) + steps);

async function withSecondFactor(house: TestHouse, hired: Hired) {
  const actor = await asPerson(house, hired);
  const { typed, url } = await execute(house, beginSecondFactor, { password: PASSWORD }, { actor });
  const codes = app(house, typed);
  const { recovery } = await execute(house, confirmSecondFactor, { code: await codes() }, { actor });
  later(house, 30);
  return { actor, typed, url, codes, recovery };
}

describe('a second factor (RFC 6238)', () => {
  test('is asked for after the password, and no session is there before', async ({ database: { db } }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const auth = signIn(db, SECRET, 'http');
    const { codes, url } = await withSecondFactor(house, hired);
    expect(url).toMatch(/^otpauth:\/\/totp\/C%E1%BB%99t%20M%E1%BB%91c:an\.le\?secret=[A-Z2-7]{32}&/);
    const outcome = await attemptAs(house, auth, 'an.le', PASSWORD);
    expect(outcome.kind).toBe('code');
    expect(await db.selectFrom('auth_session').selectAll().execute()).toEqual([]);
    const token = outcome.kind === 'code' ? outcome.token : '';
    const enter = async (code: string, held = token) =>
      kindOf(attemptCode(house, auth, { token: held, code, ...at('192.0.2.1') }));
    expect(await enter('000000', 'khác')).toBe('late');
    expect(await enter((await codes()).replace(/^./, (digit) => String((Number(digit) + 1) % 10)))).toBe('wrong');
    expect(await enter(await codes(-2))).toBe('wrong');
    expect(await enter(await codes())).toBe('in');
    expect(await enter(await codes(1))).toBe('late');
  });

  test('is not asked for until a code has confirmed it, and begins only with the password', async ({ database: { db } }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const actor = await asPerson(house, hired);
    const auth = signIn(db, SECRET, 'http');
    await expect(execute(house, beginSecondFactor, { password: WRONG }, { actor })).rejects.toEqual(code('wrong_password'));
    const { typed } = await execute(house, beginSecondFactor, { password: PASSWORD }, { actor });
    await expect(execute(house, confirmSecondFactor, { code: await app(house, typed)(5) }, { actor })).rejects.toEqual(
      code('wrong_code'),
    );
    expect(await kindOf(attemptAs(house, auth, 'an.le', PASSWORD))).toBe('in');
    expect(await ask(house, mine, {}, actor)).toMatchObject({ second_factor: 'begun' });
  });

  test('takes each code once, of two at once one, and a recovery code in its place, once', async ({ database: { db } }) => {
    const house = await province(db);
    const { codes, recovery, actor } = await withSecondFactor(house, await hireWithPassword(house, 'an.le', 'officer', 'so.nv'));
    const auth = signIn(db, SECRET, 'http');
    const enter = async (code: string) => {
      const outcome = await attemptAs(house, auth, 'an.le', PASSWORD);
      return kindOf(attemptCode(house, auth, { token: outcome.kind === 'code' ? outcome.token : '', code, ...at('192.0.2.1') }));
    };
    const seen = await codes();
    expect((await Promise.all([enter(seen), enter(seen)])).toSorted()).toEqual(['in', 'wrong']);
    expect(recovery).toHaveLength(10);
    const [one = ''] = recovery;
    expect(await enter(` ${one.toLowerCase()} `)).toBe('in');
    expect(await enter(one)).toBe('wrong');
    expect(await ask(house, mine, {}, actor)).toMatchObject({ second_factor: 'on', recovery_left: 9 });
  });

  test('asks for patience after ten wrong codes within a minute, and after thirty within a day', async ({ database: { db } }) => {
    const house = await province(db);
    const { codes } = await withSecondFactor(house, await hireWithPassword(house, 'an.le', 'officer', 'so.nv'));
    const auth = signIn(db, SECRET, 'http');
    const kinds: string[] = [];
    for (let minute = 0; minute < 4; minute++) {
      const outcome = await attemptAs(house, auth, 'an.le', PASSWORD);
      const token = outcome.kind === 'code' ? outcome.token : '';
      for (let i = 0; i < 11; i++)
        kinds.push(await kindOf(attemptCode(house, auth, { token, code: 'ABCDEFGHIJ', ...at(`192.0.2.${i}`) })));
      later(house, 61);
    }
    const minute = [...Array<string>(10).fill('wrong'), 'too_often'];
    expect(kinds).toEqual([...minute, ...minute, ...minute, ...Array<string>(11).fill('too_often')]);
    later(house, 86_400);
    const outcome = await attemptAs(house, auth, 'an.le', PASSWORD);
    expect(
      await kindOf(
        attemptCode(house, auth, {
          token: outcome.kind === 'code' ? outcome.token : '',
          code: await codes(),
          ...at('192.0.2.1'),
        }),
      ),
    ).toBe('in');
  });

  test('lies in the database sealed, and its codes as digests', async ({ database: { db } }) => {
    const house = await province(db);
    const { typed, recovery } = await withSecondFactor(house, await hireWithPassword(house, 'an.le', 'officer', 'so.nv'));
    const row = await db.selectFrom('second_factor').selectAll().executeTakeFirstOrThrow();
    const opened = await house.vault.open(row.sealed_secret);
    expect(base32.encode(new Uint8Array(Buffer.from(opened, 'base64')), { padding: false })).toBe(typed);
    for (const secret of [typed, opened, ...recovery]) expect(JSON.stringify(row)).not.toContain(secret);
  });

  test('ends with the password, or by the link of a reset for whoever lost the telephone', async ({ database: { db } }) => {
    const house = await province(db);
    const hired = await hireWithPassword(house, 'an.le', 'officer', 'so.nv');
    const auth = signIn(db, SECRET, 'http');
    const { actor } = await withSecondFactor(house, hired);
    const { path: forPassword } = await execute(house, reset, { person: 'an.le' }, { actor: operator });
    await execute(house, enterByLink, { token: tokenOf(forPassword), password: PASSWORD }, { actor: nobody });
    expect(await kindOf(attemptAs(house, auth, 'an.le', PASSWORD))).toBe('code');
    const { path } = await execute(house, reset, { person: 'an.le', what: 'second_factor' }, { actor: operator });
    await execute(house, enterByLink, { token: tokenOf(path), password: PASSWORD }, { actor: nobody });
    expect(await kindOf(attemptAs(house, auth, 'an.le', PASSWORD))).toBe('in');
    await withSecondFactor(house, hired);
    await expect(execute(house, endSecondFactor, { password: WRONG }, { actor })).rejects.toEqual(code('wrong_password'));
    await execute(house, endSecondFactor, { password: PASSWORD }, { actor });
    expect(await kindOf(attemptAs(house, auth, 'an.le', PASSWORD))).toBe('in');
  });

  test('a password asked for once more is counted like any other', async ({ database: { db } }) => {
    const house = await province(db);
    const actor = await asPerson(house, await hireWithPassword(house, 'an.le', 'officer', 'so.nv'));
    for (let i = 0; i < 10; i++)
      await expect(execute(house, endSecondFactor, { password: WRONG }, { actor })).rejects.toEqual(code('wrong_password'));
    await expect(execute(house, endSecondFactor, { password: PASSWORD }, { actor })).rejects.toEqual(code('too_often'));
    expect(await kindOf(attemptAs(house, signIn(db, SECRET, 'http'), 'an.le', PASSWORD))).toBe('too_often');
  });
});
