/** Tables of Markdown: "| a | b |", a rule, then rows. */
import type { LeftOut } from './document.ts';
import type { Draft } from './gather.ts';
import { BOLD, readInline } from './inline.ts';
import { draftOf, joinLines, PLAIN_LINE, tidy } from './lines.ts';

export function isTableRow(text: string): boolean {
  return /(?:^|[^\\])\|/u.test(text);
}

export function isTableRule(text: string): boolean {
  return /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/u.test(text) && text.includes('|');
}

/** The first row is the head; a head that comes again with a new rule below is left out. */
export function readTable(lines: string[], table: number): { drafts: Draft[]; left_out: LeftOut[] } {
  const drafts: Draft[] = [];
  const left_out: LeftOut[] = [];
  const head = lines[0] ?? '';
  let row = -1;
  for (const [i, line] of lines.entries()) {
    if (isTableRule(line)) continue;
    if (i > 0 && line === head && isTableRule(lines[i + 1] ?? '')) {
      left_out.push({ text: tidy(line.replaceAll('|', ' ')), why: 'page_header', page: null });
      continue;
    }
    row++;
    for (const [column, cell] of cellsOf(line).entries()) {
      const { text, style, hidden } = readInline(cell);
      left_out.push(...hidden.map((address) => ({ text: address, why: 'hidden' as const, page: null })));
      const bold = text !== '' && [...style].every((s, k) => (s & BOLD) !== 0 || !/[\p{L}\d]/u.test(text[k] ?? ''));
      const shown = text.split('\n').map(tidy).filter(Boolean);
      for (const own of joinLines(shown.map((piece) => ({ ...PLAIN_LINE, text: piece, bold, hard: true })))) {
        drafts.push(draftOf(own, { cell: { table, row, column, column_span: 1, row_span: 1, header: i === 0, ruled: null } }));
      }
    }
  }
  return { drafts, left_out };
}

function cellsOf(line: string): string[] {
  const inner = line.replace(/^\|/u, '').replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
