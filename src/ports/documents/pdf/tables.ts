/** Tables told from their ruled lines: which cells there are, how far merged ones reach, and which text lies in each. */
import type { Page } from './page.ts';
import type { Rule, Rules } from './rules.ts';
import type { Piece } from './words.ts';

export interface GridCell {
  row: number;
  column: number;
  row_span: number;
  column_span: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  pieces: Piece[];
}

export interface Grid {
  page: number;
  top: number;
  bottom: number;
  /** Where the columns' borders stand, in points. */
  xs: number[];
  rows: number;
  cells: GridCell[];
  /** False when only the places of its text make it a table. */
  ruled: boolean;
}

/** Takes the tables' pieces out of the page. A frame of one cell is no table. */
export function takeTables(page: Page): { grids: Grid[]; rest: Piece[] } {
  const grids = clusters(page.rules)
    .flatMap((rules) => gridOf(rules, page.number) ?? [])
    .toSorted((a, b) => a.top - b.top);
  let rest = page.pieces.flatMap((piece) => cutAtBorders(piece, grids));
  for (const grid of grids) {
    for (const cell of grid.cells) {
      cell.pieces = rest.filter((piece) => liesIn(piece, cell));
      const taken = new Set(cell.pieces);
      if (taken.size > 0) rest = rest.filter((piece) => !taken.has(piece));
    }
  }
  const real = grids.filter(isTable);
  for (const grid of grids) if (!real.includes(grid)) rest.push(...grid.cells.flatMap((cell) => cell.pieces));
  return { grids: real, rest };
}

const TOUCH = 3;

/** Lines that cross or touch each other, directly or through others. */
function clusters({ horizontal, vertical }: Rules): Rules[] {
  const found: Rules[] = [];
  const left = new Set(vertical);
  const rows = new Set(horizontal);
  for (const seed of vertical) {
    if (!left.delete(seed)) continue;
    const cluster: Rules = { horizontal: [], vertical: [seed] };
    for (const v of cluster.vertical) {
      for (const h of rows) {
        if (!crosses(h, v)) continue;
        rows.delete(h);
        cluster.horizontal.push(h);
        for (const w of left) {
          if (!crosses(h, w)) continue;
          left.delete(w);
          cluster.vertical.push(w);
        }
      }
    }
    found.push(cluster);
  }
  return found;
}

function crosses(h: Rule, v: Rule): boolean {
  return h.at >= v.from - TOUCH && h.at <= v.to + TOUCH && v.at >= h.from - TOUCH && v.at <= h.to + TOUCH;
}

function gridOf({ horizontal, vertical }: Rules, page: number): Grid | null {
  if (horizontal.length < 2) return null;
  const ends = horizontal.flatMap((h) => [h.from, h.to]);
  // Some tables are open at their sides: there the horizontal lines tell how far they reach.
  const xs = positions([...vertical.map((v) => v.at), Math.min(...ends), Math.max(...ends)]);
  const ys = positions([
    ...horizontal.map((h) => h.at),
    Math.min(...vertical.map((v) => v.from)),
    Math.max(...vertical.map((v) => v.to)),
  ]);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 1 || rows * columns > 20_000) return null;
  const cells = cellsOf(xs, ys, horizontal, vertical);
  return { page, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, xs, rows, cells, ruled: true };
}

/** Places nearer than a letter's width are one. */
function positions(values: number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) if (value - (found.at(-1) ?? -Infinity) > 5) found.push(value);
  return found;
}

/** Neighbours without a line between are one cell. */
function cellsOf(xs: number[], ys: number[], horizontal: Rule[], vertical: Rule[]): GridCell[] {
  const cells: GridCell[] = [];
  const columns = xs.length - 1;
  const done = new Set<number>();
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column < columns; column++) {
      if (done.has(row * columns + column)) continue;
      const at = (list: number[], i: number) => list[i] ?? 0;
      const free = (r: number, c: number) => !done.has(r * columns + c);
      let right = column + 1;
      while (right < columns && free(row, right) && !drawn(vertical, at(xs, right), at(ys, row), at(ys, row + 1))) right++;
      let bottom = row + 1;
      while (bottom + 1 < ys.length && free(bottom, column) && !drawn(horizontal, at(ys, bottom), at(xs, column), at(xs, right)))
        bottom++;
      for (let r = row; r < bottom; r++) for (let c = column; c < right; c++) done.add(r * columns + c);
      cells.push({
        row,
        column,
        row_span: bottom - row,
        column_span: right - column,
        left: at(xs, column),
        right: at(xs, right),
        top: at(ys, row),
        bottom: at(ys, bottom),
        pieces: [],
      });
    }
  }
  return cells;
}

/** Is most of the way from `from` to `to` drawn? */
function drawn(rules: Rule[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) <= 5) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return length > (to - from) * 0.6;
}

/** A piece drawn over a column's border belongs to both cells: it is cut at the blank nearest to the border. */
function cutAtBorders(piece: Piece, grids: Grid[]): Piece[] {
  const grid = grids.find(({ top, bottom }) => piece.y > top && piece.y - piece.size * 0.3 < bottom);
  const middle = piece.y - piece.size * 0.3;
  const border = grid?.cells.find(
    (cell) =>
      cell.top < middle &&
      cell.bottom > middle &&
      cell.left > piece.x + piece.size &&
      cell.left < piece.x + piece.width - piece.size,
  );
  if (!border) return [piece];
  const each = piece.width / piece.text.length;
  const ideal = (border.left - piece.x) / each;
  const blanks = [...piece.text.matchAll(/\s+/gu)].map((match) => match.index);
  const cut = blanks.toSorted((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal))[0];
  if (cut === undefined || Math.abs(cut - ideal) > 4) return [piece];
  const tail = piece.text.slice(cut).trimStart();
  const x = Math.max(border.left + 1, piece.x + (piece.text.length - tail.length) * each);
  const head = {
    ...piece,
    text: piece.text.slice(0, cut),
    width: Math.min(cut * each, border.left - 1 - piece.x),
    blankAfter: true,
  };
  return [
    head,
    ...cutAtBorders({ ...piece, text: tail, x, width: Math.max(1, piece.x + piece.width - x), blankBefore: true }, grids),
  ];
}

function liesIn(piece: Piece, cell: GridCell): boolean {
  const x = piece.x + piece.width / 2;
  const y = piece.y - piece.size * 0.3;
  return x >= cell.left - 1 && x <= cell.right + 1 && y >= cell.top - 1 && y <= cell.bottom + 1;
}

function isTable({ cells, xs }: Grid): boolean {
  return xs.length > 2 && cells.length > 1 && cells.some((cell) => cell.pieces.length > 0);
}
