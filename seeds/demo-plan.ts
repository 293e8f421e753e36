/**
 * The demonstration's plan as Word writes it: numbers and dashes are automatic, so that they stand nowhere in the text; letterhead and
 * signature are tables without lines. Form after Decree 30/2020/NĐ-CP, Appendix I; number and day are left blank, as in papers sent round.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CLOSING, LEGAL_BASES, OPENING, PARTS, RECIPIENTS, SIGNATORY, TITLE, type Part, type Point } from './demo-plan-text.ts';

export const DEMO_PLAN_NAME = 'ke-hoach-thong-tin-doi-ngoai-2023-2025.docx';

/** The file's bytes: the same each time, so that its hash is. */
export async function demoPlan(): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Cột Mốc',
    lastModifiedBy: 'Cột Mốc',
    title: TITLE,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    numbering: {
      config: [
        { reference: 'headings', levels: HEADINGS },
        { reference: 'points', levels: POINTS },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) },
          },
        },
        headers: {
          default: new Header({ children: [line([{ children: [PageNumber.CURRENT] }], CENTRED)] }),
          first: new Header({ children: [] }),
        },
        children: [
          letterhead(),
          line([], CENTRED),
          line([{ text: 'KẾ HOẠCH', bold: true }], CENTRED),
          line([{ text: TITLE, bold: true }], CENTRED),
          rule(70),
          ...LEGAL_BASES.map((text) => line([{ text, italics: true }], BODY)),
          line([{ text: OPENING }], BODY),
          ...PARTS.flatMap((part) => partLines(part, 0)),
          line([{ text: CLOSING }], BODY),
          signature(),
        ],
      },
    ],
  });
  return sameEachTime(await Packer.toBuffer(document));
}

const mm = convertMillimetersToTwip;
const CENTRED = { alignment: AlignmentType.CENTER } as const;
/** Justified, first line 12.7 mm in, 6 points between paragraphs. */
const BODY = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(12.7) }, spacing: { after: 120 } } as const;

const HEADINGS = [
  { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
  { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
  { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
].map((level) => ({ ...level, style: { paragraph: { indent: { left: 0, firstLine: mm(12.7) } } } }));
const POINTS = ['-', '+'].map((text, level) => ({
  level,
  format: LevelFormat.BULLET,
  text,
  style: { run: { font: 'Times New Roman' }, paragraph: { indent: { left: 0, firstLine: mm(12.7) } } },
}));

function letterhead(): Table {
  return twoColumns(
    [
      line([{ text: 'ỦY BAN NHÂN DÂN', bold: true, size: 26 }], CENTRED),
      line([{ text: 'TỈNH BÌNH PHƯỚC', bold: true, size: 26 }], CENTRED),
      rule(20),
      line([{ text: 'Số:        /KH-UBND', size: 26 }], CENTRED),
    ],
    [
      line([{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: 26 }], CENTRED),
      line([{ text: 'Độc lập - Tự do - Hạnh phúc', bold: true }], CENTRED),
      rule(12),
      line([{ text: 'Bình Phước, ngày      tháng      năm 2023', italics: true }], CENTRED),
    ],
  );
}

function signature(): Table {
  const small = { size: 22 };
  return twoColumns(
    [
      line([{ text: 'Nơi nhận:', bold: true, italics: true, size: 24 }]),
      ...RECIPIENTS.map((text) => line([{ text: `- ${text}`, ...small }])),
    ],
    [
      ...[...SIGNATORY.authority, SIGNATORY.post].map((text) => line([{ text, bold: true }], CENTRED)),
      ...Array.from({ length: 4 }, () => line([], CENTRED)),
      line([{ text: SIGNATORY.name, bold: true }], CENTRED),
    ],
  );
}

function partLines({ title, paragraph, points = [], parts = [] }: Part, level: number): Paragraph[] {
  return [
    line([{ text: title, bold: level < 2 }], { ...BODY, numbering: { reference: 'headings', level }, keepNext: true }),
    ...(paragraph ? [line([{ text: paragraph }], BODY)] : []),
    ...points.flatMap((point) => pointLines(point, 0)),
    ...parts.flatMap((part) => partLines(part, level + 1)),
  ];
}

function pointLines(point: Point, level: number): Paragraph[] {
  const { text, points } = typeof point === 'string' ? { text: point, points: [] } : point;
  return [
    line([{ text }], { ...BODY, numbering: { reference: 'points', level } }),
    ...points.flatMap((inner) => pointLines(inner, level + 1)),
  ];
}

function line(runs: IRunOptions[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: runs.map((run) => new TextRun(run)) });
}

/** A thin rule under what stands above it. @param inset millimetres free on either side */
function rule(inset: number): Paragraph {
  return new Paragraph({
    indent: { left: mm(inset), right: mm(inset) },
    spacing: { after: 120, line: 120 },
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 1, color: '000000' } },
  });
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const widths = [mm(68), mm(97)];
  const cells = [left, right].map((children, i) => new TableCell({ children, width: { size: widths[i] ?? 0, type: 'dxa' } }));
  return new Table({ rows: [new TableRow({ children: cells })], columnWidths: widths, layout: TableLayoutType.FIXED, borders });
}

/** The library stamps the hour; here the file is always of the same one. */
function sameEachTime(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const core = 'docProps/core.xml';
  parts[core] = strToU8(strFromU8(parts[core] as Uint8Array).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2023-01-05T00:00:00Z'));
  const names = Object.keys(parts).toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] as Uint8Array])), { mtime: '2023-01-05T00:00:00' });
}

/** Where readers look first for what kind of package it is. */
const FIRST = '[Content_Types].xml';
