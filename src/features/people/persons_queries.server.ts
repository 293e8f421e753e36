/** Who works here: for those who administrate them. A person is seen by whoever reaches a unit at which they hold or held a role. */
import { sql, type RawBuilder } from 'kysely';
import { covering, rootsFor, ROLES, type Role } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { matches, pageOf, type Listing, type Where } from '#core/listing.server.ts';
import { livingIn } from '#features/units/queries.server.ts';
import type { Names } from '#features/units/rules.ts';
import * as inputs from './inputs.ts';
import { digest, heldWithin, ongoing, placesOf, seen } from './persons.server.ts';

/** A role as a list shows it; `names` of the unit by language as they were last, null in the whole house. */
export interface Held {
  role: Role;
  unit: string | null;
  names: Names | null;
}

interface ListedPerson {
  id: string;
  name: string | null;
  username: string | null;
  ended_at: Date | null;
  erasure_asked_at: Date | null;
  demo: boolean;
  roles: Held[];
}

/** A page of the people here (or of those who have ended, or who asked to be forgotten), by given name; search is for words of the name, or how the user name begins. */
export const list = query({
  name: 'person.list',
  verb: 'people.view',
  input: inputs.list,
  async run(ctx, { search, role, unit, state, sort, ...paging }) {
    const roots = rootsFor(ctx.actor, 'people.view');
    const today = dayOf(ctx.now);
    const where: Where[] = [sql`person.erased_at is null`];
    where.push(state === 'ended' ? sql`person.ended_at is not null` : sql`person.ended_at is null`);
    if (state === 'erasure') where.push(sql`person.erasure_asked_at is not null`);
    if (roots !== 'house') where.push(heldWithin(roots));
    if (search) where.push(called(search));
    if (role || unit) where.push(holds(today, role, unit));
    const desc = sort === '-name';
    const listing: Listing = {
      from: sql`person`,
      where,
      id: { by: sql`person.id`, type: 'uuid' },
      sort: [
        { by: sql`coalesce(substring(person.name from '[^ ]+$'), '') collate "vi-x-icu"`, type: 'text', desc },
        { by: sql`coalesce(person.name, '') collate "vi-x-icu"`, type: 'text', desc },
        { by: sql`person.id`, type: 'uuid', desc },
      ],
      shown: sql`left join auth_user on auth_user.id = person.id`,
    };
    const columns = sql<ListedPerson>`person.id, person.name, auth_user.username, person.ended_at, person.erasure_asked_at, person.demo,
      ${heldBy(today)} as roles`;
    const { rows: people, ...page } = await pageOf(ctx.db, listing, columns, paging);
    return { people, ...page };
  },
});

function called(search: string): Where {
  const begins = sql`username like ${search.toLowerCase().replace(/[\\%_]/g, '\\$&')} || '%'`;
  const named = matches('person.tokens', search);
  return {
    few: sql`person.id in (select id from person where ${named} union all select id from auth_user where ${begins})`,
    many: sql`(${named} or exists (select from auth_user where auth_user.id = person.id and ${begins}))`,
  };
}

function holds(today: Day, role: Role | undefined, unit: string | undefined): Where {
  const held: RawBuilder<unknown>[] = [ongoing('held', today)];
  if (role) held.push(sql`held.role = ${role}`);
  // Answered once, not for each row.
  if (unit) held.push(sql`held.unit_id = any (array(select unit_reach(array(select id from unit where code = ${unit}))))`);
  const all = sql.join(held, sql` and `);
  return {
    few: sql`person.id in (select person_id from role_grant held where ${all})`,
    many: sql`exists (select from role_grant held where held.person_id = person.id and ${all})`,
  };
}

const heldBy = (today: Day) => sql<Held[]>`coalesce((
  select json_agg(json_build_object('role', held.role, 'unit', unit.code, 'names', ${namesOf('unit')}) order by held.granted_at, held.id)
  from role_grant held left join unit on unit.id = held.unit_id
  where held.person_id = person.id and ${ongoing('held', today)}), '[]')`;

/** The last name in each language; null where there is no unit. */
export const namesOf = (unit: string) => sql<Names | null>`(
  select jsonb_object_agg(lang, name order by valid_from) from unit_name where unit_id = ${sql.ref(`${unit}.id`)})`;

/** One person: roles of all days, whom they stand in for and who for them. Not where they signed in from: that is theirs alone. @throws Problem not_found */
export const show = query({
  name: 'person.show',
  verb: 'people.view',
  input: inputs.person,
  // What is seen was held somewhere in reach; there is nothing more to ask for.
  at: async (ctx, { person }) => (await seen(ctx, person), []),
  async run(ctx, { person }) {
    const id = await seen(ctx, person);
    const today = dayOf(ctx.now);
    const row = await ctx.db
      .selectFrom('person')
      .leftJoin('auth_user', 'auth_user.id', 'person.id')
      .select(['person.id', 'person.name', 'auth_user.username', 'person.created_at'])
      .select(['person.ended_at', 'person.erased_at', 'person.erasure_asked_at', 'person.demo'])
      .select(
        sql<Date | null>`(select expires_at from person_link where person_id = person.id and expires_at > ${ctx.now})`.as(
          'link_until',
        ),
      )
      .select(sql<boolean>`exists (select from auth_account where user_id = person.id)`.as('has_password'))
      .select(
        sql<boolean>`exists (select from second_factor where person_id = person.id and confirmed_at is not null)`.as(
          'second_factor',
        ),
      )
      .select(
        sql<number>`(select count(*)::int from auth_session where user_id = person.id and expires_at > ${ctx.now})`.as(
          'sessions',
        ),
      )
      .where('person.id', '=', id)
      .executeTakeFirstOrThrow();
    const places = await placesOf(ctx, id);
    const mayChange = (await covering(ctx.db, ctx.actor, 'people.change', places)) !== null;
    return { ...row, may_change: mayChange, grants: await grantsThrough(ctx, id, today) };
  },
});

/** A role somebody holds, held or will hold. */
export interface GrantInTime {
  id: string;
  role: Role;
  unit: string | null;
  names: Names | null;
  valid_from: Day;
  valid_to: Day | null;
  ended_at: Date | null;
  /** Held today or later. */
  ongoing: boolean;
  /** In whose place; null: in one's own right. */
  instead_of: { id: string; name: string | null } | null;
  /** Who stands in for it, today or later. */
  substitutes: { id: string; name: string | null; from: Day; to: Day }[];
}

/** All roles of a person through time, those of today first. */
export async function grantsThrough({ db }: Reads, person_id: string, today: Day): Promise<GrantInTime[]> {
  const { rows } = await sql<GrantInTime>`
    select own.id, own.role, unit.code as unit, ${namesOf('unit')} as names, own.valid_from, own.valid_to, own.ended_at,
      ${ongoing('own', today)} as ongoing,
      (select json_build_object('id', person.id, 'name', person.name) from role_grant original join person on person.id = original.person_id
        where original.id = own.instead_of) as instead_of,
      coalesce((select json_agg(json_build_object('id', person.id, 'name', person.name, 'from', other.valid_from, 'to', other.valid_to)
          order by other.valid_from)
        from role_grant other join person on person.id = other.person_id
        where other.instead_of = own.id and ${ongoing('other', today)}), '[]') as substitutes
    from role_grant own left join unit on unit.id = own.unit_id
    where own.person_id = ${person_id}
    order by ${ongoing('own', today)} desc, own.valid_from desc, own.id`.execute(db);
  return rows;
}

/** Which roles the actor may give, and at which living units: for a form. `house`: also in the whole house. */
export const options = query({
  name: 'role.options',
  verb: 'people.change',
  input: inputs.nothing,
  async run(ctx) {
    const roots = rootsFor(ctx.actor, 'people.change');
    return { roles: ROLES, house: roots === 'house', units: await livingIn(ctx, roots) };
  },
});

/** For whom a one-time link is; null when it is not good. */
export const link = query({
  name: 'person.link',
  verb: 'people.enter',
  input: inputs.link,
  async run({ db, now }, { token }): Promise<{ name: string; username: string } | null> {
    const row = await db
      .selectFrom('person_link')
      .innerJoin('person', 'person.id', 'person_link.person_id')
      .innerJoin('auth_user', 'auth_user.id', 'person.id')
      .select(['person.name', 'auth_user.username'])
      .where('token_sha256', '=', digest(token))
      .where('expires_at', '>', now)
      .where('person.ended_at', 'is', null)
      .executeTakeFirst();
    return row ? { name: row.name ?? '', username: row.username ?? '' } : null;
  },
});
