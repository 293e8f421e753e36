/** Reads plain text, also text copied from a web page or out of a PDF: wrapped lines, page breaks and page numbers inside sentences. */
import { decodeText } from './charset.ts';
import { unfoldColumns } from './columns.ts';
import type { SourceText } from './document.ts';
import { gather } from './gather.ts';
import { draftOf, joinLines, PLAIN_LINE, tidy, type Line } from './lines.ts';
import { liftFurniture } from './page_numbers.ts';
import { rawLines, type RawLine } from './raw_lines.ts';
import { tableDrafts, tableEnd } from './tab_table.ts';
import { fullness } from './wrap.ts';

/**
 * @throws Refusal 'unknown_format' when the bytes are no text.
 */
export function readPlain(bytes: Uint8Array): SourceText {
  const lifted = liftFurniture(rawLines(decodeText(bytes)));
  const parts = partsOf(unfoldColumns(lifted.lines));
  const running = parts.flatMap((part) => (part.table === null ? part.lines : []));
  const full = new Set(fullness(running).flatMap((is, i) => (is ? (running[i] ?? []) : [])));
  const drafts = parts.flatMap(({ lines, table }) =>
    table === null ? joinLines(lines.map((line) => lineOf(line, full))).map((own) => draftOf(own)) : tableDrafts(lines, table),
  );
  return gather('txt', drafts, lifted.left_out);
}

/** Running text, and tables by their numbers. */
function partsOf(lines: RawLine[]): { lines: RawLine[]; table: number | null }[] {
  const parts: { lines: RawLine[]; table: number | null }[] = [];
  let tables = 0;
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const end = tableEnd(lines, i);
    if (end === i) continue;
    parts.push({ lines: lines.slice(from, i), table: null }, { lines: lines.slice(i, end), table: tables++ });
    from = end;
    i = end - 1;
  }
  return [...parts, { lines: lines.slice(from), table: null }];
}

const lineOf = (line: RawLine, full: Set<RawLine>): Line => ({
  ...PLAIN_LINE,
  text: tidy(line.text),
  left: line.indent * MM_PER_BLANK,
  full: full.has(line),
  apart: line.apart,
});

const MM_PER_BLANK = 2;
