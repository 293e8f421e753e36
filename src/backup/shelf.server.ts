/** The folder that backups stand in, one folder each, named by the time they were made (in Vietnam). */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { TIME_ZONE } from '#core/text.ts';
import { alive } from '#db/embedded_process.server.ts';
import { DIGEST, MANIFEST, readManifest } from './manifest.server.ts';
import { BackupProblem } from './problem.ts';

/** "2026-11-28T22-00-05", sorted as time is: Vietnam has no summer time. */
export function stamp(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: TIME_ZONE }).replace(' ', 'T').replaceAll(':', '-');
}

/** Names of the backups, oldest first. */
export function backupsIn(shelf: string): string[] {
  return readdirSync(shelf)
    .filter((name) => NAME.test(name) && existsSync(join(shelf, name, MANIFEST)))
    .sort();
}

/**
 * The backups a path means: itself, or those that stand in it, newest first.
 * @throws BackupProblem not_there, none_here
 */
export function meant(path: string): [string, ...string[]] {
  const folder = resolve(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new BackupProblem('backup.not_there', { folder });
  if (existsSync(join(folder, MANIFEST)) || existsSync(join(folder, DIGEST)) || basename(folder).includes('.partial~'))
    return [folder];
  const [newest, ...older] = backupsIn(folder)
    .reverse()
    .map((name) => join(folder, name));
  if (newest === undefined) throw new BackupProblem('backup.none_here', { folder });
  return [newest, ...older];
}

/** Take away all but the newest. @returns names of what was taken away */
export function thinOut(shelf: string, keep: number): string[] {
  const old = backupsIn(shelf).slice(0, -keep);
  for (const name of old) rmSync(join(shelf, name), { recursive: true });
  return old;
}

/** The first segment of the log that the backups on a shelf need of the life of a cluster; null when none is of that life. */
export async function keptFrom(shelf: string, life: string): Promise<string | null> {
  for (const name of backupsIn(shelf)) {
    const { database } = await readManifest(join(shelf, name));
    if (database?.life === life) return database.wal.first;
  }
  return null;
}

/** A folder that is being worked on has its maker's machine and process in its name: when both are gone, it is nobody's. */
export const inTheMaking = (name: string) => `${name}~${hostname()}~${process.pid}`;

/** What was left behind by those who were killed. @param name of folders in the making */
export function sweep(folder: string, name: RegExp): void {
  for (const { inside, gone } of making(folder, name)) if (gone) rmSync(join(folder, inside), { recursive: true });
}

/** Folders in the making, whether their makers are known to be gone, and which are ours. */
export function making(folder: string, name: RegExp): { inside: string; gone: boolean; ours: boolean }[] {
  return readdirSync(folder).flatMap((inside) => {
    const [base = '', host, pid, ...more] = inside.split('~');
    if (pid === undefined || more.length > 0 || !name.test(base)) return [];
    const ours = inside === inTheMaking(base);
    return [{ inside, ours, gone: host === hostname() && !ours && !alive(Number(pid)) }];
  });
}

export const PARTIAL = /^\d{4}-\d\d-\d\dT[\w-]+\.partial$/;
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(-before-\w+)?$/;
