import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { CannotStart } from './cannot_start.ts';
import { migrate, type Sources } from './migrate.server.ts';
import { emptyDatabase, test as plain } from './testing.server.ts';

const test = plain
  .extend('pool', async ({ server }, { onCleanup }) => {
    const { database, drop } = await emptyDatabase(server.address);
    onCleanup(drop);
    return database.pool;
  })
  .extend('house', async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cotmoc-migrate-'));
    onCleanup(() => rmSync(folder, { recursive: true }));
    return house(folder);
  });

/** A folder of migrations and features to write into. */
function house(folder: string) {
  const from: Sources = { migrations: join(folder, 'migrations'), features: join(folder, 'features'), order: [] };
  mkdirSync(from.migrations);
  mkdirSync(from.features);
  const put = (path: string, sql: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), sql);
  };
  put('migrations/0001_plan.sql', 'create table plan (id int primary key);');
  put('migrations/0002_task.sql', 'create table task (id int primary key, plan_id int references plan (id));');
  return { from, put };
}

describe('migrating', () => {
  test('runs every migration once, in order', async ({ pool, house: { from, put } }) => {
    expect(await migrate(pool, from)).toEqual({ ran: ['0001_plan.sql', '0002_task.sql'], views: true });
    expect(await migrate(pool, from)).toEqual({ ran: [], views: false });
    put('migrations/0003_unit.sql', 'create table unit (id int primary key);');
    expect(await migrate(pool, from)).toEqual({ ran: ['0003_unit.sql'], views: true });
  });

  test('lets of two that start at once one do the work', async ({ pool, house: { from, put } }) => {
    put('migrations/0003_slow.sql', 'select pg_sleep(0.2); create table slow (id int);');
    const both = await Promise.all([migrate(pool, from), migrate(pool, from)]);
    expect(both.map(({ ran }) => ran.length).toSorted()).toEqual([0, 3]);
  });

  test('leaves the earlier house whole when a migration fails, and names file and line', async ({
    pool,
    house: { from, put },
  }) => {
    put('features/plans/views.sql', 'create view plan_count as select count(*) as n from plan;');
    await migrate(pool, from);
    put('migrations/0003_unit.sql', 'create table unit (id int);');
    put('migrations/0004_wrong.sql', '-- gone wrong\ncreate table x (id int);\nalter table nowhere add y int;\n');
    put('features/plans/views.sql', 'create view plan_count as select 0 as n;');
    await expect(migrate(pool, from)).rejects.toThrow(/^0004_wrong\.sql:\d: relation "nowhere" does not exist$/);
    expect((await pool.query(`select to_regclass('unit') as unit, n from plan_count`)).rows).toEqual([{ unit: null, n: 0 }]);
    expect((await pool.query(`select name from schema_migration order by name`)).rows.length).toBe(3);
  });

  test('refuses a database newer than the program, in one line', async ({ pool, house: { from, put } }) => {
    put('migrations/0003_future.sql', 'create table future (id int);');
    await migrate(pool, from);
    rmSync(join(from.migrations, '0003_future.sql'));
    await expect(migrate(pool, from)).rejects.toThrow(CannotStart);
    await expect(migrate(pool, from)).rejects.toThrow(
      /^[^\n]*newer than the program \(it has 0003_future\.sql\): update the program$/,
    );
  });

  test('refuses a migration that was changed after it ran, but not one whose line ends were', async ({
    pool,
    house: { from, put },
  }) => {
    put('migrations/0002_task.sql', 'create table task (\n  id int primary key\n);\n');
    await migrate(pool, from);
    put('migrations/0002_task.sql', 'create table task (\r\n  id int primary key\r\n);\r\n');
    expect((await migrate(pool, from)).ran).toEqual([]);
    put('migrations/0002_task.sql', 'create table task (\n  id bigint primary key\n);\n');
    await expect(migrate(pool, from)).rejects.toThrow(/0002_task\.sql ran with another content/);
  });

  test('refuses a migration that comes before one that ran', async ({ pool, house: { from, put } }) => {
    put('migrations/0005_late.sql', 'create table late (id int);');
    await migrate(pool, from);
    put('migrations/0004_early.sql', 'create table early (id int);');
    await expect(migrate(pool, from)).rejects.toThrow(/0004_early\.sql stands before 0005_late\.sql/);
  });

  test('refuses two migrations with one number', async ({ pool, house: { from, put } }) => {
    put('migrations/0002_also.sql', 'create table also (id int);');
    await expect(migrate(pool, from)).rejects.toThrow('two migrations with the number of 0002_');
  });

  test('makes the views in the order of the features, then those not named', async ({ pool, house: { from, put } }) => {
    put('features/work/views.sql', 'create view a as select count(*) as n from plan;');
    put('features/plans/views.sql', 'create view b as select n from a;');
    put('features/reports/views.sql', 'create view c as select n from b;');
    await migrate(pool, { ...from, order: ['work', 'plans'] });
    expect((await pool.query('select n from c')).rows).toEqual([{ n: 0 }]);
    await expect(migrate(pool, { ...from, order: ['plans', 'work'] })).rejects.toThrow(
      /plans\/views\.sql:1: relation "a" does not exist/,
    );
  });

  test('lets a migration change a column that views read, and makes them anew', async ({ pool, house: { from, put } }) => {
    put(
      'features/plans/views.sql',
      'create view plan_ids as select id from plan; create view plan_count as select count(id) as n from plan_ids;',
    );
    await migrate(pool, from);
    put('migrations/0003_text.sql', 'alter table task drop column plan_id; alter table plan alter column id type text;');
    expect(await migrate(pool, from)).toEqual({ ran: ['0003_text.sql'], views: true });
    put('features/plans/views.sql', `create view plan_ids as select id || '!' as id from plan;`);
    expect(await migrate(pool, from)).toEqual({ ran: [], views: true });
    expect((await pool.query(`select to_regclass('plan_count') as gone, to_regclass('plan_ids')::text as there`)).rows).toEqual([
      { gone: null, there: 'plan_ids' },
    ]);
  });

  test('brings the tables of the job queue', async ({ pool, house: { from } }) => {
    await migrate(pool, from);
    const { rows } = await pool.query(`select count(*) > 0 as there from pg_proc where proname = 'add_job'`);
    expect(rows).toEqual([{ there: true }]);
  });
});
