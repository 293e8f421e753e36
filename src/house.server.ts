/**
 * What a process opened once, handed over in one place. The built web app holds its own copies of every module, so a variable here would be
 * another one there: the process's own global is the one thing they share.
 */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { backUpBeforeMigrating } from '#backup/before_migration.server.ts';
import type { House } from '#core/command.server.ts';
import { openDatabase, type Database } from '#db/connect.server.ts';
import { dataFolder } from '#db/data_folder.server.ts';
import { migrate, sources, type Migrated } from '#db/migrate.server.ts';
import { FEATURES } from '#features/all.server.ts';
import type { SignIn } from '#features/people/sign_in.server.ts';
import { clock } from '#ports/clock.ts';
import { folderStore } from '#ports/files.server.ts';
import { openLog } from '#ports/log.ts';
import { secretOf } from '#ports/secret.server.ts';
import { threads, type OwnThreads } from '#ports/threads.server.ts';
import { vault } from '#ports/vault.server.ts';

export interface OpenHouse {
  house: House;
  log: Logger;
  /** @param protocol "http:" or "https:": whether the session's cookie is for https only. */
  signIn(protocol: string): SignIn;
}

const PLACE = Symbol.for('cotmoc.house');
const shared = globalThis as { [PLACE]?: OpenHouse };

export function moveIn(open: OpenHouse): void {
  shared[PLACE] = open;
}

/** @throws Error when the process has opened none: a mistake of ours. */
export function openHouse(): OpenHouse {
  const open = shared[PLACE];
  if (!open) throw new Error('no house was opened in this process');
  return open;
}

/** The house over an open database, with the outside world as it is. Its threads are closed before the database is. */
export function furnish({ db }: Database, folder = dataFolder(), now = clock()): House & { threads: OwnThreads } {
  return {
    db,
    files: folderStore(join(folder, 'files')),
    threads: threads(),
    vault: vault(() => secretOf(folder)),
    now,
  };
}

/**
 * Bring the schema up to the program; what is in the database is backed up before.
 * @returns what ran, and the backup that was made
 * @throws CannotStart
 */
export async function bringUpToDate(database: Database): Promise<Migrated & { backup: string | null }> {
  const backup = await backUpBeforeMigrating(database, dataFolder(), sources(FEATURES));
  return { ...(await migrate(database.pool, sources(FEATURES))), backup };
}

/** Open the house for one piece of work: beside the running server, or alone. @throws CannotStart */
export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const log = openLog();
  const database = await openDatabase((error, what) => log.warn({ err: error }, what));
  try {
    await bringUpToDate(database);
    return await work(furnish(database));
  } finally {
    await database.close();
  }
}
