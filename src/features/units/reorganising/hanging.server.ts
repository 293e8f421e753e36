/**
 * What other features hang on units and places, found by the foreign keys the database knows: this feature comes before those that give
 * units tasks, roles and figures, and need not know them. A table added tomorrow is found too.
 */
import { sql } from 'kysely';
import type { Reads } from '#core/context.ts';
import type { Of } from '../rules.ts';

export interface Hanging {
  /** The table; words: messages/*.json under `hangs.<table>`. */
  what: string;
  of: Of;
  code: string;
  rows: number;
}

/** Its own tables are looked at by name. */
const OWN = /^(unit|place)(_|$)/;

export async function hanging(db: Reads['db'], ids: readonly string[]): Promise<Hanging[]> {
  if (ids.length === 0) return [];
  const { rows: keys } = await sql<{ table: string; column: string; of: Of }>`
    select conrelid::regclass::text as "table", attname as "column", confrelid::regclass::text as of
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and cardinality(conkey) = 1 and confrelid in ('unit'::regclass, 'place'::regclass)
    order by 1, 2`.execute(db);
  const found: Hanging[] = [];
  for (const { table, column, of } of keys.filter((key) => !OWN.test(key.table))) {
    const { rows } = await sql<{ code: string; rows: number }>`
      select it.code, count(*)::int as rows from ${sql.table(table)} used join ${sql.table(of)} it on it.id = used.${sql.ref(column)}
      where it.id = any (${ids}) group by it.code order by it.code`.execute(db);
    found.push(...rows.map((row) => ({ what: table, of, ...row })));
  }
  return found;
}
