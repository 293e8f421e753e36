/** Before the tests: a place for their database server, which the first that needs it starts. After them: nothing of it is left. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { alive, stopServer } from '../src/db/embedded_process.server.ts';
import { FEATURES } from '../src/features/all.server.ts';

const NAME = 'cotmoc-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${NAME}${process.pid}-`));
  project.provide('testFolder', folder);
  project.provide('featureOrder', [...FEATURES]);
  return () => remove(folder);
}

/** Runs that were killed could not tidy up. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = new RegExp(`^${NAME}(\\d+)-`).exec(name) ?? [];
    if (pid && !alive(Number(pid))) await remove(join(tmpdir(), name));
  }
}

async function remove(folder: string) {
  await stopServer(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
