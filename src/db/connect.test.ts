import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { CannotStart } from './cannot_start.ts';
import { openDatabase, openPool } from './connect.server.ts';
import { test } from './testing.server.ts';

const silent = () => {};

describe('values from the database', () => {
  test('are days as they stand, whatever the time zone of the machine', async ({ copy: { pool } }) => {
    const { rows } = await pool.query(`select date '2025-07-01' as day, array[date '1975-04-30', null] as days`);
    expect(rows).toEqual([{ day: '2025-07-01', days: ['1975-04-30', null] }]);
  });

  test('are exact numbers to the last digit', async ({ copy: { pool } }) => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), async (units) => {
        const written = `${units}.25`;
        const { rows } = await pool.query('select $1::numeric as one, array[$1::numeric] as many', [written]);
        expect(rows).toEqual([{ one: written, many: [written] }]);
      }),
      { numRuns: 30 },
    );
  });

  test('are whole numbers of 8 bytes as numbers, or an error, never another number', async ({ copy: { pool } }) => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), async (value) => {
        const asked = pool.query('select $1::int8 as one, array[$1::int8] as many', [value]);
        if (Number.isSafeInteger(Number(value)))
          expect((await asked).rows).toEqual([{ one: Number(value), many: [Number(value)] }]);
        else await expect(asked).rejects.toThrow(`${value} does not fit into a number without loss`);
      }),
      { numRuns: 30, examples: [[2n ** 53n - 1n], [2n ** 53n], [-(2n ** 53n)], [0n]] },
    );
  });

  test('are instants, cut into days where Vietnam cuts them', async ({ copy: { pool } }) => {
    const { rows } = await pool.query(
      `select timestamptz '2025-06-30T17:00:00Z' as at, (timestamptz '2025-06-30T17:00:00Z')::date as day`,
    );
    expect(rows).toEqual([{ at: new Date('2025-06-30T17:00:00Z'), day: '2025-07-01' }]);
  });
});

describe('a pool', () => {
  test('survives that its connections are cut, idle or in use, and reports it', async ({ database: { address } }) => {
    const report = vi.fn();
    const pool = openPool(address, report, 2);
    const inUse = await pool.connect();
    const idle = await pool.connect();
    idle.release();
    const other = openPool(address, silent, 1);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await expect.poll(() => report.mock.calls.length >= 2 && pool.idleCount === 0).toBe(true);
    inUse.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await Promise.all([pool.end(), other.end()]);
  });
});

describe('DATABASE_URL', () => {
  it('that nobody answers is refused in one line, without its password', async () => {
    const opened = openDatabase(silent, 'postgres://office:s3cret@127.0.0.1:9/plans');
    await expect(opened).rejects.toThrow(CannotStart);
    await expect(opened).rejects.toThrow(/^[^\n]*Cannot reach the database 127\.0\.0\.1:9\/plans \(ECONNREFUSED[^\n]*\)$/);
    await expect(opened).rejects.not.toThrow('s3cret');
  });

  it('that is not one is refused in one line', async () => {
    await expect(openDatabase(silent, 'plans')).rejects.toThrow(CannotStart);
  });

  test('opens a database that is not in UTF-8: refused', async ({ server }) => {
    const pool = openPool({ ...server.address, database: 'postgres' }, silent, 1);
    await pool.query(`create database latin encoding 'LATIN1' locale 'C' locale_provider 'libc' template template0`);
    const { host, user, password } = server.address;
    const url = `postgres://${user}:${password}@localhost/latin?host=${encodeURIComponent(host)}`;
    await expect(openDatabase(silent, url)).rejects.toThrow(/must be in UTF8/);
    await expect(
      openDatabase(silent, url.replace('/latin', '/postgres')).then((database) => database.close()),
    ).resolves.toBeUndefined();
    await pool.query('drop database latin with (force)');
    await pool.end();
  });
});

test('Kysely goes through the same pool', async ({ copy: { db } }) => {
  const { rows } = await sql<{ zone: string }>`select current_setting('TimeZone') as zone`.execute(db);
  expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh' }]);
});
