/** Reading order: where text stands in two columns (letterhead, signature, a page of columns), the left one is read before the right. */
import { isToFillIn, opensForm, signs } from '../forms.ts';
import { marker } from '../markers.ts';
import { whole, type Fragment, type Row } from './rows.ts';

/** Lines that share their margins. */
export interface Stretch {
  lines: Fragment[];
  /** Set in a column beside another. */
  column: boolean;
}

export function inReadingOrder(rows: Row[], column = false, depth = 0): Stretch[] {
  const levels = levelsOf(rows.map(withMarkers));
  const bands = depth < 3 && levels.length <= MOST_LEVELS ? bandsOf(levels) : [];
  const stretches: Stretch[] = [];
  let at = 0;
  const plain = (to: number) => {
    const lines = levels.slice(at, to).flatMap((level) => level.rows.map(whole));
    if (lines.length > 0) stretches.push({ lines, column });
  };
  for (const { start, end, gutter } of bands) {
    plain(start);
    const inside = levels.slice(start, end).flatMap((level) => level.rows);
    for (const side of ['left', 'right'] as const) {
      const own = inside
        .map((row) => row.filter((fragment) => sideOf(fragment, gutter) === side))
        .filter((row) => row.length > 0);
      stretches.push(...inReadingOrder(own, true, depth + 1));
    }
    at = end;
  }
  plain(levels.length);
  return stretches;
}

/** No page that is meant to be read has more lines. */
const MOST_LEVELS = 400;

/** Rows that stand beside each other although their baselines differ, as those of two columns in unlike sizes do. */
interface Level {
  rows: Row[];
  fragments: Fragment[];
  top: number;
  bottom: number;
}

function levelsOf(rows: Row[]): Level[] {
  const levels: Level[] = [];
  for (const row of rows) {
    const [first] = row;
    if (!first) continue;
    const last = levels.at(-1);
    const near = last && first.y - last.bottom < 0.8 * Math.max(first.size, last.fragments[0]?.size ?? 0);
    if (last && near && row.every((a) => last.fragments.every((b) => a.x > b.right + 3 || b.x > a.right + 3))) {
      last.rows.push(row);
      last.fragments = [...last.fragments, ...row].toSorted((a, b) => a.x - b.x);
      last.bottom = first.y;
      continue;
    }
    levels.push({ rows: [row], fragments: row, top: first.y, bottom: first.y });
  }
  return levels;
}

/** "1." and what follows it after a tab are one line, and so are the parts around a blank to be filled in. */
function withMarkers(row: Row): Row {
  const result: Row = [];
  for (const fragment of row) {
    const last = result.at(-1);
    const lone = last && marker(last.text)?.length === last.text.length && fragment.x - last.right < 60;
    if (last && (lone || isToFillIn(last.text, fragment.text))) result[result.length - 1] = whole([last, fragment]);
    else result.push(fragment);
  }
  return result;
}

interface Gutter {
  from: number;
  to: number;
}

interface Band {
  start: number;
  end: number;
  gutter: Gutter;
}

function bandsOf(levels: Level[]): Band[] {
  const bands: Band[] = [];
  for (let i = 0; i < levels.length; i++) {
    const gaps = gapsOf(levels[i]?.fragments ?? []);
    const band = gaps.map((gap) => grow(levels, i, gap, bands.at(-1)?.end ?? 0)).find((grown) => grown !== null);
    if (!band) continue;
    bands.push(band);
    i = band.end - 1;
  }
  return bands;
}

/** The widest first. */
function gapsOf(fragments: Fragment[]): Gutter[] {
  const gaps = fragments.slice(1).map((fragment, k) => ({ from: fragments[k]?.right ?? 0, to: fragment.x }));
  return gaps.toSorted((a, b) => b.to - b.from - (a.to - a.from));
}

const NARROWEST = 6;

function grow(levels: Level[], start: number, gap: Gutter, first: number): Band | null {
  let gutter = gap;
  let end = start;
  let both = 0;
  const known: Level[] = [];
  for (let j = start; j < levels.length; j++) {
    const level = levels[j];
    const narrowed = level && narrow(gutter, level.fragments);
    if (!level || !narrowed) break;
    const sides = new Set(level.fragments.map((fragment) => sideOf(fragment, narrowed)));
    if (sides.size === 1 && !continues(known, level, narrowed)) break;
    gutter = narrowed;
    known.push(level);
    if (sides.size === 2) both++;
    end = j + 1;
  }
  if (!isBand(known, gutter, both)) return null;
  let top = start;
  for (; top > first; top--) {
    const above = levels[top - 1];
    const fits = above && narrow(gutter, above.fragments);
    if (!fits || (!isFormal(known) && sideOf(whole(above.fragments), fits) === 'left') || !continues(known, above, fits)) break;
    gutter = fits;
  }
  return { start: top, end, gutter };
}

/** What is left of the gutter between these fragments, or null when one of them lies across it. */
function narrow(gutter: Gutter, fragments: Fragment[]): Gutter | null {
  const left = fragments.filter((fragment) => sideOf(fragment, gutter) === 'left');
  const right = fragments.filter((fragment) => sideOf(fragment, gutter) === 'right');
  const from = Math.max(gutter.from, ...left.map((fragment) => fragment.right));
  const to = Math.min(gutter.to, ...right.map((fragment) => fragment.x));
  return to - from >= NARROWEST ? { from, to } : null;
}

function sideOf({ x, right }: Fragment, { from, to }: Gutter): 'left' | 'right' {
  return (x + right) / 2 < (from + to) / 2 ? 'left' : 'right';
}

/**
 * A level with text on one side only belongs to the columns when it is not far from that side's others: within their margins where
 * running text is set in columns, in line with them in a letterhead, for the paper's title below may stand under its right half.
 */
function continues(known: Level[], level: Level, gutter: Gutter): boolean {
  if (level.fragments.length === 0) return false;
  const fragment = whole(level.fragments);
  const side = sideOf(fragment, gutter);
  const others = known.flatMap((other) => other.fragments).filter((other) => sideOf(other, gutter) === side);
  const nearest = Math.min(...others.map((other) => Math.abs(other.y - fragment.y)));
  const signing = side === 'right' && others.some((other) => signs(other.text));
  if (others.length === 0 || nearest > (signing ? 130 : 2.6 * fragment.size)) return false;
  const pairs = known.filter(({ fragments }) => new Set(fragments.map((f) => sideOf(f, gutter))).size === 2).length;
  if (pairs >= 3 && !isFormal(known)) {
    const [from, to] = [Math.min(...others.map((other) => other.x)), Math.max(...others.map((other) => other.right))];
    return fragment.x > from - 4 && fragment.right < to + 30;
  }
  const centre = (f: Fragment) => (f.x + f.right) / 2;
  const left = others.filter((other) => Math.abs(other.x - fragment.x) < 3).length;
  const middle = others.filter((other) => Math.abs(centre(other) - centre(fragment)) < 8).length;
  return middle >= others.length / 2 || left >= others.length / 2;
}

/** Letterhead or signature: two lines beside each other are enough. */
function isFormal(known: Level[]): boolean {
  const beside = known.filter((level) => level.fragments.length > 1).flatMap((level) => level.fragments);
  if (beside.some(({ text }) => opensForm(text) && !/^(?:Kính|V\/v)/u.test(text))) return true;
  // A page may end between post and name.
  return beside.some(({ text }) => text.startsWith('- ')) && beside.some(({ text }) => FULL_NAME.test(text));
}

const FULL_NAME = /^(?:\p{Lu}\p{Ll}*\s){1,5}\p{Lu}\p{Ll}*$/u;

function isBand(known: Level[], gutter: Gutter, both: number): boolean {
  if (isFormal(known)) return true;
  const pairs = known.filter((level) => level.fragments.length > 1);
  if (both < 4 || gutter.to - gutter.from < 10) return false;
  const widths = (side: 'left' | 'right') => {
    const own = pairs.map(({ fragments }) => fragments.filter((fragment) => sideOf(fragment, gutter) === side));
    const wide = own.map((row) => Math.max(...row.map((f) => f.right)) - Math.min(...row.map((f) => f.x)));
    return wide.toSorted((a, b) => a - b)[Math.floor(wide.length / 2)] ?? 0;
  };
  return widths('left') > 100 && widths('right') > 100;
}
