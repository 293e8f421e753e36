import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

it('ARCHITECTURE.md names only what exists', () => {
  const named = [...text.matchAll(/`((?:src|messages|bench|docs)\/[^`*…]+)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !path.includes('NNNN') && !existsSync(join(root, path)))).toEqual([]);
});

it('ARCHITECTURE.md can be read in one sitting', () => {
  expect(text.split('\n').length).toBeLessThan(150);
});
