/** The tree of a plan: what stands below what, by the order in which this document uses its markers. */
import type { Span } from '#ports/documents/document.ts';
import { isCarrier } from './carriers.ts';
import { isClosing } from './closing.ts';
import { fold, isCaps } from './fold.ts';
import type { Item } from './items.ts';
import type { Lexicon } from './lexicon.ts';
import type { NodeKind } from './reading.ts';
import { isNamesOnly, subjectOf } from './subject.ts';
import type { Row } from './tables.ts';

export interface Branch extends Span {
  item: Item;
  row: Row | null;
  parent: Branch | null;
  children: Branch[];
  /** What it is kept under: same marks are siblings. */
  sign: string;
  ordinal: number | null;
  /** An unmarked line that looks like a heading. */
  plainHeading: boolean;
  /** Decided once its children are known (headings.ts). */
  kind: NodeKind;
  carrier: boolean;
  closing: boolean;
}

/** Entries in text order: items, and rows of tables (which hang under the last heading). */
export function buildTree(entries: { item: Item; row: Row | null }[], lexicon: Lexicon): Branch[] {
  const all: Branch[] = [];
  let stack: Branch[] = [];
  entries.forEach(({ item, row }, index) => {
    const branch: Branch = {
      start: item.start, end: item.end, item, row, parent: null, children: [], sign: '', ordinal: item.marker?.ordinal ?? null, plainHeading: false, kind: 'item',
      carrier: !row && isCarrier(fold(item.text)), closing: false,
    };
    all.push(branch);
    if (item.title) {
      stack = [branch];
      branch.sign = 'title';
      branch.kind = 'heading';
      return;
    }
    if (row) {
      stack = placeRow(branch, row, stack);
      return;
    }
    if (item.marker) {
      branch.sign = signOf(item);
      stack = placeMarked(branch, stack);
      return;
    }
    if (branch.carrier) {
      attach(branch, stack.at(-1) ?? null);
      return;
    }
    branch.plainHeading = looksHeading(item, entries[index + 1]?.item, lexicon);
    if (branch.plainHeading) stack = placePlainHeading(branch, stack, lexicon);
    else stack = placeParagraph(branch, stack, lastOfPart(entries, index));
  });
  for (const branch of all) liftCarriers(branch);
  return all;
}

/** Who and when said once after several points stands for the heading over them, not for the last point. */
function liftCarriers(branch: Branch): void {
  const points = branch.children.filter((c) => !c.carrier && c.item.marker);
  const last = points.at(-1);
  if (points.length < 2 || !last || !branch.item.marker || branch.item.marker.kind === 'roman' || branch.item.marker.kind === 'letter_upper' || /[.;]$/.test(branch.item.text)) return;
  const carriers = last.children.filter((c) => c.carrier);
  if (!carriers.length || points.some((p) => p !== last && p.children.length > 0) || carriers.length < last.children.length) return;
  if (points.some((p) => p.item.marker?.ordinal !== null)) return;
  last.children = [];
  for (const carrier of carriers) attach(carrier, branch);
}

/** No numbered point follows before the end or the next attached document. */
function lastOfPart(entries: { item: Item; row: Row | null }[], index: number): boolean {
  for (const { item, row } of entries.slice(index + 1, index + 40)) {
    if (item.title) return true;
    if (item.marker || row) return false;
  }
  return true;
}

export function attach(branch: Branch, parent: Branch | null): void {
  branch.parent = parent;
  parent?.children.push(branch);
}

export const depth = (branch: Branch): number => (branch.parent ? depth(branch.parent) + 1 : 1);

/** Marks that look alike are of one level: "1." and "1)" are two, 1.1 and 1.1.1 too; bullets by their glyph, and by indent where known. */
function signOf(item: Item): string {
  const m = item.marker;
  if (!m) return '';
  if (m.kind === 'decimal') return `decimal${m.path.length}${m.path.length > 1 ? '' : (/[)/-]$/.exec(m.text)?.[0] ?? '.')}`;
  if (m.kind === 'bullet') return `bullet${m.text}`;
  return m.kind;
}

/** Usual order of markers, from the top, where a document's own order does not tell yet. */
const RANK: Record<string, number> = { title: 0, part: 1, chapter: 2, letter_upper: 3, section: 3, appendix: 0, article: 4, roman: 5, decimal: 6, step: 7, letter: 8, paren_number: 9, paren_letter: 10, dash: 11, plus: 12, bullet: 13 };
const rank = (b: Branch) => (b.item.marker ? (RANK[b.item.marker.kind] ?? 9) + (b.item.marker.kind === 'decimal' ? Math.min(b.item.marker.path.length - 1, 3) / 4 : 0) : 0);

function placeMarked(branch: Branch, stack: Branch[]): Branch[] {
  const same = siblingAt(branch, stack);
  if (same >= 0) return push(branch, stack.slice(0, same));
  let kept = stack;
  while (kept.length) {
    const top = kept.at(-1) as Branch;
    const opens = top === stack.at(-1) && (/:$/.test(top.item.text) || top.plainHeading);
    if (top.sign === 'title' || top.plainHeading || opens) break;
    if (top.item.marker && rank(top) < rank(branch)) break;
    if (!top.item.marker && !/:$/.test(top.item.text)) {
      kept = kept.slice(0, -1);
      continue;
    }
    if (!top.item.marker) break;
    // A mark of higher rank that starts at its first number inside a heading is a list of that heading.
    if (branch.ordinal === 1 && rank(top) < 11 && top === stack.at(-1) && !/[.;]$/.test(top.item.text)) break;
    kept = kept.slice(0, -1);
  }
  return push(branch, kept);
}

/** Index in the stack of the branch this one is a sibling of, or -1. */
function siblingAt(branch: Branch, stack: Branch[]): number {
  const alike: number[] = [];
  stack.forEach((b, i) => {
    if (b.sign === branch.sign && !nestedBullet(b, branch)) alike.push(i);
  });
  if (branch.ordinal !== null) {
    const path = branch.item.marker?.path ?? [];
    const next = alike.filter((i) => (stack[i]?.ordinal ?? -2) + 1 === branch.ordinal && followsPath(stack[i], path)).at(-1);
    if (next !== undefined) return next;
    // "1." again right below a heading "1." is a list of its own.
    const top = stack.at(-1);
    if (branch.ordinal === 1 && top && alike.includes(stack.length - 1) && opensList(top, branch)) return -1;
    // "2)" after "1.": the same list, typed carelessly.
    const loose = stack.findLastIndex((b) => b.item.marker?.kind === branch.item.marker?.kind && b.item.marker?.path.length === path.length && (b.ordinal ?? -2) + 1 === branch.ordinal);
    if (!alike.length && loose >= 0) return loose;
    // "2.1" belongs below "2." even when 1.1's list is gone.
    if (path.length > 1 && !alike.length) return -1;
  }
  return alike.at(-1) ?? -1;
}

const followsPath = (b: Branch | undefined, path: number[]) => path.length < 2 || (b?.item.marker?.path ?? []).slice(0, -1).join() === path.slice(0, -1).join();

const opensList = (top: Branch, branch: Branch) => !top.children.length && (/:$/.test(top.item.text) || (top.item.block.look.bold && !branch.item.block.look.bold));

/** The same bullet set in further, or typed below a bullet that ends with a colon and lists with semicolons. */
function nestedBullet(above: Branch, branch: Branch): boolean {
  if (branch.ordinal !== null) return false;
  const [a, b] = [above.item.block, branch.item.block];
  if (a.numbering && b.numbering && a.numbering.level !== b.numbering.level) return b.numbering.level > a.numbering.level;
  if (a.look.indent !== null && b.look.indent !== null && a.part === b.part && Math.abs(a.look.indent - b.look.indent) > 4) return b.look.indent > a.look.indent;
  return false;
}

function push(branch: Branch, stack: Branch[]): Branch[] {
  attach(branch, stack.at(-1) ?? null);
  return [...stack, branch];
}

function placePlainHeading(branch: Branch, stack: Branch[], lexicon: Lexicon): Branch[] {
  const caps = isCaps(branch.item.text);
  const names = namesOffices(branch.item.text, lexicon);
  branch.sign = `plain-${names ? 'names' : caps ? 'caps' : branch.item.block.look.bold ? 'bold' : `h${branch.item.block.look.heading ?? 0}`}`;
  const same = stack.findLastIndex((b) => b.sign === branch.sign);
  if (same >= 0) return push(branch, stack.slice(0, same));
  const mate = stack.findLastIndex((b) => (names ? namesOffices(b.item.text, lexicon) : b.sign !== 'title' && caps === isCaps(b.item.text) && b.item.block.look.bold === branch.item.block.look.bold && headingMark(b) && b.children.length > 0));
  if (mate >= 0 && !(stack[mate]?.sign === 'title')) return push(branch, stack.slice(0, mate));
  const keep = stack.findLastIndex((b) => b.sign === 'title' || b.plainHeading || headingMark(b));
  return push(branch, caps && !names ? stack.filter((b) => b.sign === 'title' || b.item.marker?.kind === 'part').slice(0, 1) : stack.slice(0, keep + 1));
}

const headingMark = (b: Branch) => !!b.item.marker && !['dash', 'plus', 'bullet'].includes(b.item.marker.kind) && !/[.;,]$/.test(b.item.text);

/** A paragraph belongs to the last heading; one that closes the paper, to the section. */
function placeParagraph(branch: Branch, stack: Branch[], last: boolean): Branch[] {
  branch.kind = 'paragraph';
  branch.closing = isClosing(fold(branch.item.text), last);
  if (branch.closing) {
    attach(branch, stack.find((b) => b.sign !== 'title') ?? stack[0] ?? null);
    return stack;
  }
  let keep = stack.findLastIndex((b) => b.sign === 'title' || b.plainHeading || headingMark(b));
  // "Giao Sở X theo dõi …" after the duties of another office is no part of them.
  if (/^(?:giao|phân công)\s/.test(fold(branch.item.text)) && (stack[keep]?.children.length ?? 0) > 0) keep--;
  const kept = stack.slice(0, keep + 1);
  attach(branch, kept.at(-1) ?? null);
  branch.sign = 'paragraph';
  if (/:$/.test(branch.item.text)) return [...kept, branch];
  return keep + 1 < stack.length && stack.length - keep > 1 ? stack : kept;
}

function placeRow(branch: Branch, row: Row, stack: Branch[]): Branch[] {
  if (row.kind !== 'group') {
    branch.kind = row.kind === 'row' ? 'table_row' : 'paragraph';
    if (row.kind === 'header') branch.kind = 'table_row';
    attach(branch, stack.at(-1) ?? null);
    return stack;
  }
  branch.kind = 'heading';
  branch.sign = `group-${/^[ivxlc]+\.?$/i.test(row.ordinal ?? '') ? 'roman' : /^[a-hđ]\.?$/i.test(row.ordinal ?? '') ? 'letter' : row.ordinal ? 'number' : isCaps(row.text) ? 'caps' : 'plain'}`;
  const same = stack.findIndex((b) => b.sign === branch.sign);
  if (same >= 0) return push(branch, stack.slice(0, same));
  const keep = stack.findLastIndex((b) => b.sign.startsWith('group-') || b.sign === 'title' || b.plainHeading || headingMark(b));
  return push(branch, stack.slice(0, keep + 1));
}

function namesOffices(text: string, lexicon: Lexicon): boolean {
  if (text.length > 300) return false;
  const subject = subjectOf(text, lexicon, true);
  return !!subject && isNamesOnly(subject);
}

/** An unmarked line that names what stands below: capitals, bold, a heading style, or nothing but offices. */
function looksHeading(item: Item, next: Item | undefined, lexicon: Lexicon): boolean {
  const { text, block } = item;
  if (!next || text.length > 260 || block.part !== 'body') return false;
  if (isCaps(text) && text.replace(/[^\p{L}]/gu, '').length >= 4 && !/[.;,]$/.test(text)) return true;
  if (/[.;,]$/.test(text) || text.split(' ').length > 35) return false;
  if (block.look.heading !== null || (block.look.bold && text.length < 200)) return true;
  return !/^(?:căn cứ|theo)/i.test(text) && /^\p{Lu}/u.test(text) && namesOffices(text, lexicon) && text.length < 160;
}
