import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { ROLES, type Actor, type Role } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import * as inputs from './inputs.ts';

/** Who is asking: name and roles; null without signing in. */
export const me = query({
  name: 'people.me',
  verb: 'self.view',
  input: inputs.nothing,
  run: async ({ actor }) => (actor.kind === 'person' ? { id: actor.id, name: actor.name, roles: actor.roles } : null),
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
      .where('token_sha256', '=', createHash('sha256').update(token).digest('hex'))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return { valid: row !== undefined };
  },
});

/** The people of this house with their roles. */
export const list = query({
  name: 'people.list',
  verb: 'people.view',
  input: inputs.nothing,
  run: ({ db }) =>
    db
      .selectFrom('person')
      .innerJoin('auth_user', 'auth_user.id', 'person.id')
      .select(['person.id', 'person.name', 'auth_user.username', 'person.created_at'])
      .select(
        sql<string[]>`array(select role from role_grant where person_id = person.id and ended_at is null order by role)`.as(
          'roles',
        ),
      )
      .orderBy('person.name')
      .execute(),
});

/** The actor a signed-in person is; nobody when there is no such person any more. */
export async function actorOf(db: Reads['db'], person_id: string): Promise<Actor> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('role_grant', (join) => join.onRef('role_grant.person_id', '=', 'person.id').on('role_grant.ended_at', 'is', null))
    .select(['person.id', 'person.name', 'role_grant.role'])
    .where('person.id', '=', person_id)
    .execute();
  const [first] = rows;
  if (!first) return { kind: 'nobody' };
  const roles = rows.map((row) => row.role).filter((role): role is Role => ROLES.some((known) => known === role));
  return { kind: 'person', id: first.id, name: first.name, roles };
}
