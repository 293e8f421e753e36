/** Writes .xlsx workbooks (ECMA-376) row by row, however many there are: no more than a piece of the file is held at once. */
import {
  BOLD,
  contentTypes,
  DAY,
  DECLARATION,
  MAIN,
  PLAIN,
  relationships,
  STYLES,
  workbook,
  written,
} from './spreadsheet/parts.ts';
import { zipped, type Entry } from './spreadsheet/zip_stream.server.ts';

export interface Column {
  title: string;
  kind: 'text' | 'number' | 'day';
  /** In characters, as Excel counts it. */
  width?: number;
}

/** A day is "2023-01-05"; a number may come as PostgreSQL writes `numeric`. What does not fit its column is written as text. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows of one sheet with its heading, as Excel has it; further rows go on a further sheet. */
const ROWS_A_SHEET = 1_048_576;
/** Characters gathered before they are handed on. */
const PIECE = 65_536;

/**
 * The bytes of a workbook: a bold heading that stays in sight and filters, one row after another below it.
 * `Readable.from(writeSheet(…))` is a stream of it. What the rows throw ends it.
 * @param name of the sheet; rows one for each row, with one cell for each column
 */
export function writeSheet(
  name: string,
  columns: readonly Column[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<Uint8Array> {
  return zipped(parts(name, columns, rows));
}

async function* parts(name: string, columns: readonly Column[], rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Entry> {
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  try {
    let sheets = 0;
    for (let row = await next(source); row || sheets === 0; row = await next(source))
      yield { name: `xl/worksheets/sheet${++sheets}.xml`, content: sheet(columns, row, source) };
    const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
    yield part('xl/workbook.xml', workbook(name, numbers));
    yield part('xl/styles.xml', STYLES);
    yield part('xl/_rels/workbook.xml.rels', relationships([...numbers.map(asSheet), ['styles', 'styles.xml']]));
    yield part('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
    yield part('[Content_Types].xml', contentTypes(numbers));
  } finally {
    await source.return?.();
  }
}

type Source = AsyncIterator<Row> | Iterator<Row>;

async function next(source: Source): Promise<Row | null> {
  const { done, value } = await source.next();
  return done ? null : value;
}

const part = (name: string, xml: string): Entry => ({ name, content: [DECLARATION + xml] });
const asSheet = (n: number) => ['worksheet', `worksheets/sheet${n}.xml`] as const;

/** One sheet, from this row on, until it is full or there are no more. */
async function* sheet(columns: readonly Column[], first: Row | null, source: Source): AsyncGenerator<string> {
  const letters = columns.map((_, i) => column(i));
  let text = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${FROZEN}</sheetView></sheetViews>`;
  const widths = columns.map(
    ({ kind, width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width ?? WIDTHS[kind]}" customWidth="1"/>`,
  );
  text += `<cols>${widths.join('')}</cols><sheetData><row r="1">`;
  text += `${columns.map(({ title }, i) => inline(`${letters[i]}1`, title, BOLD)).join('')}</row>`;
  let n = 1;
  for (let row = first; row; row = n < ROWS_A_SHEET ? await next(source) : null) {
    n++;
    text += `<row r="${n}">`;
    for (const [i, { kind }] of columns.entries()) text += cell(`${letters[i]}${n}`, row[i] ?? null, kind);
    text += '</row>';
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData><autoFilter ref="A1:${letters.at(-1)}${n}"/></worksheet>`;
}

function cell(at: string, value: Cell, kind: Column['kind']): string {
  if (value === null || value === '') return '';
  const number = kind === 'day' ? serial(value) : kind === 'number' && NUMBER.test(String(value)) ? value : null;
  if (number === null) return inline(at, String(value), PLAIN);
  return `<c r="${at}" s="${kind === 'day' ? DAY : PLAIN}"><v>${number}</v></c>`;
}

/** Never a shared table of strings, which would have to be held; and never a formula, whatever the text begins with. */
function inline(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(text)}</t></is></c>`;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** Excel counts days from 30/12/1899, and rightly only from March 1900 on: what lies before is written as text. */
function serial(day: Cell): number | null {
  const at = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
  const days = at / 86_400_000 + 25_569;
  return days >= 61 ? days : null;
}

/** 0 → A, 25 → Z, 26 → AA. */
function column(i: number): string {
  return (i >= 26 ? column(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
}

const FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
const WIDTHS = { text: 28, number: 14, day: 12 };
