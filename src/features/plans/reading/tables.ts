/** Tables of tasks: columns recognised by their headings, group rows, merged cells carried down, rows split by a page joined. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import type { Line } from './lines.ts';
import type { ColumnRole, TableCell } from './reading.ts';

export interface Row extends Span {
  kind: 'header' | 'group' | 'row';
  cells: TableCell[];
  /** Text of the ordinal column. */
  ordinal: string | null;
  /** What is to be done, or the group's name. */
  text: string;
  first: Line;
}

export interface Columns {
  roles: ColumnRole[];
  headings: (string | null)[];
}

/** Role of a column by its heading; null when the heading says nothing known. */
export function columnRole(heading: string): ColumnRole | null {
  const text = oneLine(fold(heading)).replace(/[*:.]+$/, '');
  if (!text) return null;
  return COLUMN.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const COLUMN: [RegExp, ColumnRole][] = [
  [/^(?:stt|tt|số tt|số thứ tự|s\.?t\.?t|#|thứ tự)$/, 'ordinal'],
  [/thời gian|thời hạn|tiến độ|hoàn thành|^hạn|thời điểm|mốc|^năm thực hiện|lộ trình/, 'time'],
  [/kinh phí|nguồn vốn|ghi chú|địa điểm|đối tượng|đơn vị tính|căn cứ|cấp (?:trình|ban hành|phê duyệt)|cơ quan (?:ban hành|phê duyệt|trình)|hình thức văn bản|số lượng|thẩm quyền/, 'other'],
  [/chủ trì.{0,20}phối hợp|phối hợp.{0,20}chủ trì/, 'perform'],
  [/chủ trì|đầu mối|chịu trách nhiệm chính|thường trực/, 'lead'],
  [/phối hợp|tham gia/, 'coordinate'],
  [/sản phẩm|kết quả|đầu ra|chỉ tiêu/, 'product'],
  [/nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đề án|tên |chương trình|việc|danh mục|hạng mục/, 'task'],
  [/thực hiện|phân công|cơ quan|đơn vị|trách nhiệm|phụ trách/, 'perform'],
];

/** Rows of one table. `before`: columns of a table just above with as many columns, which this one continues on a new page. */
export function readTable(lines: Line[], text: string, before: Columns | null): { rows: Row[]; columns: Columns } | null {
  const grid = rowsOf(lines);
  const width = Math.max(...lines.map((l) => (l.block.cell?.column ?? 0) + (l.block.cell?.column_span ?? 1)));
  if (width < 2) return null;
  const heads = headerRows(grid);
  const columns = heads ? columnsOf(grid.slice(0, heads), width) : before && before.roles.length === width ? before : guess(width);
  const rows: Row[] = [];
  const carry: (TableCell | null)[] = [];
  grid.forEach((cells, index) => {
    const first = cells[0]?.[0];
    const last = cells.at(-1)?.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    const read = columns.roles.map((role, c): TableCell | null => {
      const own = cells.find((cell) => cell[0]?.block.cell?.column === c);
      if (!own) return null;
      const [a, b] = [own[0] as Line, own.at(-1) as Line];
      const label = a.label ? `${a.label} ` : '';
      return { role, heading: columns.headings[c] ?? null, text: oneLine(label && role === 'ordinal' ? label : text.slice(a.start, b.end)), span: { start: a.start, end: b.end } };
    });
    if (index < heads || isColumnNumbers(read)) {
      rows.push({ ...span, kind: 'header', cells: read.filter((c) => c !== null), ordinal: null, text: oneLine(text.slice(span.start, span.end)), first });
      return;
    }
    const row = rowOf(read, cells, columns, carry, span, first);
    const above = rows.at(-1);
    if (above?.kind === 'row' && row.kind === 'row' && continuesRow(above, row)) joinRow(above, row);
    else rows.push(row);
  });
  return { rows, columns };
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

/** How many rows at the top are headings: marked so, or naming two known columns; a second row may divide one of them. */
function headerRows(grid: Line[][][]): number {
  const known = (row: Line[][]) => row.filter((cell) => cell.reduce((n, l) => n + l.text.length, 0) < 90 && columnRole(cell.map((l) => l.text).join(' ')) !== null).length;
  let n = 0;
  while (n < grid.length && n < 3) {
    const row = grid[n] ?? [];
    const marked = row.some((cell) => cell[0]?.block.cell?.header);
    const many = known(row) >= 2 && (n === 0 || (row.length < (grid[0]?.length ?? 0) && divides(grid[0] ?? [], row)));
    if (!(marked && (n === 0 || known(row) >= 1 || many)) && !many) break;
    n++;
  }
  return n;
}

const divides = (above: Line[][], row: Line[][]) => {
  const wide = above.map((cell) => cell[0]?.block.cell).filter((c) => (c?.column_span ?? 1) > 1);
  return row.every((cell) => wide.some((w) => w && (cell[0]?.block.cell?.column ?? -1) >= w.column && (cell[0]?.block.cell?.column ?? 0) < w.column + w.column_span));
};

function columnsOf(heads: Line[][][], width: number): Columns {
  const headings: (string | null)[] = [];
  for (let c = 0; c < width; c++) {
    const over = heads.flatMap((row) => row.filter((cell) => covers(cell[0], c)).map((cell) => oneLine(cell.map((l) => l.text).join(' '))));
    headings.push(over.join(' ') || null);
  }
  const last = heads.map((row) => row);
  const roles = headings.map((heading, c) => {
    const lowest = last.flatMap((row) => row.filter((cell) => covers(cell[0], c))).at(-1);
    return columnRole(oneLine((lowest ?? []).map((l) => l.text).join(' '))) ?? columnRole(heading ?? '') ?? 'other';
  });
  onlyOneTask(roles, headings);
  return { roles, headings };
}

const covers = (line: Line | undefined, column: number) => {
  const cell = line?.block.cell;
  return !!cell && column >= cell.column && column < cell.column + cell.column_span;
};

/** Of several columns that may be the task's, the one called so; "Nội dung" beside "Nhiệm vụ" is kept as other. */
function onlyOneTask(roles: ColumnRole[], headings: (string | null)[]): void {
  const tasks = roles.flatMap((role, c) => (role === 'task' ? [c] : []));
  if (tasks.length < 2) {
    if (!tasks.length) {
      const free = roles.findIndex((role, c) => role === 'other' && c > 0);
      const product = roles.indexOf('product');
      if (free >= 0 && !/ghi chú|kinh phí|địa điểm/.test(fold(headings[free] ?? ''))) roles[free] = 'task';
      else if (product >= 0) roles[product] = 'task';
    }
    return;
  }
  const best = tasks.find((c) => /nhiệm vụ|nội dung công việc|công việc/.test(fold(headings[c] ?? ''))) ?? tasks[0];
  for (const c of tasks) if (c !== best) roles[c] = 'other';
}

/** A table without headings: an ordinal and then a task, the rest unknown. */
const guess = (width: number): Columns => ({
  roles: Array.from({ length: width }, () => 'other' as ColumnRole),
  headings: Array.from({ length: width }, () => null),
});

const isColumnNumbers = (cells: (TableCell | null)[]) => {
  const own = cells.filter((c) => c !== null);
  return own.length > 1 && own.every((c, i) => c.text.replace(/[()\s]/g, '') === String(i + 1));
};

function rowOf(read: (TableCell | null)[], cells: Line[][], columns: Columns, carry: (TableCell | null)[], span: Span, first: Line): Row {
  const own = read.filter((c) => c !== null);
  const ordinalCell = read.find((c) => c?.role === 'ordinal') ?? null;
  const worded = own.filter((c) => c.role !== 'ordinal');
  const only = own.length === 1 ? own[0] : worded.length === 1 ? worded[0] : undefined;
  const place = first.block.cell;
  const wide = cells.some((cell) => (cell[0]?.block.cell?.column_span ?? 1) >= columns.roles.length - 1 && columns.roles.length > 2);
  if (only && (wide || ((only.role === 'task' || isCaps(only.text)) && looksGroup(only, ordinalCell, cells, columns)))) {
    const typed = ordinalCell && ordinalCell !== only ? null : marker(only.text);
    const ordinal = typed?.text ?? (ordinalCell === only ? null : (ordinalCell?.text ?? null));
    return { ...span, kind: 'group', cells: own, ordinal, text: only.text.slice(typed?.length ?? 0), first };
  }
  const filled = read.map((cell, c) => {
    const role = columns.roles[c] ?? 'other';
    const above = carry[c];
    if (cell && above && DITTO.test(fold(cell.text))) return { ...above, role, span: cell.span };
    const covered = above && reaches.get(above)?.has(place?.row ?? -1);
    return cell ?? (covered ? { ...above, role, span: null } : null);
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
const DITTO = /^(?:-?\s?nt\s?-?|như trên|["”'’]{1,2}|nêu trên)\.?$/;
const reaches = new WeakMap<TableCell, Set<number>>();

/** One text alone in its row: bold, capitals, a Roman or lettered ordinal; or no ordinal at all where others have one. */
function looksGroup(only: TableCell, ordinal: TableCell | null, cells: Line[][], columns: Columns): boolean {
  if (!columns.roles.some((r) => r === 'lead' || r === 'perform' || r === 'time' || r === 'coordinate')) return false;
  const bold = cells.flat().some((l) => l.block.look.bold && l.text.length > 3);
  return bold || isCaps(only.text) || /^[IVXA-H]+\.?$/.test(ordinal?.text ?? '') || (/^(?:\d+|)$/.test(ordinal?.text.replace(/\.$/, '') ?? '') && !/[.;]$/.test(only.text) && columns.roles.length >= 4 && !!ordinal);
}

/** The rest of a row that a page broke: no ordinal, and its task goes on with a small letter or is empty. */
function continuesRow(above: Row, row: Row): boolean {
  if (row.ordinal || !above.cells.some((c) => c.role === 'ordinal')) return false;
  const own = row.cells.filter((c) => c.span);
  const task = own.find((c) => c.role === 'task');
  if (!own.length) return false;
  if (!task) return own.every((c) => c.role !== 'lead' || /^\p{Ll}/u.test(c.text) || /[,;-]$/.test(above.cells.find((a) => a.role === 'lead')?.text ?? '')) && !row.cells.some((c) => !c.span && c.role === 'task');
  return /^\p{Ll}/u.test(task.text) || (!own.some((c) => c.role === 'lead' || c.role === 'perform') && !/[.;]$/.test(above.text));
}

function joinRow(above: Row, row: Row): void {
  for (const cell of row.cells) {
    if (!cell.span) continue;
    const mate = above.cells.find((c) => c.role === cell.role && c.heading === cell.heading);
    if (mate) mate.text = oneLine(`${mate.text} ${cell.text}`);
    else above.cells.push(cell);
  }
  above.text = above.cells.find((c) => c.role === 'task')?.text ?? above.text;
  above.end = row.end;
}
