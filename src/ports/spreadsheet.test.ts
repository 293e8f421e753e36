import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from './documents/document.ts';
import { readSheet, type SheetRow } from './spreadsheet/read.ts';
import { writeSheet, type Cell, type Column, type Row } from './spreadsheet.server.ts';

const COLUMNS: Column[] = [
  { title: 'Họ và tên', kind: 'text' },
  { title: 'Số', kind: 'number' },
  { title: 'Ngày', kind: 'day' },
];
const HEAD: SheetRow = { number: 1, cells: ['Họ và tên', 'Số', 'Ngày'] };

async function workbook(rows: AsyncIterable<Row> | Iterable<Row>, columns = COLUMNS): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSheet('Danh sách', columns, rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}
const parts = async (rows: Row[]) =>
  Object.fromEntries(
    Object.entries(unzipSync(await workbook(rows))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );

describe('a workbook that is written', () => {
  it('says the same when it is read: texts, numbers, days', async () => {
    const read = readSheet(
      await workbook([
        ['Trần Thị Bình', 1234.5, '2025-07-01'],
        ['Lê <Văn> & "Cường"', '12', null],
      ]),
    );
    expect(read).toEqual([
      HEAD,
      { number: 2, cells: ['Trần Thị Bình', '1234.5', '2025-07-01'] },
      { number: 3, cells: ['Lê <Văn> & "Cường"', '12'] },
    ]);
  });

  it('has a bold heading that stays in sight, a filter over all of its rows, and days as days', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles } = await parts([['a', 1, '2025-07-01']]);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:C2"/>');
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr">');
    expect(sheet).toContain('<c r="C2" s="2"><v>45839</v></c>');
    expect(styles).toContain('formatCode="dd/mm/yyyy"');
  });

  it('never holds a formula, whatever a text begins with', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet } = await parts([['=HYPERLINK("https://example.com")', null, '+1']]);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(');
  });

  it('goes on on a further sheet where Excel’s rows end, and is handed on while its rows still come', async () => {
    let given = 0;
    const rows = function* (): Generator<Row> {
      for (; given < 1_048_577; given++) yield [null, given, null];
    };
    let first = Infinity;
    const pieces: Uint8Array[] = [];
    for await (const piece of writeSheet('Dài', COLUMNS, rows())) {
      pieces.push(piece);
      if (pieces.length === 2) first = given;
    }
    expect(first).toBeLessThan(100_000);
    const names = Object.keys(unzipSync(Buffer.concat(pieces), { filter: ({ name }) => !name.includes('sheet1') }));
    expect(names).toContain('xl/worksheets/sheet2.xml');
  });

  it('ends with the error of its rows, and closes them when nobody reads on', async () => {
    let closed = 0;
    const rows = async function* (): AsyncGenerator<Row> {
      try {
        for (let i = 0; ; i++) {
          if (i === 100_000) throw new Error('the connection was lost');
          yield [`hàng ${i}`, i, null];
        }
      } finally {
        closed++;
      }
    };
    await expect(workbook(rows())).rejects.toThrow('the connection was lost');
    for await (const _ of writeSheet('Dài', COLUMNS, rows())) break;
    for await (const piece of writeSheet('Dài', COLUMNS, rows())) if (piece.length > 100) break;
    expect(closed).toBe(3);
  });

  it('keeps any text, number and day a person can type', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const typed = fc.oneof(
      text,
      fc.constantFrom('_x0041_', '_X000d_', ' a ', 'a\r\nb', 'a\u0323\u0302', '\u0000', '\ud800', 'ភាសា', '007'),
    );
    const day = fc
      .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    const number = fc.oneof(
      fc.integer(),
      fc.float({ noNaN: true, noDefaultInfinity: true }).map((n) => Number(n.toPrecision(12))),
    );
    const row = fc.tuple(typed, number, day);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const [, ...read] = readSheet(await workbook(rows));
        expect(read.map(({ cells }) => cells)).toEqual(rows.map(([text, n, day]) => [shown(text), String(n === 0 ? 0 : n), day]));
      }),
      { numRuns: 60 },
    );
  });
});

/** Without what no cell can hold, and without the blanks around. */
const shown = (text: Cell) =>
  String(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\u200b\ufeff\ufffe\uffff]/g, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();

/** A workbook as Excel writes one, with these insides. */
function excel(
  rows: string,
  { strings = '', formats = '', more = {}, book = '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>' } = {},
): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (all: [string, string, string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const files: Record<string, string> = {
    '_rels/.rels': rels([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}">${book}</workbook>`,
    'xl/_rels/workbook.xml.rels': rels([
      ['rId2', 'worksheet', 'worksheets/other.xml'],
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ['rId4', 'styles', '/xl/styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    'xl/worksheets/other.xml': `<worksheet ${main}><sheetData><row><c t="str"><v>trang khác</v></c></row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const cellsOf = (bytes: Uint8Array) => readSheet(bytes).map(({ cells }) => cells);
const refused = (bytes: Uint8Array) => {
  try {
    readSheet(bytes);
    return 'read';
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('a workbook that is read', () => {
  it('gives shared and rich texts without how they are pronounced, in NFC', () => {
    const strings =
      '<si><t>Trâ\u0300n</t></si><si><r><t>Lê </t></r><r><rPr><b/></rPr><t>Văn</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
    expect(cellsOf(excel('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>', { strings }))).toEqual([
      ['Trần', '', 'Lê Văn'],
    ]);
  });

  it('gives of a formula its last value, of a number with a day’s look the day, and a number that is a telephone number whole', () => {
    const formats = '<numFmt numFmtId="170" formatCode="[$-42A]dd\\-mm\\-yyyy;@"/>';
    const row =
      '<row r="4"><c r="A4" t="str"><f>A1&amp;B1</f><v>ab</v></c><c r="B4" s="1"><v>45839.5</v></c><c r="C4" s="2"><v>45839</v></c><c r="D4"><v>8.4912345678E10</v></c><c r="E4"><v>0.30000000000000004</v></c><c r="F4" t="b"><v>1</v></c><c r="G4"><f>1+1</f></c></row>';
    expect(readSheet(excel(row, { formats }))).toEqual([
      { number: 4, cells: ['ab', '2025-07-01', '2025-07-01', '84912345678', '0.3', 'TRUE'] },
    ]);
  });

  it('counts days from 1904 where the workbook does, as old ones from a Mac', () => {
    const book = '<workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>';
    expect(cellsOf(excel('<row><c s="1"><v>44377</v></c></row>', { book }))).toEqual([['2025-07-01']]);
  });

  it('is its first sheet in sight, whatever order the file keeps them in', () => {
    const book =
      '<sheets><sheet name="Ẩn" sheetId="1" state="hidden" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/></sheets>';
    expect(cellsOf(excel('<row><c><v>1</v></c></row>', { book }))).toEqual([['trang khác']]);
  });

  it('is refused by name when it is none, old, locked, empty, broken or beyond measure', () => {
    const compound = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(inside, 'utf16le')]);
    const many = Array.from({ length: 20_001 }, () => '<row><c><v>1</v></c></row>').join('');
    expect(refused(new Uint8Array())).toBe('empty');
    expect(refused(Buffer.from('tên;vai trò\n'))).toBe('unknown_format');
    expect(refused(Buffer.from('P'))).toBe('unknown_format');
    expect(refused(compound('Workbook'))).toBe('old_excel');
    expect(refused(compound('EncryptedPackage'))).toBe('encrypted');
    expect(refused(excel(''))).toBe('empty');
    expect(refused(excel('<row><c r="1"><v>1</v></c></row>'))).toBe('broken');
    expect(refused(excel('<row>'))).toBe('broken');
    expect(refused(excel(many))).toBe('too_many_rows');
    expect(refused(excel('<row><c r="ZZZ1"><v>1</v></c></row>'))).toBe('too_complex');
    expect(refused(new Uint8Array(10_000_001))).toBe('too_large');
    expect(refused(excel('', { more: { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(30e6)}</worksheet>` } }))).toBe(
      'archive_bomb',
    );
    expect(refused(zipSync({ 'word/document.xml': strToU8('<document/>') }))).toBe('unknown_format');
  });

  it('is read or refused, never anything else, when bytes of it are damaged or its insides are nonsense', async () => {
    const whole = await workbook([['Trần Thị Bình', 1, '2025-07-01']]);
    const damaged = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    const attribute = fc.constantFrom(
      '',
      'r="A1"',
      'r="XFD9"',
      'r="é"',
      't="s"',
      't="d"',
      't="inlineStr"',
      's="1"',
      's="-1"',
      's="x"',
    );
    const inner = fc.constantFrom(
      '<v>1</v>',
      '<v>-1e308</v>',
      '<v/>',
      '<v>x</v>',
      '<is><t>_xD800_</t></is>',
      '<v>2958466</v>',
      '<f>A1</f>',
      '<c/>',
    );
    const cell = fc.tuple(attribute, attribute, inner).map(([a, b, c]) => `<c ${a === b ? a : `${a} ${b}`}>${c}</c>`);
    const rows = fc
      .array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 })
      .map((all) => excel(all.map((row) => `<row>${row.join('')}</row>`).join('')));
    const cut = fc.nat(whole.length).map((length) => whole.subarray(0, length));
    fc.assert(
      fc.property(fc.oneof(damaged, rows, cut), (bytes) => {
        try {
          for (const { cells } of readSheet(bytes)) for (const text of cells) expect(text).toBe(text.normalize('NFC').trim());
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
    );
  });
});
