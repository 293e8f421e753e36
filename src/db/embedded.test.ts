import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { joinEmbedded, type Embedded } from './embedded.server.ts';
import { alive, stopServer } from './embedded_process.server.ts';

/** Only root changes accounts, and only where that account could read the program. */
const readableByNobody = spawnSync('test', ['-r', import.meta.filename], { uid: 65534, gid: 65534 }).status === 0;
const made: { home: string; folder: string }[] = [];
const fresh = (...below: string[]) => {
  const home = mkdtempSync(join(tmpdir(), 'cotmoc-embedded-'));
  const folder = join(home, 'data', ...below);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  made.push({ home, folder });
  return folder;
};
/** One that has been made: for what does not look at the making. */
const common = fresh();
afterEach(async () => {
  for (const { folder } of made) await stopServer(join(folder, 'postgres'));
});
afterAll(() => made.forEach(({ home }) => rmSync(home, { recursive: true })));

const attach = (folder: string, onLost: (back: Promise<void>) => void = () => {}) =>
  joinEmbedded(folder, { durable: false, onLost });
const pidOf = (folder: string) => Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
/** Where its parent was killed, the system takes its own time to strike it from the list of processes. */
const ended = (pid: number) => expect.poll(() => alive(pid), { timeout: 5000 }).toBe(false);
const ask = async ({ address }: Embedded, question: string) => {
  const client = new Client(address);
  await client.connect();
  try {
    return (await client.query(question)).rows[0];
  } finally {
    await client.end();
  }
};

describe('the embedded database', () => {
  it('is attached to by whoever comes second, and stopped by whoever leaves last', async () => {
    const folder = fresh();
    const first = await attach(folder);
    const pid = pidOf(folder);
    const second = await attach(folder);
    expect(pidOf(folder)).toBe(pid);
    await first.leave();
    expect(alive(pid)).toBe(true);
    expect(await ask(second, 'select 1 as one')).toEqual({ one: 1 });
    await second.leave();
    await ended(pid);
  });

  it('is made once by three that start at the same moment', async () => {
    const folder = fresh();
    const all = await Promise.all([attach(folder), joinElsewhere(folder), joinElsewhere(folder)]);
    const pid = pidOf(folder);
    expect(await ask(all[0], 'select current_database() as name')).toEqual({ name: 'cotmoc' });
    await Promise.all([all[0].leave(), all[1].leave(), all[2].leave()]);
    await ended(pid);
  });

  it('has one server for a folder at a time, and says which', async () => {
    const folder = common;
    const [first, second] = [await attach(folder), await attach(folder)];
    expect(await first.serve('http://localhost:3000 (pid 12)')).toBeNull();
    expect(await second.serve('http://localhost:3001 (pid 13)')).toBe('http://localhost:3000 (pid 12)');
    await first.leave();
    expect(await second.serve('http://localhost:3001 (pid 13)')).toBeNull();
    await second.leave();
  });

  it('outlives kill -9 of the server, whose place is free at once', async () => {
    const folder = common;
    const killed = await joinElsewhere(folder);
    const pid = pidOf(folder);
    killed.process.kill('SIGKILL');
    await once(killed.process, 'exit');
    const next = await attach(folder);
    expect(pidOf(folder)).toBe(pid);
    expect(await next.serve('http://localhost:3000 (pid 14)')).toBeNull();
    await next.leave();
    await ended(pid);
  });

  it('is started again when it is killed under a server, which stays the one of its folder', async () => {
    const folder = common;
    const { promise: back, resolve } = Promise.withResolvers<void>();
    const server = await attach(folder, resolve);
    await server.serve('http://localhost:3000 (pid 15)');
    process.kill(pidOf(folder), 'SIGKILL');
    await back;
    const other = await attach(folder);
    expect(await other.serve('x')).toBe('http://localhost:3000 (pid 15)');
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
    await other.leave();
    await server.leave();
  });

  it('starts although its old number now belongs to another program', async () => {
    const folder = common;
    await (await attach(folder)).leave();
    writeFileSync(
      join(folder, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${join(folder, 'postgres')}\n1700000000\n5432\n\n\n`,
    );
    const again = await attach(folder);
    expect(pidOf(folder)).not.toBe(process.pid);
    await again.leave();
  });

  it('lets nobody in without the password, and keeps that from other accounts', async () => {
    const folder = common;
    const server = await attach(folder);
    const { password, ...rest } = server.address;
    expect(password.length).toBeGreaterThanOrEqual(32);
    await expect(new Client({ ...rest, password: 'cotmoc' }).connect()).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'postgres', 'cotmoc.json')).mode & 0o077).toBe(0);
    await server.leave();
  });

  it('works in a folder with spaces, commas and quotes in its name', async () => {
    const server = await attach(fresh(`Sở "VH, TT & DL" 'mới'`));
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
    await server.leave();
  });

  it('works in a folder whose name is too long for a socket', async () => {
    const folder = fresh('ủy-ban-nhân-dân-tỉnh'.repeat(3), 'kế-hoạch-thông-tin-đối-ngoại'.repeat(2));
    const server = await attach(folder);
    expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
    await server.leave();
    rmSync(server.address.host, { recursive: true });
  });

  it.runIf(readableByNobody)('runs as nobody where root may not open a user namespace, and stays with that account', async () => {
    const folder = fresh();
    chmodSync(dirname(folder), 0o711);
    writeFileSync(join(dirname(folder), 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    vi.stubEnv('PATH', `${dirname(folder)}:${process.env['PATH']}`);
    await (await attach(folder)).leave();
    vi.unstubAllEnvs();
    expect(statSync(join(folder, 'postgres')).uid).toBe(65534);
    expect(statSync(folder).mode & 0o777).toBe(0o711);
    const again = await attach(folder);
    expect(await ask(again, 'select 1 as one')).toEqual({ one: 1 });
    await again.leave();
  });

  it('refuses the data of another PostgreSQL in one line', async () => {
    const folder = common;
    await (await attach(folder)).leave();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(attach(folder)).rejects.toThrow(/^[^\n]*is of PostgreSQL 17, this program brings PostgreSQL 18$/);
  });
});

/** The same in a process of its own. */
async function joinElsewhere(folder: string) {
  const module = new URL('embedded.server.ts', import.meta.url).href;
  const script = `
    const { joinEmbedded } = await import('${module}');
    const server = await joinEmbedded(${JSON.stringify(folder)}, { durable: false, onLost() {} });
    await server.serve('somebody');
    console.log('joined');
    process.stdin.once('data', async () => { await server.leave(); process.exit(); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(createInterface(child.stdout), 'line');
  return {
    process: child,
    async leave() {
      child.stdin.write('leave\n');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
