/**
 * Tests with a real database. One server for all of them, in a temporary folder; the schema is made once, as a template, and each test
 * file works on a copy of it.
 *
 *   test('…', async ({ db }) => …)         in a transaction that is rolled back after the test
 *   test('…', async ({ database }) => …)   on a copy of its own, where commits stay and connections are many
 */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client, type Pool } from 'pg';
import { inject, test as plain } from 'vitest';
import { kysely, openPool } from './connect.server.ts';
import { joinEmbedded, type Embedded } from './embedded.server.ts';
import { migrate, schemaHash, sources } from './migrate.server.ts';
import { rolledBack } from './testing_rollback.server.ts';
import type { DB } from './types.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of the test server. */
    testFolder: string;
    featureOrder: string[];
  }
}

/** A copy of the template. */
export interface TestDatabase {
  /** Reaches it, for a client of one's own. */
  address: Embedded['address'];
  pool: Pool;
  db: Kysely<DB>;
}

export const test = plain
  .extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await joinEmbedded(inject('testFolder'), { durable: false, onLost: () => {} });
    onCleanup(() => server.leave());
    return server;
  })
  .extend('copy', { scope: 'file' }, async ({ server }, { onCleanup }) => {
    const { database, drop } = await copyOf(server.address);
    onCleanup(drop);
    return database;
  })
  .extend('database', async ({ server }, { onCleanup }) => {
    const { database, drop } = await copyOf(server.address);
    onCleanup(drop);
    return database;
  })
  .extend('db', async ({ copy }, { onCleanup }) => {
    const { db, end } = await rolledBack(copy.pool);
    onCleanup(end);
    return db;
  });

/** An empty database on a server, for tests of what fills it. */
export async function emptyDatabase(
  address: Embedded['address'],
  template?: string,
): Promise<{ database: TestDatabase; drop: () => Promise<void> }> {
  const name = `cotmoc_test_${randomUUID().replaceAll('-', '')}`;
  await maintain(address, (client) => client.query(`create database ${name} ${template ? `template ${template}` : ''}`));
  const own = { ...address, database: name };
  const pool = openPool(own, () => {}, 10);
  const drop = async () => {
    await pool.end();
    await maintain(address, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { database: { address: own, pool, db: kysely(pool) }, drop };
}

async function copyOf(address: Embedded['address']) {
  return emptyDatabase(address, await template(address));
}

/** The name of the template for the SQL as it is now; whoever comes first makes it, the others wait. */
async function template(address: Embedded['address']): Promise<string> {
  const from = sources(inject('featureOrder'));
  const name = `cotmoc_template_${schemaHash(from).slice(0, 16)}`;
  await maintain(address, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('cotmoc: template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // Named only when it is whole.
    await client.query(`create database ${name}_making`);
    const pool = openPool({ ...address, database: `${name}_making` }, () => {}, 2);
    await migrate(pool, from).finally(() => pool.end());
    await client.query(`alter database ${name}_making rename to ${name}`);
  });
  return name;
}

async function maintain<T>(address: Embedded['address'], work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
