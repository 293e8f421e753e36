/** Scores a reading against what a careful person sees in the document (LABELS.md). Pure. */
import { fold, nameKey } from '#features/plans/reading/fold.ts';
import { KIND_NAME, typeName } from '#features/plans/reading/kinds.ts';
import type { DocumentKind } from '#features/plans/reading/kinds.ts';
import type { Node, Reading } from '#features/plans/reading/reading.ts';
import { unclearNodes } from '#features/plans/reading/unclear.ts';

export interface Labels {
  habit: string;
  document: {
    kind: string;
    number: string | null;
    symbol: string | null;
    issued_on: string | null;
    place: string | null;
    issuer: string | null;
    parent_issuer: string | null;
    title: string | null;
    period: { from: string; to: string } | null;
    signatory: { authority: string[]; post: string | null; name: string | null };
    recipients: string[];
  };
  legal_bases: { kind: string | null; number: string | null; text: string }[];
  headings: { marker: string | null; text: string }[];
  tasks: { marker: string | null; text: string }[];
  assignments: { task: number; unit: string; role: string }[];
  deadlines: { task: number | null; text: string; kind: string }[];
}

export const MEASURES = ['tasks', 'assignments', 'legal_bases', 'deadlines', 'headings'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Count {
  hit: number;
  found: number;
  expected: number;
  /** What was expected and not found, and found and not expected. */
  missed: string[];
  extra: string[];
}

export interface Score {
  counts: Record<Measure, Count>;
  fields: { hit: number; all: number; wrong: string[] };
  /** Non-blank characters in paragraphs not understood, and of the whole text. */
  unclear: number;
  characters: number;
  coverage: number;
}

export function score(reading: Reading, labels: Labels): Score {
  const byId = new Map(reading.nodes.map((n) => [n.id, n]));
  const found = reading.tasks.flatMap((id) => byId.get(id) ?? []);
  const pairs = align(labels.tasks, found, (label, node) => sameText(label.text, node.text));
  const taskOf = new Map([...pairs].map(([label, node]) => [found[node]?.id ?? '', label]));
  return {
    counts: {
      tasks: count(
        labels.tasks,
        found,
        pairs,
        (t) => t.text,
        (n) => n.text,
      ),
      assignments: assignments(reading, labels, taskOf),
      legal_bases: countBy(
        labels.legal_bases,
        reading.legal_bases,
        (a, b) => sameText(a.text, b.text) && key(a.number) === key(b.number),
        (b) => `${b.number}: ${b.text}`,
      ),
      deadlines: deadlines(reading, labels, taskOf),
      headings: countBy(
        labels.headings,
        reading.nodes.filter((n) => n.kind === 'heading'),
        sameHeading,
        (h) => `${h.marker ?? ''} ${h.text}`,
      ),
    },
    fields: fields(reading, labels),
    unclear: unclearNodes(reading).reduce((n, node) => n + solid(node.text), 0),
    characters: solid(reading.text),
    coverage: reading.coverage,
  };
}

/** A document that could not be read: all that it says is missed. */
export function unread(labels: Labels): Score {
  const none = (list: unknown[]): Count => ({ hit: 0, found: 0, expected: list.length, missed: [], extra: [] });
  const { tasks, assignments: given, legal_bases, deadlines: due, headings } = labels;
  return {
    counts: {
      tasks: none(tasks),
      assignments: none(given),
      legal_bases: none(legal_bases),
      deadlines: none(due),
      headings: none(headings),
    },
    fields: { hit: 0, all: FIELDS, wrong: [] },
    unclear: 0,
    characters: 0,
    coverage: 1,
  };
}

const FIELDS = 13;

/** Precision, recall and their harmonic mean; 1 where nothing was expected and nothing found. */
export function rates(c: Pick<Count, 'hit' | 'found' | 'expected'>): { precision: number; recall: number; f1: number } {
  const precision = c.found ? c.hit / c.found : c.expected ? 0 : 1;
  const recall = c.expected ? c.hit / c.expected : 1;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

const solid = (text: string) => text.replace(/\s/g, '').length;

const key = (text: string | null) =>
  text === null
    ? ''
    : fold(text.normalize('NFC'))
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** Equal when folded, or one holds at least nine tenths of the other. */
export function sameText(a: string, b: string): boolean {
  // A .pdf may lose the blanks of a line set wide.
  const [x, y] = [key(a).replace(/ /g, ''), key(b).replace(/ /g, '')];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 0 && long.includes(short) && short.length >= 0.9 * long.length;
}

function sameHeading(label: { marker: string | null; text: string }, node: Pick<Node, 'marker' | 'text'>): boolean {
  const whole = (h: { marker: string | null; text: string }) => `${h.marker ?? ''} ${h.text}`;
  return (
    sameText(label.text, node.text) ||
    sameText(whole(label), whole(node)) ||
    sameText(whole(label), node.text) ||
    sameText(label.text, whole(node))
  );
}

/** Pairs each label with the first free finding that is the same, going forward; then with any free one. */
function align<A, B>(labels: A[], found: B[], same: (a: A, b: B) => boolean): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  let from = 0;
  for (const forward of [true, false]) {
    labels.forEach((label, i) => {
      if (pairs.has(i)) return;
      const at = found.findIndex((one, j) => !used.has(j) && (!forward || j >= from) && same(label, one));
      if (at < 0) return;
      pairs.set(i, at);
      used.add(at);
      if (forward) from = at + 1;
    });
  }
  return pairs;
}

function count<A, B>(
  labels: A[],
  found: B[],
  pairs: Map<number, number>,
  sayLabel: (a: A) => string,
  sayFound: (b: B) => string,
): Count {
  const used = new Set(pairs.values());
  return {
    hit: pairs.size,
    found: found.length,
    expected: labels.length,
    missed: labels.filter((_, i) => !pairs.has(i)).map(sayLabel),
    extra: found.filter((_, i) => !used.has(i)).map(sayFound),
  };
}

const countBy = <A, B>(labels: A[], found: B[], same: (a: A, b: B) => boolean, say: (one: A | B) => string): Count =>
  count(labels, found, align(labels, found, same), say, say);

const unitKey = (name: string) =>
  nameKey(name)
    .replace(/^(?:các|những) /, '')
    .replace(/ (?:trên địa bàn|trong) .*$/, '');

function assignments(reading: Reading, labels: Labels, taskOf: Map<string, number>): Count {
  const found = reading.assignments.map((a) => ({ task: taskOf.get(a.node) ?? -1, unit: a.unit.name, role: a.role as string }));
  const same = (a: (typeof found)[number], b: (typeof found)[number]) =>
    a.task === b.task && a.role === b.role && unitKey(a.unit) === unitKey(b.unit);
  return countBy(
    labels.assignments,
    found,
    same,
    (a) => `[${a.task}] ${a.role} ${a.unit} — ${(labels.tasks[a.task]?.text ?? '').slice(0, 60)}`,
  );
}

function deadlines(reading: Reading, labels: Labels, taskOf: Map<string, number>): Count {
  const tasks = new Set(reading.tasks);
  const found = reading.deadlines.map((d) => ({
    task: tasks.has(d.node) ? (taskOf.get(d.node) ?? -1) : null,
    text: d.text,
    kind: d.rule.kind as string,
  }));
  const same = (a: (typeof found)[number], b: (typeof found)[number]) =>
    a.task === b.task && a.kind === b.kind && overlaps(key(a.text), key(b.text));
  return countBy(
    labels.deadlines,
    found,
    same,
    (d) => `[${d.task}] ${d.kind} "${d.text}" — ${d.task === null ? '' : (labels.tasks[d.task]?.text ?? '').slice(0, 60)}`,
  );
}

/** The longest run of words both have is at least half of each. */
function overlaps(a: string, b: string): boolean {
  const words = a.split(' ');
  let best = 0;
  for (let i = 0; i < words.length; i++) {
    for (let j = words.length; j > i; j--) {
      const run = words.slice(i, j).join(' ');
      if (run.length > best && ` ${b} `.includes(` ${run} `)) best = run.length;
    }
  }
  return best * 2 >= Math.max(a.length, b.length);
}

function fields(reading: Reading, labels: Labels): Score['fields'] {
  const d = reading.document;
  const l = labels.document;
  const value = (f: { value: string } | null) => f?.value ?? null;
  const pairs: [string, string | null, string | null][] = [
    ['kind', l.kind, d.kind && (sameKind(l.kind, d.kind.value) ? l.kind : KIND_NAME[d.kind.value])],
    ['number', l.number?.replace(/^0+/, '') ?? null, value(d.number)?.replace(/^0+/, '') ?? null],
    ['symbol', l.symbol, value(d.symbol)],
    ['issued_on', l.issued_on, value(d.issued_on)],
    ['place', l.place, value(d.place)],
    ['issuer', l.issuer, value(d.issuer)],
    ['parent_issuer', l.parent_issuer, value(d.parent_issuer)],
    ['title', l.title, value(d.title)],
    ['period', l.period && `${l.period.from} ${l.period.to}`, d.period && `${d.period.value.from} ${d.period.value.to}`],
    ['authority', l.signatory.authority.join(' | '), d.signatory.authority.map((a) => a.value).join(' | ')],
    ['post', l.signatory.post, value(d.signatory.post)],
    ['name', l.signatory.name, value(d.signatory.name)],
    ['recipients', l.recipients.join(' | '), d.recipients.map((r) => r.value).join(' | ')],
  ];
  const wrong = pairs
    .filter(([, a, b]) => key(a) !== key(b))
    .map(([name, a, b]) => `${name}: expected ${JSON.stringify(a)}, read ${JSON.stringify(b)}`);
  return { hit: pairs.length - wrong.length, all: pairs.length, wrong };
}

/** "kế hoạch phối hợp" is a plan; what has no kind of its own is "other". */
const sameKind = (label: string, kind: DocumentKind) =>
  kind === 'other' || typeName(label.toLocaleUpperCase('vi'))?.kind === kind;
