/** A database with data in it is backed up before its schema is changed: an upgrade that went wrong can be gone back on. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#db/connect.server.ts';
import { pendingMigrations, type Sources } from '#db/migrate.server.ts';
import { makeBackup } from './make.server.ts';
import { OWN_SHELF } from './pack.server.ts';
import { BackupProblem } from './problem.ts';
import { thinOut } from './shelf.server.ts';

const KEEP = 3;

/**
 * Back up into `backups` of the data folder when a migration is about to run on an embedded database that was in use.
 * @returns the backup, null when none was needed
 * @throws CannotStart when it cannot: then nothing is migrated
 */
export async function backUpBeforeMigrating(database: Database, folder: string, from: Sources): Promise<string | null> {
  if (!database.cluster) return null;
  const last = (await pendingMigrations(database.pool, from)).at(-1);
  if (last === undefined) return null;
  const shelf = join(folder, OWN_SHELF);
  try {
    mkdirSync(shelf, { recursive: true, mode: 0o700 });
    const { backup } = await makeBackup(database, folder, shelf, `-before-${last.replace('.sql', '')}`);
    thinOut(shelf, KEEP);
    return backup;
  } catch (error) {
    throw error instanceof BackupProblem ? error.asCannotStart() : error;
  }
}
