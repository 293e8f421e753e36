import type { Reads } from '#core/context.ts';

/** Names of people by id. Who was erased, or is not there any more, is not among them. */
export async function peopleNamed(db: Reads['db'], ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('name', 'is not', null)
    .$narrowType<{ name: string }>()
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
