/** The body of a paper and of its appendices (II.6). */
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { keptWithFoot } from '../keeping.server.ts';
import { GAP, SIZE, TEXT_WIDTH, WIDE_TEXT_WIDTH } from '../measures.ts';
import type { Block, Rank, Table as PaperTable } from '../paper.ts';
import { blockLine, caps } from '../said.ts';
import { centred, flowing, paragraph, twips } from './paragraphs.ts';

/** @param foot whether the signature comes after it: the last lines stay with it */
export function body(blocks: readonly Block[], wide: boolean, foot: boolean): (Paragraph | Table)[] {
  const kept = foot ? keptWithFoot(blocks) : new Set<number>();
  return blocks.flatMap((block, i) => drawn(block, wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH, kept.has(i)));
}

function drawn(block: Block, width: number, keepNext: boolean): (Paragraph | Table)[] {
  if (block.is === 'table') return table(block, width, keepNext);
  if (block.is === 'text') return [flowing(blockLine(block), {}, { keepNext })];
  const spacing = { before: 20 * GAP, after: 20 * GAP };
  if (block.rank !== 'division') return [flowing(blockLine(block), { bold: BOLD[block.rank] }, { keepNext: true })];
  const marker = block.marker ? [centred(block.marker, { bold: true }, { keepNext: true, spacing: { before: 20 * GAP } })] : [];
  return [...marker, centred(caps(block.text), { bold: true }, { keepNext: true, spacing })];
}

/** II.6.đ: points stand upright, whatever they are. */
const BOLD: Record<Rank, boolean> = { division: true, article: true, section: true, clause: true, point: false };

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const CELL = { top: 30, bottom: 30, left: 80, right: 80, marginUnitType: WidthType.DXA };

/** The headings of its columns come again on each page; a row stays whole unless it is a page by itself. */
function table({ caption, columns, rows }: PaperTable, width: number, keepNext: boolean): (Paragraph | Table)[] {
  const shares = columns.reduce((sum, it) => sum + it.width, 0);
  const widths = columns.map((it) => twips((width * it.width) / shares));
  const cell = (children: Paragraph[], i: number) =>
    new TableCell({
      children,
      width: { size: widths[i] as number, type: WidthType.DXA },
      margins: CELL,
      verticalAlign: VerticalAlignTable.CENTER,
    });
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, i) => cell([centred(title, { bold: true, size: SIZE.table }, { keepNext: true })], i)),
  });
  const lines = rows.map(
    (row, r) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, i) =>
          cell(
            (row[i] ?? '')
              .split('\n')
              .map((line) =>
                paragraph(line, { size: SIZE.table }, { alignment: ALIGN[align], keepNext: keepNext && r >= rows.length - 2 }),
              ),
            i,
          ),
        ),
      }),
  );
  return [
    ...(caption
      ? [centred(caption, { bold: true, size: SIZE.table }, { keepNext: true, spacing: { before: 20 * GAP, after: 20 * GAP } })]
      : []),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, it) => sum + it, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [heading, ...lines],
    }),
    new Paragraph({ spacing: { line: 120, lineRule: 'exact' }, keepNext }),
  ];
}
