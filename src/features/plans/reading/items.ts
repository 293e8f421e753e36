/** The content's lines as items: one per heading, numbered or bulleted point, paragraph; wrapped lines are joined again. */
import type { Block, Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import type { Marker } from '#ports/documents/markers.ts';
import { attachedTitle } from './attached.ts';
import { isCarrier } from './carriers.ts';
import { isCaps, oneLine } from './fold.ts';
import { isAttachment } from './title.ts';
import type { Lexicon } from './lexicon.ts';
import { isRule } from './lines.ts';
import type { Line } from './lines.ts';
import { isNamesOnly, subjectOf } from './subject.ts';

export interface Item extends Span {
  /** Own words, one line, without the marker. */
  text: string;
  marker: Marker | null;
  markerInText: boolean;
  block: Block;
  /** The attached document's or appendix's type and title. */
  title: boolean;
  /** Index of its first line among the lines given. */
  line: number;
}

/** `taken`: lines that belong to the head, the legal bases, a foot or a table. Formal lines met on the way go to `formal`. */
export function itemsOf(lines: Line[], taken: (index: number) => boolean, formal: Span[], lexicon: Lexicon): Item[] {
  const items: Item[] = [];
  let last: Line | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || taken(i)) {
      last = null;
      continue;
    }
    const attached = attachedTitle(lines, i, taken);
    if (attached) {
      items.push(attached.item);
      formal.push(...attached.formal);
      i = attached.next - 1;
      last = null;
      continue;
    }
    if (isRule(line.text) || isAttachment(line.folded) || isFormal(line)) {
      formal.push({ start: line.start, end: line.end });
      continue;
    }
    const item = itemOf(line, i);
    const before = items.at(-1);
    if (before && last && !item.marker && joins(before, last, line, lexicon)) {
      before.end = line.end;
      before.text = oneLine(`${before.text} ${line.text}`);
    } else items.push(item);
    last = line;
  }
  return items;
}

/** "QUYẾT ĐỊNH:", a letterhead repeated over the attached document. */
function isFormal(line: Line): boolean {
  return (
    (/^(?:quyết định|chỉ thị|quyết nghị|yêu cầu|nghị quyết)\s*:$/.test(line.folded) && isCaps(line.text)) ||
    /^(?:cộng hòa xã hội chủ nghĩa việt nam|độc lập\s*-\s*tự do\s*-\s*hạnh phúc|đảng cộng sản việt nam)$/.test(line.folded)
  );
}

function itemOf(line: Line, index: number): Item {
  const labelled = line.label ? (marker(`${line.label} `) ?? labelMarker(line.label)) : null;
  const typed = labelled ? null : marker(line.text);
  return {
    start: line.start,
    end: line.end,
    text: oneLine(line.text.slice(typed?.length ?? 0)),
    marker: labelled ?? typed,
    markerInText: !labelled,
    block: line.block,
    title: false,
    line: index,
  };
}

/** A label of a kind of its own ("Nhiệm vụ 1.") still is a marker. */
function labelMarker(label: string): Marker | null {
  const text = label.trim();
  if (!text) return null;
  const n = /(\d+)\D*$/.exec(text)?.[1];
  return { kind: n ? 'step' : 'bullet', text, length: 0, ordinal: n ? Number(n) : null, path: n ? [Number(n)] : [] };
}

/** A line without marker goes on with the item before it: a soft break, a line wrapped by hand, a sentence broken by a page. */
function joins(item: Item, last: Line, line: Line, lexicon: Lexicon): boolean {
  const sameCell =
    line.block.cell?.table === last.block.cell?.table &&
    line.block.cell?.row === last.block.cell?.row &&
    line.block.cell?.column === last.block.cell?.column;
  if (!sameCell || line.block.part !== last.block.part || line.label) return false;
  if (!item.text) return true;
  const ended = /[.;:!?…]["”’)]*$/.test(item.text);
  if (isCarrier(line.folded) && (ended || !line.text.startsWith('('))) return false;
  const small = /^[\p{Ll}(]/u.test(line.text) && !/^\((?:kèm|ban hành)/i.test(line.text);
  if (NAMED.has(item.marker?.kind ?? '') && isCaps(line.text) && !ended) return true;
  if (line.block === last.block) return (!ended && !breaksAfterTitle(item, line, lexicon)) || small;
  const a = last.block.look;
  const b = line.block.look;
  if (ended) return false;
  if (isCaps(item.text) || isCaps(line.text))
    return isCaps(item.text) && isCaps(line.text) && a.bold === b.bold && a.align === b.align && item.text.length >= 25;
  if (a.bold !== b.bold && !small) return false;
  if (small) return true;
  // In a .pdf, set further out than the first line of its paragraph: the rest of that paragraph after a page.
  if (
    line.block.page !== null &&
    item.block.look.indent !== null &&
    b.indent !== null &&
    b.indent + 2.5 < item.block.look.indent &&
    !b.bold
  )
    return true;
  if (/,$/.test(item.text)) return !/^(?:ubnd|ủy ban nhân dân|sở|ban)/.test(line.folded) || item.text.length > 90;
  return last.text.length > 50 && !b.bold && OPEN_END.test(last.folded);
}

/** "3. Sở Tài chính<br>Thẩm định dự toán …": a soft break between a heading and its sentence. */
function breaksAfterTitle(item: Item, line: Line, lexicon: Lexicon): boolean {
  if (!/^\p{Lu}/u.test(line.text) || isCaps(item.text) || !item.marker) return false;
  const subject = subjectOf(item.text, lexicon, true);
  return (!!subject && isNamesOnly(subject)) || (item.text.split(' ').length <= 8 && /[.;:]$/.test(line.text));
}

const NAMED = new Set<string>(['part', 'chapter', 'section', 'appendix', 'article']);
const OPEN_END = /\s(?:và|của|thuộc|về|trên|trong|cho|theo|với|tại|từ|đến|các|việc|số|là|để|những|bằng|do)$/;
