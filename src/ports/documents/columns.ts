/** Letterhead and signature typed beside each other on the same lines, with blanks or tabs between. */
import { citesBasis, isToFillIn, namesKind, opensForm } from './forms.ts';
import { marker } from './markers.ts';
import type { RawLine } from './raw_lines.ts';

/** Each such region becomes the lines of its left column, then those of its right one. */
export function unfoldColumns(lines: RawLine[]): RawLine[] {
  const split = lines.map((line) => halves(line));
  const letterhead = regionOf(split, 0, Math.min(lines.length, bodyStart(lines)), LETTERHEAD);
  const from = signatureStart(lines, letterhead?.end ?? 0);
  const signature = from === null ? null : regionOf(split, from, signatureEnd(lines, from), SIGNATURE);
  let whole: RawLine[] = [];
  let at = 0;
  for (const region of [letterhead, signature]) {
    if (!region) continue;
    const { start, end } = region;
    whole = [...whole, ...lines.slice(at, start), ...unfold(lines.slice(start, end), split.slice(start, end))];
    at = end;
  }
  return [...whole, ...lines.slice(at)];
}

type Halves = { left: string; right: string; rightAt: number } | null;

/** Two texts with a tab, or three blanks and more, between them; the blank left for a number or a day is none. */
function halves(line: RawLine): Halves {
  const pieces: { text: string; at: number }[] = [];
  let end = 0;
  for (const piece of line.text.split(/(\t| {3})/u)) {
    const start = end;
    end += piece.length;
    const text = piece.trim();
    if (text === '') continue;
    const before = pieces.at(-1);
    if (before && isToFillIn(before.text, text)) before.text = line.text.slice(before.at, end).trim();
    else pieces.push({ text, at: start + piece.indexOf(text) });
  }
  const [left, right] = pieces;
  if (!left || !right || pieces.length > 2 || marker(left.text)?.length === left.text.length) return null;
  return { left: left.text, right: right.text, rightAt: columnOf(line, right.at) };
}

/** Two cells copied out of a word processor: the left one's lines, a tab behind its last, then the right one's. */
const isLastRecipient = (left: string) => /^[-–•+]?\s*Lưu\s?:?\s/u.test(left);

function columnOf(line: RawLine, at: number): number {
  let column = line.indent;
  for (const c of line.text.slice(0, at)) column = c === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
  return column;
}

const LETTERHEAD = /^(?:CỘNG\s+H|ĐẢNG\s+CỘNG|Độc\s+lập\s*[-–]|Số\s*:)/u;
const SIGNATURE = /^(?:Nơi\s+nhận|(?:TM|KT|TL|TUQ|Q)\s?\.|[\p{Lu}\s]{6,}$)/u;

/** From the first to past the last line in two halves, when one of them says what the region is. */
function regionOf(split: Halves[], from: number, to: number, sign: RegExp): { start: number; end: number } | null {
  let start = -1;
  let end = -1;
  let known = false;
  for (let i = from; i < to; i++) {
    const here = split[i];
    if (!here) continue;
    if (start < 0) start = i;
    end = i + 1;
    known ||= sign.test(here.left) || sign.test(here.right);
  }
  if (!known) return null;
  return { start, end: sign === SIGNATURE ? to : end };
}

function bodyStart(lines: RawLine[]): number {
  const body = lines.findIndex(
    ({ text }) => namesKind(text) || citesBasis(text) || signsBeside(text) || (marker(text) !== null && text.length > 60),
  );
  return Math.min(body < 0 ? lines.length : body, 20);
}

function signatureStart(lines: RawLine[], after: number): number | null {
  const i = lines.findIndex((line, at) => at >= after && signsBeside(line.text));
  return i < 0 ? null : i;
}

function signsBeside(text: string): boolean {
  return /^Nơi\s+nhận\s*:?(?:\s{3}|\t|$)/iu.test(text) || /(?:\t| {3})(?:TM|KT|TL|TUQ|Q)\s?\.\s?\p{Lu}/u.test(text);
}

function signatureEnd(lines: RawLine[], start: number): number {
  const limit = Math.min(lines.length, start + 30);
  for (let i = start + 1; i < limit; i++) {
    const text = lines[i]?.text ?? '';
    if (
      text.length > 110 ||
      lines[i]?.turned ||
      /^(?:phụ\s+lục|biểu|mẫu)\s/iu.test(text) ||
      (opensForm(text) && /^CỘNG/u.test(text))
    )
      return i;
  }
  return limit;
}

function unfold(lines: RawLine[], split: Halves[]): RawLine[] {
  const gutter = Math.min(...split.map((here) => here?.rightAt ?? Infinity)) - 8;
  const [join, ...others] = split;
  if (join && isLastRecipient(join.left) && others.every((here) => !here) && lines.every(({ indent }) => indent < gutter))
    return lines.flatMap((line, i) =>
      i
        ? [line]
        : [
            { ...line, text: join.left },
            { ...line, text: join.right, indent: 0, apart: true },
          ],
    );
  const left: RawLine[] = [];
  const right: RawLine[] = [];
  for (const [i, line] of lines.entries()) {
    const here = split[i];
    if (here) {
      left.push({ ...line, text: here.left, indent: 0 });
      right.push({ ...line, text: here.right, indent: 0 });
    } else (line.indent >= gutter ? right : left).push({ ...line, indent: 0 });
  }
  const [first, ...rest] = right;
  return [...left, ...(first ? [{ ...first, apart: true }, ...rest] : [])];
}
