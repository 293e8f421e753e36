/** Where a table's cells stand: rows, columns, cells merged across and down, lines around them (ECMA-376 part 1, 17.4). */
import type { Cell } from '../document.ts';
import { child, val, type XmlElement } from '../xml.ts';
import { borders, flag, integer, type Borders, type Styles } from './styles.ts';

/** Follows one table as its rows and cells open and close. */
export class Table {
  /** The open row or cell was deleted in a tracked change. */
  dropped = false;
  cell: Cell | null = null;
  private readonly number: number;
  private readonly styles: Styles;
  private row = -1;
  private column = 0;
  private header = true;
  private rowHeader = false;
  private rowDropped = false;
  private lines: Borders = {};
  private readonly cells: { cell: Cell; own: Borders }[] = [];
  /** The cell that reaches down in a column, as long as it does. */
  private readonly merged = new Map<number, Cell>();

  constructor(number: number, styles: Styles) {
    this.number = number;
    this.styles = styles;
  }

  properties(element: XmlElement): void {
    this.lines = { ...this.styles.borders(val(element, 'w:tblStyle')), ...borders(child(element, 'w:tblBorders')) };
  }

  openRow(): void {
    this.row++;
    this.column = 0;
    this.rowHeader = false;
    this.rowDropped = false;
    this.dropped = false;
  }

  rowProperties(element: XmlElement): void {
    this.column = clamp(val(element, 'w:gridBefore'), 0);
    this.rowHeader = flag(element, 'w:tblHeader') ?? false;
    if (!child(element, 'w:del')) return;
    this.rowDropped = true;
    this.dropped = true;
    this.row--;
  }

  openCell(): void {
    this.header &&= this.rowHeader;
    this.cell = {
      table: this.number,
      row: this.row,
      column: this.column,
      column_span: 1,
      row_span: 1,
      header: this.header,
      ruled: false,
    };
    if (!this.dropped) this.cells.push({ cell: this.cell, own: {} });
  }

  cellProperties(element: XmlElement): void {
    const { cell } = this;
    if (!cell) return;
    this.dropped ||= child(element, 'w:cellDel') !== undefined;
    cell.column_span = clamp(val(element, 'w:gridSpan'), 1);
    const last = this.cells.at(-1);
    if (last?.cell === cell) last.own = borders(child(element, 'w:tcBorders'));
    this.reach(cell, child(element, 'w:vMerge'));
  }

  closeCell(): void {
    this.column += this.cell?.column_span ?? 0;
    this.cell = null;
    this.dropped = this.rowDropped;
  }

  /** A table is ruled when half of its cells have lines on two sides or more: a letterhead's cells have none, or one below. */
  close(): void {
    const ruled = this.cells.filter(({ own }) => sides(this.lines, own) >= 2).length * 2 >= this.cells.length;
    for (const { cell } of this.cells) cell.ruled = ruled;
  }

  private reach(cell: Cell, merge: XmlElement | undefined): void {
    if (this.dropped) return;
    const above = this.merged.get(cell.column);
    const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
    if (goesOn && above && above.row + above.row_span === cell.row) above.row_span++;
    else if (merge) this.merged.set(cell.column, cell);
  }
}

/** Word's own limit is 63 columns; other programs write more. */
const MOST_COLUMNS = 1000;

function clamp(text: string | undefined, least: number): number {
  return Math.min(Math.max(integer(text) ?? least, least), MOST_COLUMNS);
}

/** How many sides of a cell have a line; for the table's own lines an inner cell is the measure. */
function sides(table: Borders, cell: Borders): number {
  const across = table.insideH ?? (table.top && table.bottom);
  const down = table.insideV ?? (table.left && table.right);
  const each = [cell.top ?? across, cell.bottom ?? across, cell.left ?? down, cell.right ?? down];
  return each.filter(Boolean).length;
}
