import type { Reads } from '#core/context.ts';

/** Titles of plans, and the files that readings were made of, by id. */
export async function papersNamed(db: Reads['db'], ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const plans = await db.selectFrom('plan').select(['id', 'title as name']).where('id', 'in', ids).execute();
  const readings = await db.selectFrom('plan_reading').select(['id', 'file_name as name']).where('id', 'in', ids).execute();
  return new Map([...plans, ...readings].map(({ id, name }) => [id, name]));
}
