/** A few people for the finder. */
import { sql } from 'kysely';
import { rootsFor } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import { finding, type Found } from '#core/finding.ts';
import { matches } from '#core/listing.server.ts';

/** Those who hold or held a role in the caller's reach. */
export const findPeople = query({
  name: 'person.find',
  verb: 'people.view',
  input: finding,
  async run({ db, actor }, { search, most }): Promise<Found[]> {
    const roots = rootsFor(actor, 'people.view');
    const within =
      roots === 'house'
        ? sql`true`
        : sql`exists (select from role_grant where person_id = person.id and unit_id in (select unit_reach(${roots}::uuid[])))`;
    const { rows } = await sql<Found>`
      select '/people/' || person.id as href, jsonb_build_object('vi', person.name) as names, person.demo,
        (select username from auth_user where auth_user.id = person.id) as note
      from person where ${matches('person.tokens', search)} and ${within} order by person.id desc limit ${most}`.execute(db);
    return rows;
  },
});
