/** Where a heading, a point, a paragraph or a row of a table belongs among what stands open above it. */
import { isClosing } from './closing.ts';
import { fold, isCaps } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { rank, siblingAt } from './siblings.ts';
import { isNamesOnly, subjectOf } from './subject.ts';
import type { Row } from './tables.ts';
import { attach } from './branch.ts';
import type { Branch } from './branch.ts';

export function placeMarked(branch: Branch, stack: Branch[]): Branch[] {
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

function push(branch: Branch, stack: Branch[]): Branch[] {
  attach(branch, stack.at(-1) ?? null);
  return [...stack, branch];
}

export function placePlainHeading(branch: Branch, stack: Branch[], lexicon: Lexicon): Branch[] {
  const caps = isCaps(branch.item.text);
  const names = namesOffices(branch.item.text, lexicon);
  branch.sign = `plain-${names ? 'names' : caps ? 'caps' : branch.item.block.look.bold ? 'bold' : `h${branch.item.block.look.heading ?? 0}`}`;
  const same = stack.findLastIndex((b) => b.sign === branch.sign);
  if (same >= 0) return push(branch, stack.slice(0, same));
  const mate = stack.findLastIndex((b) =>
    names
      ? namesOffices(b.item.text, lexicon)
      : b.sign !== 'title' &&
        caps === isCaps(b.item.text) &&
        b.item.block.look.bold === branch.item.block.look.bold &&
        headingMark(b) &&
        b.children.length > 0,
  );
  if (mate >= 0 && !(stack[mate]?.sign === 'title')) return push(branch, stack.slice(0, mate));
  const keep = stack.findLastIndex((b) => b.sign === 'title' || b.plainHeading || headingMark(b));
  return push(
    branch,
    caps && !names
      ? stack.filter((b) => b.sign === 'title' || b.item.marker?.kind === 'part').slice(0, 1)
      : stack.slice(0, keep + 1),
  );
}

const headingMark = (b: Branch) =>
  !!b.item.marker && !['dash', 'plus', 'bullet'].includes(b.item.marker.kind) && !/[.;,]$/.test(b.item.text);

/** A paragraph belongs to the last heading; one that closes the paper, to the section. */
export function placeParagraph(branch: Branch, stack: Branch[], last: boolean): Branch[] {
  branch.kind = 'paragraph';
  branch.closing = isClosing(fold(branch.item.text), last);
  if (branch.closing) {
    const top = stack.at(-1);
    if (top && namesClosing(top)) {
      attach(branch, top);
      return stack;
    }
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

/** "9. Chế độ báo cáo" right over the closing request: its heading. */
export const namesClosing = ({ item, children }: Branch): boolean =>
  item.marker !== null &&
  item.marker.ordinal !== null &&
  children.every((c) => c.closing) &&
  !/[.;:]$/.test(item.text) &&
  (item.marker.kind === 'article' ||
    /^(?:chế độ|công tác|việc)? ?(?:thông tin|báo cáo|kiểm tra|tổng hợp|theo dõi)(?![\p{L}])/u.test(fold(item.text))) &&
  item.text.split(' ').length <= 10;

export function placeRow(branch: Branch, row: Row, stack: Branch[]): Branch[] {
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

export function namesOffices(text: string, lexicon: Lexicon): boolean {
  if (text.length > 300) return false;
  const subject = subjectOf(text, lexicon, true);
  return !!subject && isNamesOnly(subject);
}
