import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CannotStart } from './cannot_start.ts';
import { dataFolder } from './data_folder.server.ts';

const root = process.getuid?.() === 0;
const folders: string[] = [];
const fresh = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'cotmoc-folder-')));
  return join(folders.at(-1)!, 'data');
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

describe('the data folder', () => {
  it('is made for its owner alone', () => {
    const folder = fresh();
    expect(dataFolder(folder)).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is closed when it stood open', () => {
    const folder = fresh();
    mkdirSync(join(folder, 'files'), { recursive: true });
    chmodSync(folder, 0o755);
    dataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is refused when it belongs to another account, in one line', () => {
    const folder = root ? fresh() : '/usr';
    if (root) {
      mkdirSync(folder);
      chownSync(folder, 12345, 12345);
    }
    expect(() => dataFolder(folder)).toThrow(CannotStart);
    expect(() => dataFolder(folder)).toThrow(/^[^\n]*belongs to another account \(uid \d+, running as uid \d+\)$/);
  });

  it('is refused when it holds the things of somebody else, and these are left as they are', () => {
    const folder = fresh();
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'letter.txt'), '');
    expect(() => dataFolder(folder)).toThrow(/holds other things/);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it.runIf(process.platform === 'linux')('is refused where nothing can be written, in one line', () => {
    expect(() => dataFolder('/proc/cotmoc')).toThrow(CannotStart);
    expect(() => dataFolder('/proc/cotmoc')).toThrow(/^[^\n]*cannot be written \(E[A-Z]+\)$/);
  });

  it.skipIf(root)('is refused when its owner may not write into it', () => {
    const folder = fresh();
    mkdirSync(join(folder, '..', 'shut'), { mode: 0o500 });
    expect(() => dataFolder(join(folder, '..', 'shut', 'data'))).toThrow(/cannot be written \(EACCES\)$/);
  });
});
