import type { Kysely } from 'kysely';
import type { DB } from '#db/types.ts';

/** The newest link of the record's hash chain: whoever has written it down elsewhere can tell whether the record was changed since. */
export interface AuditHead {
  position: number;
  hash: string;
}

/**
 * The head as it is now, null while nothing is linked. Also asked of a database whose schema is older than this program: then a table
 * that is not there yet (SQLSTATE 42P01) may be thrown.
 */
export async function auditHead(_db: Kysely<DB>): Promise<AuditHead | null> {
  return null;
}
