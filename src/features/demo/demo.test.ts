import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { list } from '#features/plans/list_queries.server.ts';
import { addPlace, addUnit } from '#features/units/commands.server.ts';
import { operator, reader, testHouse } from '#house.testing.ts';
import { demoPlan } from '../../../seeds/demo-plan.ts';
import { sweep } from '#features/plans/jobs.server.ts';
import { load, remove } from './commands.server.ts';
import { adoptText, everything } from './demo.fixture.ts';

type Db = Parameters<typeof testHouse>[0];
const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Problem;
const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function loaded(db: Db) {
  const house = testHouse(db);
  return { house, demo: await execute(house, load, {}, by) };
}

describe('the demonstration', () => {
  test('loads a province with its agencies and posts, and a plan that is adopted, all of it marked', async ({ db }) => {
    const { house, demo } = await loaded(db);
    expect(demo).toMatchObject({ places: 54, units: 87, tasks: 38 });
    for (const table of ['place', 'unit', 'place_succession', 'unit_succession', 'plan', 'plan_reading', 'event'])
      expect([table, (await sql`select from ${sql.table(table)} where not demo`.execute(db)).rows.length]).toEqual([
        table,
        table === 'event' ? 1 : 0,
      ]);
    expect(await ask(house, list, {}, reader)).toMatchObject({
      total: 1,
      plans: [{ id: demo.plan, demo: true, tasks: 38, issuer: 'ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC' }],
    });
  });

  test('is not loaded twice', async ({ db }) => {
    const { house } = await loaded(db);
    await expect(execute(house, load, {}, by)).rejects.toEqual(code('demo_loaded'));
    expect(await ask(house, list, {}, operator)).toMatchObject({ total: 1 });
  });

  test('is not for who only reads', async ({ db }) => {
    await expect(execute(testHouse(db), load, {}, { actor: reader })).rejects.toEqual(code('not_allowed'));
  });

  test('goes whole and leaves all else as it was, and may come again', async ({ db }) => {
    const house = testHouse(db);
    await execute(
      house,
      addPlace,
      { code: 'vn.khac', kind: 'province', names: { vi: 'Tỉnh khác' }, valid_from: '2020-01-01' },
      by,
    );
    await execute(
      house,
      addUnit,
      { code: 'khac', kind: 'other', place: 'vn.khac', names: { vi: 'Đơn vị khác' }, valid_from: '2020-01-01' },
      by,
    );
    await adoptText(house, 'Sở Khác');
    const before = await everything(house);
    await execute(house, load, {}, by);
    expect(await everything(house)).not.toEqual(before);
    expect(await execute(house, remove, {}, by)).toEqual({ plans: 1, units: 87, places: 54 });
    expect(await everything(house)).toEqual(before);
    const file = digest(await demoPlan());
    const { rows } = await sql<{ payload: { files: string[] } }>`
      select payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
      where identifier = 'plan.sweep'`.execute(db);
    expect(rows).toEqual([{ payload: { files: [file] } }]);
    await sweep.run(house, rows[0]?.payload);
    await expect(house.files.open(file)).rejects.toEqual(code('not_found'));
    await expect(execute(house, remove, {}, by)).rejects.toEqual(code('not_found'));
    expect(await execute(house, load, {}, by)).toMatchObject({ tasks: 38 });
    // Loaded again before the job came to it, the file stays.
    await sweep.run(house, { files: [file] });
    (await house.files.open(file)).destroy();
  });

  test('brings a paper that is the same file each time', async () => {
    const first = digest(await demoPlan());
    // Word's packages hold the time to two seconds.
    await new Promise((done) => setTimeout(done, 2100));
    expect(digest(await demoPlan())).toBe(first);
  });
});
