import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect } from 'vitest';
import { openPool } from '#db/connect.server.ts';
import { test } from '#db/testing.server.ts';
import { AT_ONCE, work } from './jobs.server.ts';

const quiet = pino({ level: 'silent' });

describe('jobs', () => {
  test('run once their transaction has committed, soon, and never when it was rolled back', async ({
    database,
    onTestFinished,
  }) => {
    const done: unknown[] = [];
    const pool = openPool(database.address, () => {}, AT_ONCE + 2);
    const working = await work(pool, { tell: async (payload) => void done.push(payload) }, quiet);
    onTestFinished(async () => {
      await working.stop();
      await pool.end();
    });
    const client = await database.pool.connect();
    await client.query(`begin; select graphile_worker.add_job('tell', '{"whom": "nobody"}'::json); rollback`);
    await client.query(`begin; select graphile_worker.add_job('tell', '{"whom": "sở"}'::json)`);
    await sleep(200);
    expect(done).toEqual([]);
    await client.query('commit');
    client.release();
    await expect.poll(() => done, { interval: 5, timeout: 1000 }).toEqual([{ whom: 'sở' }]);
  });

  test('are taken again after the database was away', async ({ database, onTestFinished }) => {
    const done: unknown[] = [];
    const pool = openPool(database.address, () => {}, AT_ONCE + 2);
    const working = await work(pool, { tell: async () => void done.push(1) }, quiet);
    onTestFinished(async () => {
      await working.stop();
      await pool.end();
    });
    await database.pool.query(`select graphile_worker.add_job('tell', '{}'::json)`);
    await expect.poll(() => done, { timeout: 5000 }).toEqual([1]);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await database.pool.query(`select graphile_worker.add_job('tell', '{}'::json)`);
    await expect.poll(() => done, { timeout: 15_000 }).toEqual([1, 1]);
  });

  test('that could never be taken are no secret: the start fails', async ({ database }) => {
    await database.pool.query('alter table graphile_worker._private_tasks rename to elsewhere');
    const pool = openPool(database.address, () => {}, AT_ONCE + 2);
    await expect(work(pool, { tell: async () => {} }, quiet)).rejects.toThrow('_private_tasks');
    await pool.end();
  });

  test('in hand are finished before the end, and no new ones are begun', async ({ database }) => {
    const done: string[] = [];
    const pool = openPool(database.address, () => {}, AT_ONCE + 2);
    const slow = async () => {
      done.push('begun');
      await sleep(300);
      done.push('finished');
    };
    const working = await work(pool, { slow }, quiet);
    await database.pool.query(`select graphile_worker.add_job('slow', '{}'::json)`);
    await expect.poll(() => done).toEqual(['begun']);
    await working.stop();
    await pool.end();
    expect(done).toEqual(['begun', 'finished']);
  });

  test('come by the clock once, however many workers there are and however long none was there', async ({
    database,
    onTestFinished,
  }) => {
    const done: unknown[] = [];
    await database.pool.query(
      `insert into graphile_worker._private_known_crontabs values ('tidy', now() - interval '9 days', now() - interval '9 days')`,
    );
    const workers = await Promise.all(
      [1, 2, 3].map(async () => {
        const pool = openPool(database.address, () => {}, AT_ONCE + 2);
        return { pool, working: await work(pool, { tidy: async () => void done.push(1) }, quiet, { tidy: 5 }) };
      }),
    );
    onTestFinished(async () => {
      for (const { pool, working } of workers) {
        await working.stop();
        await pool.end();
      }
    });
    await expect.poll(() => done.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await sleep(500);
    // A minute that is a fifth one may begin while this runs.
    expect(done.length).toBeLessThanOrEqual(2);
  });
});
