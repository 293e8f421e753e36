import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#db/connect.server.ts';
import { joinEmbedded } from '#db/embedded.server.ts';
import { alive, stopServer } from '#db/embedded_process.server.ts';

/** The program as `npm start` runs it, but with an app that tells which request reached it. */
const home = mkdtempSync(join(tmpdir(), 'cotmoc-server-'));
const build = join(home, 'build');
const data = join(home, 'data');
let running: Program[] = [];

/** At /reading it waits for a thread within a transaction, which no command should: the database must close all the same. */
const HANDLER = `
export const handler = (req, res) => {
  if (req.url !== '/reading') return res.end(JSON.stringify(req.headers));
  const { db, threads } = globalThis[Symbol.for('cotmoc.house')].house;
  const read = async () => {
    console.log('reading begun');
    await threads.run('ports/threads.fixture.ts', 'forever');
  };
  db.transaction().execute(read).catch(() => res.end());
};`;

beforeAll(() => {
  mkdirSync(build);
  writeFileSync(join(build, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(build, 'handler.js'), HANDLER);
});
afterEach(async () => {
  for (const program of running) program.child.kill('SIGKILL');
  running = [];
  await stopServer(join(data, 'postgres'));
});
afterAll(() => rmSync(home, { recursive: true }));

describe('npm start', () => {
  it('says each step, the address and the link of the first administrator; Ctrl-C ends it and the database', async () => {
    const program = start();
    const origin = await program.address();
    expect(program.said()).toMatch(
      /✓ Cơ sở dữ liệu \/ Database · \d+\.\d s\n✓ Lược đồ \/ Schema: \d{4}_\w+\.sql · \d+\.\d s\n✓ Máy chủ \/ Server · /,
    );
    await expect.poll(() => program.said()).toMatch(/First administrator: http:\/\/localhost:\d+\/start\?token=[\w-]{32}/);
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${origin}/x`)).json()).toMatchObject({ 'x-forwarded-proto': 'http' });

    const database = databasePid();
    program.child.kill('SIGINT');
    const begun = performance.now();
    expect(await program.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(4000);
    await expect.poll(() => alive(database), { timeout: 5000 }).toBe(false);
  });

  it('ends in order within its patience during a reading without end, the database too', async () => {
    const program = start();
    const origin = await program.address();
    const reading = fetch(`${origin}/reading`).catch(() => 'cut off');
    await expect.poll(() => program.said(), { timeout: 5000 }).toContain('reading begun');
    const database = databasePid();
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(await reading).toBe('cut off');
    await expect.poll(() => alive(database), { timeout: 5000 }).toBe(false);
  });

  // Other tests may have the machine to themselves for a moment.
  it('is ready again within 3 seconds', { retry: 3 }, async () => {
    const begun = performance.now();
    const program = start();
    await program.address();
    expect(performance.now() - begun).toBeLessThan(3000);
    program.child.kill('SIGTERM');
    await program.ended;
  });

  it('beside one that runs on the same folder says which, ends with 1, and disturbs nothing', async () => {
    const first = start();
    const origin = await first.address();
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.refusal()).toMatch(
      new RegExp(`^✗ [^\n]*already runs on this folder: http://localhost:\\d+ \\(pid ${first.child.pid}\\)$`),
    );
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });

  it('after kill -9 takes over the folder and the database as it was', async () => {
    const killed = start();
    await killed.address();
    const database = databasePid();
    killed.child.kill('SIGKILL');
    await killed.ended;
    const next = start();
    expect((await fetch(`${await next.address()}/readyz`)).status).toBe(200);
    expect(databasePid()).toBe(database);
  });

  it('goes on serving after its database was killed', async () => {
    const program = start();
    const origin = await program.address();
    process.kill(databasePid(), 'SIGKILL');
    const ready = async () => (await fetch(`${origin}/readyz`)).status;
    await expect.poll(ready, { timeout: 10_000 }).toBe(503);
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  });

  it('ends when the process that started it is gone', async () => {
    const program = start();
    await program.address();
    program.child.disconnect();
    expect(await program.ended).toBe(0);
  });

  it('refuses a port that is taken in one line, and leaves no database behind', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const program = start(['--port', String(port)]);
    expect(await program.ended).toBe(1);
    other.close();
    expect(program.refusal()).toMatch(
      new RegExp(`^✗ [^\n]*Port ${port} is used by another program: choose another with --port$`),
    );
    expect(() => databasePid()).toThrow('ENOENT');
  });

  const refused: [what: string, args: string[], env: Record<string, string>, line: RegExp][] = [
    [
      'a database that nobody answers for',
      [],
      { DATABASE_URL: 'postgres://127.0.0.1:9/plans' },
      /^✗ [^\n]*Cannot reach the database 127\.0\.0\.1:9\/plans \([^\n]*\)$/,
    ],
    [
      'a folder it cannot write',
      [],
      { COTMOC_DATA: '/proc/cotmoc' },
      /^✗ [^\n]*The data folder \/proc\/cotmoc cannot be written \(\w+\)$/,
    ],
    ['an option it does not know', ['--prot', '80'], {}, /^✗ [^\n]*Only --port NUMBER, --demo and --clock DAY are understood$/],
    [
      'another day than today’s for what is no demonstration',
      ['--clock', '2025-06-20'],
      {},
      /^✗ [^\n]*--clock is for a demonstration: give --demo too$/,
    ],
    [
      'a setting it does not understand',
      [],
      { COTMOC_TRUST_PROXY: 'everybody' },
      /^✗ [^\n]*Cannot make sense of COTMOC_TRUST_PROXY: "everybody"$/,
    ],
  ];
  it.each(refused)('refuses %s in one line, exit code 1', async (_, args, env, line) => {
    const program = start(args, env);
    expect(await program.ended).toBe(1);
    expect(program.refusal()).toMatch(line);
  });

  it('links what a server wrote that was killed before it had', async () => {
    const first = start();
    await first.address();
    first.child.kill('SIGKILL');
    const server = await joinEmbedded(data, { onLost: () => {} });
    const pool = openPool(server.address, () => {}, 1);
    await pool.query(`with forgotten as (
      insert into event (id, at, command, actor_kind, subject_kind, subject_id)
      values (gen_random_uuid(), now(), 'unit.add', 'operator', 'unit', 'a') returning id)
      insert into event_unlinked select id from forgotten`);
    await start().address();
    const { rows } = await pool.query(
      'select (select count(*) from event_unlinked) as waiting, (select count(*) from event) - (select count(*) from event_link) as beside',
    );
    expect(rows).toEqual([{ waiting: 0, beside: 0 }]);
    await pool.end();
    await server.leave();
  });

  it('refuses a database newer than itself in one line', async () => {
    const server = await joinEmbedded(data, { onLost: () => {} });
    const pool = openPool(server.address, () => {}, 1);
    await pool.query(`insert into schema_migration (name, sha256) values ('9999_future.sql', '')`);
    const program = start();
    expect(await program.ended).toBe(1);
    expect(program.refusal()).toMatch(/^✗ [^\n]*newer than the program \(it has 9999_future\.sql\)[^\n]*$/);
    await pool.query(`delete from schema_migration where name = '9999_future.sql'`);
    await pool.end();
    await server.leave();
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)('serves https when it has a certificate', async () => {
    const [cert, key] = [join(home, 'cert.pem'), join(home, 'key.pem')];
    spawnSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-out',
      cert,
      '-keyout',
      key,
    ]);
    const program = start([], { COTMOC_TLS_CERT: cert, COTMOC_TLS_KEY: key });
    const origin = await program.address();
    expect(origin).toMatch(/^https:/);
    const [answer] = (await once(get(`${origin}/x`, { rejectUnauthorized: false }), 'response')) as [IncomingMessage];
    const chunks = await answer.toArray();
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ 'x-forwarded-proto': 'https' });
  });
});

describe('a worker of its own', () => {
  it('uses the database beside the server, and keeps it when that ends first', async () => {
    const server = start();
    await server.address();
    const worker = run('worker.ts');
    await expect.poll(() => worker.said(), { timeout: 10_000 }).toContain('✓ Công việc nền / Jobs');
    const database = databasePid();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(alive(database)).toBe(true);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    await expect.poll(() => alive(database), { timeout: 5000 }).toBe(false);
  });
});

interface Program {
  child: ChildProcess;
  ended: Promise<number | null>;
  said(): string;
  /** What stands on stderr apart from the log. */
  refusal(): string;
  /** The first address it prints: then it is ready. */
  address(): Promise<string>;
}

function start(args: string[] = ['--port', '0'], env: Record<string, string> = {}) {
  return run('server.ts', args.includes('--port') ? args : [...args, '--port', '0'], env);
}

function run(program: string, args: string[] = [], env: Record<string, string> = {}): Program {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, program), ...args], {
    env: { ...inherited, NODE_COMPILE_CACHE: join(home, 'compiled'), COTMOC_DATA: data, COTMOC_BUILD: build, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  let erred = '';
  child.stdout!.on('data', (chunk) => (said += String(chunk)));
  child.stderr!.on('data', (chunk) => (erred += String(chunk)));
  // Not its event `close`: Node withholds that after disconnect().
  const closed = [once(child.stdout!, 'end'), once(child.stderr!, 'end')];
  const ended = once(child, 'exit').then(async ([code]) => (await Promise.all(closed), code as number | null));
  const started: Program = {
    child,
    ended,
    said: () => said,
    refusal: () =>
      erred
        .split('\n')
        .filter((line) => line && !line.startsWith('{'))
        .join('\n'),
    async address() {
      await expect.poll(() => said + (child.exitCode === null ? '' : erred), { timeout: 15_000, interval: 10 }).toMatch(/→ http/);
      return /→ (\S+)/.exec(said)![1]!;
    },
  };
  running.push(started);
  return started;
}

const databasePid = () => Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10);
