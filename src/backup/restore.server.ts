/**
 * Restoring a backup into an empty data folder. All work is done in one folder inside it, which keeps every program from taking it for a
 * house (see dataFolder); only what was held against the manifest, has recovered and was brought up to date moves to its place.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { instant } from '#core/text.ts';
import { RESTORING } from '#db/data_folder.server.ts';
import { MAJOR } from '#db/embedded_cluster.server.ts';
import { recover, runsOn } from '#db/embedded_restore.server.ts';
import { archivedSince, type Archived } from '#db/wal_archive.server.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { copyFile, syncFiles, syncFolder } from './copy.server.ts';
import { DATA, platform, readManifest, type Manifest } from './manifest.server.ts';
import { CLUSTER } from './pack.server.ts';
import { asBackupProblem, BackupProblem } from './problem.ts';
import { inTheMaking, making, meant } from './shelf.server.ts';
import { damaged, holdsAgainst } from './verify.server.ts';

export interface Wanted {
  /** A backup, or the shelf they stand on: then the newest that will do. */
  from: string;
  /** The data folder to be; empty, or not there yet. */
  to: string;
  /** As it was at a moment after the backup, or at the end of what is archived. Needs the archive of COTMOC_WAL_ARCHIVE. */
  until: Date | 'latest' | null;
  archive: string | undefined;
  /** The newest migration this program knows. */
  schema: string | null;
  /** Brings the recovered house in this folder up to date, and makes sure of its record and that nobody is signed in. */
  settle(folder: string, restored: Restored): Promise<void>;
}

export interface Restored {
  backup: string;
  manifest: Manifest;
}

/** @throws BackupProblem, CannotStart; then the folder is as empty as it was */
export async function restoreBackup(wanted: Wanted): Promise<Restored> {
  const { to } = wanted;
  isFree(to);
  const { backup, manifest } = await choose(wanted);
  suits(backup, manifest, wanted.schema);
  const archived = archivedFor(wanted, backup, manifest);
  const madeHere = !existsSync(to);
  const aside = join(to, inTheMaking(RESTORING));
  try {
    await hasRoom(to, manifest, archived);
    begin(to, aside);
    await unpack(backup, manifest, aside);
    if (manifest.database) await bringBack(wanted, aside, archived, { backup, manifest });
    await moveIn(aside, to);
    return { backup, manifest };
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (madeHere && existsSync(to) && readdirSync(to).length === 0) rmdirSync(to);
    throw asBackupProblem(error, to);
  }
}

const LEFT = new RegExp(`^${RESTORING}$`);
/** Disks bring it along. */
const NOTHING = ['lost+found'];
/** What a restore that was killed while moving in may have moved. */
const MOVED = [CLUSTER, `${CLUSTER}.log`, 'files', 'portal', 'secret'];

function isFree(to: string): void {
  if (!existsSync(to)) return;
  if (!statSync(to).isDirectory()) throw new BackupProblem('backup.not_empty', { folder: to });
  const left = making(to, LEFT);
  const busy = left.find(({ gone }) => !gone);
  if (busy) throw new BackupProblem('backup.restoring', { folder: join(to, busy.inside) });
  const cut = left.length > 0 ? [...MOVED, ...left.map(({ inside }) => inside)] : [];
  const there = readdirSync(to).filter((name) => ![...NOTHING, ...cut].includes(name));
  if (there.includes(CLUSTER)) throw new BackupProblem(runsOn(to) ? 'backup.runs_here' : 'backup.house_here', { folder: to });
  if (there.length > 0) throw new BackupProblem('backup.not_empty', { folder: to });
}

async function choose({ from, until }: Wanted): Promise<Restored> {
  const backups = meant(from);
  let oldest = '';
  for (const backup of backups) {
    const manifest = await readManifest(backup);
    const holds = new Date(manifest.holds_until);
    if (!(until instanceof Date) || holds <= until) return { backup, manifest };
    oldest = instant(holds);
  }
  throw new BackupProblem('backup.before_backup', { at: oldest });
}

function suits(backup: string, { program, schema, platform: theirs, database }: Manifest, ours: string | null): void {
  if (isNewer(program, packageJson.version) || (schema ?? '') > (ours ?? ''))
    throw new BackupProblem('backup.newer', { backup, theirs: `${program}, ${schema}` });
  if (database && database.postgres.split('.')[0] !== MAJOR)
    throw new BackupProblem('backup.other_postgres', { theirs: database.postgres, ours: MAJOR });
  if (database && theirs !== platform()) throw new BackupProblem('backup.other_platform', { theirs, ours: platform() });
}

function isNewer(theirs: string, ours: string): boolean {
  const [a, b] = [theirs, ours].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0));
  return at >= 0 && a[at]! > (b[at] ?? 0);
}

function archivedFor({ until, archive }: Wanted, backup: string, { database }: Manifest): Archived | null {
  if (until === null) return null;
  if (!database) throw new BackupProblem('backup.no_database', { backup });
  if (!archive) throw new BackupProblem('backup.no_archive');
  return archivedSince(archive, database);
}

async function hasRoom(to: string, { files, database }: Manifest, archived: Archived | null): Promise<void> {
  let there = to;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  const log = (archived?.segments.length ?? 0) * (database?.wal.segment_bytes ?? 0);
  const needed = files.reduce((sum, { size }) => sum + size, log);
  const free = bavail * bsize;
  if (free >= needed) return;
  const [n, f] = [needed, free].map((bytes) => Math.ceil(bytes / 1_000_000)) as [number, number];
  throw new BackupProblem('backup.no_room', { folder: there, needed: n, free: f });
}

function begin(to: string, aside: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const left = making(to, LEFT).filter(({ gone }) => gone);
  // It was empty when they began.
  if (left.length > 0) for (const name of MOVED) rmSync(join(to, name), { recursive: true, force: true });
  for (const { inside } of left) rmSync(join(to, inside), { recursive: true });
  mkdirSync(aside, { mode: 0o700 });
  const other = making(to, LEFT).find(({ ours }) => !ours);
  if (other) throw new BackupProblem('backup.restoring', { folder: join(to, other.inside) });
}

async function unpack(backup: string, { folders, files }: Manifest, aside: string): Promise<void> {
  for (const path of folders) await mkdir(join(aside, path), { mode: 0o700 });
  const wrong: string[] = [];
  for (const file of files) {
    const source = join(backup, DATA, file.path);
    if (!(await holdsAgainst(file, source, () => copyFile(source, join(aside, file.path))))) wrong.push(file.path);
  }
  if (wrong.length > 0) throw damaged(backup, wrong);
  await syncFiles(files.map(({ path }) => join(aside, path)));
  for (const path of ['', ...folders]) await syncFolder(join(aside, path));
}

async function bringBack({ until, settle }: Wanted, aside: string, archived: Archived | null, restored: Restored): Promise<void> {
  const reached = await recover(aside, archived, until instanceof Date ? until : null);
  if (!reached) throw new BackupProblem('backup.until_beyond');
  await settle(aside, restored);
}

async function moveIn(aside: string, to: string): Promise<void> {
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(to, name));
  await syncFolder(to);
  rmdirSync(aside);
  await syncFolder(to);
}
