/** What stands on a page of a .pdf: pieces of text with their places, and ruled lines. Points, y grows downwards. */
import type { getDocumentProxy } from 'unpdf';
import { multiply, type Matrix } from './matrix.ts';
import { walk } from './operators.ts';
import { Ruler, type Rules } from './rules.ts';
import { addWords, type Font, type Piece, type Word } from './words.ts';

export interface Page {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  /** Text that runs in another direction than most of the page, or is laid over it (stamps, watermarks), in the order drawn. */
  askew: string[];
  rules: Rules;
}

type Proxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

export async function readPage(proxy: Proxy, ops: Record<string, number>): Promise<Page> {
  const operators = await proxy.getOperatorList();
  const view = proxy.getViewport({ scale: 1 });
  const base = view.transform as Matrix;
  const fonts = new Map<string, Font>();
  const read = (matrix: Matrix) => {
    const words: Word[] = [];
    const ruler = new Ruler(ops);
    walk(operators, ops, matrix, {
      path: (paint, path, at) => ruler.draw(paint, path, at),
      show(glyphs, state) {
        const font = fonts.get(state.font) ?? fontOf(proxy, state.font);
        fonts.set(state.font, font);
        return addWords(words, glyphs, state, font);
      },
    });
    return { words: words.filter((word) => Number.isFinite(word.x + word.y + word.width + word.size)), rules: ruler.rules() };
  };
  const asDrawn = read(base);
  const { turn, width, height } = upright(mainAngle(asDrawn.words), view.width, view.height);
  const { words, rules } = turn ? read(multiply(turn, base)) : asDrawn;
  proxy.cleanup();
  const straight = words.filter((word) => word.angle === 0 && !word.annotation && word.size > 0);
  return { number: proxy.pageNumber, width, height, pieces: withoutDoubles(straight), askew: asideOf(words, straight), rules };
}

function mainAngle(words: Word[]): number {
  const letters = new Map<number, number>();
  for (const { angle, text } of words) letters.set(angle, (letters.get(angle) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A page whose text runs upwards, downwards or upside down is turned so that it can be read. */
function upright(angle: number, width: number, height: number): { turn: Matrix | null; width: number; height: number } {
  if (angle === 90) return { turn: [0, 1, -1, 0, height, 0], width: height, height: width };
  if (angle === 180) return { turn: [-1, 0, 0, -1, width, height], width, height };
  if (angle === 270) return { turn: [0, -1, 1, 0, 0, width], width: height, height: width };
  return { turn: null, width, height };
}

function fontOf(proxy: Proxy, id: string): Font {
  const font: unknown = proxy.commonObjs.has(id) ? proxy.commonObjs.get(id) : null;
  const fields = (font ?? {}) as { name?: unknown; fontMatrix?: unknown };
  const unit = Array.isArray(fields.fontMatrix) ? Number(fields.fontMatrix[0]) : 0.001;
  const name = typeof fields.name === 'string' ? fields.name.replace(/^[A-Z]{6}\+/u, '') : '';
  return { name, unit: Number.isFinite(unit) ? unit : 0.001 };
}

/** Some programs draw letters twice, a hair apart, to make them bold. */
function withoutDoubles(words: Word[]): Piece[] {
  const seen = new Map<string, Word>();
  return words.filter((word) => {
    const key = `${word.text} ${Math.round(word.x / 2)} ${Math.round(word.y / 2)}`;
    const before = seen.get(key);
    if (before) before.bold = true;
    else seen.set(key, word);
    return !before;
  });
}

/** The other words, those that run on in one line together. */
function asideOf(words: Word[], straight: Word[]): string[] {
  const main = new Set(straight);
  const lines: string[] = [];
  let before: Word | undefined;
  for (const word of words) {
    if (main.has(word)) continue;
    const on = before && before.angle === word.angle && (word.angle !== 0 || Math.abs(before.y - word.y) < word.size * 0.5);
    const gap = before ? Math.hypot(word.x - before.x, word.y - before.y) - before.width : 0;
    if (on) lines[lines.length - 1] += (gap > 0.15 * word.size ? ' ' : '') + word.text;
    else lines.push(word.text);
    before = word;
  }
  return lines;
}
