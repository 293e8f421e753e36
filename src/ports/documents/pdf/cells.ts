/** Tables of one page or several become blocks with their places; rows that a page's end cut in two are joined. */
import type { LeftOut } from '../document.ts';
import type { Draft } from '../gather.ts';
import { tidy } from '../lines.ts';
import { inReadingOrder } from './bands.ts';
import { paragraphs, type Placed } from './flow.ts';
import { rowsOf } from './rows.ts';
import type { Grid, GridCell } from './tables.ts';

interface TableCell extends Omit<GridCell, 'pieces'> {
  lines: Placed[];
}

type TableRow = TableCell[];

/** `grids` follow one another with nothing but page furniture between, and have the same columns. */
export function tableDrafts(grids: Grid[], table: number): { drafts: Draft[]; left_out: LeftOut[] } {
  const left_out: LeftOut[] = [];
  const ruled = grids.every((grid) => grid.ruled);
  const rows: TableRow[] = [];
  let heads = 0;
  for (const [k, grid] of grids.entries()) {
    const own = rowsOfGrid(grid);
    const repeated = k === 0 ? 0 : repeatedHead(rows, own);
    heads = Math.max(heads, repeated);
    for (const row of own.slice(0, repeated))
      left_out.push({ text: textOfRow(row).join(' '), why: 'page_header', page: grid.page });
    const [first, ...rest] = own.slice(repeated);
    const last = rows.at(-1);
    if (k > 0 && first && last && isRestOf(first)) append(last, first);
    else if (first) rows.push(first);
    rows.push(...rest);
  }
  const bold =
    rows[0] &&
    rows[0].flatMap((cell) => cell.lines).every((line) => line.bold) &&
    rows[0].filter((cell) => cell.lines.length > 0).length > 1;
  const drafts = rows.flatMap((row, r) =>
    row.flatMap(({ column, column_span, row_span, lines }) => {
      const cell = { table, row: r, column, column_span, row_span, header: r < heads || (r === 0 && bold === true), ruled };
      return paragraphs(lines, { cell });
    }),
  );
  return { drafts, left_out };
}

/** The same columns, so that one may be the other's continuation. */
export function sameColumns(a: Grid, b: Grid): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - (b.xs[i] ?? Infinity)) < 6);
}

function rowsOfGrid(grid: Grid): TableRow[] {
  const rows: TableRow[] = Array.from({ length: grid.rows }, () => []);
  for (const { pieces, ...cell } of grid.cells) {
    const margins = { left: cell.left + PADDING, right: cell.right - PADDING };
    const stretches = inReadingOrder(rowsOf(pieces, 4));
    const lines = stretches.flatMap((stretch) =>
      stretch.lines.map((line) => ({ ...line, page: grid.page, margins, begins: false, brief: false })),
    );
    rows[cell.row]?.push({ ...cell, lines: asOneWord(lines) });
  }
  return rows.filter((row) => row.length > 0);
}

/** The first column is often too narrow for its own heading: "ST" above "T". */
function asOneWord(lines: Placed[]): Placed[] {
  const [first] = lines;
  const word = lines.map((line) => line.text).join('');
  return first && lines.length > 1 && /^S?TT$/u.test(word) ? [{ ...first, text: word }] : lines;
}

/** What Word leaves between border and text. */
const PADDING = 5;

function textOfRow(row: TableRow): string[] {
  return row.map((cell) => tidy(cell.lines.map((line) => line.text).join(' ')));
}

/** How many rows at the top say the same as the table's first ones. */
function repeatedHead(rows: TableRow[], next: TableRow[]): number {
  let n = 0;
  while (n < 3 && n + 1 < next.length) {
    const [a, b] = [textOfRow(rows[n] ?? []).join('|'), textOfRow(next[n] ?? []).join('|')];
    if (a !== b || !/\p{L}/u.test(a)) break;
    n++;
  }
  return n;
}

/** Its first column is empty, others are not, and none is a group's title over the whole width. */
function isRestOf(row: TableRow): boolean {
  const [first, ...others] = row;
  return (
    first !== undefined &&
    first.column === 0 &&
    first.column_span === 1 &&
    first.lines.length === 0 &&
    others.some((cell) => cell.lines.length > 0)
  );
}

function append(row: TableRow, rest: TableRow): void {
  for (const cell of rest) row.find((other) => other.column === cell.column)?.lines.push(...cell.lines);
}
