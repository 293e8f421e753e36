import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { test } from '#db/testing.server.ts';
import { operator, testHouse } from '#house.testing.ts';
import { EVENT_AS_WRITTEN, GENESIS, head, link, linkHash } from './chain.server.ts';
import { command, execute } from './command.server.ts';
import { personal } from './context.ts';
import { uuid } from './id.ts';

const somebody = uuid();
const say = command({
  name: 'test.say',
  verb: 'units.change',
  input: v.object({ word: v.string() }),
  async run(ctx, { word }) {
    await ctx.note({ subject: ['word', word], after: { word, name: personal(somebody, 'Trần Văn Bình') } });
  },
});

type Db = Parameters<typeof testHouse>[0];
const chain = (db: Db) => db.selectFrom('event_link').selectAll().orderBy('position').execute();

describe('the chain over the record', () => {
  test('gets a link for each event after its commit, each holding the one before', async ({ db }) => {
    const house = testHouse(db);
    for (const word of ['a', 'b', 'c']) await execute(house, say, { word }, { actor: operator });
    const links = await chain(db);
    expect(links.map(({ position }) => position)).toEqual([1, 2, 3]);
    const { rows } = await sql<{ written: string }>`select ${EVENT_AS_WRITTEN} as written from event order by id`.execute(db);
    let hash = GENESIS;
    for (const [i, { written }] of rows.entries()) expect(links[i]?.hash).toBe((hash = linkHash(hash, written)));
    expect(await head(db)).toEqual({ position: 3, hash });
  });

  test('stays: a link is neither changed nor removed', async ({ db }) => {
    await execute(testHouse(db), say, { word: 'a' }, { actor: operator });
    await expect(db.updateTable('event_link').set({ hash: GENESIS }).execute()).rejects.toThrow('append-only');
  });

  test('of many who write at once over many connections is one, without a gap, and nobody’s event is left out', async ({
    database: { db },
  }) => {
    const house = testHouse(db);
    await Promise.all(Array.from({ length: 40 }, (_, i) => execute(house, say, { word: String(i) }, { actor: operator })));
    await link(db);
    const links = await chain(db);
    expect(links.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await db.selectFrom('event_unlinked').selectAll().execute()).toEqual([]);
  });
});

describe('a personal field of an event (Law 91/2025)', () => {
  test('stands there as a digest, and its value beside it', async ({ db }) => {
    await execute(testHouse(db), say, { word: 'a' }, { actor: operator });
    const event = await db.selectFrom('event').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(event)).not.toContain('Bình');
    expect(event.after).toEqual({ word: 'a', name: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
    expect(await db.selectFrom('event_personal').selectAll().execute()).toMatchObject([
      { event_id: event.id, side: 'after', field: 'name', person_id: somebody, value: 'Trần Văn Bình' },
    ]);
  });
});
