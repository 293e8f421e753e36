/** Giving a role at a unit, for who adds a person, for who gives one more, and for who brings in a sheet. */
import { sql } from 'kysely';
import { covering, type Role } from '#core/access.ts';
import type { Ctx, Reads, Units } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { tellRole } from './telling.server.ts';

export interface Wanted {
  role: Role;
  /** Code of the unit; without one the role holds in the whole house. */
  unit?: string | undefined;
  from?: Day | undefined;
  /** The first day on which it holds no more. */
  to?: Day | undefined;
}

/** The places where these roles are to hold. @throws Problem not_found for a unit that is not there. */
export const placesFor = (ctx: Reads, wanted: readonly Wanted[]): Promise<Units> =>
  Promise.all(wanted.map(async ({ unit }) => (unit === undefined ? null : (await unitBy(ctx, unit)).id)));

export async function unitBy({ db }: Reads, code: string) {
  const row = await db
    .selectFrom('unit')
    .select(['id', 'code', 'valid_from', 'valid_to'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

/** Give a role to a person whose row is locked, and note it. @throws Problem overlapping, beyond_own, unit_ended, bad_input (days) */
export async function giveRole(ctx: Ctx, person_id: string, wanted: Wanted): Promise<{ id: string }> {
  const unit = wanted.unit === undefined ? null : await unitBy(ctx, wanted.unit);
  const grant = {
    id: uuid(),
    person_id,
    role: wanted.role,
    unit_id: unit?.id ?? null,
    granted_at: ctx.now,
    valid_from: wanted.from ?? dayOf(ctx.now),
    valid_to: wanted.to ?? null,
  };
  // An input cannot tell: without a first day it is today.
  if (grant.valid_to !== null && grant.valid_to <= (grant.valid_from > dayOf(ctx.now) ? grant.valid_from : dayOf(ctx.now)))
    throw new Problem('bad_input', { fields: [{ path: 'to', message: 'field.to_after_from' }] });
  if (unit?.valid_to && unit.valid_to <= grant.valid_from) throw new Problem('unit_ended', { unit: unit.code });
  if (grant.role === 'administrator') await ownLasts(ctx, grant.unit_id, grant.valid_to);
  if (await overlaps(ctx, grant)) throw new Problem('overlapping');
  await ctx.db.insertInto('role_grant').values(grant).execute();
  await ctx.note({
    subject: ['person', person_id],
    unit_id: grant.unit_id,
    after: { grant: grant.id, role: grant.role, unit: unit?.code ?? null, from: grant.valid_from, to: grant.valid_to },
  });
  await tellRole(ctx, grant);
  return { id: grant.id };
}

/** Whether the person holds this role at this unit on one of these days already. In another's place is another matter. */
export async function overlaps(
  { db }: Reads,
  grant: { person_id: string; role: string; unit_id: string | null; valid_from: Day; valid_to: Day | null },
): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', grant.person_id)
    .where('role', '=', grant.role)
    .where('unit_id', 'is not distinct from', grant.unit_id)
    .where('instead_of', 'is', null)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`daterange(valid_from, valid_to) && daterange(${grant.valid_from}::date, ${grant.valid_to}::date)`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whoever administrates for some days only, perhaps in another's place, makes nobody administrator for longer: a substitute would stay.
 * @throws Problem beyond_own
 */
async function ownLasts(ctx: Ctx, unit_id: string | null, to: Day | null): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  const grants = ctx.actor.grants.filter(({ until = null }) => until === null || (to !== null && until >= to));
  if ((await covering(ctx.db, { ...ctx.actor, grants }, 'people.change', [unit_id])) === null) throw new Problem('beyond_own');
}
