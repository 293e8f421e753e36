/** Walks through what a page draws, as pdf.js lists it, keeping the graphics state (ISO 32000-2, 8.4 and 9.3). */
import { IDENTITY, multiply, type Matrix } from './matrix.ts';

interface Operators {
  fnArray: ArrayLike<number>;
  argsArray: unknown[];
}

export interface TextState {
  /** Text space to the page, as it stands before the first glyph. */
  matrix: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is the font's own width. */
  stretch: number;
  /** Letters are drawn with an outline as well. */
  outlined: boolean;
  /** Part of a comment, a form's field or a signature's stamp laid over the page. */
  annotation: boolean;
}

interface Visitor {
  path(paint: number, path: ArrayLike<number>, matrix: Matrix): void;
  /** @returns how far the text has moved on, in text space. */
  show(glyphs: unknown[], state: TextState): number;
}

interface State {
  matrix: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  outlined: boolean;
}

export function walk({ fnArray, argsArray }: Operators, ops: Record<string, number>, base: Matrix, visitor: Visitor): void {
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const stack: State[] = [];
  let state: State = {
    matrix: base,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    outlined: false,
  };
  let text: Matrix = IDENTITY;
  let at = { x: 0, y: 0 };
  let line = { x: 0, y: 0 };
  let annotations = 0;
  const moveLine = (dx: number, dy: number) => {
    line = { x: line.x + dx, y: line.y + dy };
    at = { ...line };
  };
  const enter = (...matrices: Matrix[]) => {
    stack.push({ ...state });
    for (const matrix of matrices) state.matrix = multiply(state.matrix, matrix);
  };

  for (let i = 0; i < fnArray.length; i++) {
    const args: unknown[] = Array.isArray(argsArray[i]) ? (argsArray[i] as unknown[]) : [];
    const number = (k: number) => (typeof args[k] === 'number' ? args[k] : 0);
    switch (names.get(fnArray[i] ?? -1)) {
      case 'save':
        enter();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        state = stack.pop() ?? state;
        break;
      case 'transform':
        state.matrix = multiply(state.matrix, matrixFrom(args));
        break;
      case 'paintFormXObjectBegin':
        enter(matrixFrom(args[0]));
        break;
      case 'beginAnnotation':
        annotations++;
        enter(matrixFrom(args[2]), matrixFrom(args[3]));
        break;
      case 'endAnnotation':
        annotations--;
        state = stack.pop() ?? state;
        break;
      case 'beginText':
        text = IDENTITY;
        line = { x: 0, y: 0 };
        at = { x: 0, y: 0 };
        break;
      case 'setTextMatrix':
        text = matrixFrom(args.length === 6 ? args : args[0]);
        line = { x: 0, y: 0 };
        at = { x: 0, y: 0 };
        break;
      case 'moveText':
        moveLine(number(0), number(1));
        break;
      case 'setLeadingMoveText':
        state.leading = number(1);
        moveLine(number(0), number(1));
        break;
      case 'setLeading':
        state.leading = -number(0);
        break;
      case 'nextLine':
        moveLine(0, state.leading);
        break;
      case 'setFont':
        state.font = String(args[0]);
        state.size = number(1);
        break;
      case 'setGState':
        useFont(state, args[0]);
        break;
      case 'setCharSpacing':
        state.charSpacing = number(0);
        break;
      case 'setWordSpacing':
        state.wordSpacing = number(0);
        break;
      case 'setHScale':
        state.stretch = number(0) / 100;
        break;
      case 'setTextRise':
        state.rise = number(0);
        break;
      case 'setTextRenderingMode':
        state.outlined = number(0) % 4 === 2;
        break;
      case 'showText': {
        const matrix = multiply(multiply(state.matrix, text), [1, 0, 0, 1, at.x, at.y + state.rise]);
        const glyphs: unknown[] = Array.isArray(args[0]) ? args[0] : [];
        at.x += visitor.show(glyphs, { ...state, matrix, annotation: annotations > 0 });
        break;
      }
      case 'constructPath': {
        const path = Array.isArray(args[1]) ? (args[1][0] as ArrayLike<number> | null) : null;
        if (path) visitor.path(number(0), path, state.matrix);
        break;
      }
    }
  }
}

function matrixFrom(args: unknown): Matrix {
  const numbers = args && typeof args === 'object' ? Array.from(args as ArrayLike<number>) : [];
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as Matrix) : IDENTITY;
}

function useFont(state: State, settings: unknown): void {
  for (const setting of Array.isArray(settings) ? settings : []) {
    if (!Array.isArray(setting) || setting[0] !== 'Font' || !Array.isArray(setting[1])) continue;
    state.font = String(setting[1][0]);
    state.size = Number(setting[1][1]) || 0;
  }
}
