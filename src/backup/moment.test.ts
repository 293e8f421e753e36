/** Point in time: a backup, and every segment of the log that was archived since. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { kept } from './kept.testing.ts';
import { office } from './office.testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const house = office();
const [shelf, archive, restored] = ['shelf', 'archive', 'restored'].map((name) => join(house.home, name)) as [
  string,
  string,
  string,
];
const archiving = { COTMOC_WAL_ARCHIVE: archive };
let between = new Date();

const cotmoc = async (...words: string[]) => {
  const { code, out, err } = await house.cotmoc(words, archiving);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as { backup: string };
};
/** The database ends with each of these, and brings what it has to the archive. */
const addUnit = (code: string) =>
  cotmoc('unit.add', '--code', code, '--kind', 'department', '--names', '{"vi":"Sở"}', '--valid-from', '2026-01-01');
const restore = (...words: string[]) => house.cotmoc(['backup.restore', shelf, '--to', restored, ...words], archiving);

beforeAll(async () => {
  [shelf, archive].forEach((folder) => mkdirSync(folder));
  await addUnit('before-backup');
  await cotmoc('backup.make', shelf);
  await addUnit('good');
  between = new Date();
  await sleep(50);
  await addUnit('mistake');
}, 120_000);
afterAll(() => house.close());

it('IV.0: a house comes back as it was at a moment between two changes', async () => {
  expect(await restore('--until', between.toISOString())).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^The database is as of[^\n]*\n$/) as string,
  });
  // The mistake is not there.
  expect(await kept(restored, [])).toMatchObject({ units: 2, half: [] });
  const [life, ...others] = readdirSync(archive);
  expect([life, ...others].length).toBe(2);
  rmSync(restored, { recursive: true });
});

it('IV.0: or with all there is in the archive, and goes on archiving a life of its own', async () => {
  const lives = readdirSync(archive).length;
  expect(await restore('--until', 'latest')).toMatchObject({ code: 0 });
  expect(await kept(restored, [])).toMatchObject({ units: 3, half: [] });
  expect(readdirSync(archive).length).toBe(lives + 1);
  rmSync(restored, { recursive: true });
});

it('a moment that cannot be had is refused in words, and nothing is restored', async () => {
  const future = await restore('--until', new Date(Date.now() + 3_600_000).toISOString());
  expect(future).toMatchObject({ code: 1, err: expect.stringMatching(/^The archived log ends before --until\./) as string });
  const past = await restore('--until', '2020-01-01T00:00');
  expect(past).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The oldest backup here is of \d\d\/\d\d\/\d{4} \d\d:\d\d/) as string,
  });
  expect(readdirSync(house.home)).not.toContain('restored');
});

it('an archive with a gap ends at the gap', async () => {
  const [life = ''] = readdirSync(archive).filter((name) => readdirSync(join(archive, name)).length > 2);
  const segments = readdirSync(join(archive, life)).filter((name) => /^[0-9A-F]{24}$/.test(name));
  // The newest holds the mistake; a half one is as good as none.
  writeFileSync(join(archive, life, segments.toSorted().at(-1)!), 'x');
  expect(await restore('--until', 'latest')).toMatchObject({ code: 0 });
  expect((await kept(restored, [])).units).toBe(2);
  rmSync(restored, { recursive: true });
});

it('an archive that is not there keeps the database from starting, in one line', async () => {
  const { code, err } = await house.cotmoc(['unit.list'], { COTMOC_WAL_ARCHIVE: join(house.home, 'unplugged') });
  expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
  expect(err).toContain('make that folder, or see to its disk');
});

it('a thinned shelf needs no older segments', async () => {
  const before = readdirSync(archive, { recursive: true }).length;
  await cotmoc('backup.make', shelf, '--keep', '1');
  expect(readdirSync(archive, { recursive: true }).length).toBeLessThan(before);
});
