/** Page headers, footers and numbers: what stands at the same place on several pages, figures aside. */
import type { LeftOut } from '../document.ts';
import { opensForm } from '../forms.ts';
import { pageNumber } from '../page_numbers.ts';
import { tidy } from '../lines.ts';
import { whole, type Row } from './rows.ts';

export interface Sheet {
  number: number;
  height: number;
  rows: Row[];
}

/** Takes the furniture out of the sheets' rows. */
export function takeFurniture(sheets: Sheet[]): LeftOut[] {
  const edges = sheets.flatMap((sheet) => [...edge(sheet, 'page_header'), ...edge(sheet, 'page_footer')]);
  const offsets = pageOffsets(edges);
  const left_out: LeftOut[] = [];
  for (const sheet of sheets) {
    for (const side of ['page_header', 'page_footer'] as const) {
      for (const line of edge(sheet, side)) {
        const why = isNumber(line, offsets) ? 'page_number' : comesAgain(line, edges, sheets.length) ? side : null;
        // What stands nearer to the page's edge than a line of the text is no text either.
        if (!why) break;
        sheet.rows.splice(sheet.rows.indexOf(line.row), 1);
        left_out.push({ text: line.text, why, page: sheet.number });
      }
    }
  }
  return left_out;
}

interface Edge {
  row: Row;
  text: string;
  /** Its text with every figure replaced. */
  pattern: string;
  y: number;
  sheet: number;
  side: 'page_header' | 'page_footer';
}

/** The outermost rows in the margin, the nearest to the edge first. */
function edge({ rows, height, number }: Sheet, side: Edge['side']): Edge[] {
  const outermost = side === 'page_header' ? rows.slice(0, DEEP) : rows.slice(-DEEP).toReversed();
  const found: Edge[] = [];
  for (const row of outermost) {
    const line = whole(row);
    if (side === 'page_header' ? line.y > height * 0.13 : line.y < height * 0.87) break;
    const text = tidy(line.text);
    found.push({ row, text, pattern: text.replace(/\d+/gu, '#'), y: line.y, sheet: number, side });
  }
  return found;
}

const DEEP = 4;

/** How far printed page numbers run ahead of the sheets', for those that agree on two sheets. */
function pageOffsets(edges: Edge[]): Set<number> {
  const seen = new Map<number, Set<number>>();
  for (const { text, sheet } of edges) {
    const number = pageNumber(text);
    if (number) seen.set(number.page - sheet, (seen.get(number.page - sheet) ?? new Set()).add(sheet));
  }
  return new Set([...seen].filter(([, sheets]) => sheets.size > 1).map(([offset]) => offset));
}

/** A part bound in later may count from 1 again, but no page has a higher number than it has sheets before it, save by an agreed offset. */
function isNumber({ text, sheet }: Edge, offsets: Set<number>): boolean {
  const number = pageNumber(text);
  return number !== null && (number.explicit || number.of !== null || number.page <= sheet || offsets.has(number.page - sheet));
}

function comesAgain(line: Edge, edges: Edge[], sheets: number): boolean {
  if (opensForm(line.text) || line.row.some((fragment) => opensForm(fragment.text)) || /^[-+•*]\s|^#?[.)]\s/u.test(line.pattern))
    return false;
  const again = new Set(
    edges
      .filter((other) => other.side === line.side && other.pattern === line.pattern && Math.abs(other.y - line.y) < 4)
      .map((other) => other.sheet),
  );
  return again.size >= Math.max(2, sheets * 0.3);
}
