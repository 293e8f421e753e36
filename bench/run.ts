/** `npm run bench` runs every bench, `npm run bench plan` one of them; each reads its own further words. */
import { globSync } from 'node:fs';
import { dirname } from 'node:path';

const benches = globSync('*/run.ts', { cwd: import.meta.dirname })
  .map(dirname)
  .toSorted();
const name = process.argv[2];
if (name !== undefined && !benches.includes(name)) {
  console.error(`✗ ${benches.join(' | ')}`);
  process.exit(2);
}
for (const bench of name === undefined ? benches : [name]) await import(`./${bench}/run.ts`);
