/** A small file system of our own, mounted where only the program under test sees it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { office, SOURCES, type Acknowledged } from './office.testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const UNSHARE = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
const mayMount = spawnSync('unshare', [...UNSHARE, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
if (!mayMount) console.warn('SKIPPED: a full disk cannot be tried here, as this account may not mount in a namespace of its own');

const house = office();
const [shelf, small] = [join(house.home, 'shelf'), join(house.home, 'small')];

beforeAll(async () => {
  [shelf, small].forEach((folder) => mkdirSync(folder));
  await house.startServer();
});
afterAll(() => house.close());

/** Run `cotmoc` with a file system of this size at `small`. @returns what it said, and what stands there afterwards */
function onDisk(options: string, ...words: string[]) {
  const script = 'mount -t tmpfs -o "$1" tmpfs "$2" && { "$0" "$3" "${@:4}"; code=$?; ls -A "$2"; exit $code; }';
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    [...UNSHARE, 'bash', '-c', script, process.execPath, options, small, join(SOURCES, 'cli.ts'), ...words],
    { env: house.env, encoding: 'utf8' },
  );
  return { status, left: stdout, err: stderr };
}

/** People write on while something fails. */
async function untouched<T>(fail: () => T): Promise<T> {
  const acknowledged: Acknowledged[] = [];
  const writer = house.writer(`w${Math.random().toString(36).slice(2)}`, acknowledged);
  const result = fail();
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(before + 3);
  await writer.stop();
  return result;
}

it.runIf(mayMount)('IV.0: a backup onto a disk that is too small is refused before it begins', async () => {
  const { err, ...answer } = await untouched(() => onDisk('size=8m', 'backup.make', small));
  expect(answer).toEqual({ status: 1, left: '' });
  expect(err).toMatch(/(?:^|\n)Not enough room in \S+: about \d+ MB are needed, \d+ MB are free\. Nothing has been written\.\n$/);
});

it.runIf(mayMount)('IV.0: a backup onto a disk that becomes full leaves nothing on it', async () => {
  const { err, ...answer } = await untouched(() => onDisk('size=1g,nr_inodes=400', 'backup.make', small));
  expect(answer).toEqual({ status: 1, left: '' });
  expect(err).toMatch(/(?:^|\n)The disk of \S+ is full\. What was half done is removed[^\n]*\n$/);
});

it.runIf(mayMount)(
  'IV.0: a restore onto a disk that is too small or becomes full leaves the folder as empty as it was',
  async () => {
    expect(await house.cotmoc(['backup.make', shelf])).toMatchObject({ code: 0 });
    const early = onDisk('size=8m', 'backup.restore', shelf, '--to', small);
    expect(early).toMatchObject({ status: 1, left: '', err: expect.stringContaining('Not enough room') as string });
    const late = onDisk('size=1g,nr_inodes=400', 'backup.restore', shelf, '--to', small);
    expect(late).toMatchObject({ status: 1, left: '', err: expect.stringContaining('is full') as string });
    expect(existsSync(join(house.data, 'postgres'))).toBe(true);
  },
);
