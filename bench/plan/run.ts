/**
 * `npm run bench plan`: how well and how fast plans are read. Prints a line per labelled document, then one table: `open` and `apart`
 * by themselves, the founding plan when it is there, and the time a long document takes. `--verbose` lists what `open` misses;
 * of `apart` only figures are ever shown. A document that cannot be read counts as all missed. Ends with an error when there is one,
 * when a frozen document was changed or a character was lost.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDocument } from '#ports/documents/open.ts';
import { readPlan } from '#features/plans/reading/read.ts';
import { longDocument } from './long_document.ts';
import { MEASURES, rates, score, unread } from './score.ts';
import type { Labels, Measure, Score } from './score.ts';

const HERE = import.meta.dirname;
const FOUNDING = join(HERE, '../../../shared/mission/000_b88219c9d83a8ca1.txt');
const verbose = process.argv.includes('--verbose');
let failed = false;

const table: string[][] = [['', 'documents', ...MEASURES, 'fields', 'not understood', 'time']];
for (const part of ['open', 'apart']) await runPart(part);
checkFrozen();
await founding();
await timing();
printTable();
process.exitCode = failed ? 1 : 0;

async function runPart(part: string): Promise<void> {
  const folder = join(HERE, part);
  if (!existsSync(folder)) return;
  const scores: Score[] = [];
  console.log(`\n${part.padEnd(36)}${MEASURES.map((m) => m.slice(0, 11).padStart(13)).join('')}   fields  unclear`);
  for (const id of readdirSync(folder).toSorted()) {
    const own = join(folder, id);
    const file = existsSync(join(own, 'labels.json')) && readdirSync(own).find((name) => name.startsWith('document.'));
    if (file)
      scores.push(
        await runDocument(part, id, join(own, file), JSON.parse(readFileSync(join(own, 'labels.json'), 'utf8')) as Labels),
      );
  }
  totals(part, scores);
}

async function runDocument(part: string, id: string, file: string, labels: Labels): Promise<Score> {
  try {
    const one = score(readPlan(await openDocument(new Uint8Array(readFileSync(file)), basename(file)), []), labels);
    if (one.coverage !== 1) failed = true;
    const figures = MEASURES.map((m) => rates(one.counts[m]).f1.toFixed(3).padStart(13)).join('');
    const lost = one.coverage === 1 ? '' : `  COVERAGE ${one.coverage}`;
    console.log(
      `${id.padEnd(36)}${figures}   ${`${one.fields.hit}/${one.fields.all}`.padStart(6)}  ${percent(one.unclear, one.characters)}${lost}`,
    );
    if (verbose && part === 'open') details(one);
    return one;
  } catch (error) {
    failed = true;
    console.log(`${id.padEnd(36)}cannot be read: ${part === 'open' && error instanceof Error ? error.message : ''}`);
    return unread(labels);
  }
}

function totals(part: string, scores: Score[]): void {
  const sum = (pick: (s: Score) => number) => scores.reduce((n, s) => n + pick(s), 0);
  const f1: string[] = [];
  for (const m of MEASURES) {
    const all = {
      hit: sum((s) => s.counts[m].hit),
      found: sum((s) => s.counts[m].found),
      expected: sum((s) => s.counts[m].expected),
    };
    const own = rates(all);
    f1.push(own.f1.toFixed(4));
    console.log(
      `${part} ${m.padEnd(12)} precision ${own.precision.toFixed(4)}  recall ${own.recall.toFixed(4)}  F1 ${own.f1.toFixed(4)}  (${all.hit} of ${all.expected})`,
    );
  }
  const fields = `${sum((s) => s.fields.hit)}/${sum((s) => s.fields.all)}`;
  table.push([
    part,
    String(scores.length),
    ...f1,
    fields,
    percent(
      sum((s) => s.unclear),
      sum((s) => s.characters),
    ),
    '',
  ]);
}

/** Rows of cells; figures to the right. */
function printTable(): void {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  console.log('');
  for (const row of table)
    console.log(
      row
        .map((cell, i) => (i ? cell.padStart((widths[i] ?? 0) + 2) : cell.padEnd(widths[i] ?? 0)))
        .join('')
        .trimEnd(),
    );
}

function percent(a: number, b: number): string {
  return `${(b ? (100 * a) / b : 0).toFixed(1)} %`;
}

function details(one: Score): void {
  for (const wrong of one.fields.wrong) console.log(`    field ${wrong}`);
  for (const m of MEASURES) {
    for (const text of one.counts[m].missed) console.log(`    missed ${m}: ${text.slice(0, 160)}`);
    for (const text of one.counts[m].extra) console.log(`    extra  ${m}: ${text.slice(0, 160)}`);
  }
}

/** Documents kept apart are frozen: their list of hashes must hold. */
function checkFrozen(): void {
  const list = join(HERE, 'apart', 'SHA256SUMS');
  if (!existsSync(list)) return;
  for (const line of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const [hash, name] = line.split(/\s+\*?/);
    const file = join(HERE, 'apart', (name ?? '').replace(/^\.\//, ''));
    const same = existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === hash;
    if (same) continue;
    failed = true;
    console.log(`apart/${name} is not what it was when frozen`);
  }
}

async function founding(): Promise<void> {
  if (!existsSync(FOUNDING)) return;
  const reading = readPlan(await openDocument(new Uint8Array(readFileSync(FOUNDING)), 'plan.md'), []);
  const groups = new Map<string | null, number>();
  for (const node of reading.nodes)
    if (reading.tasks.includes(node.id)) groups.set(node.parent, (groups.get(node.parent) ?? 0) + 1);
  const days = reading.deadlines.flatMap((d) => (d.rule.kind === 'yearly' ? [`${d.rule.day}/${d.rule.month}`] : []));
  console.log(
    `\nfounding plan: ${reading.tasks.length} tasks in groups of ${[...groups.values()].join(', ')}; report days ${days.join(', ')}`,
  );
  const headings = reading.nodes.filter((node) => node.kind === 'heading');
  const found: Record<Measure, unknown[]> = { ...reading, headings };
  table.push(['founding plan', '1', ...MEASURES.map((m) => `${found[m].length} found`), '', '', '']);
  if (reading.coverage !== 1) failed = true;
}

async function timing(): Promise<void> {
  const bytes = await longDocument();
  const whole: number[] = [];
  const own: number[] = [];
  let [pages, tasks] = ['', 0];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const source = await openDocument(bytes, 'long.docx');
    const opened = performance.now();
    const reading = readPlan(source, []);
    whole.push(performance.now() - start);
    own.push(performance.now() - opened);
    pages = `${Math.round(source.text.length / 2800)} pages`;
    tasks = reading.tasks.length;
  }
  table.push([
    'long document',
    pages,
    `${tasks} found`,
    '',
    '',
    '',
    '',
    '',
    '',
    `${median(whole).toFixed(0)} ms, understanding ${median(own).toFixed(0)} ms (median of 5)`,
  ]);
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
