import { generate, PostgresDialect } from 'kysely-codegen';
import type { Kysely } from 'kysely';
import type { DB } from './types.ts';

/** The text of types.ts for a migrated database, with values as connect.server.ts lets them arrive. */
export function typesOf(db: Kysely<DB>): Promise<string> {
  return generate({
    db,
    dialect: new PostgresDialect(),
    includePattern: 'public.*',
    excludePattern: 'public.schema_migration',
    typeMapping: { int8: 'number', date: 'string' },
  });
}
