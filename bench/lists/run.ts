/**
 * `npm run bench lists`: pages of the long lists and of the finder at a million rows, asked as a browser asks, through `ask`. Prints for each
 * kind of question the middle, the 95th percentile and the longest in milliseconds; ends with an error when a 95th percentile is over 100 ms.
 * `--rows N` for another size; `--explain` prints how the database went about what took longest.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#core/access.ts';
import { ask, type House, type Query } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { kysely, openPool } from '#db/connect.server.ts';
import { joinEmbedded } from '#db/embedded.server.ts';
import { migrate, sources } from '#db/migrate.server.ts';
import { FEATURES, QUERIES } from '#features/all.server.ts';
import { fill } from './fill.ts';
import { QUESTIONS, type Question } from './questions.ts';

const MOST = 100;
const ROUNDS = 40;
const rows = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 1_000_000;

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'));
const server = await joinEmbedded(folder, { durable: false, onLost: () => {} });
const pool = openPool(server.address, () => {}, 4);
try {
  await migrate(pool, sources(FEATURES));
  console.log(`${rows.toLocaleString('en')} rows`);
  await fill(pool, rows);
  const house: House = {
    db: kysely(pool),
    files: null as never,
    threads: null as never,
    vault: null as never,
    now: () => new Date('2026-11-23T01:00:00Z'),
  };
  console.log(`\n${''.padEnd(52)}${['middle', 'p95', 'longest'].map((it) => it.padStart(9)).join('')} ms`);
  for (const question of QUESTIONS) await measure(house, question);
} finally {
  await pool.end();
  await server.leave();
  rmSync(folder, { recursive: true });
}

async function measure(house: House, { query: name, as, inputs }: Question) {
  const query = QUERIES.get(name) as Query;
  const actor: Actor = {
    kind: 'person',
    id: uuid(),
    name: '',
    grants: [{ id: uuid(), role: 'administrator', unit_id: as ?? null, instead_of: null }],
  };
  for (const [what, input] of Object.entries(inputs)) {
    const took: number[] = [];
    let asked: Record<string, unknown> = typeof input === 'function' ? {} : input;
    for (let round = -3; round < ROUNDS; round++) {
      if (typeof input === 'function') asked = input(round + 3);
      const begun = performance.now();
      const answer = (await ask(house, query, asked, actor)) as { after?: string | null };
      if (round >= 0) took.push(performance.now() - begun);
      // Deeper and deeper: each round the page after.
      if (what.endsWith('…')) asked = { ...asked, after: answer.after ?? undefined };
    }
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] as number;
    const late = at(0.95) > MOST;
    if (late) process.exitCode = 1;
    const figures = [at(0.5), at(0.95), at(1)].map((it) => it.toFixed(1).padStart(9)).join('');
    console.log(`${late ? '✗' : '✓'} ${name.padEnd(16)}${what.padEnd(34)}${figures}`);
  }
}
