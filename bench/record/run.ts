/**
 * `npm run bench record [EVENTS]`: what a long record costs. Fills a database of its own with a tenth of the events, then with all of them
 * (1,000,000 unless told otherwise), and says for both how long linking and verifying take, how much memory verifying adds, and the 95th
 * percentile of a page of the record under each filter. Ratios say whether cost follows the size: 10 is in line with it, 1 does not depend
 * on it. Ends with an error when a page takes over 100 ms, or when verifying ten times as much takes more than twice the memory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Actor } from '#core/access.ts';
import { link } from '#core/chain.server.ts';
import { ask, type House } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { kysely, openPool } from '#db/connect.server.ts';
import { joinEmbedded } from '#db/embedded.server.ts';
import { migrate, sources } from '#db/migrate.server.ts';
import type { DB } from '#db/types.ts';
import { FEATURES } from '#features/all.server.ts';
import { byPerson, list, timeline } from '#features/record/event_queries.server.ts';
import { verify } from '#features/record/verify.server.ts';
import { folderStore } from '#ports/files.server.ts';
import { threads } from '#ports/threads.server.ts';
import { vault } from '#ports/vault.server.ts';

const EVENTS = Number(process.argv[3] ?? 1_000_000);
const PAGE_MS = 100;
/** Pages turned under each filter. */
const TURNS = 40;

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-bench-'));
const server = await joinEmbedded(folder, { durable: false, onLost: () => {} });
const pool = openPool(server.address, () => {}, 4);
const db = kysely(pool);
const house: House = {
  db,
  files: folderStore(folder),
  threads: threads(),
  vault: vault(() => 'a secret of at least 32 characters'),
  now: () => new Date(),
};
try {
  await migrate(pool, sources(FEATURES));
  const units = await registerOf(db, 100);
  const small = await measured(units, 0, EVENTS / 10);
  const large = await measured(units, EVENTS / 10, EVENTS);
  report(small, large);
} finally {
  await pool.end();
  await server.leave();
  rmSync(folder, { recursive: true });
}

/** A province with a hundred offices under it. */
async function registerOf(to: Kysely<DB>, offices: number): Promise<string[]> {
  const [province, ...others] = Array.from({ length: offices + 1 }, () => uuid()) as [string, ...string[]];
  const unit = { kind: 'department', valid_from: '2020-01-01' };
  await to
    .insertInto('unit')
    .values({ id: province, code: 'p', ...unit })
    .execute();
  await to
    .insertInto('unit')
    .values(others.map((id, i) => ({ id, code: `u${i}`, parent_id: province, ...unit })))
    .execute();
  return [province, ...others];
}

/** Fill up to so many events, link and verify them, and turn pages. */
async function measured(units: string[], from: number, to: number) {
  await fill(units, from, to);
  const linking = await timed(() => link(db));
  const before = memory();
  let peak = before;
  const verifying = await timed(async () => {
    const { whole, links } = await verify(db, null, async () => void (peak = Math.max(peak, memory())));
    if (!whole || links !== to) throw new Error(`the record is not whole: ${links} of ${to}`);
  });
  return { events: to, linked: to - from, linking, verifying, added: peak - before, pages: await pages(units, to) };
}

/** Some people do most, some words are in every event, some in one of ten thousand; the demonstration stands at the beginning. */
async function fill(units: string[], from: number, to: number) {
  await sql`
    insert into event (id, at, command, actor_kind, actor_id, role, subject_kind, subject_id, unit_id, before, after, why)
    select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '20 seconds',
      case when n < ${EVENTS / 50} then 'unit.add' when n % 1000 = 0 then 'plan.adopt' else 'plan.correct' end,
      'person', ('01890000-0000-7000-8000-' || lpad(((n % 9973) * (n % 9973) % 97)::text, 12, '0'))::uuid,
      (array['coordinator', 'officer', 'approver'])[1 + n % 3], case when n % 1000 = 0 then 'plan' else 'plan_node' end,
      case when n % 1000 = 0 then 'p' else 'n' end || n % 5000, (${units}::uuid[])[1 + n::bigint * 7 % 101],
      jsonb_build_object('text', 'Sở Thông tin và Truyền thông chủ trì số ' || n),
      jsonb_build_object('text', 'Sở Văn hóa, Thể thao và Du lịch chủ trì số ' || n, 'unit_name', case when n % 10000 = 0 then 'Hải quan cửa khẩu' end),
      case when n < ${EVENTS / 50} then 'sắp xếp lại' end
    from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
  await sql`insert into event_unlinked select id from event where at >= timestamptz '2026-01-01' + ${from} * interval '20 seconds'`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}

/** 95th percentile in ms of pages anywhere in the record, by filter. */
async function pages(units: string[], links: number): Promise<Record<string, number>> {
  const all: Actor = { kind: 'operator' };
  const at = (unit_id: string): Actor => ({
    kind: 'person',
    id: uuid(),
    name: '',
    grants: [{ id: uuid(), role: 'auditor', unit_id, instead_of: null }],
  });
  const somewhere = await anyEvents(links);
  const person = '01890000-0000-7000-8000-000000000001';
  const asked: Record<string, () => Promise<unknown>> = {
    newest: () => ask(house, list, {}, all),
    'anywhere in it': () => ask(house, list, { before: somewhere.pop() }, all),
    'of a province and all its offices': () => ask(house, list, {}, at(units[0]!)),
    'of one office': () => ask(house, list, {}, at(units[7]!)),
    'a word in all': () => ask(house, list, { search: 'chu tri' }, all),
    'a rare word': () => ask(house, list, { search: 'hai quan' }, all),
    'a rare word, of a province': () => ask(house, list, { search: 'hai quan' }, at(units[0]!)),
    'a word of long ago': () => ask(house, list, { search: 'sap xep lai' }, all),
    'a word in all, of one office': () => ask(house, list, { search: 'chu tri' }, at(units[7]!)),
    'a word of none': () => ask(house, list, { search: 'khong co' }, all),
    'one number': () => ask(house, list, { search: `chu tri ${Math.floor((Math.random() * EVENTS) / 10)}` }, all),
    'a rare command': () => ask(house, list, { command: 'plan.adopt' }, all),
    'a command of long ago': () => ask(house, list, { command: 'unit.add' }, all),
    'a kind and a role': () => ask(house, list, { subject_kind: 'plan', role: 'officer' }, all),
    'a person': () => ask(house, list, { person }, all),
    'days in the middle': () => ask(house, list, { from: '2026-01-05', to: '2026-01-06' }, all),
    'timeline of a thing': () => ask(house, timeline, { subject_kind: 'plan', subject_id: 'p0' }, all),
    'record of a person': () => ask(house, byPerson, { person }, all),
  };
  const found: Record<string, number> = {};
  for (const [name, turn] of Object.entries(asked)) {
    const times: number[] = [];
    for (let i = 0; i < TURNS; i++) times.push(await timed(turn));
    found[name] = times.toSorted((a, b) => a - b)[Math.ceil(0.95 * TURNS) - 1] as number;
  }
  return found;
}

/** Asked for by itself: what it takes is not part of a page. */
async function anyEvents(links: number): Promise<string[]> {
  const positions = Array.from({ length: TURNS }, () => 1 + Math.floor(Math.random() * links));
  const rows = await db.selectFrom('event_link').select('event_id').where('position', 'in', positions).execute();
  return rows.map(({ event_id }) => event_id);
}

type Measured = Awaited<ReturnType<typeof measured>>;

function report(small: Measured, large: Measured) {
  const line = (name: string, a: number, b: number, unit: string) =>
    console.log(
      `${name.padEnd(40)}${a.toFixed(1).padStart(10)} ${b.toFixed(1).padStart(10)} ${unit.padEnd(14)} × ${(b / Math.max(a, 0.1)).toFixed(2)}`,
    );
  console.log(`${'events'.padEnd(40)}${String(small.events).padStart(10)} ${String(large.events).padStart(10)}`);
  line('linking', (1000 * small.linking) / small.linked, (1000 * large.linking) / large.linked, 'µs per event');
  line('verifying', small.verifying, large.verifying, 'ms');
  line('memory that verifying adds', small.added / 2 ** 20, large.added / 2 ** 20, 'MB');
  for (const [name, ms] of Object.entries(large.pages)) line(`page: ${name}`, small.pages[name] ?? 0, ms, 'ms (p95)');
  const slow = Object.entries(large.pages).filter(([, ms]) => ms > PAGE_MS);
  for (const [name, ms] of slow) console.log(`✗ ${name}: ${ms.toFixed(0)} ms`);
  const heavy = large.added > 2 * Math.max(small.added, 64 * 2 ** 20);
  if (heavy) console.log('✗ the memory of verifying grows with the record');
  process.exitCode = slow.length > 0 || heavy ? 1 : 0;
}

/** Memory of our objects and buffers, without what waits to be collected where that can be asked for (node --expose-gc). */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
