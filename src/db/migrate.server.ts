/**
 * Bring the schema up to the code: what the job queue needs, each migration once and in order, then every view anew. All of ours in one
 * transaction under one lock, so that a failed upgrade leaves the earlier house whole and of two that start at once one waits.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { CannotStart } from './cannot_start.ts';

/** Where the SQL comes from. */
export interface Sources {
  /** Folder of NNNN_name.sql. */
  migrations: string;
  /** Folder of features; each may hold a views.sql. */
  features: string;
  /** The features in order: a view may read views of earlier ones. Features not named come after these, by name. */
  order: readonly string[];
}

/** The SQL of this program. */
export const sources = (order: readonly string[]): Sources => ({
  migrations: fileURLToPath(new URL('migrations/', import.meta.url)),
  features: fileURLToPath(new URL('../features/', import.meta.url)),
  order,
});

export interface Migrated {
  /** Names of the migrations that ran now. */
  ran: string[];
  /** Whether the views were dropped and made again: only when they or the tables below them changed. */
  views: boolean;
}

/** @throws CannotStart the database is newer than the program, or a migration that ran has been changed since. */
export async function migrate(pool: Pool, from: Sources): Promise<Migrated> {
  const migrations = readMigrations(from.migrations);
  const views = readViews(from);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('cotmoc: migrate'))`);
    await runMigrations({ pgPool: pool });
    const migrated = await run(client, migrations, views);
    await client.query('commit');
    return migrated;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/**
 * The migrations that `migrate` would run on a database that was in use before: none on a new one.
 * @throws CannotStart as migrate does
 */
export async function pendingMigrations(pool: Pool, from: Sources): Promise<string[]> {
  const before = await ranBefore(pool);
  return before.size === 0 ? [] : pendingOf(readMigrations(from.migrations), before).map((file) => file.name);
}

/** The newest migration that ran on this database, null when none did. */
export async function schemaOf(pool: Pool): Promise<string | null> {
  return lastOf([...(await ranBefore(pool)).keys()]);
}

/** The newest migration this program has. */
export function newestMigration(from: Sources): string | null {
  return lastOf(readMigrations(from.migrations).map((file) => file.name));
}

/** One hash over all the SQL: two databases made from the same sources are alike. */
export function schemaHash(from: Sources): string {
  const all = [...readMigrations(from.migrations), ...readViews(from)];
  return sha256(all.map((file) => file.name + file.sha256).join());
}

interface SqlFile {
  name: string;
  text: string;
  sha256: string;
}

/** The views have a row of their own in the list of what ran. */
const VIEWS = 'views';

function readMigrations(folder: string): SqlFile[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name));
  const twice = names.find((name) => names.some((other) => other !== name && other.slice(0, 4) === name.slice(0, 4)));
  if (twice) throw new Error(`two migrations with the number of ${twice}`);
  return names.sort().map((name) => read(join(folder, name), name));
}

function readViews({ features, order }: Sources): SqlFile[] {
  const rest = readdirSync(features).filter((name) => !order.includes(name));
  return [...order, ...rest.sort()]
    .map((feature) => ({ path: join(features, feature, 'views.sql'), name: `${feature}/views.sql` }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, name }) => read(path, name));
}

function read(path: string, name: string): SqlFile {
  // A checkout may have turned the ends of lines: the same migration must keep its checksum.
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  return { name, text, sha256: sha256(text) };
}

const lastOf = (names: string[]) =>
  names
    .filter((name) => name !== VIEWS)
    .sort()
    .at(-1) ?? null;

async function ranBefore(pool: Pool): Promise<Map<string, string>> {
  const there = await pool.query(`select to_regclass('schema_migration') as name`);
  if (there.rows[0].name === null) return new Map();
  const { rows } = await pool.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function run(client: PoolClient, migrations: SqlFile[], views: SqlFile[]): Promise<Migrated> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, sha256 text not null, ran_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration');
  const before = new Map(rows.map((row) => [row.name, row.sha256]));
  const pending = pendingOf(migrations, before);
  const viewsHash = sha256(views.map((file) => file.sha256).join());
  if (pending.length === 0 && before.get(VIEWS) === viewsHash) return { ran: [], views: false };

  await dropViews(client);
  for (const file of pending) {
    await execute(client, file);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [file.name, file.sha256]);
  }
  for (const file of views) await execute(client, file);
  await client.query(
    `insert into schema_migration (name, sha256) values ($1, $2)
     on conflict (name) do update set sha256 = excluded.sha256, ran_at = excluded.ran_at`,
    [VIEWS, viewsHash],
  );
  return { ran: pending.map((file) => file.name), views: true };
}

function pendingOf(migrations: SqlFile[], before: ReadonlyMap<string, string>): SqlFile[] {
  const known = new Map(migrations.map((file) => [file.name, file]));
  const ran = [...before.keys()].filter((name) => name !== VIEWS).sort();
  const newer = ran.find((name) => !known.has(name));
  if (newer) {
    throw new CannotStart(
      `Cơ sở dữ liệu mới hơn chương trình (đã có ${newer}): hãy cập nhật chương trình`,
      `The database is newer than the program (it has ${newer}): update the program`,
    );
  }
  const changed = ran.find((name) => known.get(name)?.sha256 !== before.get(name));
  if (changed) {
    throw new CannotStart(
      `Bước nâng cấp ${changed} đã chạy nhưng nội dung nay khác: hãy khôi phục tệp ấy`,
      `The migration ${changed} ran with another content than it has now: restore that file`,
    );
  }
  const pending = migrations.filter((file) => !before.has(file.name));
  const late = pending.find((file) => file.name < (ran.at(-1) ?? ''));
  if (late) {
    throw new CannotStart(
      `Bước nâng cấp ${late.name} đứng trước ${ran.at(-1)} đã chạy: hãy đánh số lại`,
      `The migration ${late.name} stands before ${ran.at(-1)}, which ran: give it a later number`,
    );
  }
  return pending;
}

/** All in one statement, as they lean on each other; views of extensions are not ours. */
async function dropViews(client: PoolClient) {
  const { rows } = await client.query<{ names: string | null }>(`
    select string_agg(format('%I.%I', nspname, relname), ', ') as names
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'v' and nspname = current_schema()
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`);
  if (rows[0]?.names) await client.query(`drop view ${rows[0].names}`);
}

async function execute(client: PoolClient, { name, text }: SqlFile) {
  try {
    await client.query(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const position = 'position' in error ? Number(error.position) : 1;
    const line = text.slice(0, position).split('\n').length;
    throw new Error(`${name}:${line}: ${error.message}`, { cause: error });
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
