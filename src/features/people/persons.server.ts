/** A person as the commands need one: where they hold roles, who may see and change them, and the link that lets them in. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { rootsFor, type Role, type Verb } from '#core/access.ts';
import type { Ctx, Reads, Units } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { WELCOME_HOURS } from './rules.ts';

export const digest = (token: string) => createHash('sha256').update(token).digest('hex');
export const newToken = () => randomBytes(24).toString('base64url');

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The id of whom somebody calls by id or by user name, if the actor may see them: holds the verb where they hold or held a role. @throws Problem not_found */
export async function seen({ db, actor }: Reads, person: string, verb: Verb = 'people.view'): Promise<string> {
  const roots = rootsFor(actor, verb);
  const row = await db
    .selectFrom('person')
    .leftJoin('auth_user', 'auth_user.id', 'person.id')
    .select('person.id')
    .where(UUID.test(person) ? 'person.id' : 'auth_user.username', '=', person)
    .$if(roots !== 'house', (rows) => rows.where(heldWithin(roots as string[])))
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row.id;
}

/** Of a row of `person`: whether a role is or was held at one of these units or below. */
export const heldWithin = (roots: string[]) => sql<boolean>`exists (
  select from role_grant where role_grant.person_id = person.id and role_grant.unit_id in (select unit_reach(${roots}::uuid[])))`;

/**
 * All places where a person holds a role today or will: only who has the verb at all of them may change the person, or could take over
 * what was never theirs by setting a new password. Of whom holds nothing any more, all places where something was held.
 */
export async function placesOf(ctx: Reads, person: string): Promise<Units> {
  const id = await seen(ctx, person);
  const grants = await ctx.db
    .selectFrom('role_grant')
    .select(['unit_id', ongoing('role_grant', dayOf(ctx.now)).as('ongoing')])
    .where('person_id', '=', id)
    .execute();
  const held = grants.filter(({ ongoing }) => ongoing);
  return [...new Set((held.length > 0 ? held : grants).map(({ unit_id }) => unit_id))];
}

/** Held on this day or later. */
export const ongoing = (grant: string, day: Day) => {
  const of = (column: string) => sql.ref(`${grant}.${column}`);
  return sql<boolean>`(${of('ended_at')} is null and (${of('valid_to')} is null or ${of('valid_to')} > ${day}))`;
};

/** The person's row, locked, so that two changes of one person follow each other. @throws Problem not_found, person_ended */
export async function lockPerson(ctx: Ctx, id: string, { ended = false } = {}) {
  const row = await ctx.db
    .selectFrom('person')
    .leftJoin('auth_user', 'auth_user.id', 'person.id')
    .select(['person.id', 'person.name', 'person.ended_at', 'person.erased_at', 'auth_user.username'])
    .where('person.id', '=', id)
    .forUpdate('person')
    .executeTakeFirst();
  if (!row || row.erased_at) throw new Problem('not_found');
  if (row.ended_at && !ended) throw new Problem('person_ended');
  return { ...row, name: row.name ?? '', username: row.username ?? '' };
}

/** A one-time link: the page of this house behind it, said once. */
export interface OneTimeLink {
  /** "/link?token=…", behind the house's address; null when it was said already. */
  path: string | null;
  expires_at: Date;
}

/** What is said again of a link: that there is one. */
export const withoutPath = <T extends OneTimeLink>(answer: T): T => ({ ...answer, path: null });

/** Make the link by which a person sets a password; an earlier one ends. */
export async function makeLink(
  ctx: Ctx,
  person_id: string,
  { hours = WELCOME_HOURS, without_second_factor = false } = {},
): Promise<OneTimeLink> {
  const token = newToken();
  const expires_at = new Date(ctx.now.getTime() + hours * 3_600_000);
  await ctx.db.deleteFrom('person_link').where('person_id', '=', person_id).execute();
  await ctx.db
    .insertInto('person_link')
    .values({ id: uuid(), person_id, token_sha256: digest(token), without_second_factor, made_at: ctx.now, expires_at })
    .execute();
  return { path: `/link?token=${token}`, expires_at };
}

/** Close the sign-in of a person: sessions, password, second factor, links and keys. */
export async function closeSignIn(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('auth_session').where('user_id', '=', id).execute();
  await ctx.db.deleteFrom('auth_account').where('user_id', '=', id).execute();
  await ctx.db.deleteFrom('second_factor').where('person_id', '=', id).execute();
  await ctx.db.deleteFrom('sign_in_pending').where('person_id', '=', id).execute();
  await ctx.db.deleteFrom('person_link').where('person_id', '=', id).execute();
  await ctx.db
    .updateTable('api_key')
    .set({ revoked_at: ctx.now })
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/**
 * That somebody remains who administrates the whole house, without an end in sight and not in another's place, once these grants are gone.
 * Of two who take each other's role at once, the second waits here. @throws Problem last_administrator
 */
export async function keepAdministrator(ctx: Ctx, leaving: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('last_administrator'))`.execute(ctx.db);
  const whole = await ctx.db
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'administrator' satisfies Role)
    .where('unit_id', 'is', null)
    .where('instead_of', 'is', null)
    .where('valid_from', '<=', dayOf(ctx.now))
    .where('valid_to', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const left = whole.filter(({ id }) => !leaving.includes(id));
  if (left.length === 0 && whole.length > 0) throw new Problem('last_administrator');
}
