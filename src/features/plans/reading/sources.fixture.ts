/** Builds a SourceText as the readers of files give it, from lines; a line within ** ** is bold. For tests. */
import type { Block, Cell, SourceText } from '#ports/documents/document.ts';

/** A cell as [text, columns it spans, rows it spans, bold]; a bare text is one cell. */
export type TestCell = string | [string, number?, number?, boolean?];

const LOOK = { bold: false, italic: false, align: null, heading: null, indent: null } as const;

export function sourceOf(written: string, rows: TestCell[][] = [], after = ''): SourceText {
  let text = '';
  const blocks: Block[] = [];
  const add = (words: string, cell: Cell | null, bold: boolean) => {
    const line = words.normalize('NFC').trim();
    if (!line) return;
    if (text) text += '\n';
    blocks.push({
      start: text.length,
      end: text.length + line.length,
      numbering: null,
      cell,
      look: { ...LOOK, bold },
      part: 'body',
      paragraph: blocks.length + 1,
      page: null,
    });
    text += line;
  };
  const lines = (all: string) => {
    for (const line of all.split('\n')) {
      const bold = /^\s*\*\*(.*)\*\*\s*$/.exec(line);
      add(bold?.[1] ?? line, null, bold !== null);
    }
  };
  lines(written);
  addTable(rows, add);
  lines(after);
  return { format: 'txt', text, blocks, left_out: [] };
}

function addTable(rows: TestCell[][], add: (words: string, cell: Cell, bold: boolean) => void): void {
  const taken = new Set<string>();
  rows.forEach((cells, row) => {
    let column = 0;
    for (const one of cells) {
      const [words, columns = 1, down = 1, bold = false] = typeof one === 'string' ? [one] : one;
      while (taken.has(`${row},${column}`)) column++;
      for (let r = 0; r < down; r++) for (let c = 0; c < columns; c++) taken.add(`${row + r},${column + c}`);
      for (const line of words.split('\n'))
        add(line, { table: 0, row, column, column_span: columns, row_span: down, header: false, ruled: true }, bold);
      column += columns;
    }
  });
}
