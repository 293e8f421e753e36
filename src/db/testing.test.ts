import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { test } from './testing.server.ts';

const person = (id: string) => ({ id, name: 'Điểu Thị Hoa', created_at: new Date(0) });
const ONE = '01890000-0000-7000-8000-000000000001';
const TWO = '01890000-0000-7000-8000-000000000002';

describe('a test that rolls back', () => {
  for (const round of ['first', 'second']) {
    test(`leaves nothing to the next (${round} run of the same)`, async ({ db }) => {
      expect(await db.selectFrom('person').selectAll().execute()).toEqual([]);
      await db.insertInto('person').values(person(ONE)).execute();
      expect(await db.selectFrom('person').select('id').execute()).toEqual([{ id: ONE }]);
    });
  }

  test('commits and rolls back the transactions of the code it tests', async ({ db }) => {
    await db.transaction().execute((trx) => trx.insertInto('person').values(person(ONE)).execute());
    const failed = db.transaction().execute(async (trx) => {
      await trx.insertInto('person').values(person(TWO)).execute();
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await db.selectFrom('person').select('id').execute()).toEqual([{ id: ONE }]);
  });

  test('goes on after a statement that was refused', async ({ db }) => {
    await expect(
      db
        .insertInto('person')
        .values({ ...person(ONE), name: ' ' })
        .execute(),
    ).rejects.toThrow('person_name_check');
    expect(await db.selectFrom('person').selectAll().execute()).toEqual([]);
  });

  test('refuses to write where reading was asked for', async ({ db }) => {
    const write = db
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => trx.insertInto('person').values(person(ONE)).execute());
    await expect(write).rejects.toThrow('read-only transaction');
    await db.insertInto('person').values(person(ONE)).execute();
  });

  test('lets transactions that begin at once follow each other', async ({ db }) => {
    const rename = (name: string) =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('person').set({ name }).execute();
        await sql`select pg_sleep(0.01)`.execute(trx);
        const { name: after } = await trx.selectFrom('person').select('name').executeTakeFirstOrThrow();
        return after;
      });
    await db.insertInto('person').values(person(ONE)).execute();
    expect(await Promise.all([rename('A'), rename('B'), rename('C')])).toEqual(['A', 'B', 'C']);
  });
});

describe('a test with a database of its own', () => {
  for (const round of ['first', 'second']) {
    test(`commits where nobody else looks (${round} run of the same)`, async ({ database }) => {
      await database.db.insertInto('person').values(person(ONE)).execute();
      const { rows } = await database.pool.query('select count(*) as n from person');
      expect(rows).toEqual([{ n: 1 }]);
    });
  }
});
