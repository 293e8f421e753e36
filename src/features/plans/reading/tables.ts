/** Tables of tasks: columns recognised by their headings, group rows, merged cells carried down, rows split by a page joined. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import type { Line } from './lines.ts';
import type { ColumnRole, TableCell } from './reading.ts';
import { continuesRow, joinRow } from './split_rows.ts';
import { columnsOf, guess, headerRows } from './table_columns.ts';
import type { Columns } from './table_columns.ts';

/** `written`: as `text`, with the line breaks of the cell. */
export interface RowCell extends TableCell {
  written: string;
}

export interface Row extends Span {
  kind: 'header' | 'group' | 'row';
  cells: RowCell[];
  /** Text of the ordinal column. */
  ordinal: string | null;
  /** What is to be done, or the group's name. */
  text: string;
  first: Line;
}

/** Rows of one table. `before`: columns of a table just above with as many columns, which this one continues on a new page. */
export function readTable(lines: Line[], text: string, before: Columns | null): { rows: Row[]; columns: Columns } | null {
  const grid = rowsOf(lines);
  const width = Math.max(...lines.map((l) => (l.block.cell?.column ?? 0) + (l.block.cell?.column_span ?? 1)));
  if (width < 2) return null;
  const heads = headerRows(grid);
  const columns = heads
    ? columnsOf(grid.slice(0, heads), width)
    : before && before.roles.length === width
      ? before
      : guess(width);
  const rows: Row[] = [];
  const carry: (RowCell | null)[] = [];
  grid.forEach((cells, index) => {
    const first = cells[0]?.[0];
    const last = cells.at(-1)?.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    const read = columns.roles.map((columnOwn, c): RowCell | null => {
      const own = cells.find((cell) => cell[0]?.block.cell?.column === c);
      if (!own) return null;
      const [a, b] = [own[0] as Line, own.at(-1) as Line];
      const role = index < heads ? columnOwn : widened(columns.roles, c, a.block.cell?.column_span ?? 1);
      const label = a.label ? `${a.label} ` : '';
      const written = label && role === 'ordinal' ? label : text.slice(a.start, b.end);
      return {
        role,
        heading: columns.headings[c] ?? null,
        text: oneLine(written),
        written: written.split('\n').map(oneLine).filter(Boolean).join('\n'),
        span: { start: a.start, end: b.end },
      };
    });
    if (index < heads || isColumnNumbers(read) || isHeadAgain(read, columns)) {
      rows.push({
        ...span,
        kind: 'header',
        cells: read.filter((c) => c !== null),
        ordinal: null,
        text: oneLine(text.slice(span.start, span.end)),
        first,
      });
      return;
    }
    const row = rowOf(read, cells, columns, carry, span, first);
    const above = rows.at(-1);
    if (above?.kind === 'row' && row.kind === 'row' && continuesRow(above, row)) joinRow(above, row);
    else rows.push(row);
  });
  return { rows, columns };
}

/** A cell merged over columns of which only a later one says something says that: "Thường xuyên" over beginning and end. */
function widened(roles: ColumnRole[], column: number, span: number): ColumnRole {
  const own = roles[column] ?? 'other';
  return own === 'other' && span < roles.length ? (roles.slice(column, column + span).find((r) => r !== 'other') ?? own) : own;
}

function rowsOf(lines: Line[]): Line[][][] {
  const rows = new Map<number, Map<number, Line[]>>();
  for (const line of lines) {
    const cell = line.block.cell;
    if (!cell) continue;
    const row = rows.get(cell.row) ?? new Map<number, Line[]>();
    rows.set(cell.row, row);
    row.set(cell.column, [...(row.get(cell.column) ?? []), line]);
  }
  return [...rows.entries()].sort((a, b) => a[0] - b[0]).map(([, row]) => [...row.values()]);
}

const isColumnNumbers = (cells: (RowCell | null)[]) => {
  const own = cells.filter((c) => c !== null);
  return own.length > 1 && own.every((c, i) => c.text.replace(/[()\s]/g, '') === String(i + 1));
};

/** On a new page the head stands there once more. */
const isHeadAgain = (cells: (TableCell | null)[], columns: Columns) => {
  const own = cells.flatMap((cell, c) => (cell ? [cell.text === columns.headings[c]] : []));
  return own.length > 1 && own.every(Boolean);
};

function rowOf(
  read: (RowCell | null)[],
  cells: Line[][],
  columns: Columns,
  carry: (RowCell | null)[],
  span: Span,
  first: Line,
): Row {
  const own = read.filter((c) => c !== null);
  const ordinalCell = read.find((c) => c?.role === 'ordinal') ?? null;
  const worded = own.filter((c) => c.role !== 'ordinal');
  const only = own.length === 1 ? own[0] : worded.length === 1 ? worded[0] : undefined;
  const place = first.block.cell;
  const wide = cells.some(
    (cell) => (cell[0]?.block.cell?.column_span ?? 1) >= columns.roles.length - 1 && columns.roles.length > 2,
  );
  const shared = carry.some(
    (cell) => cell && reaches.get(cell)?.has(place?.row ?? -1) && cell.role !== 'ordinal' && cell.role !== 'task',
  );
  if (
    only &&
    (wide || (!shared && (only.role === 'task' || isCaps(only.text)) && looksGroup(only, ordinalCell, cells, columns)))
  ) {
    const typed = ordinalCell && ordinalCell !== only ? null : marker(only.text);
    const ordinal = typed?.text ?? (ordinalCell === only ? null : (ordinalCell?.text ?? null));
    return { ...span, kind: 'group', cells: own, ordinal, text: only.text.slice(typed?.length ?? 0), first };
  }
  const filled = read.map((cell, c) => {
    const above = carry[c];
    if (cell && above && DITTO.test(fold(cell.text))) return { ...above, span: cell.span };
    const covered = above && reaches.get(above)?.has(place?.row ?? -1);
    return cell ?? (covered ? { ...above, span: null } : null);
  });
  read.forEach((cell, c) => {
    if (!cell || DITTO.test(fold(cell.text))) return;
    carry[c] = cell;
    const line = cells.find((l) => l[0]?.block.cell?.column === c)?.[0];
    const at = line?.block.cell;
    if (at && at.row_span > 1) reaches.set(cell, new Set(Array.from({ length: at.row_span }, (_, i) => at.row + i)));
  });
  const all = filled.filter((c) => c !== null);
  const task = all.find((c) => c.role === 'task');
  return { ...span, kind: 'row', cells: all, ordinal: ordinalCell?.text ?? null, text: task?.text ?? '', first };
}

/** "Như trên", "nt", a ditto mark. */
const DITTO = /^\(?(?:-?\s?nt\s?-?|(?:như|nêu) trên|-?\s?["“”'’″〃]{1,3}\s?-?|\/\/|,,)\)?\.?$/;
const reaches = new WeakMap<RowCell, Set<number>>();

/** One text alone in its row: bold, capitals, a Roman or lettered ordinal; or no ordinal at all where others have one. */
function looksGroup(only: RowCell, ordinal: RowCell | null, cells: Line[][], columns: Columns): boolean {
  if (!columns.roles.some((r) => r === 'lead' || r === 'perform' || r === 'time' || r === 'coordinate')) return false;
  const bold = cells.flat().some((l) => l.block.look.bold && l.text.length > 3);
  return (
    bold ||
    isCaps(only.text) ||
    /^[IVXA-H]+\.?$/.test(ordinal?.text ?? '') ||
    (/^(?:\d+|)$/.test(ordinal?.text.replace(/\.$/, '') ?? '') &&
      !/[.;]$/.test(only.text) &&
      columns.roles.length >= 4 &&
      !!ordinal)
  );
}
