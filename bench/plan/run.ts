/**
 * `npm run bench plan`: how well and how fast plans are read. Prints a line per labelled document, the totals of `open` and `apart`
 * by themselves, the founding plan when it is there, and the time a long document takes. `--verbose` lists what `open` misses;
 * of `apart` only figures are ever shown. Ends with an error when a frozen document was changed or a character was lost.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '#ports/documents/open.ts';
import { readPlan } from '#features/plans/reading/read.ts';
import { longDocument } from './long_document.ts';
import { MEASURES, rates, score } from './score.ts';
import type { Labels, Score } from './score.ts';

const HERE = import.meta.dirname;
const FOUNDING = join(HERE, '../../../shared/mission/000_b88219c9d83a8ca1.txt');
const verbose = process.argv.includes('--verbose');
let failed = false;

for (const part of ['open', 'apart']) await runPart(part);
checkFrozen();
await founding();
await timing();
process.exitCode = failed ? 1 : 0;

async function runPart(part: string): Promise<void> {
  const folder = join(HERE, part);
  if (!existsSync(folder)) return;
  const scores: Score[] = [];
  console.log(`\n${part.padEnd(36)}${MEASURES.map((m) => m.slice(0, 11).padStart(13)).join('')}   fields  unclear`);
  for (const id of readdirSync(folder).sort()) {
    const own = join(folder, id);
    const labels = join(own, 'labels.json');
    if (!existsSync(labels)) continue;
    const file = readdirSync(own).find((name) => name.startsWith('document.'));
    if (!file) continue;
    try {
      const reading = readPlan(await openDocument(new Uint8Array(readFileSync(join(own, file))), file), []);
      const one = score(reading, JSON.parse(readFileSync(labels, 'utf8')) as Labels);
      scores.push(one);
      if (one.coverage !== 1) failed = true;
      console.log(`${id.padEnd(36)}${MEASURES.map((m) => rates(one.counts[m]).f1.toFixed(3).padStart(13)).join('')}   ${`${one.fields.hit}/${one.fields.all}`.padStart(6)}  ${percent(one.unclear, one.characters)}${one.coverage === 1 ? '' : `  COVERAGE ${one.coverage}`}`);
      if (verbose && part === 'open') details(one);
    } catch (error) {
      failed = true;
      console.log(`${id.padEnd(36)}cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  totals(part, scores);
}

function totals(part: string, scores: Score[]): void {
  const sum = (pick: (s: Score) => number) => scores.reduce((n, s) => n + pick(s), 0);
  for (const m of MEASURES) {
    const all = { hit: sum((s) => s.counts[m].hit), found: sum((s) => s.counts[m].found), expected: sum((s) => s.counts[m].expected) };
    const { precision, recall, f1 } = rates(all);
    console.log(`${part} ${m.padEnd(12)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  (${all.hit} of ${all.expected})`);
  }
  console.log(`${part} fields       ${sum((s) => s.fields.hit)} of ${sum((s) => s.fields.all)}; not understood ${percent(sum((s) => s.unclear), sum((s) => s.characters))} of the characters; ${scores.length} documents`);
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
  for (const node of reading.nodes) if (reading.tasks.includes(node.id)) groups.set(node.parent, (groups.get(node.parent) ?? 0) + 1);
  const days = reading.deadlines.flatMap((d) => (d.rule.kind === 'yearly' ? [`${d.rule.day}/${d.rule.month}`] : []));
  console.log(`\nfounding plan: ${reading.tasks.length} tasks in groups of ${[...groups.values()].join(', ')}; ${reading.legal_bases.length} legal-basis lines; report days ${days.join(', ')}; coverage ${reading.coverage}`);
  if (reading.coverage !== 1) failed = true;
}

async function timing(): Promise<void> {
  const bytes = await longDocument();
  const whole: number[] = [];
  const own: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const source = await openDocument(bytes, 'long.docx');
    const opened = performance.now();
    const reading = readPlan(source, []);
    whole.push(performance.now() - start);
    own.push(performance.now() - opened);
    if (i === 0) console.log(`\nlong .docx: ${source.text.length} characters (about ${Math.round(source.text.length / 2800)} pages), ${reading.tasks.length} tasks`);
  }
  console.log(`read in ${median(whole).toFixed(0)} ms, of which understanding ${median(own).toFixed(0)} ms (median of 5)`);
}

function median(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
