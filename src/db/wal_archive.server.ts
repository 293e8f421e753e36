/** The archive of the write-ahead log (COTMOC_WAL_ARCHIVE): what is needed of it, what is not any more, and whether it works. */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import { CannotStart } from './cannot_start.ts';
import { hand, type Account } from './embedded_account.server.ts';
import type { ClusterCopy } from './embedded_backup.server.ts';

/** How long a change may wait for its place in the archive; each wait that holds a change costs a file of 16 MB. */
const ARCHIVE_SECONDS = 600;

/** Keep every segment of the write-ahead log in COTMOC_WAL_ARCHIVE: copied aside, brought to the disk, then renamed by PostgreSQL's own module. */
export function archiveSettings(life: string, account: Account): Record<string, string | number> {
  const archive = process.env['COTMOC_WAL_ARCHIVE'];
  if (!archive) return {};
  const folder = archiveFolder(archive, life);
  try {
    // The archive itself is not made: where a disk is missing it would come to lie on another.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    hand(folder, account);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `Không ghi được vào COTMOC_WAL_ARCHIVE ${archive}: hãy tạo thư mục ấy hoặc kiểm tra ổ đĩa`,
      `COTMOC_WAL_ARCHIVE ${archive} cannot be written: make that folder, or see to its disk`,
      error,
    );
  }
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    archive_timeout: ARCHIVE_SECONDS,
    'basic_archive.archive_directory': folder,
  };
}

export interface Archived {
  folder: string;
  segments: string[];
}

/** The unbroken row of archived segments from the first one of a copy on. One that is missing or half ends it. */
export function archivedSince(archive: string, { life, wal }: Pick<ClusterCopy, 'life' | 'wal'>): Archived {
  const folder = archiveFolder(archive, life);
  const there = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const whole = (name: string) => there.has(name) && statSync(join(folder, name)).size === wal.segment_bytes;
  const segments: string[] = [];
  // The copy brings those up to its last one along.
  for (let name = wal.first; name <= wal.last || whole(name); name = following(name, wal.segment_bytes)) {
    if (name > wal.last) segments.push(name);
  }
  return { folder, segments };
}

/** Take away the segments of a life that no copy of it needs. @param first the first one still needed */
export function thinArchive(archive: string, life: string, first: string): void {
  const folder = archiveFolder(archive, life);
  if (!existsSync(folder)) return;
  // After the timeline, so that those of an earlier one go as well.
  for (const name of readdirSync(folder)) if (SEGMENT.test(name) && name.slice(8) < first.slice(8)) rmSync(join(folder, name));
}

/** Since when the newest segments cannot be archived; null while all is well, or nothing is archived. */
export async function archiveFailing(pool: Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ since: Date | null }>(
    `select case when last_failed_time > coalesce(last_archived_time, '-infinity') then last_failed_time end as since
     from pg_stat_archiver where current_setting('archive_mode') <> 'off'`,
  );
  return rows[0]?.since ?? null;
}

/** The log of each life of a cluster has a folder of its own. */
const archiveFolder = (archive: string, life: string) => join(resolve(archive), life);

const SEGMENT = /^[0-9A-F]{24}$/;

/** 0000000100000000000000FF is followed by 000000010000000100000000: timeline, then two halves of a number. */
function following(name: string, bytes: number): string {
  const perLog = 0x1_0000_0000 / bytes;
  const next = Number.parseInt(name.slice(8, 16), 16) * perLog + Number.parseInt(name.slice(16), 16) + 1;
  return name.slice(0, 8) + hex(Math.floor(next / perLog)) + hex(next % perLog);
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0');
