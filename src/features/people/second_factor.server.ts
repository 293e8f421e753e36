/** Codes of a second factor: TOTP (RFC 6238) as apps on telephones make them, and recovery codes for when the telephone is gone. */
import { createHash, randomBytes } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Kysely } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Vault } from '#core/context.ts';
import { normalCode, RECOVERY_CODES } from './rules.ts';

const STEP = 30_000;

/** A new secret, as it is sealed, as it is typed into an app, and as an app reads it from a picture. */
export function newSecret(username: string): { secret: string; typed: string; url: string } {
  const bytes = new Uint8Array(randomBytes(20));
  return {
    secret: Buffer.from(bytes).toString('base64'),
    typed: base32.encode(bytes, { padding: false }),
    url: createOTP(bytes).url('Cột Mốc', username),
  };
}

/** 50 random bits each, "ABCDE-FGH23". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = base32.encode(new Uint8Array(randomBytes(7)), { padding: false }).slice(0, 10);
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

export const recoveryDigest = (code: string) => createHash('sha256').update(normalCode(code)).digest('hex');

/** The step of this code of now, or of 30 s before or after, later than the last one accepted; null when it is none. */
export async function stepOf(secret: string, code: string, now: Date, last: number): Promise<number | null> {
  const otp = createOTP(new Uint8Array(Buffer.from(secret, 'base64')));
  const current = Math.floor(now.getTime() / STEP);
  for (const step of [current, current - 1, current + 1]) if (step > last && (await otp.hotp(step)) === code) return step;
  return null;
}

export async function hasSecondFactor(db: Kysely<DB>, person_id: string): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', '=', person_id)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether this is a code of the person's, or a recovery code; each is good once, also of two that come at once. */
export async function redeem(db: Kysely<DB>, vault: Vault, now: Date, person_id: string, typed: string): Promise<boolean> {
  const code = normalCode(typed);
  return db.transaction().execute(async (db) => {
    const row = await db
      .selectFrom('second_factor')
      .selectAll()
      .where('person_id', '=', person_id)
      .forUpdate()
      .executeTakeFirst();
    if (!row?.confirmed_at) return false;
    const left = row.recovery.filter((digest) => digest !== recoveryDigest(code));
    if (left.length < row.recovery.length) {
      await db.updateTable('second_factor').set({ recovery: left }).where('person_id', '=', person_id).execute();
      return true;
    }
    // Sealed with a secret that is no more: only the recovery codes are left.
    const secret = await vault.open(row.sealed_secret).catch(() => null);
    const last_step = secret === null ? null : await stepOf(secret, code, now, row.last_step);
    if (last_step === null) return false;
    await db.updateTable('second_factor').set({ last_step }).where('person_id', '=', person_id).execute();
    return true;
  });
}
