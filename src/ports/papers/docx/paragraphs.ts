/** Pieces of a Word file in the decree's measures. Sizes are half-points there, lengths twentieths of a point. */
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { GAP, INDENT, MARK_HEIGHT, RULE_THICK, SIZE } from '../measures.ts';

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const points = (pt: number): number => Math.round(pt * 20);

export interface Look {
  bold?: boolean;
  italic?: boolean;
  size?: number;
  color?: string;
}

/** Words in a look; a line break in them is one on paper. */
export const runs = (text: string, { bold, italic, size = SIZE.body, color }: Look): TextRun[] =>
  text.split('\n').map(
    (part, i) =>
      new TextRun({
        text: part,
        size: 2 * size,
        ...(i > 0 && { break: 1 }),
        ...(bold && { bold }),
        ...(italic && { italics: true }),
        ...(color && { color }),
      }),
  );

export function paragraph(text: string, look: Look, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ children: runs(text, look), ...more });
}

export const centred = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  paragraph(text, look, { alignment: AlignmentType.CENTER, ...more });

/** A paragraph of the body: both edges even, first line indented, a gap after it (II.6.e). */
export const flowing = (text: string, look: Look, more: IParagraphOptions = {}): Paragraph =>
  paragraph(text, look, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(INDENT) },
    spacing: { after: points(GAP) },
    ...more,
  });

/** A solid rule of this length in the middle of a column: the upper border of an empty line, which stays where it is when words change. */
export function rule(length: number, column: number, below = 0): Paragraph {
  const side = twips(Math.max(0, column - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: RULE_THICK * 8, space: 0, color: '000000' } },
    spacing: { before: points(1), after: points(below), line: points(2), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  });
}

/** Columns without lines, of fixed widths in millimetres; what stands in one row begins at one height. */
export function columns(widths: readonly number[], rows: (Paragraph | Table)[][][]): Table {
  return new Table({
    borders: TableBorders.NONE,
    layout: TableLayoutType.FIXED,
    margins: NO_MARGINS,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({ children, width: { size: twips(widths[i] as number), type: WidthType.DXA }, margins: NO_MARGINS }),
          ),
        }),
    ),
  });
}

/** A mark in its box (III.2). */
export function box(text: string, width: number, color?: string): Table {
  const line = { style: BorderStyle.SINGLE, size: 8, color: color ?? '000000' };
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [twips(width)],
    margins: NO_MARGINS,
    rows: [
      new TableRow({
        height: { value: twips(MARK_HEIGHT), rule: 'exact' },
        children: [
          new TableCell({
            children: [centred(text, { bold: true, size: SIZE.mark, ...(color && { color }) })],
            verticalAlign: VerticalAlignTable.CENTER,
            borders: { top: line, bottom: line, left: line, right: line },
          }),
        ],
      }),
    ],
  });
}

export const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };
