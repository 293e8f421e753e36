/** Builds small .pdf files by hand for tests: any letters, any places, ruled lines, pictures, passwords. */
import { createHash } from 'node:crypto';

export interface Drawn {
  text: string;
  /** Points from the page's left and upper edge to the beginning of the baseline. */
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** Degrees, against the clock. */
  turn?: number;
}

export interface Sheet {
  texts?: Drawn[];
  /** x1, y1, x2, y2, from the upper left. */
  rules?: [number, number, number, number][];
  /** A picture over the whole page. */
  scan?: boolean;
}

interface PdfOptions {
  width?: number;
  height?: number;
  /** Encrypted (RC4, 40 bits); an empty string opens without asking. */
  password?: string;
}

/** Every letter is half as wide as it is high. */
const LETTER_WIDTH = 0.5;

export function pdf(sheets: Sheet[], { width = 595, height = 842, password }: PdfOptions = {}): Uint8Array {
  const letters = [...new Set(sheets.flatMap(({ texts = [] }) => texts.flatMap(({ text }) => [...text])))];
  const key = password === undefined ? null : encryption(password);
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (head: string, data: string) => {
    const number = objects.length + 1;
    const written = key ? rc4(objectKey(key.key, number), Buffer.from(data, 'latin1')).toString('latin1') : data;
    return add(`<<${head}/Length ${written.length}>>\nstream\n${written}\nendstream`);
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  stream('', toUnicode(letters));
  for (const name of ['Mo', 'Mo-Bold']) {
    const descriptor = `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`;
    const number = add(descriptor);
    add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${number} 0 R/DW ${LETTER_WIDTH * 1000}>>`,
    );
    add(`<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${number + 1} 0 R]/ToUnicode 3 0 R>>`);
  }
  const picture = stream(
    '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8',
    '\x10\x80\xc0\xff',
  );
  const pages = sheets.map((sheet) => {
    const content = stream('', draw(sheet, letters, width, height));
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${content} 0 R/Resources<</Font<</F0 6 0 R/F1 9 0 R>>/XObject<</I ${picture} 0 R>>>>>>`,
    );
  });
  objects[1] = `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]>>`;
  const encrypt = key ? ` /Encrypt ${add(key.dictionary)} 0 R /ID[<${ID}><${ID}>]` : '';
  return assemble(objects, encrypt);
}

/** Lines one below the other from the upper left of the text area. */
export function column(lines: string[], { x = 85, y = 90, size = 14, pitch = 20 } = {}): Drawn[] {
  return lines.map((text, i) => ({ text, x, y: y + i * pitch, size }));
}

function draw({ texts = [], rules = [], scan }: Sheet, letters: string[], width: number, height: number): string {
  const hex = (text: string) => [...text].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')).join('');
  const parts = scan ? [`q ${width} 0 0 ${height} 0 0 cm /I Do Q`] : [];
  for (const [x1, y1, x2, y2] of rules) parts.push(`0.5 w ${x1} ${height - y1} m ${x2} ${height - y2} l S`);
  for (const { text, x, y, size = 14, bold, turn = 0 } of texts) {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((n) => n.toFixed(5));
    parts.push(
      `BT /${bold ? 'F1' : 'F0'} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${height - y} Tm <${hex(text)}> Tj ET`,
    );
  }
  return parts.join('\n');
}

function toUnicode(letters: string[]): string {
  const hex = (letter: string) => Buffer.from(letter, 'utf16le').swap16().toString('hex');
  const lines = letters.map((letter, i) => `<${(i + 1).toString(16).padStart(4, '0')}> <${hex(letter)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100)
    blocks.push(`${Math.min(100, lines.length - i)} beginbfchar\n${lines.slice(i, i + 100).join('\n')}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function assemble(objects: string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [i, body] of objects.entries()) {
    places.push(file.length);
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

const ID = '00112233445566778899aabbccddeeff';
/** What passwords are filled up with (ISO 32000-1, 7.6.3.3). */
const FILL = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

function encryption(password: string): { key: Buffer; dictionary: string } {
  const user = Buffer.concat([Buffer.from(password, 'latin1'), FILL]).subarray(0, 32);
  const owner = rc4(md5(Buffer.concat([Buffer.from('nguoi phat hanh', 'latin1'), FILL]).subarray(0, 32)).subarray(0, 5), user);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([user, owner, permissions, Buffer.from(ID, 'hex')])).subarray(0, 5);
  const check = rc4(key, FILL);
  return { key, dictionary: `<</Filter/Standard/V 1/R 2/O<${owner.toString('hex')}>/U<${check.toString('hex')}>/P -4>>` };
}

function objectKey(key: Buffer, number: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([number & 255, number >> 8, 0, 0, 0])])).subarray(0, 10);
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => ([box[i], box[j]] = [box[j] ?? 0, box[i] ?? 0]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (box[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
