/** What this house asks of a PostgreSQL: held by the one that comes along, and by the server of TEST_DATABASE_URL when there is one. */
import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase, openPool } from './connect.server.ts';
import { joinEmbedded } from './embedded.server.ts';
import { migrate, sources } from './migrate.server.ts';

const silent = () => {};
const named = process.env['TEST_DATABASE_URL'];
const servers = [
  { name: 'the embedded server', reach: reachEmbedded },
  ...(named ? [{ name: 'the server of TEST_DATABASE_URL', reach: async () => ({ url: named, leave: async () => {} }) }] : []),
];

describe.each(servers)('$name', ({ reach }) => {
  const name = `cotmoc_contract_${randomUUID().replaceAll('-', '')}`;
  let admin: Client;
  let url: string;
  let pool: Pool;
  let leave: () => Promise<void>;

  beforeAll(async () => {
    const server = await reach();
    leave = server.leave;
    admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query(`create database ${name}`);
    const own = new URL(server.url);
    own.pathname = `/${name}`;
    url = own.href;
    pool = openPool({ connectionString: url }, silent, 4);
    await migrate(pool, sources(inject('featureOrder')));
  });
  afterAll(async () => {
    await pool.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    await leave();
  });
  const one = async (question: string, values: unknown[] = []) => (await pool.query(question, values)).rows[0];

  it('is accepted as the database of a house', async () => {
    const database = await openDatabase(silent, url);
    expect(await database.serve('any number may run')).toBeNull();
    expect(await migrate(database.pool, sources(inject('featureOrder')))).toEqual({ ran: [], views: false });
    await database.close();
  });

  it('sorts Vietnamese names as a Vietnamese does', async () => {
    const { names } = await one(`select array_agg(n order by n collate "vi-x-icu") as names from unnest($1::text[]) n`, [
      ['Đắk Nhau', 'Lộc Ninh', 'Bù Đốp', 'Đồng Xoài', 'Dak Lua', 'Bù Gia Mập', 'An Khương', 'Ân'],
    ]);
    expect(names).toEqual(['An Khương', 'Ân', 'Bù Đốp', 'Bù Gia Mập', 'Dak Lua', 'Đắk Nhau', 'Đồng Xoài', 'Lộc Ninh']);
  });

  it('folds Vietnamese for search and leaves Khmer whole', async () => {
    const folded = await one(
      `select fold('HÒA BÌNH') as new, fold('hoà bình') as old, fold('Đồng Đội') as d, fold($1) as khmer`,
      ['ព្រះរាជាណាចក្រ'],
    );
    expect(folded).toEqual({ new: 'hoa binh', old: 'hoa binh', d: 'dong doi', khmer: 'ព្រះរាជាណាចក្រ' });
  });

  it('keeps text as it was written, byte for byte', async () => {
    const text = 'Kế hoạch \u{1F4C4} ខ្មែរ Kê\u0301 – “./.”';
    expect(await one('select $1::text as text, octet_length($1) as bytes', [text])).toEqual({
      text,
      bytes: Buffer.byteLength(text),
    });
  });

  it('holds the record against change, for its owner too', async () => {
    await pool.query(
      `insert into event (id, at, command, actor_kind, subject_kind, subject_id) values (gen_random_uuid(), now(), 'x', 'system', 'plan', '1')`,
    );
    await expect(pool.query(`update event set command = 'y'`)).rejects.toThrow('append-only');
    await expect(pool.query('delete from event')).rejects.toThrow('append-only');
    await expect(pool.query('truncate event')).rejects.toThrow('append-only');
  });

  it('changes its schema within a transaction, and takes it back', async () => {
    const client = await pool.connect();
    await client.query('begin; create table fleeting (id int); create view seen as select * from fleeting; rollback');
    client.release();
    expect(await one(`select to_regclass('fleeting') as gone`)).toEqual({ gone: null });
  });

  it('hands a job over exactly when its transaction commits', async () => {
    const jobs = async () => (await one(`select count(*) as n from graphile_worker.jobs where task_identifier = 'tell'`)).n;
    const client = await pool.connect();
    await client.query(`begin; select graphile_worker.add_job('tell', '{}'::json)`);
    expect(await jobs()).toBe(0);
    await client.query('rollback');
    expect(await jobs()).toBe(0);
    await client.query(`begin; select graphile_worker.add_job('tell', '{}'::json); commit`);
    client.release();
    expect(await jobs()).toBe(1);
  });

  it('lets the second of two with one key wait for the first', async () => {
    const key = randomUUID();
    const claim = `insert into idempotency (key, command, actor, input_hash, at) values ('${key}', 'x', 'y', 'z', now()) on conflict (key) do nothing`;
    const [first, second] = [await pool.connect(), await pool.connect()];
    await first.query('begin');
    await second.query('begin');
    expect((await first.query(claim)).rowCount).toBe(1);
    const waiting = second.query(claim);
    await first.query('commit');
    expect((await waiting).rowCount).toBe(0);
    await second.query('commit');
    first.release();
    second.release();
  });
});

async function reachEmbedded() {
  const server = await joinEmbedded(inject('testFolder'), { durable: false, onLost: () => {} });
  const { user, password, host, port } = server.address;
  const url = `postgres://${user}:${password}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
  return { url, leave: () => server.leave() };
}
