/**
 * Whether the record is as it was written. Walks the chain link by link in batches, so that memory does not grow with the record, and says
 * what does not fit. It sees what happened to rows; whoever writes all links anew is seen only by a head that stands elsewhere.
 */
import { sql, type Kysely } from 'kysely';
import { EVENT_AS_WRITTEN, GENESIS, linkHash } from '#core/chain.server.ts';
import type { DB } from '#db/types.ts';
import type { Head } from './rules.ts';

/** What is left of an event when its link no longer fits, by which people find it. */
export interface Traced {
  id: string;
  at: Date;
  command: string;
  subject_kind: string;
  subject_id: string;
}

/** Where a head was written down; by hand: given by whoever asks, from paper. */
export interface Anchored extends Head {
  kind: string;
  place: string;
  at: Date | null;
}

export type Finding =
  /** It does not fit its link; or the one before it was changed together with its own link. */
  | { kind: 'changed'; position: number; event: Traced }
  /** The event is as written, its link is not. */
  | { kind: 'link'; position: number; event: Traced }
  /** A link whose event is gone; without a position: one that waited for its link. */
  | { kind: 'removed'; position: number | null; id: string }
  /** Links that are gone, from one position to another, in the middle of the chain. */
  | { kind: 'gap'; position: number; to: number }
  /** Neither linked nor waiting for it. */
  | { kind: 'slipped_in'; event: Traced }
  /** A value that stands beside an event and is not the one the event was written with. */
  | { kind: 'personal'; event: Traced; side: string; field: string }
  /** At this place of the chain stood another link when it was written down; `sound` is the last place that still holds before it. */
  | { kind: 'rechained'; anchor: Anchored; sound: number }
  /** The chain was longer when it was written down. */
  | { kind: 'cut'; anchor: Anchored; links: number };

export interface Verified {
  whole: boolean;
  links: number;
  head: Head | null;
  /** Events that have no link yet. */
  waiting: number;
  /** The last head that was written down, as this database remembers it. */
  anchor: Anchored | null;
  findings: Finding[];
  /** Whether there are more findings than are named. */
  more: boolean;
}

/** So many findings are named; where there are more, people look elsewhere than in a list. */
const NAMED = 100;
const AT_ONCE = 2000;

/**
 * @param given a head from paper
 * @param moved is told how far it has come, after each batch
 */
export async function verify(db: Db, given?: Head | null, moved?: (position: number) => Promise<void>): Promise<Verified> {
  const findings: Finding[] = [];
  const walked = await walk(db, findings, moved);
  const anchor = await lastAnchor(db);
  const all = [
    ...(await againstAnchors(db, walked.links)),
    ...(given ? await againstGiven(db, given, walked.links) : []),
    ...findings,
    ...(await lost(db)),
    ...(await slippedIn(db)),
    ...(await notAsDigested(db)),
  ];
  return {
    whole: all.length === 0,
    ...walked,
    waiting: await waiting(db),
    anchor,
    findings: all.slice(0, NAMED),
    more: all.length > NAMED,
  };
}

type Db = Kysely<DB>;

interface Row extends Traced {
  position: number;
  event_id: string;
  hash: string;
  there: boolean;
  written: string;
}

const TRACED = sql`event.id, event.at, event.command, event.subject_kind, event.subject_id`;
const traced = ({ id, at, command, subject_kind, subject_id }: Traced): Traced => ({ id, at, command, subject_kind, subject_id });

async function walk(db: Db, findings: Finding[], moved?: (position: number) => Promise<void>) {
  let head: Head = { position: 0, hash: GENESIS };
  /** A link that did not fit, with the hash that would have: when the next one follows that, only the link was written over. */
  let doubtful: { wanted: string; at: number } | null = null;
  for (;;) {
    const rows = await linksAfter(db, head.position);
    for (const { position, event_id, hash, there, written, ...event } of rows) {
      const follows = position === head.position + 1;
      if (!follows) add(findings, { kind: 'gap', position: head.position + 1, to: position - 1 });
      if (!there) add(findings, { kind: 'removed', position, id: event_id });
      const wanted = linkHash(head.hash, written);
      if (there && follows && hash !== wanted) {
        const before = doubtful && findings[doubtful.at];
        if (doubtful && before?.kind === 'changed' && hash === linkHash(doubtful.wanted, written)) {
          findings[doubtful.at] = { ...before, kind: 'link' };
          doubtful = null;
        } else {
          doubtful = { wanted, at: findings.length };
          add(findings, { kind: 'changed', position, event: traced(event) });
        }
      } else doubtful = null;
      head = { position, hash };
    }
    if (rows.length < AT_ONCE) return { links: head.position, head: head.position > 0 ? head : null };
    await moved?.(head.position);
  }
}

/** One more than are named, so that it can be said that there are more. */
function add(findings: Finding[], finding: Finding) {
  if (findings.length <= NAMED) findings.push(finding);
}

async function linksAfter(db: Db, position: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select batch.position, batch.event_id, batch.hash, event.id is not null as there, ${EVENT_AS_WRITTEN} as written, ${TRACED}
    from (select * from event_link where position > ${position} order by position limit ${AT_ONCE}) batch
    left join event on event.id = batch.event_id order by batch.position`.execute(db);
  return rows;
}

async function lastAnchor(db: Db): Promise<Anchored | null> {
  const row = await db
    .selectFrom('audit_anchor')
    .selectAll()
    .orderBy('position', 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? anchored(row) : null;
}

const anchored = ({ position, hash, kind, place, at }: Anchored): Anchored => ({ position, hash, kind, place, at });

/** The first that does not hold says where it begins; the farthest beyond the end, how much is gone. */
async function againstAnchors(db: Db, links: number): Promise<Finding[]> {
  const { rows } = await sql<Anchored>`
    (select anchor.* from audit_anchor anchor join event_link link using (position)
      where link.hash <> anchor.hash order by position limit 1)
    union all
    (select * from audit_anchor where position > ${links} order by position desc limit 1)`.execute(db);
  const findings: Finding[] = [];
  for (const row of rows) findings.push(await compared(db, anchored(row), links));
  return findings;
}

async function againstGiven(db: Db, given: Head, links: number): Promise<Finding[]> {
  const row = await db.selectFrom('event_link').select('hash').where('position', '=', given.position).executeTakeFirst();
  if (row?.hash === given.hash) return [];
  return [await compared(db, { ...given, kind: 'hand', place: '', at: null }, links)];
}

async function compared(db: Db, anchor: Anchored, links: number): Promise<Finding> {
  if (anchor.position > links) return { kind: 'cut', anchor, links };
  const { rows } = await sql<{ sound: number }>`
    select coalesce(max(position), 0) as sound from audit_anchor anchor join event_link link using (position)
    where link.hash = anchor.hash and position < ${anchor.position}`.execute(db);
  return { kind: 'rechained', anchor, sound: rows[0]?.sound ?? 0 };
}

async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from event_unlinked join event on event.id = event_unlinked.event_id`.execute(db);
  return rows[0]?.n ?? 0;
}

async function lost(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ event_id: string }>`
    select event_id from event_unlinked where not exists (select from event where id = event_id) limit ${NAMED + 1}`.execute(db);
  return rows.map(({ event_id }) => ({ kind: 'removed', position: null, id: event_id }));
}

/** In one statement: an event moves from waiting to linked in one transaction. */
async function slippedIn(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Traced>`
    select ${TRACED} from event
    where not exists (select from event_link where event_id = event.id)
      and not exists (select from event_unlinked where event_id = event.id)
    limit ${NAMED + 1}`.execute(db);
  return rows.map((event) => ({ kind: 'slipped_in', event }));
}

/** As digestOf in src/core/record.server.ts. What was erased has no row here, and is no fault. */
async function notAsDigested(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Traced & { side: string; field: string }>`
    select ${TRACED}, kept.side, kept.field from event_personal kept join event on event.id = kept.event_id
    where encode(sha256(convert_to(kept.salt || E'\n' || kept.value, 'UTF8')), 'hex')
      is distinct from (case kept.side when 'before' then event.before else event.after end) -> kept.field ->> 'digest'
    limit ${NAMED + 1}`.execute(db);
  return rows.map(({ side, field, ...event }) => ({ kind: 'personal', event, side, field }));
}
