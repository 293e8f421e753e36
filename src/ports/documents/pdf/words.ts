/** Glyphs become pieces: what is drawn in one go without a blank or a jump. */
import { readable } from '../symbols.ts';
import { apply, rotation } from './matrix.ts';
import type { TextState } from './operators.ts';

/** Points; y grows downwards. */
export interface Piece {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** A blank was drawn before or after it. */
  blankBefore: boolean;
  blankAfter: boolean;
}

export interface Word extends Piece {
  /** Which way it runs: 0 to the right, 90 upwards … */
  angle: number;
  annotation: boolean;
}

export interface Font {
  name: string;
  /** Width of one unit of a glyph, for letters of size 1. */
  unit: number;
}

interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** A gap of less than this share of the letter's size is no blank: between "A" and "V" blanks are drawn that narrow. */
export const WORD_GAP = 0.14;

/** Adds the words of one drawing operation; how far it moved on, in text space. */
export function addWords(words: Word[], glyphs: unknown[], state: TextState, font: Font): number {
  const { matrix, size, charSpacing, wordSpacing, stretch } = state;
  const scale = Math.hypot(matrix[0], matrix[1]);
  const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
  const near = (a: number, b: number) => Math.abs(a - b) * scale <= WORD_GAP * height;
  let x = 0;
  let word: Word | null = null;
  let start = 0;
  let end = 0;
  /** Where the last blank ended; letters put in later from another font may stand between it and what was drawn before. */
  let blank = -Infinity;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') x -= (glyph * size * stretch) / 1000;
    if (!isGlyph(glyph)) continue;
    const advance = (glyph.width * size * font.unit + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * stretch;
    const text = readable(glyph.unicode, font.name);
    if (/^\s*$/u.test(text)) {
      if (text !== '') {
        if (word && near(x, end)) word.blankAfter = true;
        word = null;
        blank = x + advance;
      }
    } else {
      if (word && !near(x, end)) word = null;
      if (!word) {
        const [left, y] = apply(matrix, x, 0);
        start = x;
        word = {
          text: '',
          x: left,
          y,
          width: 0,
          size: height,
          bold: state.outlined || /bold|black|heavy|demi/iu.test(font.name),
          italic:
            /italic|oblique/iu.test(font.name) ||
            Math.abs(matrix[0] * matrix[2] + matrix[1] * matrix[3]) > 0.1 * scale * Math.hypot(matrix[2], matrix[3]),
          blankBefore: near(x, blank),
          blankAfter: false,
          angle: rotation(matrix),
          annotation: state.annotation,
        };
        words.push(word);
      }
      word.text += text.replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'));
      end = x + advance;
      word.width = Math.abs(end - start) * scale;
    }
    x += advance;
  }
  return x;
}

function isGlyph(glyph: unknown): glyph is Glyph {
  return (
    typeof glyph === 'object' && glyph !== null && 'unicode' in glyph && typeof glyph.unicode === 'string' && 'width' in glyph
  );
}
