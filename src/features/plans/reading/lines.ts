/** The paragraphs of a source as lines, and which of its tables are only lay-out (letterhead, signature). */
import type { Block, SourceText, Span } from '#ports/documents/document.ts';
import { fold } from './fold.ts';

/** One line of a paragraph (a soft break ends it), without blanks at its ends; never empty. */
export interface Line extends Span {
  text: string;
  folded: string;
  block: Block;
  /** The label Word computes, on the first line of its paragraph. */
  label: string | null;
  /** False for a line after a soft break. */
  first: boolean;
}

export function linesOf(source: SourceText): Line[] {
  const lines: Line[] = [];
  for (const block of source.blocks) {
    let first = true;
    for (const span of broken(source.text, block)) {
      const text = source.text.slice(span.start, span.end);
      for (const part of source.format === 'txt' || source.format === 'pdf' ? sentencesApart(text) : [{ at: 0, text }]) {
        const start = span.start + part.at;
        lines.push({
          start,
          end: start + part.text.length,
          text: part.text,
          folded: fold(part.text),
          block,
          label: first ? (block.numbering?.label ?? null) : null,
          first,
        });
        first = false;
      }
    }
  }
  return lines;
}

/** A line drawn with characters: no letter, no digit. */
export const isRule = (text: string): boolean => !/[\p{L}\d]/u.test(text);

/** Parts of a line that stand side by side: two columns of a letterhead typed with blanks or tabs. */
export function pieces(line: Line): Line[] {
  const out: Line[] = [];
  for (const column of columns(line.text)) {
    for (const part of sideBySide(column.text)) {
      const start = line.start + column.at + part.at;
      out.push({
        ...line,
        start,
        end: start + part.text.length,
        text: part.text,
        folded: fold(part.text),
        first: line.first && out.length === 0,
      });
    }
  }
  return out;
}

/** Tables that hold no data: letterhead, signature, a frame around text. */
export function layoutTables(lines: Line[]): Set<number> {
  const tables = new Map<number, Line[]>();
  for (const line of lines) {
    const id = line.block.cell?.table;
    if (id !== undefined) tables.set(id, [...(tables.get(id) ?? []), line]);
  }
  const out = new Set<number>();
  for (const [id, members] of tables) {
    const rows = new Set(members.map((l) => l.block.cell?.row)).size;
    const columns = new Set(members.map((l) => l.block.cell?.column)).size;
    const formal = members.some((l) => FORMAL.test(l.folded));
    const unruled = members.every((l) => l.block.cell?.ruled === false);
    if (columns === 1 || (formal && (rows <= 6 || columns <= 2)) || (unruled && columns <= 2 && rows <= 3)) out.add(id);
  }
  return out;
}

/** Parts with a tab or three blanks between, unless the blanks are left for a number: "ngày      tháng", "Số:      /KH-UBND". */
function columns(text: string): { text: string; at: number }[] {
  const out: { text: string; at: number }[] = [];
  for (const m of text.matchAll(/\S+(?:[^\S\t]{1,2}\S+)*/gu)) {
    const last = out.at(-1);
    const left =
      last && (/(?:ngày|tháng|năm|số\s?:?|\p{L},)$/iu.test(last.text) || /^(?:tháng|năm)(?=\s|$)|^[/-]\s?\p{Lu}/u.test(m[0]));
    if (last && left) last.text = text.slice(last.at, m.index + m[0].length);
    else out.push({ text: m[0], at: m.index });
  }
  return out;
}

/**
 * The closing request, where a reader of hard-wrapped text could not tell it from the paragraph before.
 */
function sentencesApart(text: string): { at: number; text: string }[] {
  const out: { at: number; text: string }[] = [];
  let from = 0;
  for (const m of text.matchAll(APART)) {
    out.push({ at: from, text: text.slice(from, m.index).trimEnd() });
    from = m.index + m[0].length;
  }
  return [...out, { at: from, text: text.slice(from) }];
}

const APART = /(?<=[.;])\s+(?=(?:Trên đây là|Yêu cầu (?:các|thủ trưởng)|Trong quá trình (?:thực hiện|triển khai|tổ chức))\s)/gu;

const FORMAL =
  /^(?:cộng hòa xã hội|độc lập\s*-|đảng cộng sản việt nam$|nơi nhận\s*:?|(?:tm|kt|tl|tuq)\s?\.\s?\p{L}|số\s*:?.{0,12}[/-]\s*[\p{L}]+-)/u;

function* broken(text: string, block: Block): Generator<Span> {
  let from = block.start;
  for (const part of text.slice(block.start, block.end).split('\n')) {
    const start = from + (part.length - part.trimStart().length);
    const end = from + part.trimEnd().length;
    if (end > start) yield { start, end };
    from += part.length + 1;
  }
}

/** "SỞ Y TẾ CỘNG HÒA XÃ HỘI …": the motto beside the issuer with a single blank. */
function sideBySide(text: string): { text: string; at: number }[] {
  const motto = /\s(?=(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s?[-–]\s?Tự do|ĐẢNG CỘNG SẢN VIỆT NAM$))/u.exec(text);
  const dated = /^Số\s?:?\s?[\d.…]*\s?[/-]\s?\S+(\s)(?=\p{Lu}.{2,40}ngày\s)/u.exec(text);
  const at = motto ? motto.index : dated ? dated[0].length - 1 : 0;
  if (at <= 0) return [{ text, at: 0 }];
  return [
    { text: text.slice(0, at), at: 0 },
    { text: text.slice(at + 1), at: at + 1 },
  ];
}
