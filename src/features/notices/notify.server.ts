import type { Role } from '#core/access.ts';
import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import type { NoticeKind, NoticeValues } from './rules.ts';

/** To a person, or to whoever holds one of the roles at the unit; null: in the whole house. */
export type To = { person_id: string } | { unit_id: string | null; roles: readonly Role[] };

/**
 * Tell people what a command does, within its transaction: they hear of it when it has happened, or not at all. The command notes the event; who
 * does it is not told.
 */
export async function notify<K extends NoticeKind>(
  ctx: Ctx,
  kind: K,
  subject: readonly [kind: string, id: string],
  told: readonly { to: To; values: NoticeValues[K] }[],
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ to, values }) => ({
    id: uuid(),
    kind,
    values: JSON.stringify(values),
    subject_kind: subject[0],
    subject_id: subject[1],
    person_id: 'person_id' in to ? to.person_id : null,
    unit_id: 'roles' in to ? to.unit_id : null,
    roles: 'roles' in to ? [...to.roles] : null,
    by_id: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    at: ctx.now,
    demo: ctx.demo,
  }));
  await ctx.db.insertInto('notice').values(rows).execute();
}
