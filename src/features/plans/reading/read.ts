/** The door: a normalised text in, everything a plan document says out (clause C-0). Pure; never throws on any text. */
import type { SourceText, Span } from '#ports/documents/document.ts';
import { claims, coverageOf } from './coverage.ts';
import { duties } from './duties.ts';
import { claimFields } from './fields.ts';
import { fold } from './fold.ts';
import { readFeet } from './foot.ts';
import { readHead } from './head.ts';
import { decideKinds } from './headings.ts';
import { itemsOf } from './items.ts';
import { legalBases } from './legal.ts';
import { lexicon } from './lexicon.ts';
import { layoutTables, linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { nodesOf } from './nodes.ts';
import { openingEnd } from './opening.ts';
import { periodIn } from './dates.ts';
import { inOwnYear } from './own_year.ts';
import type { Reading, RegistryUnit } from './reading.ts';
import { readTables } from './table_rows.ts';
import type { Row } from './tables.ts';
import { readDuties } from './tasks.ts';
import { buildTree } from './tree.ts';
import { warningsOf } from './warnings.ts';

export function readPlan(source: SourceText, registry: RegistryUnit[]): Reading {
  const lines = linesOf(source);
  const { fields, from, next } = readHead(lines);
  const words = lexicon(registry, source.text, fields.issued_on?.value ?? fields.period?.value.from ?? null);
  const feet = readFeet(lines, next);
  for (const [i, foot] of feet.entries()) {
    fields.formal.push(...foot.formal);
    if (i === 0) Object.assign(fields, { signatory: foot.signatory, recipients: foot.recipients });
    else fields.formal.push(...laterFoot(foot));
  }
  const footLine = (i: number) => feet.some((f) => i >= f.from && i < f.to);
  const bodyEnd = feet[0]?.from ?? lines.length;
  const bases = legalBases(lines, next, openingEnd(lines, next, bodyEnd));
  const basisLines = new Set(bases.flatMap((b) => b.lines));
  const layout = layoutTables(lines);
  const inData = (i: number) => {
    const table = lines[i]?.block.cell?.table;
    return table !== undefined && !layout.has(table);
  };
  const headLine = (i: number) => i >= from && i < next;
  const items = itemsOf(lines, (i) => headLine(i) || footLine(i) || basisLines.has(i) || inData(i), fields.formal, words);
  const rows = readTables(
    lines.filter((_, i) => inData(i) && !headLine(i) && !footLine(i) && !basisLines.has(i)),
    source.text,
  );
  const entries = [...items.map((item) => ({ item, row: null as Row | null })), ...rows].sort(
    (a, b) => a.item.start - b.item.start,
  );
  const branches = buildTree(entries, words);
  decideKinds(branches, words);
  const work = duties(words);
  readDuties(
    branches.filter((b) => !b.parent),
    source.text,
    words,
    work,
    fields.kind?.value === 'directive',
  );
  const owned = claims(source.text.length);
  const document = claimFields(fields, owned);
  const legal = bases.map((b) => b.basis).filter((b) => owned.take(b.span));
  const { nodes, ids } = nodesOf(source, branches, owned);
  if (!document.period) findPeriod(document, source.text, lines.slice(next, openingEnd(lines, next, bodyEnd)));
  const issued = document.issued_on?.value ?? null;
  const since = Number((issued ?? document.period?.value.from)?.slice(0, 4) ?? 0);
  const reading: Reading = {
    format: source.format,
    text: source.text,
    document,
    legal_bases: legal,
    nodes,
    assignments: work.given.flatMap((g) => {
      const node = ids.get(g.branch);
      return node
        ? [{ node, unit: { name: g.name, code: words.code(g.name) }, role: g.role, span: { start: g.start, end: g.end } }]
        : [];
    }),
    tasks: branches.filter((b) => work.tasks.has(b)).flatMap((b) => ids.get(b) ?? []),
    deadlines: work.due.flatMap((d) => {
      const node = ids.get(d.branch);
      const rule = inOwnYear(d.rule, ownYear(document), issued);
      return node && !(rule.kind === 'year' && rule.year < since)
        ? [{ node, text: d.text, span: { start: d.start, end: d.end }, rule }]
        : [];
    }),
    warnings: [],
    coverage: 0,
    left_out: source.left_out,
  };
  reading.coverage = coverageOf(reading);
  reading.warnings = warningsOf(reading, registry);
  return reading;
}

/** The one year a document is for: its period's, else the year it was issued in. */
function ownYear({ period, issued_on }: Reading['document']): number | null {
  const [from, to] = [period?.value.from, period?.value.to].map((day) => day?.slice(0, 4));
  if (from !== to) return null;
  const year = from ?? issued_on?.value.slice(0, 4);
  return year ? Number(year) : null;
}

const laterFoot = (foot: {
  signatory: Reading['document']['signatory'];
  recipients: Reading['document']['recipients'];
}): Span[] =>
  [...foot.signatory.authority, foot.signatory.post, foot.signatory.name, ...foot.recipients].flatMap((f) => (f ? [f.span] : []));

/** A title without years: the opening sentence may name the period. */
function findPeriod(fields: Reading['document'], text: string, opening: Line[]): void {
  for (const line of opening) {
    if (!/(?:ban hành|xây dựng|triển khai) (?:kế hoạch|chương trình)/.test(line.folded) || !/sau\s*:\s*$/.test(line.folded))
      continue;
    const found = periodIn(fold(text.slice(line.start, line.end)));
    if (found) fields.period = { value: found.period, span: { start: line.start + found.start, end: line.start + found.end } };
  }
}
