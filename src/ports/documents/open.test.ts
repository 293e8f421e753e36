import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from './document.ts';
import { docx, p, r } from './docx.fixture.ts';
import { MAX_BYTES, openDocument } from './open.ts';
import { pdf } from './pdf.fixture.ts';
import { expectSound } from './source.fixture.ts';

const SENTENCE = 'Ủy ban nhân dân tỉnh ban hành Kế hoạch thông tin đối ngoại vùng biên giới năm 2023.';

const bytes = (text: string) => new TextEncoder().encode(text);
const raw = (latin1: string) => new Uint8Array(Buffer.from(latin1.padEnd(64, '\0'), 'latin1'));
const compound = (stream: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]));
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const sheet = (text: string) => pdf([{ texts: [{ text, x: 80, y: 100, size: 10 }] }]);

async function outcome(content: Uint8Array, name: string): Promise<string> {
  return openDocument(content, name).then(
    ({ format }) => format,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}

describe('opening a document (C-0)', () => {
  it.each<[string, Uint8Array, string]>([
    ['docx', docx(p(r(SENTENCE))), 'ke-hoach.docx'],
    ['docx', docx(p(r(SENTENCE))), 'ke-hoach.txt'],
    ['pdf', sheet(SENTENCE), 'ke-hoach.pdf'],
    ['pdf', sheet(SENTENCE), 'khong-duoi'],
    ['html', bytes(`<!doctype html><p>${SENTENCE}</p>`), 'ke-hoach.txt'],
    ['html', bytes(`<?xml version="1.0"?><html xmlns="x"><body><p>${SENTENCE}</p></body></html>`), 'ke-hoach.xhtml'],
    ['html', bytes(`<p>${SENTENCE}</p>`), 'ke-hoach.html'],
    ['md', bytes(SENTENCE), 'ke-hoach.md'],
    ['md', bytes(`# **KẾ HOẠCH**\n\n## I. Mục tiêu\n\n${SENTENCE}`), 'ke-hoach.txt'],
    ['txt', bytes(SENTENCE), 'ke-hoach.txt'],
    ['txt', bytes(SENTENCE), 'ke-hoach.docx'],
    ['txt', new Uint8Array(Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')), 'ke-hoach.TXT'],
  ])('reads a %s by its content', async (format, content, name) => {
    const source = await openDocument(content, name);
    expect(source.format).toBe(format);
    expect(source.text).toContain('Kế hoạch thông tin đối ngoại');
    expectSound(source);
  });

  it.each<[string, string, Uint8Array, string]>([
    ['empty', 'no bytes', new Uint8Array(), 'a.docx'],
    ['empty', 'blanks', bytes(' \r\n\t\u00a0\ufeff\n'), 'a.txt'],
    ['empty', 'a document without a word', docx(p()), 'a.docx'],
    ['too_large', 'over a hundred megabytes', new Uint8Array(MAX_BYTES + 1), 'a.docx'],
    ['old_word', 'Word 97', compound('WordDocument'), 'a.doc'],
    ['old_word', 'Word 97 under another name', compound('WordDocument'), 'a.docx'],
    ['encrypted', 'Word with a password', compound('EncryptedPackage'), 'a.docx'],
    ['encrypted', 'a .pdf with a password', pdf([{ texts: [] }], { password: 'x' }), 'a.pdf'],
    ['broken', 'half a .docx', docx(p(r(SENTENCE))).slice(0, 500), 'a.docx'],
    ['broken', 'half a .pdf', sheet(SENTENCE).slice(0, 300), 'a.pdf'],
    ['no_text_layer', 'a scan', pdf([{ scan: true }]), 'a.pdf'],
    ['picture', 'png', raw('\x89PNG\r\n\x1a\n'), 'a.pdf'],
    ['picture', 'jpeg', raw('\xff\xd8\xff\xe0'), 'a.jpg'],
    ['picture', 'gif', raw('GIF89a'), 'a.gif'],
    ['picture', 'tiff', raw('II*\0'), 'a.tif'],
    ['picture', 'webp', raw('RIFF\x10\0\0\0WEBPVP8 '), 'a.webp'],
    ['picture', 'heic', raw('\0\0\0\x18ftypheic'), 'a.heic'],
    ['picture', 'bmp', raw('BM\x36\0\0\0\0\0\0\0'), 'a.bmp'],
    ['unknown_format', 'a spreadsheet', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx'],
    ['unknown_format', 'OpenDocument', zip('mimetype', 'content.xml'), 'a.odt'],
    ['unknown_format', 'an archive', zip('anh.jpg'), 'a.zip'],
    ['unknown_format', 'rich text', bytes(`{\\rtf1 ${SENTENCE}}`), 'a.rtf'],
    ['unknown_format', 'a program', raw('\x7fELF\x02\x01\x01'), 'a.txt'],
    ['unknown_format', 'other xml', bytes(`<?xml version="1.0"?><kml>${SENTENCE}</kml>`), 'a.xml'],
    [
      'not_vietnamese',
      'English',
      bytes('The plan for external information in the border areas of the province, 2023 to 2025.'),
      'a.txt',
    ],
    [
      'not_vietnamese',
      'no marks',
      bytes('Ke hoach thong tin doi ngoai vung dong bao dan toc thieu so va mien nui nam 2023'),
      'a.txt',
    ],
    [
      'not_vietnamese',
      'an English .pdf',
      sheet('The plan for external information in the border areas of the province.'),
      'a.pdf',
    ],
    // Old encodings are recognised as not being Vietnamese text; they are not converted yet.
    [
      'not_vietnamese',
      'TCVN3 (ABC)',
      new Uint8Array(
        Buffer.from('KÕ ho¹ch thùc hiÖn nhiÖm vô th«ng tin ®èi ngo¹i vïng ®ång bµo d©n téc thiÓu sè vµ miÒn nói', 'latin1'),
      ),
      'a.txt',
    ],
    [
      'not_vietnamese',
      'VNI',
      new Uint8Array(
        Buffer.from('Keá hoaïch thöïc hieän nhieäm vuï thoâng tin ñoái ngoaïi vuøng ñoàng baøo daân toäc thieåu soá', 'latin1'),
      ),
      'a.txt',
    ],
  ])('refuses as %s: %s', async (code, _, content, name) => {
    expect(await outcome(content, name)).toBe(code);
  });

  it('knows a page below any number of comments, and soon sees that there is none', async () => {
    const comments = '<!-- ế --> '.repeat(10_000);
    expect(await outcome(bytes(`<?xml version="1.0"?>\n${comments}<html><p>${SENTENCE}</p></html>`), 'a.txt')).toBe('html');
    expect(await outcome(bytes(`${comments}<!-- ${SENTENCE}`), 'a.txt')).toBe('txt');
    expect(await outcome(bytes(`${'<a Kế hoạch của tỉnh '.repeat(100_000)}${SENTENCE}`), 'a.html')).toBe('txt');
  });

  it.each([
    ['a rule of stars', '*'],
    ['a rule of dashes', '- '],
    ['dotted numbers', '1.'],
  ])('reads or refuses four million letters of %s', async (_, unit) => {
    const long = `${`${SENTENCE}\n`.repeat(300)}\n${unit.repeat(4_000_000 / unit.length)}`;
    for (const name of ['a.md', 'a.txt'])
      expect(await outcome(bytes(long), name)).toMatch(/^(?:md|txt|not_vietnamese|too_complex)$/u);
  });

  it('never ends otherwise than in a text or a refusal: random bytes, with the beginnings of known kinds', async () => {
    const beginning = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '<!doctype html>',
      '# ',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\xff\xfe',
      '{\\rtf',
    );
    await fc.assert(
      fc.asyncProperty(
        beginning,
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.docx', 'a.pdf', 'a.html', 'a.md', 'a.txt', ''),
        async (start, rest, name) => {
          const content = new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
          expect(await outcome(content, name)).toMatch(/^[a-z_]+$/u);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never ends otherwise for files cut off anywhere', async () => {
    const whole = [
      docx(p(r(SENTENCE)) + p(r(SENTENCE))),
      sheet(SENTENCE),
      readFileSync(new URL('./fixtures/web.txt', import.meta.url)),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }), async (content, part) => {
        const cut = new Uint8Array(content.slice(0, Math.floor(content.length * part)));
        expect(await outcome(cut, 'a')).toMatch(/^[a-z_]+$/u);
      }),
      { numRuns: 120 },
    );
  });
});
