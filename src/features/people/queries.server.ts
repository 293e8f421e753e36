import { sql, type RawBuilder } from 'kysely';
import * as v from 'valibot';
import { ROLES, type Actor, type Grant, type Role } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import * as inputs from './inputs.ts';
import { digest } from './persons.server.ts';

/** Who is asking: name and roles; null without signing in. */
export const me = query({
  name: 'people.me',
  verb: 'self.view',
  input: inputs.nothing,
  run: async ({ actor }) => (actor.kind === 'person' ? { id: actor.id, name: actor.name, grants: actor.grants } : null),
});

/** Whether a one-time link would still be accepted. */
export const foundingLink = query({
  name: 'people.founding_link',
  verb: 'people.found',
  input: v.object({ token: v.string() }),
  async run({ db, now }, { token }): Promise<{ valid: boolean }> {
    const row = await db
      .selectFrom('founding_link')
      .select('id')
      .where('token_sha256', '=', digest(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return { valid: row !== undefined };
  },
});

/** The actor a signed-in person is today; nobody when there is no such person any more. */
export async function actorOf(db: Reads['db'], person_id: string, today: Day): Promise<Actor> {
  const person = await db.selectFrom('person').select(['id', 'name', 'ended_at']).where('id', '=', person_id).executeTakeFirst();
  if (!person || person.ended_at) return { kind: 'nobody' };
  return { kind: 'person', id: person.id, name: person.name ?? '', grants: await grantsOf(db, person_id, today) };
}

/** What somebody holds on a day. In another's place only while that other one holds it. */
async function grantsOf(db: Reads['db'], person_id: string, today: Day): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select own.id, own.role, own.unit_id, substituted.person_id as instead_of, least(own.valid_to, substituted.valid_to) as until
    from role_grant own left join role_grant substituted on substituted.id = own.instead_of
    where own.person_id = ${person_id} and ${holdsOn('own', today)}
      and (own.instead_of is null or ${holdsOn('substituted', today)})
    order by own.instead_of nulls first, own.granted_at, own.id`.execute(db);
  return rows.filter(({ role }) => ROLES.some((known: Role) => known === role));
}

export function holdsOn(grant: string, day: Day): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${grant}.${column}`);
  return sql`(${of('ended_at')} is null and ${of('valid_from')} <= ${day} and (${of('valid_to')} is null or ${day} < ${of('valid_to')}))`;
}
