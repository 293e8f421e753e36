import type { Ctx, Reads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { correctedOf, type Corrected } from './correcting/corrected.ts';
import type { Operation } from './correcting/operations.ts';
import type { Reading } from './reading/reading.ts';

export interface OpenReading {
  id: string;
  file_name: string;
  unit_id: string | null;
  version: number;
  /** As it was read. */
  reading: Reading;
  /** What stands of the corrections, in their order. */
  operations: Operation[];
  corrected: Corrected;
}

/**
 * A reading that waits, locked, so that two people who press at once cannot both adopt, or one adopt what the other discards.
 * @param version the one the person saw; left out: whichever it is now
 * @throws Problem not_found, reading_discarded, plan_already_adopted, stale_reading.
 */
export async function openReading(ctx: Ctx, id: string, version?: number): Promise<OpenReading> {
  const row = await ctx.db.selectFrom('plan_reading').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not_found');
  if (row.discarded_at) throw new Problem('reading_discarded');
  const plan = await ctx.db.selectFrom('plan_version').select('plan_id as id').where('reading_id', '=', id).executeTakeFirst();
  if (plan) throw new Problem('plan_already_adopted', { plan: plan.id });
  if (version !== undefined && version !== row.version) throw new Problem('stale_reading', { version: row.version });
  const reading = row.reading as unknown as Reading;
  const operations = await standing(ctx.db, id);
  const { file_name, unit_id } = row;
  return { id, file_name, unit_id, version: row.version, reading, operations, corrected: correctedOf(reading, operations) };
}

/** The operations of a reading's corrections that stand, in their order. */
export async function standing(db: Reads['db'], reading_id: string): Promise<Operation[]> {
  const rows = await db
    .selectFrom('plan_correction')
    .select('operations')
    .where('reading_id', '=', reading_id)
    .where('state', '=', 'stands')
    .orderBy('position')
    .execute();
  return rows.flatMap(({ operations }) => operations as unknown as Operation[]);
}

/** A reading with its corrections, whatever became of it. @throws Problem not_found. */
export async function correctedReading(db: Reads['db'], id: string): Promise<Corrected> {
  const row = await db.selectFrom('plan_reading').select('reading').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return correctedOf(row.reading as unknown as Reading, await standing(db, id));
}
