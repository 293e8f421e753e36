/** The record: one event for each change, in the change's own transaction. */
import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor, Grant } from './access.ts';
import type { Noted, Personal } from './context.ts';
import { uuid } from './id.ts';

/** Who does it, by which command, in which role, for which unit. */
export interface By {
  command: string;
  actor: Actor;
  grant: Grant | null;
  unit_id: string | null;
  at: Date;
  demo: boolean;
}

export async function note(db: Transaction<DB>, by: By, event: Noted): Promise<void> {
  const id = uuid();
  const before = apart(event.before);
  const after = apart(event.after);
  await db
    .insertInto('event')
    .values({
      id,
      at: by.at,
      command: by.command,
      actor_kind: by.actor.kind,
      actor_id: by.actor.kind === 'person' ? by.actor.id : null,
      key_id: by.actor.kind === 'person' ? (by.actor.key?.id ?? null) : null,
      role: by.grant?.role ?? null,
      role_unit_id: by.grant?.unit_id ?? null,
      instead_of: by.grant?.instead_of ?? null,
      subject_kind: event.subject[0],
      subject_id: event.subject[1],
      unit_id: event.unit_id === undefined ? by.unit_id : event.unit_id,
      before: before.json,
      after: after.json,
      why: event.why ?? null,
      demo: by.demo,
    })
    .execute();
  await db.insertInto('event_unlinked').values({ event_id: id }).execute();
  const kept = [
    ...before.personal.map((it) => ({ side: 'before', ...it })),
    ...after.personal.map((it) => ({ side: 'after', ...it })),
  ];
  if (kept.length > 0)
    await db
      .insertInto('event_personal')
      .values(kept.map((it) => ({ event_id: id, ...it })))
      .execute();
}

/** Forget what the record says of a person (Law 91/2025/QH15); the digests in the events stay, and nobody can tell of what. */
export async function forget(db: Transaction<DB>, person_id: string): Promise<void> {
  await db.deleteFrom('event_personal').where('person_id', '=', person_id).execute();
}

/** What an event holds where a person's value was: nobody can tell the value from it without the salt. */
export interface Digest {
  digest: string;
}

export function digestOf(salt: string, value: string): Digest {
  return { digest: createHash('sha256').update(`${salt}\n${value}`).digest('hex') };
}

interface Kept {
  field: string;
  person_id: string;
  salt: string;
  value: string;
}

/** The fields as the event may keep them for ever, and the personal ones by themselves. */
function apart(fields: Record<string, unknown> | undefined): { json: string | null; personal: Kept[] } {
  if (!fields) return { json: null, personal: [] };
  const kept: Kept[] = [];
  const entries = Object.entries(fields).map(([field, value]) => {
    if (!isPersonal(value)) return [field, value];
    const salt = randomBytes(16).toString('hex');
    kept.push({ field, person_id: value.about, salt, value: value.value });
    return [field, digestOf(salt, value.value)];
  });
  return { json: JSON.stringify(Object.fromEntries(entries)), personal: kept };
}

function isPersonal(value: unknown): value is Personal {
  return typeof value === 'object' && value !== null && 'about' in value && 'value' in value && Object.keys(value).length === 2;
}
