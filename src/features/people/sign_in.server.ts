/**
 * Sign-in, by better-auth: passwords, sessions and their cookies are its own work. None of its HTTP endpoints is mounted; the sign-in
 * page calls it, and people and roles change through commands only.
 */
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { DB } from '#db/types.ts';
import { uuid } from '#core/id.ts';
import { PASSWORD_MAX, PASSWORD_MIN, USERNAME, USERNAME_MAX, USERNAME_MIN } from './rules.ts';

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
    rateLimit: { enabled: true, window: 60, max: 100, customRules: { '/sign-in/username': { window: 60, max: 10 } } },
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
