import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CannotStart } from '#db/cannot_start.ts';
import { openDatabase } from '#db/connect.server.ts';
import { joinEmbedded } from '#db/embedded.server.ts';
import { newestMigration, sources } from '#db/migrate.server.ts';
import { backUpBeforeMigrating } from './before_migration.server.ts';
import { kept } from './kept.testing.ts';
import { DATA, DIGEST, MANIFEST, readManifest, written, type Manifest } from './manifest.server.ts';
import { makeBackup, type Made } from './make.server.ts';
import { office, type Acknowledged } from './office.testing.ts';
import { restoreBackup, type Wanted } from './restore.server.ts';
import { backupsIn, meant } from './shelf.server.ts';
import { verifyBackup } from './verify.server.ts';

// Each copies a whole cluster to the disk, and waits for that.
vi.setConfig({ testTimeout: 120_000 });

const house = office();
const shelf = join(house.home, 'shelf');
const restored = join(house.home, 'restored');
let backup = '';

beforeAll(async () => {
  mkdirSync(shelf);
  const plan = join(house.home, 'kh.txt');
  writeFileSync(plan, 'KẾ HOẠCH\n\n1. Sở Ngoại vụ chủ trì.\n');
  await house.cotmoc(['plan.import', '--content', plan, '--name', 'kh.txt']);
  const { code, out, err } = await house.cotmoc(['backup.make', shelf]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  backup = (JSON.parse(out) as { backup: string }).backup;
});
beforeEach(() => rmSync(restored, { recursive: true, force: true }));
afterEach(() => house.stopServer());
afterAll(() => house.close());

const from = sources([]);
const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  from: backup,
  to: restored,
  until: null,
  archive: undefined,
  schema: newestMigration(from),
  settle: async () => {},
  ...more,
});
const restoring = (more: Partial<Wanted> = {}) => restoreBackup(wanted(more));

/** On the database as it stands: in this process, without the command line. */
async function making(on = shelf): Promise<Made> {
  const database = await openDatabase(() => {}, '', house.data);
  try {
    return await makeBackup(database, house.data, on);
  } finally {
    await database.close();
  }
}

/** Write another manifest, with a digest that vouches for it. */
async function forge(change: (manifest: Manifest) => unknown): Promise<() => void> {
  const before = [MANIFEST, DIGEST].map((name) => [join(backup, name), readFileSync(join(backup, name))] as const);
  const manifest = await readManifest(backup);
  change(manifest);
  const { text, digest } = written(manifest);
  writeFileSync(join(backup, MANIFEST), text);
  writeFileSync(join(backup, DIGEST), digest);
  return () => before.forEach(([path, content]) => writeFileSync(path, content));
}

describe('a backup', () => {
  it('says of itself what it is, and verifies', async () => {
    expect(await verifyBackup(backup)).toMatchObject({
      schema: newestMigration(from),
      platform: `${process.platform}-${process.arch}`,
      database: { postgres: expect.stringMatching(/^18\./) as string },
    });
    const manifest = await readManifest(backup);
    const { code, out } = await house.cotmoc(['backup.verify', shelf]);
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, backup, files: manifest.files.length });
  });

  it('is closed to other accounts, as it holds keys and people', async () => {
    expect(statSync(backup).mode & 0o077).toBe(0);
    for (const { path } of (await readManifest(backup)).files) expect(statSync(join(backup, DATA, path)).mode & 0o077).toBe(0);
  });

  it('takes files of the store from an earlier one only when they are whole there', async () => {
    const stored = (await readManifest(backup)).files.find(({ path }) => path.startsWith('files/'))!.path;
    const of = (folder: string) => statSync(join(folder, DATA, stored));
    const second = await making();
    expect(second.linked).toBe(1);
    expect(of(second.backup).ino).toBe(of(backup).ino);

    rmSync(second.backup, { recursive: true });
    const whole = readFileSync(join(backup, DATA, stored));
    writeFileSync(join(backup, DATA, stored), whole.fill(0, 0, 1));
    const third = await making();
    expect(third.linked).toBe(0);
    await verifyBackup(third.backup);
    rmSync(third.backup, { recursive: true });
    writeFileSync(join(backup, DATA, stored), readFileSync(join(house.data, stored)));
  });

  it('can be one of the newest few that are kept', async () => {
    const few = join(house.home, 'few');
    mkdirSync(few);
    const first = await making(few);
    const { code, out } = await house.cotmoc(['backup.make', few, '--keep', '1']);
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, removed: [basename(first.backup)], warnings: [] });
    expect(readdirSync(few)).toEqual(backupsIn(few));
    expect(backupsIn(few).length).toBe(1);
  });

  it('says which files were damaged in the store before, and keeps them as they are', async () => {
    const stored = (await readManifest(backup)).files.find(({ path }) => path.startsWith('files/'))!.path;
    const there = join(house.data, stored);
    const whole = readFileSync(there);
    writeFileSync(there, 'x');
    const other = join(house.home, 'other');
    mkdirSync(other);
    expect((await making(other)).damaged).toEqual([stored]);
    writeFileSync(there, whole);
  });

  it('beside a server of its own holds files and keys, and says that the database is not in it', async () => {
    const server = await joinEmbedded(house.data, { onLost: () => {} });
    const { host, user, password, database } = server.address;
    const url = `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}`;
    const own = join(house.home, 'own');
    mkdirSync(own);
    const { code, out, err } = await house.cotmoc(['backup.make', own], { DATABASE_URL: url });
    await server.leave();
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, postgres: null, files: 1 });
    expect(err).toMatch(/^The database is NOT in this backup[^\n]*pgBackRest[^\n]*\n$/);
    await restoring({ from: own });
    expect(readdirSync(restored)).toEqual(['files']);
    rmSync(restored, { recursive: true });
    await expect(restoring({ from: own, until: 'latest', archive: own })).rejects.toMatchObject({ key: 'backup.no_database' });
  });

  it.each([
    [['backup.make', '/no/such/folder'], 1, 'There is no folder /no/such/folder'],
    [['backup.make', join(house.data, 'files')], 1, 'lies in the data folder'],
    [['backup.make'], 2, 'backup.make DIR [--keep N]'],
    [['backup.make', shelf, '--keep', '0'], 2, 'whole number from 1'],
    [['backup.restore', shelf, '--to', restored, '--until', 'hôm qua'], 2, 'moment such as'],
    [['backup.restore', house.home, '--to', restored], 1, 'no whole backup'],
    [['backup.restore', shelf, '--to', house.data], 1, 'holds data'],
    [['backup.restore', shelf, '--to', shelf], 1, 'is not empty'],
    [['backup.restore', shelf, '--to', restored, '--until', 'latest'], 1, 'COTMOC_WAL_ARCHIVE'],
    [['backup.verify', join(house.home, 'none')], 1, 'There is no folder'],
  ])('%j is answered in one clear line', async (words, code, line) => {
    const before = readdirSync(shelf);
    const { err, ...answer } = await house.cotmoc(words);
    expect({ ...answer, lines: err.trim().split('\n').length }).toEqual({ code, out: '', lines: 1 });
    expect(err).toContain(line);
    expect(readdirSync(shelf)).toEqual(before);
    expect(existsSync(restored)).toBe(false);
  });

  it('of a folder without a house is refused, and makes none', async () => {
    const nowhere = join(house.home, 'nowhere');
    const { code, err } = await house.cotmoc(['backup.make', shelf], { COTMOC_DATA: nowhere });
    expect({ code, there: existsSync(nowhere) }).toEqual({ code: 1, there: false });
    expect(err).toContain('set COTMOC_DATA');
  });
});

describe('a restore', () => {
  it('refuses a damaged, a missing and a shortened file by name, and leaves nothing', async () => {
    const { files } = await readManifest(backup);
    const [one, two] = [
      files.find(({ size }) => size > 10_000)!.path,
      files.find(({ path }) => path.endsWith('PG_VERSION'))!.path,
    ];
    const [a, b] = [one, two].map((path) => join(backup, DATA, path)) as [string, string];
    const [whole, small] = [readFileSync(a), readFileSync(b)];
    const spoiled = Buffer.from(whole);
    spoiled[5000]! ^= 1;
    writeFileSync(a, spoiled);
    rmSync(b);
    const wrong = { key: 'backup.damaged', values: { backup, files: expect.stringContaining(one) as string } };
    await expect(restoring()).rejects.toMatchObject(wrong);
    await expect(verifyBackup(backup)).rejects.toMatchObject({
      ...wrong,
      values: { files: expect.stringContaining(two) as string },
    });
    expect(existsSync(restored)).toBe(false);
    writeFileSync(b, small);
    writeFileSync(a, whole.subarray(0, -1));
    await expect(restoring()).rejects.toMatchObject(wrong);
    writeFileSync(a, whole);
  });

  it('refuses what has no manifest, or one that nobody vouches for', async () => {
    const text = readFileSync(join(backup, MANIFEST));
    writeFileSync(join(backup, MANIFEST), text.toString().replace('"size": 3', '"size": 4'));
    await expect(restoring()).rejects.toMatchObject({ key: 'backup.damaged', values: { files: MANIFEST } });
    rmSync(join(backup, MANIFEST));
    await expect(restoring()).rejects.toMatchObject({ key: 'backup.incomplete' });
    writeFileSync(join(backup, MANIFEST), text);
    expect(existsSync(restored)).toBe(false);
  });

  const refused: [what: string, change: (manifest: Manifest) => unknown, key: string][] = [
    ['a newer format', (it) => (it.format = 2), 'backup.newer'],
    ['a newer program', (it) => (it.program = '0.10.0'), 'backup.newer'],
    ['a newer schema', (it) => (it.schema = '9999_future.sql'), 'backup.newer'],
    ['another PostgreSQL', (it) => (it.database!.postgres = '17.2'), 'backup.other_postgres'],
    ['another kind of machine', (it) => (it.platform = 'win32-x64'), 'backup.other_platform'],
    ['a path that leads out of the folder', (it) => (it.files[0]!.path = '../../etc/passwd'), 'backup.damaged'],
    ['an absolute path', (it) => (it.files[0]!.path = '/etc/passwd'), 'backup.damaged'],
    ['a path of Windows that leads out', (it) => (it.files[0]!.path = 'a\\..\\..\\b'), 'backup.damaged'],
  ];
  it.each(refused)('refuses %s, and leaves nothing', async (_, change, key) => {
    const back = await forge(change);
    await expect(restoring()).rejects.toMatchObject({ key });
    expect(existsSync(restored)).toBe(false);
    back();
  });

  it('goes into a folder that is there and empty, and leaves it so when it fails', async () => {
    mkdirSync(join(restored, 'lost+found'), { recursive: true });
    const failing = restoring({ settle: () => Promise.reject(new CannotStart('x', 'x')) });
    await expect(failing).rejects.toThrow(CannotStart);
    expect(readdirSync(restored)).toEqual(['lost+found']);
  });

  it('that was cut off is no house, and begins anew', async () => {
    const cut = join(restored, 'restoring~elsewhere~1');
    mkdirSync(cut, { recursive: true });
    await expect(restoring()).rejects.toMatchObject({ key: 'backup.restoring', values: { folder: cut } });
    const { code, err } = await house.cotmoc(['unit.list'], { COTMOC_DATA: restored });
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('has not ended') as string });
    rmSync(cut, { recursive: true });

    const killed = house.start(['backup.restore', backup, '--to', restored]);
    await expect.poll(() => existsSync(restored) && readdirSync(restored).length, { timeout: 10_000, interval: 5 }).toBe(1);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(readdirSync(restored)).toEqual([expect.stringMatching(/^restoring~/)]);
    mkdirSync(join(restored, 'files'));
    mkdirSync(join(restored, 'lost+found'));
    await restoring();
    expect(readdirSync(restored).toSorted()).toEqual(['files', 'lost+found', 'postgres', 'postgres.log']);
  });
});

describe('under load', () => {
  it('IV.0: a restored backup holds every change acknowledged before it ended and a verified record, serves, and nobody is signed in', async () => {
    const acknowledged: Acknowledged[] = [];
    await house.startServer();
    await signSomebodyIn(house.data);
    const writers = ['a', 'b', 'c'].map((name) => house.writer(name, acknowledged));
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(20);
    const { code, out } = await house.cotmoc(['backup.make', shelf]);
    await Promise.all(writers.map((writer) => writer.stop()));
    expect(code).toBe(0);
    const made = JSON.parse(out) as { backup: string; holds_until: string; audit: string };
    const before = acknowledged.filter(({ at }) => at < new Date(made.holds_until));
    expect(before.length).toBeGreaterThan(20);

    const other = await house.cotmoc(['backup.restore', shelf, '--to', house.data]);
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('A server runs on') as string });
    const back = await house.cotmoc(['backup.restore', shelf, '--to', restored]);
    expect(back).toMatchObject({ code: 0, err: '' });
    expect(await kept(restored, before)).toMatchObject({ lost: [], half: [] });
    expect(await sessions(restored)).toEqual({ sessions: 0, noted: 1 });
    // Against the head on the backup as somebody wrote it down, and against the one the restored house remembers.
    const verified = await house.cotmoc(['audit.verify', '--head', made.audit, '--json'], { COTMOC_DATA: restored });
    const anchor = { kind: 'backup', position: Number(made.audit.split(':')[0]) };
    expect({ code: verified.code, ...(JSON.parse(verified.out) as object) }).toMatchObject({ code: 0, whole: true, anchor });

    await house.stopServer();
    await house.startServer({ COTMOC_DATA: restored });
    const [one] = before;
    const more: Acknowledged[] = [];
    const writer = house.writer('d', more);
    await expect.poll(() => more.length, { timeout: 10_000 }).toBeGreaterThan(2);
    await writer.stop();
    await house.stopServer();
    expect(await kept(restored, [one!, ...more])).toMatchObject({ lost: [], half: [] });
  });

  it('IV.0: killed with -9 it leaves nothing that looks whole, and the next one sweeps', async () => {
    await house.startServer();
    const before = backupsIn(shelf);
    const killed = house.start(['backup.make', shelf]);
    await expect.poll(() => readdirSync(shelf).length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before.length);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const [partial = ''] = readdirSync(shelf).filter((name) => !before.includes(name));
    expect(partial).toMatch(/\.partial~/);
    expect(backupsIn(shelf)).toEqual(before);
    await expect(verifyBackup(join(shelf, partial))).rejects.toMatchObject({ key: 'backup.incomplete' });
    await expect(restoring({ from: join(shelf, partial) })).rejects.toMatchObject({ key: 'backup.incomplete' });
    await making();
    expect(readdirSync(shelf)).not.toContain(partial);
  });

  it('IV.0: when the database is killed in the middle it says so, and leaves nothing', async () => {
    await house.startServer();
    const before = readdirSync(shelf);
    const made = house.cotmoc(['backup.make', shelf]);
    await expect.poll(() => readdirSync(shelf).length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before.length);
    process.kill(house.databasePid(), 'SIGKILL');
    const { code, err } = await made;
    expect({ code, left: readdirSync(shelf) }).toEqual({ code: 1, left: before });
    expect(err).toContain('The database stopped during the backup');
  });
});

describe('before a migration', () => {
  const future = () => {
    const migrations = join(house.home, 'migrations');
    rmSync(migrations, { recursive: true, force: true });
    mkdirSync(migrations);
    for (const name of readdirSync(from.migrations)) symlinkSync(join(from.migrations, name), join(migrations, name));
    return { ...from, migrations };
  };
  const folder = join(house.data, 'backups');

  it('a database with data is backed up into the data folder, which keeps three of them', async () => {
    const next = future();
    const database = await openDatabase(() => {}, '', house.data);
    expect(await backUpBeforeMigrating(database, house.data, from)).toBeNull();
    const earlier = ['1', '2', '3'].map((n) => `2026-01-0${n}T00-00-00-before-000${n}_x`);
    for (const name of earlier) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, MANIFEST), '{}');
    }
    writeFileSync(join(next.migrations, '0091_a.sql'), 'select 1;');
    const made = await backUpBeforeMigrating(database, house.data, next);
    await database.close();
    expect(made).toMatch(/\/data\/backups\/2[^/]*-before-0091_a$/);
    expect(backupsIn(folder)).toEqual([...earlier.slice(1), basename(made!)]);
    expect((await verifyBackup(meant(folder)[0])).files.some(({ path }) => path.startsWith('backups/'))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('stops with a clear line where it cannot be backed up', async () => {
    const next = future();
    writeFileSync(join(next.migrations, '0091_a.sql'), 'select 1;');
    // A place without room.
    symlinkSync('/proc', folder);
    const database = await openDatabase(() => {}, '', house.data);
    await expect(backUpBeforeMigrating(database, house.data, next)).rejects.toThrow(
      /^[^\n]*Not enough room[^\n]*Nothing has been written\.$/,
    );
    await database.close();
    rmSync(folder);
  });
});

async function ask<T>(data: string, text: string): Promise<T[]> {
  const embedded = await joinEmbedded(data, { onLost: () => {} });
  const client = new Client(embedded.address);
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
    await embedded.leave();
  }
}

const ID = `'01890000-0000-7000-8000-00000000000a'`;

const signSomebodyIn = (data: string) =>
  ask(
    data,
    `insert into person (id, name, created_at) values (${ID}, 'Thị Sơn', now());
     insert into auth_user (id, name, email) values (${ID}, 'Thị Sơn', 'a@users.invalid');
     insert into auth_session (id, user_id, token, expires_at) values (${ID}, ${ID}, 'x', now() + '1 day')`,
  );

async function sessions(data: string) {
  const [row] = await ask(
    data,
    `select (select count(*)::int from auth_session) as sessions, count(*)::int as noted from event
     where command = 'people.end_sessions' and after = '{"ended": 1}' and why like 'backup.restore %'`,
  );
  return row;
}
