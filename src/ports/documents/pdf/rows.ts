/** Pieces of text become fragments of lines: what stands on one baseline with no more than a word's gap between. */
import { WORD_GAP, type Piece } from './words.ts';

export interface Fragment {
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  /** How wide its first word is. */
  lead: number;
  /** Of most of its letters. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** Small raised figures inside it: they may refer to footnotes. */
  raised: { text: string; at: number }[];
}

/** Fragments on about one baseline, from left to right. */
export type Row = Fragment[];

/** Fragments of the pieces, row by row from the top; a gap of `apart` times the letter's size parts two fragments. */
export function rowsOf(pieces: Piece[], apart = 0.62): Row[] {
  const baselines = baselinesOf(pieces.filter((piece) => piece.size > 0));
  return baselines.map((line) => fragmentsOf(line, apart)).toSorted((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0));
}

/** The fragments of a row as one line. */
export function whole(row: Row): Fragment {
  const [first, ...rest] = row;
  if (!first) throw new RangeError('a row has a fragment');
  const letters = (fragments: Row) => fragments.reduce((sum, fragment) => sum + fragment.text.length, 0);
  const all = letters(row);
  const raised = [...first.raised];
  let text = first.text;
  for (const fragment of rest) {
    raised.push(...fragment.raised.map((r) => ({ ...r, at: r.at + text.length + 1 })));
    text += ` ${fragment.text}`;
  }
  return {
    text,
    raised,
    x: first.x,
    lead: first.lead,
    right: Math.max(...row.map((fragment) => fragment.right)),
    y: first.y,
    size: row.toSorted((a, b) => b.text.length - a.text.length)[0]?.size ?? first.size,
    bold: letters(row.filter((fragment) => fragment.bold)) > all * MOST,
    italic: letters(row.filter((fragment) => fragment.italic)) > all * MOST,
  };
}

/** Letters borrowed from another font for want of accents do not make a bold line plain. */
const MOST = 0.6;

function baselinesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  const small: Piece[] = [];
  const usual = usualSize(pieces);
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    if (piece.size < usual * 0.75 && /^[\d*()[\],]{1,6}$/u.test(piece.text)) {
      small.push(piece);
      continue;
    }
    const line = lines.at(-1);
    const on = line?.[0];
    if (line && on && Math.abs(piece.y - on.y) <= 0.2 * Math.max(piece.size, on.size)) line.push(piece);
    else lines.push([piece]);
  }
  for (const piece of small) {
    const host =
      lines.find((line) => line.some((other) => beside(piece, other))) ??
      lines.find((line) => Math.abs((line[0]?.y ?? 0) - piece.y) < 1);
    if (host) host.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** A raised or lowered figure touches the word it belongs to. */
function beside(small: Piece, other: Piece): boolean {
  if (other.size <= small.size) return false;
  const level = small.y <= other.y + other.size * 0.3 && small.y >= other.y - other.size * 0.75;
  const gap = small.x > other.x ? small.x - (other.x + other.width) : other.x - (small.x + small.width);
  return level && gap < other.size * 0.4 && gap > -other.size;
}

function usualSize(pieces: Piece[]): number {
  const letters = new Map<number, number>();
  for (const piece of pieces) letters.set(piece.size, (letters.get(piece.size) ?? 0) + piece.text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function fragmentsOf(line: Piece[], apart: number): Row {
  const row: Row = [];
  let pieces: Piece[] = [];
  const close = () => {
    if (pieces.length > 0) row.push(fragment(pieces));
    pieces = [];
  };
  for (const piece of line.toSorted((a, b) => a.x - b.x)) {
    const last = pieces.at(-1);
    if (last && piece.x - (last.x + last.width) > apart * Math.max(last.size, piece.size)) close();
    pieces.push(piece);
  }
  close();
  return row;
}

function fragment(pieces: Piece[]): Fragment {
  const size = usualSize(pieces);
  const main = pieces.filter((piece) => piece.size > size * 0.9);
  const y = main[0]?.y ?? pieces[0]?.y ?? 0;
  const raised: Fragment['raised'] = [];
  let text = '';
  let bold = 0;
  let italic = 0;
  let before: Piece | undefined;
  let lead: number | null = null;
  for (const piece of pieces) {
    const gap = before ? piece.x - (before.x + before.width) : 0;
    const word = before && (before.blankAfter || piece.blankBefore || gap > WORD_GAP * piece.size);
    if (word) text += ' ';
    if (word && before) lead ??= before.x + before.width - (pieces[0]?.x ?? 0);
    if (piece.size < size * 0.9 && piece.y < y - size * 0.15 && /^[\d*()[\],]+$/u.test(piece.text))
      raised.push({ text: piece.text, at: text.length });
    text += piece.text;
    if (piece.bold) bold += piece.text.length;
    if (piece.italic) italic += piece.text.length;
    before = piece;
  }
  const all = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return {
    text,
    raised,
    x: pieces[0]?.x ?? 0,
    lead: lead ?? Math.max(...pieces.map((piece) => piece.x + piece.width)) - (pieces[0]?.x ?? 0),
    right: Math.max(...pieces.map((piece) => piece.x + piece.width)),
    y,
    size,
    bold: bold > all * MOST,
    italic: italic > all * MOST,
  };
}
