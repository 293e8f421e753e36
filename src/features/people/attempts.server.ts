/** How often somebody may try, counted in the database: several server processes count together. */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/types.ts';
import { uuid } from '#core/id.ts';

/**
 * Failures of one account, wherever they come from, and attempts from one address, whosoever they are: an office behind one line shares the
 * second, and does not shut itself out. Of codes, which are six digits, also over a day: 30 × 3 of a million.
 */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 60;
const CODES_A_DAY = 30;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface Attempt {
  kind: 'password' | 'code';
  /** User name, or id of the person. */
  account: string;
  address: string;
}

/** Take one attempt, which counts as failed until it has succeeded: of a hundred at once, ten are tried. @returns its id, or null when it was too often */
export async function take(db: Kysely<DB>, now: Date, { kind, ...from }: Attempt): Promise<string | null> {
  const account = digest(`${kind} ${from.account}`);
  const address = digest(from.address);
  const id = uuid();
  return db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(1, hashtext(${account})), pg_advisory_xact_lock(2, hashtext(${address}))`.execute(db);
    const { rows } = await sql<{ failures: number; today: number; attempts: number }>`
      select
        (select count(*)::int from sign_in_attempt where account = ${account} and failed and at > ${before(now, MINUTE)}) as failures,
        (select count(*)::int from sign_in_attempt where account = ${account} and failed and at > ${before(now, DAY)}) as today,
        (select count(*)::int from sign_in_attempt where address = ${address} and at > ${before(now, MINUTE)}) as attempts`.execute(
      db,
    );
    const { failures, today, attempts } = rows[0]!;
    if (failures >= PER_ACCOUNT || attempts >= PER_ADDRESS || (kind === 'code' && today >= CODES_A_DAY)) return null;
    await db.insertInto('sign_in_attempt').values({ id, at: now, kind, account, address }).execute();
    await db
      .deleteFrom('sign_in_attempt')
      .where('at', '<', before(now, 10 * MINUTE))
      .where(({ eb, or }) => or([eb('kind', '=', 'password'), eb('at', '<', before(now, DAY))]))
      .execute();
    return id;
  });
}

/** It was no failure. */
export async function succeeded(db: Kysely<DB>, id: string): Promise<void> {
  await db.updateTable('sign_in_attempt').set({ failed: false }).where('id', '=', id).execute();
}

const digest = (of: string) => createHash('sha256').update(of).digest('base64');
const before = (now: Date, time: number) => new Date(now.getTime() - time);
