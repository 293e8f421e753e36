/** Making a backup of a house that goes on working: database, files, keys and what version they are of. */
import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, stat, statfs } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { head as lastLink, link, type Head } from '#core/chain.server.ts';
import type { Database } from '#db/connect.server.ts';
import { copyCluster, type Sink } from '#db/embedded_backup.server.ts';
import { schemaOf } from '#db/migrate.server.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { syncFolder, writeNew } from './copy.server.ts';
import { DATA, DIGEST, FORMAT, MANIFEST, platform, readManifest, written, type Manifest } from './manifest.server.ts';
import { CLUSTER, OWN_SHELF, ownFiles, packing, walk, type Earlier } from './pack.server.ts';
import { asBackupProblem, BackupProblem, codeOf } from './problem.ts';
import { backupsIn, inTheMaking, PARTIAL, stamp, sweep } from './shelf.server.ts';

export interface Made {
  backup: string;
  manifest: Manifest;
  /** Files that an earlier backup held already, and held well. */
  linked: number;
  /** Files whose content is not what their name says: they were so before, and are kept as they are. */
  damaged: string[];
}

/**
 * Copy a house into a new folder on the shelf. The server may run and write: whatever it acknowledged before the copy ended is in it.
 * @param folder the data folder
 * @param shelf a folder that is there already: on another disk, best on another machine
 * @param why becomes part of the name
 * @throws BackupProblem and then nothing is left on the shelf
 */
export async function makeBackup(database: Database, folder: string, shelf: string, why = ''): Promise<Made> {
  const place = placeFor(shelf, folder);
  const name = await freeName(place, why);
  const partial = join(place, inTheMaking(`${name}.partial`));
  try {
    sweep(place, PARTIAL);
    await hasRoom(place, folder);
    const made = await fill(database, folder, partial, await newestOf(place));
    renameSync(partial, join(place, name));
    await syncFolder(place);
    return { backup: join(place, name), ...made };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw asBackupProblem(error, place);
  }
}

function placeFor(shelf: string, folder: string): string {
  const place = resolve(shelf);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) throw new BackupProblem('backup.not_there', { folder: place });
  const inside = (realpathSync(place) + sep).startsWith(realpathSync(folder) + sep);
  if (inside && realpathSync(place) !== join(realpathSync(folder), OWN_SHELF))
    throw new BackupProblem('backup.inside', { folder: place, data: folder });
  return place;
}

/** Two in one second would have one name. */
async function freeName(place: string, why: string): Promise<string> {
  for (;;) {
    const name = stamp(new Date()) + why;
    if (!existsSync(join(place, name))) return name;
    await sleep(200);
  }
}

/** On the disk that the house itself writes to, so much stays free: a full one would stop it. */
const RESERVE_BYTES = 200_000_000;
/** Segments of the log that come with every copy. */
const LOG_BYTES = 50_000_000;

/** Refuses early what cannot end well; whether it did end well is seen when it has. */
async function hasRoom(place: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  const cluster = (await walk(folder, CLUSTER)).filter(({ path }) => !path.startsWith(`${CLUSTER}/pg_wal/`));
  const known = new Set((await newestOf(place))?.manifest.files.map((file) => file.path));
  const files = (await ownFiles(folder)).filter(({ path }) => !known.has(path));
  const reserve = (await stat(place)).dev === (await stat(folder)).dev ? RESERVE_BYTES : 0;
  const needed = [...cluster, ...files].reduce((sum, file) => sum + file.size, LOG_BYTES + reserve);
  const free = bavail * bsize;
  if (free < needed)
    throw new BackupProblem('backup.no_room', { folder: place, needed: megabytes(needed), free: megabytes(free) });
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);

async function newestOf(place: string): Promise<Earlier | null> {
  const name = backupsIn(place).at(-1);
  if (name === undefined) return null;
  try {
    const backup = join(place, name);
    return { backup, manifest: await readManifest(backup) };
  } catch (error) {
    // Not one to build on.
    if (error instanceof BackupProblem) return null;
    throw error;
  }
}

async function fill(database: Database, folder: string, partial: string, earlier: Earlier | null): Promise<Omit<Made, 'backup'>> {
  const box = packing(folder, join(partial, DATA), earlier);
  await mkdir(join(partial, DATA), { recursive: true, mode: 0o700 });
  // The many files first, so that the copy of the database is as young as it can be; then those that came in the meantime. A file is
  // kept before the row that names it: whatever the copied rows name is there.
  await box.packFiles();
  const core = await packDatabase(database, box.sink);
  await box.packFiles();
  await box.sync();
  const schema = await schemaOf(database.pool);
  const manifest = {
    format: FORMAT,
    program: packageJson.version,
    platform: platform(),
    schema,
    ...core,
    folders: [...box.folders],
    files: box.files,
  };
  const { text, digest } = written(manifest);
  await writeNew(join(partial, DIGEST), digest);
  await writeNew(join(partial, MANIFEST), text);
  await syncFolder(partial);
  return { manifest, linked: box.linked(), damaged: box.damaged };
}

async function packDatabase(
  { cluster, db }: Database,
  sink: Sink,
): Promise<Pick<Manifest, 'holds_until' | 'audit' | 'database'>> {
  const head = () => headOf(db);
  if (!cluster) return { holds_until: new Date().toISOString(), audit: await head(), database: null };
  try {
    const { asked: audit, holds_until, ...copy } = await copyCluster(cluster, sink, head);
    return { holds_until: holds_until.toISOString(), audit, database: copy };
  } catch (error) {
    // The server went away under us (57P01 and its like, or the connection itself).
    if (/^(57P|ECONN|EPIPE)/.test(codeOf(error)) || (error instanceof Error && error.message.startsWith('Connection terminated')))
      throw new BackupProblem('backup.database_lost', {}, error);
    throw error;
  }
}

/** The end of the record's chain, to be held against it later; null of a schema that has none yet. */
async function headOf(db: Database['db']): Promise<Head | null> {
  try {
    await link(db);
    return await lastLink(db);
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return null;
    throw error;
  }
}

const UNDEFINED_TABLE = '42P01';
