/** Reads the first sheet of an .xlsx workbook from untrusted hands, as text: what a person sees in it, not how it was computed. */
import { openPackage, type Package } from '../documents/docx/package.ts';
import { Refusal } from '../documents/document.ts';
import { child, childrenOf, readXml, type XmlElement } from '../documents/xml.ts';
import { dayFormats, dayOfSerial } from './days.ts';

export interface SheetRow {
  /** As Excel counts it, from 1. */
  number: number;
  /** From column A on, NFC, without blanks around; '' where there is nothing. A day is "2023-01-05", a number has no separators. */
  cells: string[];
}

export const SHEET_LIMITS = { bytes: 10_000_000, rows: 20_000, columns: 256 };

/**
 * The rows of the first sheet that is not hidden; blank rows are left out. Of a formula its last computed value.
 * @throws Refusal 'too_large', 'empty', 'old_excel', 'encrypted', 'unknown_format', 'broken', 'archive_bomb', 'too_many_rows', 'too_complex'
 */
export function readSheet(bytes: Uint8Array, limits = SHEET_LIMITS): SheetRow[] {
  if (bytes.length > limits.bytes) throw new Refusal('too_large', { bytes: bytes.length, most: limits.bytes });
  refuseOthers(bytes);
  const workbook = openPackage(bytes);
  const { sheet, from1904 } = opened(workbook);
  const strings = sharedStrings(workbook);
  const days = dayFormats(workbook);
  const rows: SheetRow[] = [];
  let number = 0;
  const found = readXml(workbook.archive, sheet, {
    whole: (name) => name === 's:row',
    open: () => {},
    close: () => {},
    element(row) {
      number = place(row.attributes['r'], number + 1);
      const cells: string[] = [];
      let at = -1;
      for (const cell of childrenOf(row, 's:c')) {
        at = cell.attributes['r'] === undefined ? at + 1 : columnOf(cell.attributes['r']);
        const text = clean(
          valueOf(cell, strings, (serial) => (days(cell.attributes['s']) ? dayOfSerial(serial, from1904) : null)),
        );
        if (text === '') continue;
        if (at >= limits.columns) throw new Refusal('too_complex');
        while (cells.length < at) cells.push('');
        cells[at] = text;
      }
      if (cells.length === 0) return;
      if (rows.length === limits.rows) throw new Refusal('too_many_rows', { most: limits.rows });
      rows.push({ number, cells });
    },
  });
  if (!found) throw new Refusal('broken');
  if (rows.length === 0) throw new Refusal('empty');
  return rows;
}

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal('empty');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A compound file: a workbook of before 2007, or any with a password around it.
  if (whole.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex')))
    throw new Refusal(whole.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old_excel');
  if (!whole.subarray(0, 2).equals(Buffer.from('PK'))) throw new Refusal('unknown_format');
}

/** Which part is the first sheet in sight, and from when its days are counted. */
function opened(workbook: Package): { sheet: string; from1904: boolean } {
  let sheet: string | undefined;
  let from1904 = false;
  let isWorkbook = false;
  readXml(workbook.archive, workbook.main, {
    whole: () => false,
    element: () => {},
    close: () => {},
    open(name, attributes) {
      if (name === 's:workbook') isWorkbook = true;
      if (name === 's:workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 's:sheet' && (attributes['state'] ?? 'visible') === 'visible') sheet ??= workbook.byId(attributes['r:id']);
    },
  });
  if (!isWorkbook) throw new Refusal('unknown_format');
  if (sheet === undefined) throw new Refusal('broken');
  return { sheet, from1904 };
}

function sharedStrings({ archive, related }: Package): string[] {
  const strings: string[] = [];
  const [part] = related('sharedStrings');
  if (part === undefined) return strings;
  readXml(archive, part, {
    whole: (name) => name === 's:si',
    element: (item) => strings.push(textOf(item)),
    open: () => {},
    close: () => {},
  });
  return strings;
}

function valueOf(cell: XmlElement, strings: string[], day: (serial: number) => string | null): string {
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return textOf(child(cell, 's:is'));
  const value = inside(child(cell, 's:v'));
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value.trim() === '') return type === 'str' ? unescaped(value) : value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  // Excel shows 15 digits; the file has 17, "0.30000000000000004".
  return day(number) ?? String(Number(number.toPrecision(15)));
}

/** Of a string, plain or in runs of several looks; how it is pronounced (rPh) is not part of it. */
function textOf(string: XmlElement | undefined): string {
  const runs = [string, ...childrenOf(string, 's:r')];
  return unescaped(runs.flatMap((run) => childrenOf(run, 's:t').map(inside)).join(''));
}

const inside = (element: XmlElement | undefined) =>
  (element?.children ?? []).filter((piece): piece is string => typeof piece === 'string').join('');

/** "_x000D_" is how the format writes a character that XML cannot. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const clean = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\u200b\ufeff]/g, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();

function place(written: string | undefined, otherwise: number): number {
  const number = Number(written ?? otherwise);
  if (!Number.isInteger(number) || number < 1 || number > 1_048_576) throw new Refusal('broken');
  return number;
}

/** "B7" → 1. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (!letters) throw new Refusal('broken');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
