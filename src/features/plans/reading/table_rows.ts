/** The rows of all tables of a document, as items of its tree. */
import type { Item } from './items.ts';
import type { Line } from './lines.ts';
import type { Columns } from './table_columns.ts';
import { readTable } from './tables.ts';
import type { Row } from './tables.ts';

/** `lines`: those of the tables. A table right below one of as many columns goes on with it. */
export function readTables(lines: Line[], text: string): { item: Item; row: Row }[] {
  const out: { item: Item; row: Row }[] = [];
  let before: Columns | null = null;
  let last: number | null = null;
  for (const id of new Set(lines.map((l) => l.block.cell?.table))) {
    const own = lines.filter((l) => l.block.cell?.table === id);
    const near = last !== null && !/\S/.test(text.slice(last, own[0]?.start ?? 0));
    const table = readTable(own, text, near ? before : null);
    last = own.at(-1)?.end ?? null;
    before = table?.columns ?? null;
    for (const row of table?.rows ?? own.map(plainRow)) out.push({ item: rowItem(row), row });
  }
  return out;
}

const plainRow = (line: Line): Row => ({
  start: line.start,
  end: line.end,
  kind: 'header',
  cells: [],
  ordinal: null,
  text: line.text,
  first: line,
});

const rowItem = (row: Row): Item => ({
  start: row.start,
  end: row.end,
  text: row.text,
  marker: null,
  markerInText: true,
  block: row.first.block,
  title: false,
  line: -1,
});
