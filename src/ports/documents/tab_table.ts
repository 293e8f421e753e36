/** A table copied out of a word processor into plain text: a row a line, a tab between two cells. */
import { inCapitals, isToFillIn } from './forms.ts';
import type { Draft } from './gather.ts';
import { draftOf, PLAIN_LINE, tidy } from './lines.ts';
import { marker } from './markers.ts';
import type { RawLine } from './raw_lines.ts';

/** Where the table ends that begins at this line; the line itself when none does. */
export function tableEnd(lines: RawLine[], at: number): number {
  const width = cellsOf(lines[at]).length;
  const heads = cellsOf(lines[at]).filter(Boolean);
  if (heads.length < 3 || !heads.every((head) => /\p{L}|#/u.test(head) && head.length < 60)) return at;
  if (heads.some((head, i) => i > 0 && isToFillIn(heads[i - 1] ?? '', head))) return at;
  let end = at + 1;
  let full = 0;
  for (let i = at + 1; i < lines.length && belongs(lines, i, width); i++) {
    const cells = cellsOf(lines[i]).length;
    if (cells >= 3) full++;
    end = i + 1;
  }
  return full > 0 ? end : at;
}

/** A row, a group's title, or a further line of a cell, after which rows go on. */
function belongs(lines: RawLine[], at: number, width: number): boolean {
  const cells = cellsOf(lines[at]).length;
  if (cells > width) return false;
  if (cells > 1) return !lines[at]?.apart || cells >= 3;
  const next = lines.slice(at + 1, at + 4).findIndex((line) => cellsOf(line).length > 1);
  return !lines[at]?.apart && next >= 0 && lines.slice(at + 1, at + 2 + next).every((line) => !line.apart);
}

export function tableDrafts(lines: RawLine[], table: number): Draft[] {
  const width = cellsOf(lines[0]).length;
  return rowsOf(lines, width).flatMap((cells, row) =>
    cells.flatMap((paragraphs, column) =>
      paragraphs.map((text) =>
        draftOf([{ ...PLAIN_LINE, text }], {
          cell: {
            table,
            row,
            column,
            column_span: cells.length === 1 ? width : row === 0 ? reach(cells, column) : 1,
            row_span: 1,
            header: row === 0,
            ruled: null,
          },
        }),
      ),
    ),
  );
}

/** A head over several columns is followed by empty cells. */
function reach(cells: string[][], column: number): number {
  const next = cells.findIndex((paragraphs, i) => i > column && paragraphs.some(Boolean));
  return (next < 0 ? cells.length : next) - column;
}

/** For each row its cells, for each cell its paragraphs: a cell of several is copied as several lines. */
function rowsOf(lines: RawLine[], width: number): string[][][] {
  const rows: string[][][] = [];
  const each = lines.map(cellsOf);
  const numbered = each.filter((cells) => cells.length >= 3 && NUMBER.test(cells[0] ?? '')).length * 2 >= each.length - 1;
  for (const cells of each) {
    const open = rows.at(-1);
    if (open && open.length > 1 && (numbered || cells.length === 1) && goesOn(open, cells, width)) {
      const [rest = '', ...more] = cells;
      open.at(-1)?.push(rest);
      open.push(...more.map((cell) => [cell]));
    } else rows.push(cells.map((cell) => [cell]));
  }
  return rows;
}

/** The rest of a row that is not full yet, or a further paragraph of its last cell; numbers and titles begin rows. */
function goesOn(row: string[][], cells: string[], width: number): boolean {
  const first = cells[0] ?? '';
  const mark = marker(`${first} `);
  const begins = NUMBER.test(first) || (mark !== null && mark.ordinal !== null) || (cells.length === 1 && inCapitals(first));
  return first !== '' && !begins && row.length + cells.length - 1 <= width;
}

const NUMBER = /^(?:\d+(?:\.\d+)*|[IVX]+|[A-Ha-h])[.)]?$/;

/** A tab at the line's start is an empty first cell. */
function cellsOf(line: RawLine | undefined): string[] {
  if (!line) return [];
  const empty = line.text.includes('\t') ? Math.floor(line.indent / TAB) : 0;
  return [...Array.from({ length: empty }, () => ''), ...line.text.split('\t').map(tidy)];
}

const TAB = 8;
