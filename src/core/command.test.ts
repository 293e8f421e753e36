import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { test } from '#db/testing.server.ts';
import { administrator, nobody, operator, reader, testHouse } from '#house.testing.ts';
import { ask, command, execute, query } from './command.server.ts';
import { uuid } from './id.ts';
import { Problem } from './problem.ts';

/** Commands of nobody's feature: they write to the record only. */
const say = command({
  name: 'test.say',
  verb: 'units.change',
  input: v.object({ word: v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required')), fail: v.optional(v.boolean()) }),
  async run(ctx, { word, fail }) {
    await ctx.note({ subject: ['word', word], before: { word: null }, after: { word }, why: 'thử' });
    await ctx.later('test.heard', { word });
    if (fail) throw new Error('changed my mind');
    return { word, at: ctx.now.toISOString() };
  },
});
const sayTwice = command({
  name: 'test.say_twice',
  verb: 'units.change',
  input: v.object({ word: v.string(), second: v.string() }),
  async run(ctx, { word, second }) {
    await ctx.run(say, { word });
    await ctx.run(say, { word: second }, { demo: true });
  },
});
const write = query({
  name: 'test.write',
  verb: 'units.view',
  input: v.object({}),
  run: ({ db }) =>
    db.insertInto('idempotency').values({ key: uuid(), command: '', actor: '', input_hash: '', at: new Date() }).execute(),
});

const problem = (code: string) => expect.objectContaining({ name: 'Problem', code }) as Problem;
const words = (db: Parameters<typeof testHouse>[0]) =>
  db.selectFrom('event').select(['subject_id', 'demo']).orderBy('id').execute();

describe('a command', () => {
  test('is all done, with its event and its job, or nothing of it is', async ({ db }) => {
    const house = testHouse(db);
    await expect(execute(house, say, { word: 'a', fail: true }, { actor: operator })).rejects.toThrow('changed my mind');
    expect(await words(db)).toEqual([]);
    expect((await sql`select 1 from graphile_worker.jobs`.execute(db)).rows).toEqual([]);
    await execute(house, say, { word: 'b' }, { actor: operator });
    expect(await words(db)).toEqual([{ subject_id: 'b', demo: false }]);
    expect((await sql`select 1 from graphile_worker.jobs`.execute(db)).rows).toHaveLength(1);
  });

  test('notes who did it, from what to what, when and why', async ({ db }) => {
    await execute(testHouse(db), say, { word: 'a' }, { actor: administrator });
    expect(await db.selectFrom('event').selectAll().executeTakeFirstOrThrow()).toMatchObject({
      command: 'test.say',
      actor_kind: 'person',
      actor_id: administrator.id,
      subject_kind: 'word',
      subject_id: 'a',
      before: { word: null },
      after: { word: 'a' },
      why: 'thử',
      at: new Date('2026-11-23T08:00:00Z'),
    });
  });

  test('is refused to whom the role does not allow it, naming the verb, and to who has not signed in', async ({ db }) => {
    const house = testHouse(db);
    await expect(execute(house, say, { word: 'a' }, { actor: reader })).rejects.toEqual(problem('not_allowed'));
    await expect(execute(house, say, { word: 'a' }, { actor: reader })).rejects.toMatchObject({
      values: { verb: 'units.change' },
    });
    await expect(execute(house, say, { word: 'a' }, { actor: nobody })).rejects.toEqual(problem('not_signed_in'));
    expect(await words(db)).toEqual([]);
  });

  test('says which fields of its input are wrong', async ({ db }) => {
    const given = execute(testHouse(db), say, { word: ' ', fail: 'no' }, { actor: operator });
    await expect(given).rejects.toMatchObject({
      code: 'bad_input',
      values: { fields: [{ path: 'word', message: 'field.required' }, { path: 'fail' }] },
    });
  });

  test('runs another within its own transaction, marking what belongs to a demonstration', async ({ db }) => {
    await execute(testHouse(db), sayTwice, { word: 'a', second: 'b' }, { actor: operator });
    expect(await words(db)).toEqual([
      { subject_id: 'a', demo: false },
      { subject_id: 'b', demo: true },
    ]);
    const halfway = execute(testHouse(db), sayTwice, { word: 'c', second: '' }, { actor: operator });
    await expect(halfway).rejects.toEqual(problem('bad_input'));
    expect(await words(db)).toHaveLength(2);
  });
});

describe('an input no column can hold', () => {
  test('is bad input, not an accident: a NUL, a day outside the calendar', async ({ db }) => {
    await expect(execute(testHouse(db), say, { word: 'a\0b' }, { actor: operator })).rejects.toEqual(problem('bad_input'));
    const impossible = query({
      name: 'test.impossible',
      verb: 'units.view',
      input: v.object({}),
      run: ({ db: reads }) => sql`select ${'0000-01-01'}::date`.execute(reads),
    });
    await expect(ask(testHouse(db), impossible, {}, operator)).rejects.toEqual(problem('bad_input'));
  });
});

describe('an idempotency key', () => {
  test('gives the same answer again and changes nothing', async ({ db }) => {
    const house = testHouse(db);
    const call = { actor: operator, key: uuid() };
    const first = await execute(house, say, { word: 'a' }, call);
    house.clock = new Date('2027-01-01T00:00:00Z');
    expect(await execute(house, say, { word: 'a' }, call)).toEqual(first);
    expect(await words(db)).toHaveLength(1);
  });

  test('is free again when its command failed', async ({ db }) => {
    const call = { actor: operator, key: uuid() };
    await expect(execute(testHouse(db), say, { word: 'a', fail: true }, call)).rejects.toThrow();
    await expect(execute(testHouse(db), say, { word: 'a' }, call)).resolves.toMatchObject({ word: 'a' });
  });

  test('of one thing is refused for another', async ({ db }) => {
    const call = { actor: operator, key: uuid() };
    await execute(testHouse(db), say, { word: 'a' }, call);
    await expect(execute(testHouse(db), say, { word: 'b' }, call)).rejects.toEqual(problem('key_reused'));
    await expect(execute(testHouse(db), say, { word: 'a' }, { ...call, actor: administrator })).rejects.toEqual(
      problem('key_reused'),
    );
  });

  test('pressed ten times at once over ten connections is done once', async ({ database }) => {
    const house = testHouse(database.db);
    const call = { actor: operator, key: uuid() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => execute(house, say, { word: 'a' }, call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await words(database.db)).toHaveLength(1);
  });
});

describe('a query', () => {
  test('cannot write', async ({ db }) => {
    await expect(ask(testHouse(db), write, {}, operator)).rejects.toThrow('read-only transaction');
  });
});

describe('the record', () => {
  for (const change of ['update event set why = null', 'delete from event', 'truncate event'])
    test(`stays: "${change}" is refused`, async ({ db }) => {
      await execute(testHouse(db), say, { word: 'a' }, { actor: operator });
      await expect(db.transaction().execute((trx) => sql.raw(change).execute(trx))).rejects.toThrow('append-only');
    });
});
