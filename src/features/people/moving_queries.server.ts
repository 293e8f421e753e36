/** Roles that a reorganisation leaves at units which have ended, until role.move takes them to a successor. */
import { sql } from 'kysely';
import { rootsFor } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { preview } from '#features/units/reorganising/inputs.ts';
import { endedBy } from '#features/units/reorganising/queries.server.ts';
import type { Names } from '#features/units/rules.ts';
import * as inputs from './inputs.ts';
import { ongoing } from './persons.server.ts';
import { namesOf } from './persons_queries.server.ts';
import { bothUnits, toMove } from './roles_commands.server.ts';

interface Behind {
  code: string;
  names: Names;
  /** The first day on which the unit was no more. */
  ended_on: Day;
  successors: { code: string; names: Names }[];
  roles: number;
  people: number;
}

/** Units in reach which have ended, and at which roles are still held: how many roles, of how many people, and who came after. */
export const behind = query({
  name: 'role.behind',
  verb: 'people.change',
  input: inputs.nothing,
  async run({ db, actor, now }): Promise<Behind[]> {
    const roots = rootsFor(actor, 'people.change');
    const today = dayOf(now);
    const { rows } = await sql<Behind>`
      select unit.code, ${namesOf('unit')} as names, unit.valid_to as ended_on, held.roles, held.people,
        coalesce((select jsonb_agg(jsonb_build_object('code', heir.code, 'names', ${namesOf('heir')}) order by heir.code)
          from unit_succession join unit heir on heir.id = successor_id where predecessor_id = unit.id), '[]') as successors
      from unit cross join lateral (
        select count(*)::int as roles, count(distinct person_id)::int as people
        from role_grant where unit_id = unit.id and ${ongoing('role_grant', today)}) held
      where unit.valid_to <= ${today} and held.roles > 0 and ${roots === 'house' ? sql`true` : sql`unit.id in (select unit_reach(${roots}::uuid[]))`}
      order by unit.valid_to desc, unit.code`.execute(db);
    return rows;
  },
});

/** Roles held at units that the steps would end: how many, of how many people, by unit. */
export const ofEndedUnits = query({
  name: 'role.of_ended_units',
  verb: 'people.view',
  input: preview,
  async run({ db, actor }, input) {
    const ended = await endedBy(db, input);
    const roots = rootsFor(actor, 'people.view');
    return db
      .selectFrom('role_grant')
      .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
      .select(['unit.code', namesOf('unit').as('names')])
      .select(sql<number>`count(*)::int`.as('roles'))
      .select(sql<number>`count(distinct person_id)::int`.as('people'))
      .where(sql<boolean>`unit.id = any(${ended}::uuid[])`)
      .where(ongoing('role_grant', input.day))
      .$if(roots !== 'house', (rows) => rows.where(sql<boolean>`unit.id in (select unit_reach(${roots}::uuid[]))`))
      .groupBy('unit.id')
      .orderBy('unit.code')
      .execute();
  },
});

/** What role.move would move, and what is there already. @throws Problem not_possible unless `to` came after `from`. */
export const moving = query({
  name: 'role.moving',
  verb: 'people.change',
  input: inputs.move,
  at: bothUnits,
  run: (ctx, input) => toMove(ctx, input),
});
