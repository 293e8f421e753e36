/** Whose papers somebody sees: those of the units at which they hold a role, and of all below. */
import { sql, type RawBuilder } from 'kysely';
import { rootsFor, type Actor } from '#core/access.ts';
import type { Reads, Units } from '#core/context.ts';
import { Problem } from '#core/problem.ts';

export function papersOf(actor: Actor): RawBuilder<boolean> {
  const roots = rootsFor(actor, 'papers.view');
  return roots === 'house' ? sql`true` : sql`paper.unit_id = any (array(select unit_reach(${roots}::uuid[])))`;
}

/** The unit of a paper. @throws Problem not_found, also when the actor may not see it. */
export async function unitOfPaper({ db, actor }: Reads, id: string): Promise<Units> {
  const row = await db.selectFrom('paper').select('unit_id').where('id', '=', id).where(papersOf(actor)).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return [row.unit_id];
}

/** The unit that bears a code. @throws Problem bad_input. */
export async function unitByCode({ db }: Reads, code: string): Promise<string> {
  const unit = await db.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirst();
  if (!unit) throw new Problem('bad_input', { fields: [{ path: 'unit', message: 'units.unknown' }] });
  return unit.id;
}
