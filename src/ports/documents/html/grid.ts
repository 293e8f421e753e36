/** Where the cells of an HTML table stand. */
import type { Cell } from '../document.ts';
import { attribute, linedSides, type Declarations, type HtmlElement } from './css.ts';

export class Grid {
  private readonly number: number;
  private readonly element: HtmlElement;
  private readonly style: Declarations;
  private readonly cells: { cell: Cell; sides: number | null }[] = [];
  /** By column: the first row that is free below a cell that reaches down. */
  private readonly free = new Map<number, number>();
  private row = -1;
  private column = 0;
  private header = true;
  private heading = false;

  constructor(number: number, element: HtmlElement, style: Declarations) {
    this.number = number;
    this.element = element;
    this.style = style;
  }

  /** Heading rows are those of a thead, and rows of nothing but th, at the top. */
  openRow(row: HtmlElement, inHead: boolean): void {
    this.row++;
    this.column = 0;
    const cells = row.childNodes.filter((node) => node.nodeName === 'td' || node.nodeName === 'th');
    this.header &&= inHead || (cells.length > 0 && cells.every((node) => node.nodeName === 'th'));
    this.heading ||= this.header;
  }

  openCell(element: HtmlElement, style: Declarations): Cell {
    while ((this.free.get(this.column) ?? 0) > this.row) this.column++;
    const column_span = span(attribute(element, 'colspan'), MOST_COLUMNS);
    const row_span = span(attribute(element, 'rowspan'), MOST_ROWS);
    const cell = {
      table: this.number,
      row: this.row,
      column: this.column,
      column_span,
      row_span,
      header: this.header,
      ruled: null,
    };
    const end = Math.min(this.column + column_span, MOST_COLUMNS);
    if (row_span > 1) for (let column = this.column; column < end; column++) this.free.set(column, this.row + row_span);
    this.column += column_span;
    this.cells.push({ cell, sides: linedSides(style) });
    return cell;
  }

  close(): void {
    const ruled = this.ruled();
    for (const { cell } of this.cells) {
      cell.row_span = Math.min(cell.row_span, this.row + 1 - cell.row);
      cell.ruled = ruled;
    }
  }

  /** What the cells say goes before what the table says; with a class whose rules are elsewhere, or a heading row, nobody knows. */
  private ruled(): boolean | null {
    const said = this.cells.filter(({ sides }) => sides !== null);
    if (said.length > 0) return said.filter(({ sides }) => (sides ?? 0) >= 2).length * 2 >= this.cells.length;
    const border = attribute(this.element, 'border');
    if (border !== undefined) return border.trim() !== '0';
    const own = linedSides(this.style);
    if (own !== null) return own >= 2;
    return attribute(this.element, 'class') !== undefined || this.heading ? null : false;
  }
}

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

function span(text: string | undefined, most: number): number {
  const number = /^\s*(\d{1,9})/.exec(text ?? '')?.[1];
  return Math.min(Math.max(Number(number ?? 1), 1), most);
}
