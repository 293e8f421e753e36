/**
 * How wide words are: Tinos has the widths of Times New Roman, so that rules can be drawn as long as the words above them, in Word too, which
 * measures nothing for us.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Style = 'regular' | 'bold' | 'italic' | 'bold_italic';

const { resolve } = createRequire(import.meta.url);
const at = (name: string) => resolve(`@expo-google-fonts/${name}.ttf`);

export const FONT_FILES: Record<Style, string> = {
  regular: at('tinos/400Regular/Tinos_400Regular'),
  bold: at('tinos/700Bold/Tinos_700Bold'),
  italic: at('tinos/400Regular_Italic/Tinos_400Regular_Italic'),
  bold_italic: at('tinos/700Bold_Italic/Tinos_700Bold_Italic'),
};
/** For what Tinos has no letters of. */
export const KHMER_FILES = [at('noto-serif-khmer/NotoSerifKhmer_400Regular'), at('noto-serif-khmer/NotoSerifKhmer_700Bold')];

/** Width of one line in millimetres, in points of size. */
export function widthOf(text: string, style: Style, size: number): number {
  const font = opened(style);
  let units = 0;
  for (const char of text) units += font.advance(char.codePointAt(0) as number);
  return ((units / font.unitsPerEm) * size * 25.4) / 72;
}

/** The lines a text takes where it must break at blanks. */
export function wrapped(text: string, style: Style, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, style, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** In as few lines as it takes, of about one length: how a name of an office stands in its head. */
export function balanced(text: string, style: Style, size: number, width: number): string[] {
  const fewest = wrapped(text, style, size, width);
  let best = fewest;
  for (let narrower = width; narrower > 0; narrower--) {
    const lines = wrapped(text, style, size, narrower);
    if (lines.length > fewest.length || lines.some((it) => widthOf(it, style, size) > width)) break;
    best = lines;
  }
  return best;
}

/** The longest of some lines, in millimetres; never more than there is. */
export const longestOf = (lines: readonly string[], style: Style, size: number, width: number): number =>
  Math.min(width, Math.max(0, ...lines.map((it) => widthOf(it, style, size))));

interface Font {
  unitsPerEm: number;
  /** Of a character; what the font has no letter for is as wide as its blank box. */
  advance(code: number): number;
}

const fonts = new Map<Style, Font>();

function opened(style: Style): Font {
  const known = fonts.get(style) ?? open(readFileSync(FONT_FILES[style]));
  fonts.set(style, known);
  return known;
}

/** Tables head, hhea, hmtx and cmap (format 4) of an OpenType font. */
function open(file: Buffer): Font {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const table = (name: string) => tables.get(name) as number;
  const metrics = file.readUInt16BE(table('hhea') + 34);
  const glyphOf = characters(file, table('cmap'));
  return {
    unitsPerEm: file.readUInt16BE(table('head') + 18),
    advance: (code) => file.readUInt16BE(table('hmtx') + 4 * Math.min(glyphOf(code), metrics - 1)),
  };
}

function characters(file: Buffer, cmap: number): (code: number) => number {
  const subtables = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, i) => cmap + file.readUInt32BE(cmap + 4 + 8 * i + 4));
  const at = subtables.find((it) => file.readUInt16BE(it) === 4) as number;
  const count = file.readUInt16BE(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + 2 * count, at + 16 + 4 * count, at + 16 + 6 * count];
  return (code) => {
    for (let i = 0; i < count; i++) {
      if (file.readUInt16BE(ends + 2 * i) < code) continue;
      const start = file.readUInt16BE(starts + 2 * i);
      if (start > code) return 0;
      const [delta, offset] = [file.readInt16BE(deltas + 2 * i), file.readUInt16BE(offsets + 2 * i)];
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = file.readUInt16BE(offsets + 2 * i + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
