/** Roles are given, ended, held for somebody for some days, and moved when a unit has ended. */
import { sql } from 'kysely';
import type { Role } from '#core/access.ts';
import { command } from '#core/command.server.ts';
import type { Ctx, Reads } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { giveRole, overlaps, placesFor, unitBy } from './grants.server.ts';
import * as inputs from './inputs.ts';
import { keepAdministrator, lockPerson, seen } from './persons.server.ts';
import { tellSubstitute } from './telling.server.ts';

/** Give a person a role at a unit, or in the whole house, within the giver's own reach. @throws Problem overlapping, beyond_own, unit_ended */
export const grant = command({
  name: 'role.grant',
  verb: 'people.change',
  input: inputs.grant,
  at: (ctx, wanted) => placesFor(ctx, [wanted]),
  async run(ctx, { person, ...wanted }): Promise<{ id: string }> {
    const { id } = await lockPerson(ctx, await seenAnywhere(ctx, person));
    return giveRole(ctx, id, wanted);
  },
});

/** Somebody who holds nothing in one's reach yet may be given something there, if one knows the user name or id: a person may serve several units. */
async function seenAnywhere(ctx: Ctx, person: string): Promise<string> {
  return seen({ ...ctx, actor: { kind: 'system' } }, person);
}

/** End a role that somebody holds, from now on. @throws Problem last_administrator */
export const endRole = command({
  name: 'role.end',
  verb: 'people.change',
  input: inputs.endRole,
  at: async (ctx, input) => [(await visible(ctx, input.grant)).unit_id],
  async run(ctx, input): Promise<{ id: string }> {
    const { id, person_id, role } = await visible(ctx, input.grant);
    await lockPerson(ctx, person_id, { ended: true });
    if (role === 'administrator') await keepAdministrator(ctx, [id]);
    const ended = await ctx.db
      .updateTable('role_grant')
      .set({ ended_at: ctx.now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning(['role', 'unit_id', 'valid_from', 'valid_to'])
      .executeTakeFirst();
    if (ended)
      await ctx.note({ subject: ['person', person_id], before: { grant: id, ...ended }, after: { ended: true }, why: input.why });
    return { id };
  },
});

/**
 * Let somebody hold another's role for some days, while that one holds it. Not in the place of one who is a substitute already.
 * @throws Problem overlapping, not_possible
 */
export const substitute = command({
  name: 'role.substitute',
  verb: 'people.change',
  input: inputs.substitute,
  at: async (ctx, input) => [(await visible(ctx, input.grant)).unit_id],
  async run(ctx, input): Promise<{ id: string }> {
    const original = await visible(ctx, input.grant);
    const { id: person_id } = await lockPerson(ctx, await seenAnywhere(ctx, input.person));
    const valid_from = input.from ?? dayOf(ctx.now);
    const over = original.ended_at !== null || (original.valid_to !== null && original.valid_to <= valid_from);
    if (original.instead_of || person_id === original.person_id || over) throw new Problem('not_possible');
    if (input.to <= valid_from || input.to <= dayOf(ctx.now))
      throw new Problem('bad_input', { fields: [{ path: 'to', message: 'field.to_after_from' }] });
    const rival = await ctx.db
      .selectFrom('role_grant')
      .select('id')
      .where('instead_of', '=', original.id)
      .where('person_id', '=', person_id)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`daterange(valid_from, valid_to) && daterange(${valid_from}::date, ${input.to}::date)`)
      .executeTakeFirst();
    if (rival) throw new Problem('overlapping');
    const made = {
      id: uuid(),
      person_id,
      role: original.role,
      unit_id: original.unit_id,
      granted_at: ctx.now,
      valid_from,
      valid_to: input.to,
      instead_of: original.id,
    };
    await ctx.db.insertInto('role_grant').values(made).execute();
    const after = { grant: made.id, role: made.role, instead_of: original.id, from: valid_from, to: input.to };
    await ctx.note({ subject: ['person', person_id], unit_id: made.unit_id, after });
    await tellSubstitute(ctx, made, input.to);
    return { id: made.id };
  },
});

/** Move what is held at a unit that has ended to a successor of it, from a day on; see role.moving. @throws Problem not_possible */
export const move = command({
  name: 'role.move',
  verb: 'people.change',
  input: inputs.move,
  at: bothUnits,
  async run(ctx, { from, to, day }): Promise<{ moved: number; there_already: number }> {
    const [old, next] = [await unitBy(ctx, from), await unitBy(ctx, to)];
    await sql`select pg_advisory_xact_lock(hashtext(${`role.move ${old.id}`}))`.execute(ctx.db);
    const moved = new Map<string, string>();
    const waiting = await toMove(ctx, { from, to, day });
    for (const { held, ...it } of waiting) {
      await ctx.db
        .updateTable('role_grant')
        // Who would have begun later never began.
        .set(it.valid_from < day ? { valid_to: day } : { ended_at: ctx.now })
        .where('id', '=', it.id)
        .execute();
      const { person_id, role, valid_to } = it;
      const instead_of = it.instead_of && (moved.get(it.instead_of) ?? null);
      const note = { subject: ['person', person_id], unit_id: next.id, before: { grant: it.id, unit: from } } as const;
      // Who holds the same at the successor goes on with that; and nobody stands in for a role that has not moved.
      if (held || (it.instead_of && !instead_of)) {
        await ctx.note({ ...note, after: { until: day } });
        continue;
      }
      const id = uuid();
      const valid_from = it.valid_from > day ? it.valid_from : day;
      await ctx.db
        .insertInto('role_grant')
        .values({ id, person_id, role, unit_id: next.id, granted_at: ctx.now, valid_from, valid_to, instead_of })
        .execute();
      await ctx.note({ ...note, after: { grant: id, unit: to, from: valid_from } });
      moved.set(it.id, id);
    }
    return { moved: moved.size, there_already: waiting.length - moved.size };
  },
});

export async function bothUnits(ctx: Reads, { from, to }: { from: string; to: string }) {
  return [(await unitBy(ctx, from)).id, (await unitBy(ctx, to)).id];
}

/** What is held at `from` beyond that day; `held`: the person holds the same at `to` already. Roles in somebody's place come last. @throws Problem not_possible */
export async function toMove(ctx: Reads, { from, to, day }: { from: string; to: string; day: string }) {
  const [old, next] = [await unitBy(ctx, from), await unitBy(ctx, to)];
  const follows = await ctx.db
    .selectFrom('unit_succession')
    .select('id')
    .where('predecessor_id', '=', old.id)
    .where('successor_id', '=', next.id)
    .executeTakeFirst();
  if (!follows || !old.valid_to || old.valid_to > day) throw new Problem('not_possible');
  const rows = await ctx.db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['role_grant.id', 'person_id', 'person.name', 'role', 'valid_from', 'valid_to', 'instead_of'])
    .where('unit_id', '=', old.id)
    .where('role_grant.ended_at', 'is', null)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .$narrowType<{ role: Role }>()
    .orderBy(sql`instead_of is not null`)
    .orderBy('role_grant.id')
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const there = { ...row, unit_id: next.id, valid_from: row.valid_from > day ? row.valid_from : day };
      return { ...row, held: row.instead_of === null && (await overlaps(ctx, there)) };
    }),
  );
}

/** A grant of somebody whom the actor may see. @throws Problem not_found */
async function visible(ctx: Reads, id: string) {
  const row = await ctx.db.selectFrom('role_grant').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  await seen(ctx, row.person_id);
  return row;
}
