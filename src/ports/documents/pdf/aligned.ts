/** Tables without ruled lines: a heading row that begins with "TT", and below it text that keeps to the same columns. */
import type { Fragment, Row } from './rows.ts';
import type { Grid, GridCell } from './tables.ts';

interface Column {
  left: number;
  right: number;
}

/** Takes the first such table out of the rows; null when there is none. */
export function takeAligned(rows: Row[], page: number): Grid | null {
  const head = rows.findIndex((row) => row.length > 2 && HEAD.test(row[0]?.text ?? ''));
  if (head < 0) return null;
  const columns: Column[] = (rows[head] ?? []).map(({ x, right }) => ({ left: x, right }));
  let end = head + 1;
  while (end < rows.length && belongs(rows[end] ?? [], rows[end - 1] ?? [], columns)) end++;
  // Under a heading alone there is no table.
  if (rows.slice(head + 1, end).filter((row) => row.length > 1).length < 2) return null;
  const taken = rows.splice(head, end - head);
  return gridOf(taken, columns, page);
}

const HEAD = /^(?:S?TT|Số\s+TT)\.?$/iu;

/** Each fragment of the row lies in one column, which may grow into the free space beside it; the row is not far below the last. */
function belongs(row: Row, above: Row, columns: Column[]): boolean {
  const [first] = row;
  if (!first || first.y - (above[0]?.y ?? 0) > first.size * 3.2) return false;
  const places = row.map((fragment) => columnOf(fragment, columns));
  if (places.includes(-1)) return false;
  for (const [i, { x, right }] of row.entries()) {
    const column = columns[places[i] ?? 0];
    if (column) Object.assign(column, { left: Math.min(column.left, x), right: Math.max(column.right, right) });
  }
  return true;
}

/** -1 when it lies under two columns, or between them. */
function columnOf({ x, right }: Fragment, columns: Column[]): number {
  const under = columns.flatMap((column, i) => (Math.min(right, column.right) - Math.max(x, column.left) > 0 ? [i] : []));
  if (under.length > 1) return -1;
  if (under[0] !== undefined) return under[0];
  return columns.findIndex((column, i) => x >= column.right && right <= (columns[i + 1]?.left ?? Infinity));
}

/** A row of the table begins where its first column says something; what stands on lines without a number goes on with it. */
function gridOf(rows: Row[], columns: Column[], page: number): Grid {
  const cells: GridCell[] = [];
  let row = -1;
  for (const line of rows) {
    if (columnOf(line[0] as Fragment, columns) === 0 || row < 0) {
      row++;
      for (const [column, { left, right }] of columns.entries()) {
        cells.push({
          row,
          column,
          row_span: 1,
          column_span: 1,
          left: left - 5,
          right: (columns[column + 1]?.left ?? right + 5) - 5,
          top: 0,
          bottom: 0,
          pieces: [],
        });
      }
    }
    for (const fragment of line) {
      const cell = cells.find((c) => c.row === row && c.column === columnOf(fragment, columns));
      cell?.pieces.push({ ...fragment, width: fragment.right - fragment.x, blankBefore: true, blankAfter: true });
    }
  }
  const [top, bottom] = [rows[0]?.[0]?.y ?? 0, rows.at(-1)?.[0]?.y ?? 0];
  return {
    page,
    top,
    bottom,
    xs: [...columns.map(({ left }) => left), columns.at(-1)?.right ?? 0],
    rows: row + 1,
    cells,
    ruled: false,
  };
}
