/** A plan as an official paper again: from its nodes and what its own head says; of one without a paper, from the unit whose plan it is. */
import { marker, type Marker } from '#ports/documents/markers.ts';
import {
  blankPaper,
  TYPE_NAMES,
  type Appendix,
  type Block,
  type Column,
  type Paper,
  type PaperType,
  type Rank,
} from '#ports/papers/paper.ts';
import { TYPE_OF_KIND } from './reading/check_form.ts';
import { isCaps, oneLine } from './reading/fold.ts';
import type { DocumentKind } from './reading/kinds.ts';
import type { DocumentFields, NodeKind, TableCell } from './reading/reading.ts';

export interface PlanToPrint {
  kind: string;
  title: string;
  text: string;
  number: string | null;
  symbol: string | null;
  issued_on: string | null;
  document: DocumentFields;
  legal_bases: { span_start: number; span_end: number }[];
  nodes: NodeToPrint[];
  /** Of the unit whose plan it is: its name, that of the one above it, and where it is seated. */
  unit: { name: string; above: string | null; place: string | null } | null;
}

export interface NodeToPrint {
  kind: string;
  marker: string | null;
  text: string;
  span_start: number;
  cells: TableCell[] | null;
}

export function paperOf(plan: PlanToPrint): Paper {
  const { document: d, text, unit } = plan;
  const type: PaperType = TYPE_OF_KIND[plan.kind as DocumentKind] ?? 'KH';
  const foot = endOfFoot(d);
  const lines = d.recipients.map(({ value }) => value);
  const [main, after] = [plan.nodes.filter((it) => it.span_start < foot), plan.nodes.filter((it) => it.span_start >= foot)];
  return blankPaper({
    type,
    type_name: typeNameOf(d, text, type),
    parent_issuer: d.issuer ? (d.parent_issuer?.value ?? null) : (unit?.above ?? null),
    issuer: d.issuer?.value ?? unit?.name ?? '',
    number: d.number?.value ?? plan.number,
    symbol: d.symbol?.value ?? plan.symbol ?? `${type === 'CV' ? '' : type}-`,
    place: d.place?.value ?? unit?.place ?? null,
    issued_on: d.issued_on?.value ?? plan.issued_on,
    year: yearOf(d, text),
    title: plan.title,
    bases: plan.legal_bases.map(({ span_start, span_end }) => oneLine(text.slice(span_start, span_end))),
    body: blocksOf(main),
    signature: {
      authority: d.signatory.authority.map(({ value }) => value),
      post: d.signatory.post?.value ?? null,
      name: d.signatory.name?.value ?? null,
      hand: null,
      seal: null,
    },
    recipients: lines.filter((it) => !ARCHIVE.test(it)),
    archive: lines.find((it) => ARCHIVE.test(it))?.replace(ARCHIVE, '') ?? null,
    appendices: appendicesOf(after),
  });
}

const ARCHIVE = /^lưu(?!\p{L})\s*:?\s*/iu;

/** What stands behind recipients and signature is attached: an appendix, or the plan that a decision issues. */
function endOfFoot({ signatory, recipients }: DocumentFields): number {
  const ends = [...signatory.authority, signatory.post, signatory.name, ...recipients].flatMap((it) => (it ? [it.span.end] : []));
  return ends.length > 0 ? Math.max(...ends) : Infinity;
}

/** The type as the paper itself writes it, where that says more ("Chương trình hành động"). */
function typeNameOf({ kind }: DocumentFields, text: string, type: PaperType): string | null {
  // Of a letter it is the place of its number: it bears no name of its type.
  const words = kind && type !== 'CV' ? oneLine(text.slice(kind.span.start, kind.span.end).replace(/[#*_]/g, ' ')) : '';
  return words && words.length < 60 && words.toLowerCase() !== TYPE_NAMES[type].toLowerCase() ? words : null;
}

/** Of a day that is still blank the year may be there. */
function yearOf({ issued_on, formal }: DocumentFields, text: string): number | null {
  const written = issued_on
    ? issued_on.value
    : formal.map((it) => /ngày.*tháng.*năm\s*(20\d\d)/s.exec(text.slice(it.start, it.end))?.[1]).find(Boolean);
  return written ? Number(written.slice(0, 4)) : null;
}

function blocksOf(nodes: readonly NodeToPrint[]): Block[] {
  const blocks: Block[] = [];
  let rows: NodeToPrint[] = [];
  const closeTable = () => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const node of nodes)
    if (node.cells) rows.push(node);
    else {
      closeTable();
      blocks.push(blockOf(node));
    }
  closeTable();
  return blocks;
}

function blockOf({ kind, marker: sign, text }: NodeToPrint): Block {
  if ((kind as NodeKind) !== 'heading') return { is: 'text', marker: sign, text };
  const mark = sign === null ? null : (marker(`${sign} x`) ?? marker(`${sign}. x`));
  return { is: 'heading', rank: mark ? RANKS[mark.kind] : isCaps(text) ? 'section' : 'clause', marker: sign, text };
}

const RANKS: Record<Marker['kind'], Rank> = {
  part: 'division',
  chapter: 'division',
  section: 'division',
  appendix: 'division',
  article: 'article',
  roman: 'section',
  letter_upper: 'section',
  decimal: 'clause',
  letter: 'point',
  paren_number: 'point',
  paren_letter: 'point',
  dash: 'point',
  plus: 'point',
  bullet: 'point',
  step: 'clause',
};

/** More columns than this stand better across. */
const MOST_UPRIGHT = 5;

function tableOf(all: readonly NodeToPrint[]): Block {
  // The row of headings is a node as well: every character of the text belongs to one.
  const rows = all.filter(
    ({ cells: own }) => !own?.some(({ heading }) => heading) || own.some(({ text, heading }) => text !== heading),
  );
  const cells = rows.map((row) => row.cells ?? []);
  const n = Math.max(...cells.map((row) => row.length));
  const columns = Array.from({ length: n }, (_, i): Column => {
    const all = cells.map((row) => row[i]);
    const role = all.find(Boolean)?.role;
    const longest = Math.max(...all.map((cell) => cell?.text.length ?? 0));
    // A column of few words needs little room, one of many not as much as it could fill.
    const width = role === 'ordinal' ? 1 : Math.min(8, Math.max(2, Math.sqrt(longest)));
    return { title: all.find((cell) => cell?.heading)?.heading ?? '', width, align: role === 'ordinal' ? 'center' : 'left' };
  });
  const texts = rows.map((row, r) => {
    const written = columns.map((_, i) => cells[r]?.[i]?.text || (columns[i]?.align === 'center' ? (row.marker ?? '') : ''));
    // A row that is a heading over others says it in none of its cells.
    const at = Math.min(1, n - 1);
    return cells[r]?.some(({ text }) => text) || !row.text ? written : written.with(at, row.text);
  });
  return { is: 'table', caption: null, columns, rows: texts, wide: n > MOST_UPRIGHT };
}

function appendicesOf(nodes: readonly NodeToPrint[]): Appendix[] {
  const parts: { title: string; nodes: NodeToPrint[] }[] = [];
  for (const node of nodes) {
    const opens = node.marker !== null && marker(`${node.marker} x`)?.kind === 'appendix';
    if (opens) parts.push({ title: node.text, nodes: [] });
    else if (parts.length > 0) parts.at(-1)?.nodes.push(node);
    else parts.push({ title: '', nodes: [node] });
  }
  return parts.map(({ title, nodes: own }) => ({ title, body: blocksOf(own), wide: false }));
}
