/** Somebody who is given a role, or stands in for somebody, hears of it. */
import type { Role } from '#core/access.ts';
import type { Ctx } from '#core/context.ts';
import { addDays, type Day } from '#core/dates.ts';
import { notify } from '#features/notices/notify.server.ts';

interface Given {
  person_id: string;
  role: string;
  unit_id: string | null;
  valid_from: Day;
}

export async function tellRole(ctx: Ctx, { person_id, role, unit_id, valid_from }: Given): Promise<void> {
  const values = { role: role as Role, unit: await nameOf(ctx, unit_id), from: valid_from };
  await notify(ctx, 'role_given', ['person', person_id], [{ to: { person_id }, values }]);
}

/** @param valid_to the first day on which it is over */
export async function tellSubstitute(ctx: Ctx, { person_id, role, unit_id, valid_from }: Given, valid_to: Day): Promise<void> {
  const unit = await nameOf(ctx, unit_id);
  const values = { role: role as Role, unit, from: valid_from, until: addDays(valid_to, -1) };
  await notify(ctx, 'substitution', ['person', person_id], [{ to: { person_id }, values }]);
}

/** Empty for the whole house. */
async function nameOf({ db }: Ctx, unit_id: string | null): Promise<string> {
  if (unit_id === null) return '';
  const row = await db
    .selectFrom('unit_name')
    .select('name')
    .where('unit_id', '=', unit_id)
    .where('lang', '=', 'vi')
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.name ?? '';
}
