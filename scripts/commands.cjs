'use strict';
const { join } = require('node:path');
const { build } = require('./build.cjs');
const { install } = require('./install.cjs');
const { ROOT, runPinned } = require('./pinned.cjs');

const VITEST = 'node_modules/vitest/vitest.mjs';

/** What can be asked for: which packages it needs, whether it needs the built web app, and the program to run with the pinned Node. */
const COMMANDS = {
  start: { packages: 'run', built: true, program: ['src/server.ts'] },
  // Paths it is given are meant from where it was called.
  cotmoc: { packages: 'run', program: [join(ROOT, 'src', 'cli.ts')], cwd: process.cwd() },
  worker: { packages: 'run', program: ['src/worker.ts'] },
  dev: { packages: 'all', program: ['src/server.ts', '--dev'] },
  test: { packages: 'all', program: ['scripts/test.cjs'] },
  check: { packages: 'all', program: ['scripts/test.cjs', 'check'] },
  bench: { packages: 'all', program: ['bench/run.ts'] },
  e2e: { packages: 'all', built: true, program: [VITEST, 'run', '--project', 'e2e'] },
  fuzz: { packages: 'all', program: [VITEST, 'run', '--project', 'code'], env: { COTMOC_FUZZ_RUNS: '20000' } },
};

/** Run one of them with further arguments; ends this process with its exit code. */
module.exports = async function command(name, args) {
  const chosen = COMMANDS[name];
  if (!chosen) {
    console.error('✗ ' + Object.keys(COMMANDS).join(' | '));
    process.exit(1);
  }
  try {
    install(chosen.packages);
    const folder = chosen.built ? await build() : undefined;
    runPinned([...chosen.program, ...args], { ...chosen.env, ...(folder && { COTMOC_BUILD: folder }) }, chosen.cwd);
  } catch (error) {
    console.error('✗ ' + (error.plain ? error.message : error.stack));
    process.exit(1);
  }
};
