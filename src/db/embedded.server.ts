/**
 * The embedded database: attach to its server or start it, and stop it when the last one leaves.
 *
 * Everybody who uses it holds one session with a shared advisory lock. Whoever leaves and can take that lock for himself alone is the
 * last, and stops the server. So no lock file can go stale: a killed process loses its session, and with it its locks, at once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { cluster, type Cluster } from './embedded_cluster.server.ts';
import { stopServer } from './embedded_process.server.ts';

export interface Embedded {
  /** For a pg client or pool; database `cotmoc`. */
  address: Cluster['address'] & { database: string };
  cluster: Cluster;
  /**
   * Be the one server of this folder until leaving.
   * @param name what another would be told, at most 63 bytes: "http://localhost:3000 (pid 12)"
   * @returns the name of the server that already runs, null when there is none and this is now the one
   */
  serve(name: string): Promise<string | null>;
  /** Let go; stops the server when nobody else uses it. The pools on it must have ended. */
  leave(): Promise<void>;
}

export interface Terms {
  /** False for tests: does not wait for the disk. */
  durable?: boolean;
  /** The server went away under us and is started again: the promise resolves when it is back. */
  onLost: (back: Promise<void>) => void;
}

/** Attach to the embedded server of a data folder; makes and starts it when needed. @throws CannotStart */
export async function joinEmbedded(folder: string, { durable = true, onLost }: Terms): Promise<Embedded> {
  const place = await cluster(folder, durable);
  let session = await attach(place);
  let back = Promise.resolve();
  let leaving = false;
  let serving: string | null = null;

  const watch = () =>
    session.once('end', () => {
      if (leaving) return;
      back = rejoin();
      onLost(back);
    });
  const rejoin = async () => {
    session = await attach(place);
    watch();
    const rival = serving && (await serve(serving));
    if (rival) throw new Error(`another server has taken this folder: ${rival}`);
  };
  const serve = async (name: string) => {
    await session.query(`select set_config('application_name', $1, false)`, [name]);
    const { rows } = await session.query(`select pg_try_advisory_lock(${SERVING}) as mine`);
    if (!rows[0].mine) return holder(session);
    serving = name;
    return null;
  };

  watch();
  await makeDatabase(session);
  return {
    address: { ...place.address, database: DATABASE },
    cluster: place,
    serve,
    async leave() {
      leaving = true;
      await back;
      try {
        await session.query(`select pg_advisory_unlock_shared(${IN_USE})`);
        const { rows } = await session.query(`select pg_try_advisory_lock(${IN_USE}) as last`);
        if (rows[0].last) await stopServer(place.pgdata);
      } catch {
        // Another who left at the same moment was the last, and has stopped it.
      }
      await session.end();
    },
  };
}

const DATABASE = 'cotmoc';
const IN_USE = `hashtext('cotmoc: in use')`;
const SERVING = `hashtext('cotmoc: serving')`;
const PATIENCE_MS = 60_000;

/** It may be starting, stopping, or repairing itself after a power cut: try until it answers. */
async function attach(place: Cluster): Promise<Client> {
  const begun = Date.now();
  let attempt: ReturnType<Cluster['start']> | null = null;
  for (let starts = 0, pause = 10; ; pause = Math.min(pause * 1.2, 250), await sleep(pause)) {
    const session = new Client({ ...place.address, database: 'postgres', application_name: 'cotmoc' });
    session.on('error', () => {});
    try {
      await session.connect();
      // Waits while somebody is about to stop the server, and fails when he does.
      await session.query(`select pg_advisory_lock_shared(${IN_USE})`);
      return session;
    } catch (error) {
      session.end().catch(() => {});
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === WRONG_PASSWORD || Date.now() - begun > PATIENCE_MS) throw place.notRunning(String(error));
      const ended = attempt?.ended() ?? null;
      // It ends when another process has started it in the same moment: then the next try attaches to that one.
      if (ended !== null && starts >= 5) throw place.notRunning(ended);
      if ((code === 'ENOENT' || code === 'ECONNREFUSED') && (!attempt || ended !== null)) {
        if (ended !== null) await sleep(200 * starts);
        attempt = place.start();
        starts++;
      }
    }
  }
}

const WRONG_PASSWORD = '28P01';

async function makeDatabase(session: Client) {
  const { rowCount } = await session.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return;
  try {
    await session.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another process that starts now has made it.
    const { rowCount: now } = await session.query('select from pg_database where datname = $1', [DATABASE]);
    if (!now) throw error;
  }
}

async function holder(session: Client): Promise<string> {
  const { rows } = await session.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and (classid::bigint << 32 | objid::bigint) = ${SERVING}::bigint`,
  );
  return rows[0]?.name ?? '?';
}
