/** Rows of a table that the end of a page broke in two. */
import { oneLine } from './fold.ts';
import type { Row } from './tables.ts';

/** The rest of a row that a page broke: no ordinal, and its task goes on with a small letter or is empty. */
export function continuesRow(above: Row, row: Row): boolean {
  if (row.ordinal || !above.cells.some((c) => c.role === 'ordinal')) return false;
  const own = row.cells.filter((c) => c.span);
  const task = own.find((c) => c.role === 'task');
  if (!own.length) return false;
  if (!task)
    return (
      own.every(
        (c) =>
          c.role !== 'lead' || /^\p{Ll}/u.test(c.text) || /[,;-]$/.test(above.cells.find((a) => a.role === 'lead')?.text ?? ''),
      ) && !row.cells.some((c) => !c.span && c.role === 'task')
    );
  return /^\p{Ll}/u.test(task.text) || (!own.some((c) => c.role === 'lead' || c.role === 'perform') && !/[.;]$/.test(above.text));
}

/** Puts that rest where it belongs. */
export function joinRow(above: Row, row: Row): void {
  for (const cell of row.cells) {
    if (!cell.span) continue;
    const mate = above.cells.find((c) => c.role === cell.role && c.heading === cell.heading);
    if (mate) {
      mate.text = oneLine(`${mate.text} ${cell.text}`);
      mate.written += `\n${cell.written}`;
    } else above.cells.push(cell);
  }
  above.text = above.cells.find((c) => c.role === 'task')?.text ?? above.text;
  above.end = row.end;
}
