/** The chain, tampered with as only whoever owns the database can: "The record" of issue 3. */
import fc from 'fast-check';
import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import { EVENT_AS_WRITTEN, GENESIS, head as lastLink, link, linkHash } from '#core/chain.server.ts';
import { ask, command, execute } from '#core/command.server.ts';
import { personal } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { administrator, holding, operator, testHouse, type TestHouse } from '#house.testing.ts';
import { anchor, check, conclude } from './audit_commands.server.ts';
import { chain, head, verify } from './audit_queries.server.ts';
import { check as checkJob, linkWaiting } from './jobs.server.ts';
import { verify as verifyChain } from './verify.server.ts';
import { readHead, written, type Head } from './rules.ts';

type Db = Parameters<typeof testHouse>[0];
const by = { actor: operator };
const person = uuid();
const say = command({
  name: 'test.say',
  verb: 'units.change',
  input: v.object({ word: v.string() }),
  async run(ctx, { word }) {
    await ctx.note({ subject: ['word', word], after: { word, name: personal(person, `Trần ${word}`) } });
  },
});

/** A record of events "a" to "j", all linked; and the hand of whoever owns the database. */
async function record(db: Db) {
  const house = testHouse(db);
  for (const word of 'abcdefghij') await execute(house, say, { word }, by);
  const links = await db.selectFrom('event_link').selectAll().orderBy('position').execute();
  const id = (position: number) => links[position - 1]!.event_id;
  const forge = async (statement: ReturnType<typeof sql>) => {
    await sql`alter table event disable trigger event_stays`.execute(db);
    await sql`alter table event_link disable trigger event_link_stays`.execute(db);
    await statement.execute(db);
    await sql`alter table event enable trigger event_stays`.execute(db);
    await sql`alter table event_link enable trigger event_link_stays`.execute(db);
  };
  const verified = (input: { head?: string } = {}) => ask(house, verify, input, operator);
  return { house, links, id, forge, verified };
}

/** All links from a position on made anew over the events as they are now: a chain that is whole in itself. */
async function rechain(db: Db, from: number) {
  const { rows } = await sql<{ position: number; hash: string; written: string }>`
    select position, hash, ${EVENT_AS_WRITTEN} as written from event_link join event on event.id = event_id order by position`.execute(
    db,
  );
  let hash = GENESIS;
  for (const row of rows) {
    hash = row.position < from ? row.hash : linkHash(hash, row.written);
    await db.updateTable('event_link').set({ hash }).where('position', '=', row.position).execute();
  }
}

describe('a record that nobody touched', () => {
  test('is whole, says how long it is and what waits for its link', async ({ db }) => {
    const { verified, links } = await record(db);
    expect(await verified()).toMatchObject({ whole: true, links: 10, waiting: 0, anchor: null, findings: [], more: false });
    await db
      .insertInto('event_unlinked')
      .values({ event_id: await unlinkedEvent(db) })
      .execute();
    expect(await verified()).toMatchObject({ whole: true, links: 10, waiting: 1, head: { position: 10, hash: links[9]!.hash } });
  });

  test('is whole while it is empty, and over more links than one batch holds', async ({ db }) => {
    const house = testHouse(db);
    expect(await ask(house, verify, {}, operator)).toMatchObject({ whole: true, links: 0, head: null });
    await sql`insert into event (id, at, command, actor_kind, subject_kind, subject_id)
      select gen_random_uuid(), now(), 'test.say', 'operator', 'word', n::text from generate_series(1, 4500) n`.execute(db);
    await sql`insert into event_unlinked select id from event`.execute(db);
    await linkWaiting.run(house, {});
    expect(await ask(house, verify, {}, operator)).toMatchObject({ whole: true, links: 4500, waiting: 0 });
  });

  test('may be verified by those who hold the verb for the whole house, and by nobody else', async ({ db }) => {
    const { house } = await record(db);
    expect(await ask(house, verify, {}, holding(['auditor']))).toMatchObject({ whole: true });
    for (const actor of [holding(['auditor'], uuid()), holding(['coordinator', 'reader'])])
      await expect(ask(house, verify, {}, actor)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('what was changed is named', () => {
  test('an event: which, by which command, about what, of which day', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(sql`update event set why = 'khác' where id = ${id(4)}`);
    const { whole, findings } = await verified();
    expect(whole).toBe(false);
    expect(findings).toEqual([
      {
        kind: 'changed',
        position: 4,
        event: { id: id(4), command: 'test.say', subject_kind: 'word', subject_id: 'd', at: new Date('2026-11-23T08:00:00Z') },
      },
    ]);
  });

  for (const column of [
    'at',
    'command',
    'actor_kind',
    'role',
    'role_unit_id',
    'instead_of',
    'key_id',
    'subject_kind',
    'subject_id',
    'unit_id',
    'before',
    'after',
    'demo',
  ])
    test(`by any column of it: ${column}`, async ({ db }) => {
      const { verified, forge, id } = await record(db);
      const other: Record<string, unknown> = { at: '2020-01-01', actor_kind: 'system', before: '{}', after: '{}', demo: true };
      const value = other[column] ?? (/_id$|instead/.test(column) ? uuid() : 'khác');
      await forge(sql`update event set ${sql.ref(column)} = ${value} where id = ${id(7)}`);
      expect((await verified()).findings[0]).toMatchObject({ kind: 'changed', position: 7 });
    });

  test('several, also one after the other', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(sql`update event set why = 'khác' where id in (${id(1)}, ${id(5)}, ${id(6)}, ${id(10)})`);
    expect((await verified()).findings).toMatchObject([1, 5, 6, 10].map((position) => ({ kind: 'changed', position })));
  });

  test('two that were swapped', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(
      sql`update event_link set event_id = case position when 3 then gen_random_uuid() else event_id end where position = 3`,
    );
    await forge(sql`update event_link set event_id = ${id(3)} where position = 8`);
    await forge(sql`update event_link set event_id = ${id(8)} where position = 3`);
    expect((await verified()).findings).toMatchObject([
      { kind: 'changed', position: 3, event: { id: id(8) } },
      { kind: 'changed', position: 8, event: { id: id(3) } },
    ]);
  });

  test('a link alone: its event is as written', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(sql`update event_link set hash = ${GENESIS} where position = 5`);
    expect((await verified()).findings).toMatchObject([{ kind: 'link', position: 5, event: { id: id(5) } }]);
  });

  test('an event together with its own link: where the chain breaks', async ({ db }) => {
    const { verified, forge, id, links } = await record(db);
    await forge(sql`update event set why = 'khác' where id = ${id(4)}`);
    const { rows } = await sql<{ written: string }>`select ${EVENT_AS_WRITTEN} as written from event where id = ${id(4)}`.execute(
      db,
    );
    await forge(sql`update event_link set hash = ${linkHash(links[2]!.hash, rows[0]!.written)} where position = 4`);
    expect((await verified()).findings).toMatchObject([{ kind: 'changed', position: 5 }]);
  });

  test('a personal value that is not the one that was written; one that was erased is no fault (Law 91/2025)', async ({ db }) => {
    const { verified, id } = await record(db);
    await db.deleteFrom('event_personal').where('event_id', '=', id(2)).execute();
    expect(await verified()).toMatchObject({ whole: true });
    await db.updateTable('event_personal').set({ value: 'Trần Khác' }).where('event_id', '=', id(3)).execute();
    await db.updateTable('event_personal').set({ field: 'word' }).where('event_id', '=', id(9)).execute();
    const { findings } = await verified();
    expect(findings).toHaveLength(2);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'personal',
          side: 'after',
          field: 'name',
          event: expect.objectContaining({ id: id(3) }),
        }),
        expect.objectContaining({
          kind: 'personal',
          side: 'after',
          field: 'word',
          event: expect.objectContaining({ id: id(9) }),
        }),
      ]),
    );
  });
});

describe('what was removed is named', () => {
  test('an event, by the link it leaves', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(sql`delete from event where id = ${id(6)}`);
    expect((await verified()).findings).toEqual([{ kind: 'removed', position: 6, id: id(6) }]);
  });

  test('an event with its link, by the gap; a link without its event leaves the event beside the chain', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    await forge(sql`delete from event where id in (${id(1)}, ${id(6)})`);
    await forge(sql`delete from event_link where position in (1, 6, 7)`);
    expect((await verified()).findings).toMatchObject([
      { kind: 'gap', position: 1, to: 1 },
      { kind: 'gap', position: 6, to: 7 },
      { kind: 'slipped_in', event: { id: id(7) } },
    ]);
  });

  test('an event that still waited for its link', async ({ db }) => {
    const { verified } = await record(db);
    const gone = uuid();
    await db.insertInto('event_unlinked').values({ event_id: gone }).execute();
    expect((await verified()).findings).toEqual([{ kind: 'removed', position: null, id: gone }]);
  });
});

describe('what slipped in is named', () => {
  test('an event that is neither linked nor waits', async ({ db }) => {
    const { verified } = await record(db);
    const id = await unlinkedEvent(db);
    expect((await verified()).findings).toMatchObject([{ kind: 'slipped_in', event: { id, command: 'test.forged' } }]);
  });

  test('up to a hundred of them, and that there are more', async ({ db }) => {
    const { verified } = await record(db);
    for (let i = 0; i < 101; i++) await unlinkedEvent(db);
    const { findings, more } = await verified();
    expect([findings.length, more]).toEqual([100, true]);
  });
});

describe('a head written down elsewhere', () => {
  test('holds for ever while nobody touches the record', async ({ db }) => {
    const { house, verified } = await record(db);
    const paper = written((await execute(house, anchor, { kind: 'paper', place: 'sổ văn thư, trang 12' }, by)) as Head);
    await execute(house, say, { word: 'k' }, by);
    expect(await verified({ head: paper })).toMatchObject({ whole: true, links: 12, anchor: { position: 10, kind: 'paper' } });
  });

  test('tells a record that was chained anew from the middle, which is whole in itself', async ({ db }) => {
    const { house, verified, forge, id } = await record(db);
    await execute(house, anchor, { kind: 'backup', place: '/backup/1', head: await headAt(db, 3) }, by);
    await execute(house, anchor, { kind: 'backup', place: '/backup/2', head: await headAt(db, 8) }, by);
    await sql`alter table event_link disable trigger event_link_stays`.execute(db);
    await forge(sql`update event set why = 'khác' where id = ${id(5)}`);
    await sql`alter table event_link disable trigger event_link_stays`.execute(db);
    await rechain(db, 5);
    expect((await verified()).findings).toMatchObject([
      { kind: 'rechained', anchor: { position: 8, place: '/backup/2', kind: 'backup' }, sound: 3 },
    ]);
  });

  test('on paper tells it even when the database forgot all it knew of heads', async ({ db }) => {
    const { verified, forge, id } = await record(db);
    const paper = await headAt(db, 10);
    await forge(sql`update event set why = 'khác' where id = ${id(2)}`);
    await sql`alter table event_link disable trigger event_link_stays`.execute(db);
    await rechain(db, 2);
    expect(await verified()).toMatchObject({ whole: true });
    expect((await verified({ head: paper })).findings).toMatchObject([
      { kind: 'rechained', anchor: { position: 10, kind: 'hand' }, sound: 0 },
    ]);
  });

  test('tells a record whose end was cut off', async ({ db }) => {
    const { house, verified, forge, id } = await record(db);
    const paper = await headAt(db, 10);
    await execute(house, anchor, { kind: 'paper', place: 'sổ' }, by);
    await forge(sql`delete from event where id in (${id(8)}, ${id(9)}, ${id(10)}) or command = 'audit.anchor'`);
    await forge(sql`delete from event_link where position > 7`);
    const { findings } = await verified({ head: paper });
    expect(findings).toMatchObject([
      { kind: 'cut', anchor: { position: 10, kind: 'paper' }, links: 7 },
      { kind: 'cut', anchor: { position: 10, kind: 'hand' }, links: 7 },
    ]);
  });

  test('is none when it is another chain’s, has no form, or there is nothing yet', async ({ db }) => {
    const empty = testHouse(db);
    await expect(execute(empty, anchor, { kind: 'paper', place: 'sổ' }, by)).rejects.toMatchObject({ code: 'not_possible' });
    const { house, verified } = await record(db);
    const foreign = written({ position: 4, hash: 'f'.repeat(64) });
    const field = (message: string) => ({ code: 'bad_input', values: { fields: [{ path: 'head', message }] } });
    const at = { kind: 'paper', place: 'sổ' };
    await expect(execute(house, anchor, { ...at, head: foreign }, by)).rejects.toMatchObject(field('chain.head_unknown'));
    await expect(execute(house, anchor, { ...at, head: '4:abc' }, by)).rejects.toMatchObject(field('chain.head_form'));
    await expect(verified({ head: '0:' + 'f'.repeat(64) })).rejects.toMatchObject(field('chain.head_form'));
  });

  test('stays: what the database knows of it is neither changed nor removed', async ({ db }) => {
    const { house } = await record(db);
    await execute(house, anchor, { kind: 'paper', place: 'sổ' }, by);
    for (const change of ['update audit_anchor set position = 1', 'delete from audit_anchor'])
      await expect(db.transaction().execute((trx) => sql.raw(change).execute(trx))).rejects.toThrow('append-only');
  });

  test('is written in groups that an eye can follow, and read back however it was copied', () => {
    const it = { position: 1284, hash: '0123456789abcdef'.repeat(4) };
    expect(written(it)).toBe(`1284:${'0123-4567-89ab-cdef-'.repeat(4).slice(0, -1)}`);
    for (const copied of [
      written(it),
      ` 1284: ${it.hash.toUpperCase()} `,
      written(it).replaceAll('-', ' '),
      written(it).replaceAll('-', '–'),
    ])
      expect(readHead(copied)).toEqual(it);
    for (const wrong of ['', '1284', `0:${it.hash}`, `1284:${it.hash}0`, `1284:${it.hash.slice(1)}g`])
      expect(readHead(wrong)).toBeNull();
  });
});

describe('a verification asked for on the page', () => {
  test('is done by the worker, once for all who ask meanwhile, and its end is an event', async ({ db }) => {
    const { house, forge, id } = await record(db);
    await forge(sql`update event set why = 'khác' where id = ${id(4)}`);
    const asked = await execute(house, check, {}, { actor: administrator });
    expect(await execute(house, check, {}, { actor: administrator })).toEqual(asked);
    expect(await ask(house, chain, {}, administrator)).toMatchObject({ check: { id: asked.id, ended_at: null, result: null } });
    const jobs = await sql<{ payload: object }>`
      select payload from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
      where identifier = 'record.check'`.execute(db);
    expect(jobs.rows).toEqual([{ payload: asked }]);
    await checkJob.run(house, asked);
    expect(await ask(house, chain, {}, administrator)).toMatchObject({
      check: { id: asked.id, ended_at: house.clock, result: { whole: false, findings: [{ kind: 'changed', position: 4 }] } },
    });
    const { after } = await db
      .selectFrom('event')
      .select('after')
      .where('command', '=', 'audit.conclude')
      .executeTakeFirstOrThrow();
    expect(after).toEqual({ whole: false, links: 11, findings: 1 });
  });

  test('that died with its worker does not keep others from asking', async ({ db }) => {
    const { house } = await record(db);
    const dead = await execute(house, check, {}, by);
    house.clock = new Date(house.clock.getTime() + 3 * 60_000);
    expect(await execute(house, check, {}, by)).not.toEqual(dead);
  });

  test('has no end that anybody but the worker could write', async ({ db }) => {
    const { house } = await record(db);
    const { id } = await execute(house, check, {}, by);
    const result = { whole: true, links: 10, findings: [] };
    await expect(execute(house, conclude, { id, result }, { actor: administrator })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('events of a server that was killed before it linked them', () => {
  test('get their links by the job', async ({ db }) => {
    const { house, verified } = await record(db);
    await db
      .insertInto('event_unlinked')
      .values({ event_id: await unlinkedEvent(db) })
      .execute();
    expect(await verified()).toMatchObject({ links: 10, waiting: 1 });
    await linkWaiting.run(house, {});
    expect(await verified()).toMatchObject({ whole: true, links: 11, waiting: 0 });
    expect(await ask(house, head, {}, operator)).toEqual(await lastLink(db));
    expect(await link(db)).toBe(0);
  });
});

describe('whatever is done to a record behind its back', () => {
  const position = fc.integer({ min: 1, max: 10 });
  const column = fc.constantFrom('why', 'command', 'subject_id', 'role');
  const word = fc.string({ minLength: 1 }).map((it) => `z${it.replaceAll('\0', '')}`);
  const at = (p: number) => sql`(select event_id from event_link where position = ${p})`;
  const deed = fc.oneof(
    fc.tuple(position, column, word).map(([p, name, to]) => sql`update event set ${sql.ref(name)} = ${to} where id = ${at(p)}`),
    fc
      .tuple(position, fc.integer({ min: 1, max: 10 ** 9 }))
      .map(([p, ms]) => sql`update event set at = at + ${ms} * interval '1 millisecond' where id = ${at(p)}`),
    fc
      .tuple(position, word)
      .map(([p, to]) => sql`update event set after = jsonb_set(after, '{word}', to_jsonb(${to}::text)) where id = ${at(p)}`),
    position.map((p) => sql`delete from event where id = ${at(p)}`),
    position.map((p) => sql`delete from event_link where position = ${p}`),
    position.map((p) => sql`update event_link set hash = encode(sha256(hash::bytea), 'hex') where position = ${p}`),
    position.map((p) => sql`update event_link set position = position + 1000 where position >= ${p}`),
    fc
      .uuid()
      .map(
        (id) =>
          sql`insert into event (id, at, command, actor_kind, subject_kind, subject_id) values (${id}, now(), 'a', 'system', 'b', 'c')`,
      ),
    position.map((p) => sql`update event_personal set value = value || '.' where event_id = ${at(p)}`),
  );

  test('with one statement or several, is found with a head from paper', async ({ db }) => {
    const { links, verified } = await record(db);
    const head = { position: 10, hash: links[9]!.hash };
    await sql`alter table event disable trigger event_stays`.execute(db);
    await sql`alter table event_link disable trigger event_link_stays`.execute(db);
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 3 }), async (deeds) => {
        const trx = await db.startTransaction().execute();
        for (const it of deeds) await it.execute(trx);
        const found = await verifyChain(trx, head);
        await trx.rollback().execute();
        expect(found.whole).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(await verified()).toMatchObject({ whole: true });
  });
});

async function headAt(db: Db, position: number): Promise<string> {
  return written(
    await db.selectFrom('event_link').select(['position', 'hash']).where('position', '=', position).executeTakeFirstOrThrow(),
  );
}

async function unlinkedEvent(db: TestHouse['db']): Promise<string> {
  const id = uuid();
  const at = new Date();
  const event = { id, at, command: 'test.forged', actor_kind: 'operator', subject_kind: 'word', subject_id: 'x' };
  await db.insertInto('event').values(event).execute();
  return id;
}
