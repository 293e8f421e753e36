/** Personal keys for programs: made and revoked by the person alone. */
import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { may } from '#core/access.ts';
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { KEY_VERBS, keyText, lastDay } from './keys.ts';

/**
 * Make a key that carries some of one's own verbs until a day. The text of the key is in the answer, this once.
 * @throws Problem not_possible (asked by no person, or by a key), bad_input (a verb one does not hold, a day too far).
 */
export const makeKey = command({
  name: 'key.make',
  verb: 'self.change',
  input: v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required'), v.maxLength(120, 'field.too_long')),
    verbs: v.pipe(v.array(v.picklist(KEY_VERBS, 'field.wrong')), v.minLength(1, 'field.required')),
    expires_on: v.pipe(v.string(), v.isoDate('field.day')),
  }),
  async run(ctx, { name, verbs, expires_on }): Promise<{ id: string; key: string }> {
    const person_id = itself(ctx);
    const today = dayOf(ctx.now);
    if (expires_on <= today || expires_on > lastDay(today)) throw wrong('expires_on', 'key.until');
    if (verbs.some((verb) => !may(ctx.actor, verb))) throw wrong('verbs', 'key.not_held');
    const id = uuid();
    const secret = randomBytes(32).toString('base64url');
    await ctx.db
      .insertInto('api_key')
      .values({ id, person_id, name: name.normalize('NFC'), secret_sha256: digest(secret), verbs, made_at: ctx.now, expires_on })
      .execute();
    await ctx.note({ subject: ['key', id], after: { verbs, expires_on } });
    return { id, key: keyText(id, secret) };
  },
  again: ({ id }) => ({ id, key: '' }),
});

/** End a key of one's own at once. @throws Problem not_found. */
export const revokeKey = command({
  name: 'key.revoke',
  verb: 'self.change',
  input: v.object({ id: v.pipe(v.string(), v.uuid('field.id')) }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const ended = await ctx.db
      .updateTable('api_key')
      .set({ revoked_at: ctx.now })
      .where('id', '=', id)
      .where('person_id', '=', itself(ctx))
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Problem('not_found');
    await ctx.note({ subject: ['key', id], after: { revoked: true } });
    return { id };
  },
});

/** Note the day of a key's use, once a day. */
export const useKey = command({
  name: 'key.use',
  verb: 'keys.use',
  input: v.object({ id: v.pipe(v.string(), v.uuid('field.id')) }),
  async run(ctx, { id }): Promise<void> {
    const last_used_on = dayOf(ctx.now);
    await ctx.db.updateTable('api_key').set({ last_used_on }).where('id', '=', id).execute();
    await ctx.note({ subject: ['key', id], after: { last_used_on } });
  },
});

/** Keys are a person's own; a key makes no keys, or its end would mean nothing. */
function itself({ actor }: Pick<Ctx, 'actor'>): string {
  if (actor.kind !== 'person' || actor.key) throw new Problem('not_possible');
  return actor.id;
}

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
const wrong = (path: string, message: string) => new Problem('bad_input', { fields: [{ path, message }] });
