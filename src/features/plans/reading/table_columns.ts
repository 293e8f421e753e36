/** What the columns of a table are, told by their headings, in any order and wording. */
import { fold, oneLine } from './fold.ts';
import type { Line } from './lines.ts';
import type { ColumnRole } from './reading.ts';

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
  [/^(?:sản phẩm|kết quả|đầu ra)(?!.*(?:thời gian|thời hạn|tiến độ))/, 'product'],
  [/^(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:,? [^,]+)? phối hợp$/, 'task'],
  [
    /thời gian|thời hạn|tiến độ|hoàn thành|kết thúc|^hạn|thời điểm|mốc|bao giờ|khi nào|^năm thực hiện|lộ trình|^(?:tháng|quý|ngày(?:,? tháng)?|tuần|năm|thời kỳ)$/,
    'time',
  ],
  [
    /kinh phí|nguồn vốn|nguồn lực|ghi chú|lãnh đạo|^(?:cách|hình thức|phương thức|phương pháp|điều kiện|nơi|phạm vi) |địa điểm|đối tượng|đơn vị tính|căn cứ|cấp (?:trình|ban hành|phê duyệt)|cơ quan (?:ban hành|phê duyệt|trình|thẩm định|quyết định)|hình thức văn bản|số lượng|thẩm quyền|thụ hưởng|đơn vị nhận|cơ quan nhận/,
    'other',
  ],
  [/chủ trì.{0,20}phối hợp|phối hợp.{0,20}chủ trì/, 'perform'],
  [/chủ trì|đầu mối|chịu trách nhiệm chính|thường trực|^(?:cqct|đvct|ct)$/, 'lead'],
  [/phối hợp|tham gia|làm cùng|cùng làm|(?:đơn vị|cơ quan) hỗ trợ|^(?:cqph|đvph|ph)$/, 'coordinate'],
  [/sản phẩm|kết quả|đầu ra|chỉ tiêu/, 'product'],
  [/nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đề án|tên |chương trình|việc|danh mục|hạng mục/, 'task'],
  [/thực hiện|phân công|cơ quan|đơn vị|trách nhiệm|phụ trách|^ai |người làm|^(?:các )?phòng(?![\p{L}])/u, 'perform'],
];

/** How many rows at the top are headings: marked so, or naming two known columns; a second row may divide one of them. */
export function headerRows(grid: Line[][][]): number {
  const known = (row: Line[][]) =>
    row.filter(
      (cell) => cell.reduce((n, l) => n + l.text.length, 0) < 90 && columnRole(cell.map((l) => l.text).join(' ')) !== null,
    ).length;
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
  return row.every((cell) =>
    wide.some(
      (w) =>
        w && (cell[0]?.block.cell?.column ?? -1) >= w.column && (cell[0]?.block.cell?.column ?? 0) < w.column + w.column_span,
    ),
  );
};

export function columnsOf(heads: Line[][][], width: number): Columns {
  const headings: (string | null)[] = [];
  for (let c = 0; c < width; c++) {
    const over = heads.flatMap((row) =>
      row.filter((cell) => covers(cell[0], c)).map((cell) => oneLine(cell.map((l) => l.text).join(' '))),
    );
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
export const guess = (width: number): Columns => ({
  roles: Array.from({ length: width }, () => 'other' as ColumnRole),
  headings: Array.from({ length: width }, () => null),
});
