import { sql } from 'kysely';
import type { Reads } from '#core/context.ts';

/** Every unit as papers may call it, with names of all its days: an old paper is read with the names of its time. */
export async function registry(db: Reads['db']): Promise<{ id: string; code: string; name: string; aliases: string[] }[]> {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('unit_name', (join) => join.onRef('unit_name.unit_id', '=', 'unit.id').on('unit_name.lang', '=', 'vi'))
    .select(['unit.id', 'unit.code'])
    .select(sql<string[]>`array_agg(unit_name.name order by unit_name.valid_from desc)`.as('names'))
    .select(sql<string[]>`array(select alias from unit_alias where unit_id = unit.id order by alias)`.as('aliases'))
    .groupBy('unit.id')
    .orderBy('unit.code')
    .execute();
  return rows.map(({ id, code, names: [name = code, ...older], aliases }) => ({ id, code, name, aliases: [...older, ...aliases] }));
}
