import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { VERBS, type Actor, type Verb } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { readKey } from './keys.ts';
import { actorOf } from './queries.server.ts';

/** One's own keys, newest first; never their secrets. */
export const keys = query({
  name: 'key.list',
  verb: 'self.view',
  input: v.object({}),
  async run({ db, actor }) {
    if (actor.kind !== 'person') return [];
    return db
      .selectFrom('api_key')
      .select(['id', 'name', 'verbs', 'made_at', 'expires_on', 'last_used_on', 'revoked_at'])
      .where('person_id', '=', actor.id)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
  },
});

/** Who asks by a key: the person as of today, holding no more than the key carries; and whether it is the key's first use of the day. */
export async function actorOfKey(db: Reads['db'], text: string, today: Day): Promise<{ actor: Actor; first: boolean }> {
  const key = readKey(text);
  const nobody = { actor: { kind: 'nobody' }, first: false } as const;
  if (!key) return nobody;
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'person_id', 'verbs', 'last_used_on'])
    .where('id', '=', key.id)
    .where('secret_sha256', '=', createHash('sha256').update(key.secret).digest('hex'))
    .where('revoked_at', 'is', null)
    .where('expires_on', '>', today)
    .executeTakeFirst();
  if (!row) return nobody;
  const actor = await actorOf(db, row.person_id, today);
  if (actor.kind !== 'person') return nobody;
  const verbs = row.verbs.filter((verb): verb is Verb => verb in VERBS);
  return { actor: { ...actor, key: { id: row.id, verbs } }, first: row.last_used_on !== today };
}
