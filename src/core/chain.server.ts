/**
 * The hash chain over the record (as in RFC 6962's idea of a log that can only grow, in its simplest form): each link is the SHA-256 of the
 * one before and of an event as it was written. Whoever changes or removes an event breaks every link after it.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/types.ts';

/** What the first link follows. */
export const GENESIS = '0'.repeat(64);

export interface Head {
  position: number;
  hash: string;
}

/** Every column of an event, in a fixed order, as text that does not depend on the server's settings. */
export const EVENT_AS_WRITTEN = sql<string>`jsonb_build_array(
  event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), event.command, event.actor_kind, event.actor_id, event.role,
  event.role_unit_id, event.instead_of, event.key_id, event.subject_kind, event.subject_id, event.unit_id, event.before, event.after, event.why, event.demo)::text`;

export const linkHash = (before: string, written: string) => createHash('sha256').update(`${before}\n${written}`).digest('hex');

/** The last link, or null while there is none. */
export async function head(db: Kysely<DB>): Promise<Head | null> {
  const row = await db
    .selectFrom('event_link')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

const AT_ONCE = 1000;

/** Append links for the events that have none, in order. When somebody else is at it, leave it to them. @returns how many */
export async function link(db: Kysely<DB>): Promise<number> {
  let linked = 0;
  for (;;) {
    const now = await db.transaction().execute(append);
    linked += now;
    if (now < AT_ONCE) return linked;
  }
}

async function append(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('event_link')) as mine`.execute(db);
  if (!rows[0]?.mine) return 0;
  const waiting = await sql<{ id: string; written: string }>`
    with taken as (
      delete from event_unlinked where event_id in (select event_id from event_unlinked order by event_id limit ${AT_ONCE}) returning event_id)
    select event.id, ${EVENT_AS_WRITTEN} as written from taken join event on event.id = taken.event_id order by event.id`.execute(
    db,
  );
  if (waiting.rows.length === 0) return 0;
  let { position, hash } = (await head(db)) ?? { position: 0, hash: GENESIS };
  const links = waiting.rows.map(({ id, written }) => {
    hash = linkHash(hash, written);
    return { position: ++position, event_id: id, hash };
  });
  await db.insertInto('event_link').values(links).execute();
  return links.length;
}
