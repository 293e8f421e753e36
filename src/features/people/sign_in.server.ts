/**
 * Sign-in, by better-auth: passwords, sessions and their cookies are its own work. None of its HTTP endpoints is mounted; the sign-in
 * page calls it, and people and roles change through commands only.
 */
import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { DB } from '#db/types.ts';
import { uuid } from '#core/id.ts';
import { normalUsername, PASSWORD_MAX, PASSWORD_MIN, USERNAME, USERNAME_MAX, USERNAME_MIN } from './rules.ts';

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
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: PASSWORD_MAX },
    plugins: [
      username({
        minUsernameLength: USERNAME_MIN,
        maxUsernameLength: USERNAME_MAX,
        usernameValidator: (name) => USERNAME.test(name),
        validationOrder: { username: 'post-normalization' },
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    rateLimit: { enabled: true, window: 60, max: 100, customRules: { '/sign-in/username': { window: 60, max: PER_ADDRESS } } },
    session: {
      modelName: 'auth_session',
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
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

export interface Attempt {
  username: string;
  password: string;
  address: string;
  agent: string;
}

/**
 * Try to sign in. Within a minute an account takes ten failures, wherever they come from, and an address 60 attempts: an office may share
 * one line. @returns the answer with the session's cookies; 429 when it was too often, anything else when name or password is wrong
 */
export async function attempt(auth: SignIn, { username, password, address, agent }: Attempt): Promise<Response> {
  const account = createHash('sha256').update(normalUsername(username)).digest('base64');
  const at = Date.now();
  const recent = (failures.get(account) ?? []).filter((time) => time > at - 60_000);
  if (recent.length >= PER_ACCOUNT) return new Response(null, { status: 429 });
  // A failure until it has succeeded: of a hundred attempts at once, ten are tried.
  keep(account, [...recent, at]);
  // Through the library's own handler, not its functions: only there it counts by address.
  const answer = await auth.handler(
    new Request(`${auth.options.baseURL}/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client-address': address, 'user-agent': agent },
      body: JSON.stringify({ username: normalUsername(username), password }),
    }),
  );
  if (answer.ok || answer.status === 429) {
    const times = failures.get(account) ?? [];
    keep(account, times.toSpliced(times.indexOf(at), times.includes(at) ? 1 : 0));
  }
  return answer;
}

const PER_ACCOUNT = 10;
const PER_ADDRESS = 60;

/** Times of failures per account, by the digest of its name, latest at the end. Several servers each count for themselves. */
const failures = new Map<string, number[]>();
const ACCOUNTS_MAX = 10_000;

function keep(account: string, times: number[]) {
  failures.delete(account);
  if (times.length > 0) failures.set(account, times);
  if (failures.size > ACCOUNTS_MAX) failures.delete(failures.keys().next().value!);
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
