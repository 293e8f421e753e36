/** `cotmoc backup.make`, `backup.verify`, `backup.restore`: for whoever has this machine in his hands, never over the web. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeBackup } from '#backup/make.server.ts';
import type { Manifest } from '#backup/manifest.server.ts';
import { CLUSTER } from '#backup/pack.server.ts';
import { BackupProblem } from '#backup/problem.ts';
import { restoreBackup, type Restored } from '#backup/restore.server.ts';
import { keptFrom, meant, thinOut } from '#backup/shelf.server.ts';
import { verifyBackup } from '#backup/verify.server.ts';
import { execute, type House } from '#core/command.server.ts';
import { instant, t, type Language } from '#core/text.ts';
import { openDatabase, type Database } from '#db/connect.server.ts';
import { dataFolder, dataFolderPath } from '#db/data_folder.server.ts';
import { migrate, newestMigration, sources } from '#db/migrate.server.ts';
import { archiveFailing, thinArchive } from '#db/wal_archive.server.ts';
import { FEATURES } from '#features/all.server.ts';
import { endSessions } from '#features/people/commands.server.ts';
import { anchor } from '#features/record/audit_commands.server.ts';
import { written } from '#features/record/rules.ts';
import { furnish } from '#house.server.ts';
import { openLog } from '#ports/log.ts';
import { text } from './arguments.ts';
import type { MachineCommand } from './help.ts';
import { Misuse } from './misuse.ts';
import { operandOf } from './operand.ts';

/** Beside the running server, or alone. The schema stays as it is. */
export const backupMake: MachineCommand = {
  name: 'backup.make',
  kind: 'machine',
  operand: 'DIR',
  flags: { keep: { value: 'N', words: 'cli.help_keep' } },
  async run(given, language) {
    const shelf = operandOf(backupMake, given);
    const keep = keepOf(given.flags.get('keep'));
    return withDatabase(async (database, folder) => {
      const begun = performance.now();
      const { backup, manifest, linked, damaged } = await makeBackup(database, folder, shelf);
      await anchorIn(database, folder, manifest, basename(backup));
      const removed = keep === null ? [] : thinOut(dirname(backup), keep);
      if (keep !== null) await thinLog(database, dirname(backup));
      // On a schema of before nothing is written.
      if (manifest.schema === newestMigration(sources(FEATURES))) await anchored(furnish(database, folder), backup, manifest);
      const warnings = await warningsOf(language, database, damaged);
      const seconds = Math.round((performance.now() - begun) / 100) / 10;
      return { backup, ...summary(manifest), linked, seconds, removed, warnings };
    });
  },
};

export const backupVerify: MachineCommand = {
  name: 'backup.verify',
  kind: 'machine',
  operand: 'DIR|BACKUP',
  flags: {},
  async run(given) {
    const [backup] = meant(operandOf(backupVerify, given));
    return { backup, ...summary(await verifyBackup(backup)) };
  },
};

export const backupRestore: MachineCommand = {
  name: 'backup.restore',
  kind: 'machine',
  operand: 'DIR|BACKUP',
  flags: {
    to: { value: 'DATA', words: 'cli.help_to' },
    until: { value: '2026-11-28T10:00|latest', words: 'cli.help_until' },
    archive: { value: 'DIR', words: 'cli.help_archive' },
  },
  async run(given, language) {
    const { flags } = given;
    const from = operandOf(backupRestore, given);
    const to = dataFolderPath(flags.has('to') ? text('to', flags.get('to')!) : undefined);
    const archive = flags.has('archive') ? text('archive', flags.get('archive')!) : process.env['COTMOC_WAL_ARCHIVE'];
    const until = momentOf(flags.get('until'));
    const schema = newestMigration(sources(FEATURES));
    const { backup, manifest } = await restoreBackup({ from, to, until, archive, schema, settle });
    const warnings = until === null ? [] : [t(language, 'backup.warn_files', { at: instant(new Date(manifest.holds_until)) })];
    return { restored: to, backup, ...summary(manifest), warnings };
  },
};

/** What one reads of a backup without its list of files. */
function summary({ holds_until, program, platform, schema, audit, database, files }: Manifest) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    holds_until,
    program,
    platform,
    schema,
    audit: audit && written(audit),
    postgres: database?.postgres ?? null,
    files: files.length,
    bytes,
  };
}

function keepOf(given: string | true | undefined): number | null {
  if (given === undefined) return null;
  const keep = Number(text('keep', given));
  if (!Number.isInteger(keep) || keep < 1) throw new Misuse('cli.no_number_from_1', { flag: 'keep' });
  return keep;
}

/** A moment without a zone is one in Vietnam. */
function momentOf(given: string | true | undefined): Date | 'latest' | null {
  if (given === undefined) return null;
  const word = text('until', given);
  if (word === 'latest') return word;
  const moment = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(word) ? word : `${word}+07:00`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(word) || Number.isNaN(moment.getTime()))
    throw new Misuse('cli.no_moment', { flag: 'until' });
  return moment;
}

async function withDatabase<T>(work: (database: Database, folder: string) => Promise<T>): Promise<T> {
  const there = dataFolderPath();
  if (!process.env['DATABASE_URL'] && !existsSync(join(there, CLUSTER)))
    throw new BackupProblem('backup.no_house', { folder: there });
  const log = openLog();
  const database = await openDatabase((error, what) => log.warn({ err: error }, what));
  try {
    return await work(database, dataFolder());
  } finally {
    await database.close();
  }
}

/** The record's head stands in the backup now: the house remembers that. A house that waits for its migration learns nothing new. */
async function anchorIn(database: Database, folder: string, { schema, audit }: Manifest, place: string): Promise<void> {
  if (!audit || schema !== newestMigration(sources(FEATURES))) return;
  const house = furnish(database, folder);
  await execute(house, anchor, { kind: 'backup', place, head: written(audit) }, { actor: { kind: 'operator' } });
}

async function thinLog({ cluster }: Database, shelf: string): Promise<void> {
  const archive = process.env['COTMOC_WAL_ARCHIVE'];
  const first = archive && cluster && (await keptFrom(shelf, cluster.life));
  if (first) thinArchive(archive, cluster.life, first);
}

async function warningsOf(language: Language, { cluster, pool }: Database, damaged: string[]): Promise<string[]> {
  const failing = await archiveFailing(pool);
  return [
    ...(cluster ? [] : [t(language, 'backup.warn_own_server')]),
    ...(process.env['COTMOC_SECRET'] ? [t(language, 'backup.warn_secret')] : []),
    ...(damaged.length > 0 ? [t(language, 'backup.warn_damaged', { files: damaged.join(', ') })] : []),
    ...(cluster && failing ? [t(language, 'backup.warn_archive', { at: instant(failing) })] : []),
  ];
}

/** The restored house speaks this program's schema, its record is the one the backup speaks of, and nobody is signed in to it. */
async function settle(folder: string, { backup, manifest }: Restored): Promise<void> {
  const log = openLog();
  const database = await openDatabase((error, what) => log.warn({ err: error }, what), '', folder);
  try {
    await migrate(database.pool, sources(FEATURES));
    const house = furnish(database, folder);
    await anchored(house, backup, manifest);
    await execute(house, endSessions, { why: `backup.restore ${basename(backup)}` }, OPERATOR);
  } finally {
    await database.close();
  }
}

const OPERATOR = { actor: { kind: 'operator' } } as const;

/** From now on the record is held against the head that stands in the backup. @throws Problem when it is not of this record */
async function anchored(house: House, backup: string, { audit }: Manifest): Promise<void> {
  if (!audit) return;
  await execute(house, anchor, { kind: 'backup', place: backup.slice(-PLACE_MAX), head: written(audit) }, OPERATOR);
}

const PLACE_MAX = 200;
