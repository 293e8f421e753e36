/**
 * Sign-in. Sessions, their cookies and the hashing of passwords are better-auth's own work; who may have a session is said here. None of its
 * HTTP endpoints is mounted, and all are closed besides: people, roles and sessions change through commands only.
 */
import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { DB } from '#db/types.ts';
import { execute, type House } from '#core/command.server.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { succeeded, take } from './attempts.server.ts';
import { failed, signedIn } from './entering.server.ts';
import { digest, newToken } from './persons.server.ts';
import { actorOf } from './queries.server.ts';
import { normalUsername, USERNAME } from './rules.ts';
import { hasSecondFactor, redeem } from './second_factor.server.ts';

export type SignIn = ReturnType<typeof signIn>;

/** @param protocol decides whether the cookie is Secure: an office without https must be able to sign in on its own network. */
export function signIn(db: Kysely<DB>, secret: string, protocol: 'http' | 'https') {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    // Only ever called from within: the address is not used for links, and origins are checked before we get here.
    baseURL: `${protocol}://sign-in.invalid`,
    basePath: '/',
    telemetry: { enabled: false },
    plugins: [{ id: 'door', endpoints: { enter }, onRequest: shut }],
    session: {
      modelName: 'auth_session',
      expiresIn: 60 * 60 * 24 * 14,
      // It is also how "last seen" is known, to the hour.
      updateAge: 60 * 60,
      // A revoked session is refused at its next request: nothing about it is believed from a cookie.
      cookieCache: { enabled: false },
      fields: { ...STAMPS, ...SESSION },
    },
    user: { modelName: 'auth_user', fields: { ...STAMPS, emailVerified: 'email_verified' } },
    account: { modelName: 'auth_account', fields: { ...STAMPS, ...ACCOUNT } },
    verification: { modelName: 'auth_verification', fields: { ...STAMPS, expiresAt: 'expires_at' } },
    advanced: {
      cookiePrefix: 'cotmoc',
      useSecureCookies: protocol === 'https',
      database: { generateId: () => uuid() },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    logger: { level: 'error' },
  });
}

/** Whatever it is asked for over HTTP, also what a later version of the library adds: administration, sign-up, keys. `disabledPaths` would list them. */
const shut = async () => ({ response: new Response(null, { status: 404 }) });

/** Open a session for a person who has proved to be one. It has no path: it can only be called from within. */
const enter = createAuthEndpoint.serverOnly({ method: 'POST', body: v.object({ id: v.string() }) }, async (ctx) => {
  const user = await ctx.context.internalAdapter.findUserById(ctx.body.id);
  if (!user) throw new Error('a session was asked for nobody');
  const session = await ctx.context.internalAdapter.createSession(user.id);
  await setSessionCookie(ctx, { session, user });
  return { session: session.id };
});

/** `in`: with the cookies of the session. `code`: the password was right, the code is to follow with this token, within five minutes. */
export type Outcome =
  | { kind: 'in'; headers: Headers }
  | { kind: 'code'; token: string }
  | { kind: 'wrong' }
  | { kind: 'too_often' }
  | { kind: 'late' };

interface From {
  address: string;
  agent: string;
}

/** Try to sign in by user name and password. */
export async function attempt(
  house: House,
  auth: SignIn,
  given: { username: string; password: string } & From,
): Promise<Outcome> {
  const username = normalUsername(given.username);
  const tried = await take(house.db, house.now(), { kind: 'password', account: username, address: given.address });
  if (tried === null) return { kind: 'too_often' };
  const id = await whose(house.db, username, given.password);
  if (id === null) return wrong(house, auth, 'password', username);
  await succeeded(house.db, tried);
  if (!(await hasSecondFactor(house.db, id))) return open(house, auth, id, given);
  const token = newToken();
  const expires_at = new Date(house.now().getTime() + PENDING);
  await house.db.deleteFrom('sign_in_pending').where('expires_at', '<', house.now()).execute();
  await house.db
    .insertInto('sign_in_pending')
    .values({ token_sha256: digest(token), person_id: id, expires_at })
    .execute();
  return { kind: 'code', token };
}

/** Go on with a code of the second factor, or a recovery code. `late`: the password is to be given again. */
export async function attemptCode(house: House, auth: SignIn, given: { token: string; code: string } & From): Promise<Outcome> {
  const pending = await house.db
    .selectFrom('sign_in_pending')
    .selectAll()
    .where('token_sha256', '=', digest(given.token))
    .where('expires_at', '>', house.now())
    .executeTakeFirst();
  if (!pending) return { kind: 'late' };
  const { person_id } = pending;
  const tried = await take(house.db, house.now(), { kind: 'code', account: person_id, address: given.address });
  if (tried === null) return { kind: 'too_often' };
  if (!(await redeem(house.db, house.vault, house.now(), person_id, given.code))) return wrong(house, auth, 'code', person_id);
  await succeeded(house.db, tried);
  const taken = await house.db.deleteFrom('sign_in_pending').where('token_sha256', '=', digest(given.token)).executeTakeFirst();
  return taken.numDeletedRows === 1n ? open(house, auth, person_id, given) : { kind: 'late' };
}

const PENDING = 5 * 60_000;

/** Whose name and password these are, or null. A name that nobody has takes as long as one that somebody has. */
async function whose(db: Kysely<DB>, username: string, password: string): Promise<string | null> {
  if (!USERNAME.test(username)) return null;
  const row = await db
    .selectFrom('auth_user')
    .innerJoin('person', 'person.id', 'auth_user.id')
    .innerJoin('auth_account', 'auth_account.user_id', 'auth_user.id')
    .select(['auth_user.id', 'auth_account.password'])
    .where('auth_user.username', '=', username)
    .where('person.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row?.password) return hashPassword(password).then(() => null);
  return (await verifyPassword({ hash: row.password, password })) ? row.id : null;
}

async function open(house: House, auth: SignIn, id: string, { address, agent }: From): Promise<Outcome> {
  const headers = new Headers({ 'x-client-address': address, 'user-agent': agent });
  const entered = await auth.api.enter({ body: { id }, headers, returnHeaders: true });
  const actor = await actorOf(house.db, id, dayOf(house.now()));
  await execute(house, signedIn, { address, session: entered.response.session }, { actor });
  return { kind: 'in', headers: entered.headers };
}

/** The record says that somebody tried, not who: only with the house's secret could one tell whether it was a certain name. */
async function wrong(house: House, auth: SignIn, kind: 'password' | 'code', account: string): Promise<Outcome> {
  const name = createHmac('sha256', String(auth.options.secret)).update(account).digest('hex');
  await execute(house, failed, { name, kind }, { actor: { kind: 'nobody' } });
  return { kind: 'wrong' };
}

const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' };
const SESSION = { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' };
const ACCOUNT = {
  userId: 'user_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
};
