'use strict';
/* `npm test`: everything that must hold before a change is one. `npm run check`: what can be said without running it. */
const { spawnSync } = require('node:child_process');
const { build } = require('./build.cjs');
const { ROOT } = require('./pinned.cjs');

const CHECKS = [
  ['Routes know their types', 'svelte-kit sync'],
  ['Types hold', 'tsc -p .'],
  ['Components hold', 'svelte-check --fail-on-warnings --output human'],
  ['Lint finds nothing', 'oxlint --quiet'],
  ['Everything is formatted', 'prettier --check --log-level warn .'],
  ['Nothing is unused', 'knip --no-progress'],
];
const PROOFS = [
  ['Rules, database and server do what they say', 'vitest run --project code'],
  ['The web app builds', build],
  ['People get their work done in a browser', 'vitest run --project e2e'],
];

async function main(only) {
  const results = [];
  for (const [sentence, step] of only === 'check' ? CHECKS : [...CHECKS, ...PROOFS]) {
    console.log(`\n── ${sentence}`);
    const begun = performance.now();
    const passed = await run(step);
    results.push({ sentence, passed, seconds: (performance.now() - begun) / 1000 });
  }
  console.log();
  for (const { sentence, passed, seconds } of results) console.log(`${passed ? '✓' : '✗'} ${sentence} · ${seconds.toFixed(1)} s`);
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

/** A command of the project's own programs, or the build, whose folder the browser tests are told. */
async function run(step) {
  if (typeof step === 'string') return spawnSync(step, { cwd: ROOT, shell: true, stdio: 'inherit' }).status === 0;
  try {
    process.env.COTMOC_BUILD = await step();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

main(process.argv[2]);
