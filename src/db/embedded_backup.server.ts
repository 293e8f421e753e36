/**
 * A copy of the embedded cluster while it runs and is written to: PostgreSQL's own low-level backup (manual, 25.3.3), as the embedded
 * package brings no pg_basebackup. One session begins and ends it; when that session is lost, so is the backup, and nothing else.
 */
import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Cluster } from './embedded_cluster.server.ts';

/** Where the copy goes. Paths are relative to the cluster's folder, with `/`. */
export interface Sink {
  folder(path: string): Promise<void>;
  /** False when the file has gone in the meantime: PostgreSQL drops tables also during a backup. */
  copy(source: string, path: string): Promise<boolean>;
  put(path: string, content: Uint8Array): Promise<void>;
}

export interface ClusterCopy {
  /** Everything committed before this moment is in the copy. */
  holds_until: Date;
  /** "18.4" */
  postgres: string;
  life: string;
  wal: { first: string; last: string; segment_bytes: number };
}

/** @param last what is still to be asked of the database before the copy ends: the answer is true of the copy as well */
export async function copyCluster<T>(cluster: Cluster, sink: Sink, last: () => Promise<T>): Promise<ClusterCopy & { asked: T }> {
  const session = new Client({ ...cluster.address, database: 'postgres', application_name: 'cotmoc backup' });
  session.on('error', () => {});
  await session.connect();
  try {
    // No segment of the log that the copy needs is taken away before this session ends.
    await session.query(`select pg_create_physical_replication_slot($1, true, true)`, [slotName()]);
    const { rows: settings } = await session.query(
      `select current_setting('server_version') as postgres, pg_size_bytes(current_setting('wal_segment_size'))::int as bytes`,
    );
    await session.query(`select pg_backup_start('cotmoc', fast => true)`);
    await copyFolder(cluster.pgdata, '', sink);
    await sink.put('global/pg_control', await control(cluster.pgdata));
    const asked = await last();
    const { rows: now } = await session.query<{ at: Date }>('select clock_timestamp() as at');
    const { rows: stop } = await session.query<Stop>(
      `select labelfile, spcmapfile, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)`,
    );
    const { labelfile, spcmapfile, last: lastSegment } = stop[0]!;
    await sink.put('backup_label', Buffer.from(labelfile));
    if (spcmapfile) await sink.put('tablespace_map', Buffer.from(spcmapfile));
    const wal = { first: firstSegment(labelfile), last: lastSegment, segment_bytes: settings[0].bytes };
    await copyLog(cluster.pgdata, wal, sink);
    return { holds_until: now[0]!.at, postgres: settings[0].postgres, life: cluster.life, wal, asked };
  } finally {
    await session.end().catch(() => {});
  }
}

interface Stop {
  labelfile: string;
  spcmapfile: string;
  last: string;
}

const slotName = () => `cotmoc_backup_${randomUUID().replaceAll('-', '')}`;

/** Folders of which only the folder is copied: the server fills them anew (manual, 25.3.3.3); the log is copied by itself. */
const EMPTY = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'];
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|global\/pg_control|\.s\.PGSQL\..*|(.*\/)?(pg_internal\.init.*|pgsql_tmp.*))$/;

async function copyFolder(pgdata: string, path: string, sink: Sink): Promise<void> {
  for (const entry of await listed(join(pgdata, path))) {
    const inside = path ? `${path}/${entry.name}` : entry.name;
    if (LEFT_OUT.test(inside)) continue;
    if (entry.isFile()) await sink.copy(join(pgdata, inside), inside);
    if (!entry.isDirectory()) continue;
    await sink.folder(inside);
    if (!EMPTY.includes(inside)) await copyFolder(pgdata, inside, sink);
  }
}

async function listed(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    // A database that was dropped.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The one file that the log does not repair: read until two in a row are alike, so that none was half written. */
async function control(pgdata: string): Promise<Uint8Array> {
  const path = join(pgdata, 'global', 'pg_control');
  for (let before = await readFile(path); ;) {
    await sleep(20);
    const now = await readFile(path);
    if (now.equals(before)) return now;
    before = now;
  }
}

function firstSegment(label: string): string {
  const name = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1];
  if (!name) throw new Error(`a backup label without its first segment: ${label}`);
  return name;
}

async function copyLog(pgdata: string, { first, last }: ClusterCopy['wal'], sink: Sink): Promise<void> {
  const names = (await readdir(join(pgdata, 'pg_wal'))).sort();
  for (const name of names) {
    const needed = /^[0-9A-F]{24}$/.test(name) ? name >= first && name <= last : /^[0-9A-F]{8}\.history$/.test(name);
    if (needed) await sink.copy(join(pgdata, 'pg_wal', name), `pg_wal/${name}`);
  }
}
