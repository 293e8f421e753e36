/** Opening the database: the embedded one or DATABASE_URL, one pool with our types, and Kysely over it. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type ClientConfig, type PoolConfig } from 'pg';
import { CannotStart } from './cannot_start.ts';
import { dataFolder } from './data_folder.server.ts';
import { joinEmbedded, type Embedded } from './embedded.server.ts';
import type { Cluster } from './embedded_cluster.server.ts';
import type { DB } from './types.ts';

export interface Database {
  pool: Pool;
  db: Kysely<DB>;
  /** The embedded one's; null with DATABASE_URL. */
  cluster: Cluster | null;
  /** Another pool on the same database, for the jobs. Whoever asks for it ends it. */
  openPool(max: number): Pool;
  /** See Embedded.serve; with DATABASE_URL any number of servers may run. */
  serve(name: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Told of what happens to connections between queries. */
export type Report = (error: Error, what: string) => void;

/**
 * Open the database of this house.
 * @param url `postgres://…`, any PostgreSQL from 15 on; without it, the embedded server of the data folder is attached to or started
 * @param folder another folder than the data folder, such as one that is being restored
 * @throws CannotStart unreachable, too old, not UTF-8, without Vietnamese collation, or what dataFolder and joinEmbedded throw
 */
export async function openDatabase(report: Report, url = process.env['DATABASE_URL'], folder?: string): Promise<Database> {
  const embedded = url
    ? null
    : await joinEmbedded(folder ?? dataFolder(), {
        onLost(back) {
          report(new Error('the embedded server ended'), 'database lost, starting it again');
          back.catch((error: Error) => report(error, 'the embedded server does not come back'));
        },
      });
  const address = embedded?.address ?? { connectionString: url };
  // The server that stops after us may be quicker than our good-bye: that is not a connection lost.
  let closing = false;
  const tell: Report = (error, what) => closing || report(error, what);
  const pool = openPool(address, tell, 12);
  try {
    await suits(pool, whereabouts(url));
  } catch (error) {
    await pool.end();
    await embedded?.leave();
    throw error;
  }
  return {
    pool,
    db: kysely(pool),
    cluster: embedded?.cluster ?? null,
    openPool: (max) => openPool(address, tell, max),
    serve: async (name) => (embedded ? embedded.serve(name) : null),
    close: () => {
      closing = true;
      return close(pool, embedded);
    },
  };
}

/** A pool with the house's types and time zone; `report` hears of connections that break. */
export function openPool(address: ClientConfig, report: Report, max: number): Pool {
  const config: PoolConfig = {
    ...address,
    max,
    types: TYPES,
    application_name: 'cotmoc',
    connectionTimeoutMillis: 10_000,
    // A day is a day in Vietnam, also in SQL (`at::date`). Set here, as some poolers refuse it among the options of connecting.
    onConnect: (client) => client.query(`set time zone 'Asia/Ho_Chi_Minh'`),
  };
  const pool = new Pool(config);
  // Without these two a lost connection ends the process. The pool hears of idle ones only, the client of every one: it reports.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', (error) => report(error, 'connection lost')));
  return pool;
}

export const kysely = (pool: Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/**
 * How values arrive. Days and exact numbers stay the text they are: a Date would move a day between time zones, a float would lose a
 * digit. Whole numbers of 8 bytes become numbers, and throw rather than lose one. Instants become Date, as the sign-in library, which
 * shares this database, compares them (and ctx.now, their source, has milliseconds).
 */
export const TYPES: PoolConfig['types'] = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || parserOf(oid, format)) as typeof types.getTypeParser,
};

const asText = (text: string) => text;
const parserOf = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (text: string) => unknown;
const textArray = parserOf(1009) as (text: string) => (string | null)[];
const PARSERS: Record<number, (text: string) => unknown> = {
  [types.builtins.INT8]: int8,
  [types.builtins.DATE]: asText,
  [types.builtins.NUMERIC]: asText,
  /** int8[], date[], numeric[] */
  1016: (text) => textArray(text).map((item) => (item === null ? null : int8(item))),
  1182: textArray,
  1231: textArray,
};

function int8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number without loss`);
  return value;
}

async function close(pool: Pool, embedded: Embedded | null) {
  await pool.end();
  await embedded?.leave();
}

async function suits(pool: Pool, where: string) {
  const { rows } = await pool
    .query(
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
         exists(select from pg_collation where collname = 'vi-x-icu') as vietnamese`,
    )
    .catch((error: Error) => {
      const why = 'code' in error ? `${String(error.code)} ${error.message}`.trim() : error.message;
      throw new CannotStart(
        `Không kết nối được cơ sở dữ liệu ${where} (${why})`,
        `Cannot reach the database ${where} (${why})`,
        error,
      );
    });
  const { major, encoding, vietnamese } = rows[0] as { major: number; encoding: string; vietnamese: boolean };
  if (major < 15) {
    throw new CannotStart(
      `Cơ sở dữ liệu ${where} là PostgreSQL ${major}, cần 15 trở lên`,
      `The database ${where} is PostgreSQL ${major}, 15 or newer is needed`,
    );
  }
  if (encoding !== 'UTF8' || !vietnamese) {
    throw new CannotStart(
      `Cơ sở dữ liệu ${where} phải dùng bảng mã UTF8 và có ICU (đối chiếu vi-x-icu)`,
      `The database ${where} must be in UTF8 and have ICU (collation vi-x-icu)`,
    );
  }
}

/** Host and database of a URL, never its password. */
function whereabouts(url: string | undefined): string {
  if (!url) return '(embedded)';
  if (!URL.canParse(url)) return '(DATABASE_URL)';
  const { host, pathname } = new URL(url);
  return host + pathname;
}
