/** Making a copied cluster a running one again: PostgreSQL reads the log that came with it, to its end or to a moment. */
import { closeSync, openSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beginLife, cluster, type Cluster } from './embedded_cluster.server.ts';
import { alive, serverPid, stopServer } from './embedded_process.server.ts';
import type { Archived } from './wal_archive.server.ts';

/**
 * Read the log of a copied cluster to its end, or of an archive up to a moment, and shut it down cleanly. It begins a life of its own.
 * @param folder a data folder with the copy in `postgres`
 * @returns false when the log ends before that moment
 * @throws CannotStart what the server said when it could not
 */
export async function recover(folder: string, archived: Archived | null, until: Date | null): Promise<boolean> {
  const pgdata = join(folder, 'postgres');
  for (const name of archived?.segments ?? []) await copyFile(join(archived!.folder, name), join(pgdata, 'pg_wal', name));
  // Ends on a new timeline: what is written from now on cannot be taken for what the first house wrote.
  closeSync(openSync(join(pgdata, 'recovery.signal'), 'w', 0o600));
  await beginLife(pgdata);
  const place = await cluster(folder, true);
  const attempt = place.start({
    // All of it is in pg_wal by now; PostgreSQL wants to be told a command all the same.
    restore_command: 'exit 1',
    recovery_target_timeline: 'current',
    hot_standby: 'off',
    archive_mode: 'off',
    // Names of zones, even Z, are not known to the server at that point.
    ...(until && { recovery_target_time: until.toISOString().replace('Z', '+00'), recovery_target_action: 'promote' }),
  });
  while (!(await answers(place))) {
    const said = attempt.ended();
    if (said?.includes('recovery ended before configured recovery target was reached')) return false;
    if (said !== null) throw place.notRunning(said);
    await sleep(100);
  }
  await stopServer(pgdata);
  return true;
}

/** Whether a server runs on the cluster of a data folder. */
export function runsOn(folder: string): boolean {
  const pid = serverPid(join(folder, 'postgres'));
  return pid !== null && alive(pid);
}

async function answers({ address }: Cluster): Promise<boolean> {
  const session = new Client({ ...address, database: 'postgres' });
  session.on('error', () => {});
  try {
    await session.connect();
    return true;
  } catch {
    return false;
  } finally {
    await session.end().catch(() => {});
  }
}
