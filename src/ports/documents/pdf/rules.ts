/** Straight lines drawn on a page: borders of tables, rules under a letterhead. */
import { apply, type Matrix } from './matrix.ts';

export interface Rule {
  /** The coordinate that is the same all along: y of a horizontal rule, x of a vertical one. */
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** A page with more strokes than this is a drawing, not a table. */
const MOST_RULES = 4000;
const THIN = 2.5;
const SHORT = 4;

/** Gathers the straight lines among the paths of a page. */
export class Ruler {
  readonly #found: Rules = { horizontal: [], vertical: [] };
  readonly #filled: Set<number | undefined>;
  readonly #stroked: Set<number | undefined>;

  constructor(ops: Record<string, number>) {
    const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
    this.#filled = new Set([ops.fill, ops.eoFill, ...both]);
    this.#stroked = new Set([ops.stroke, ops.closeStroke, ...both]);
  }

  draw(paint: number, path: ArrayLike<number>, matrix: Matrix): void {
    const { horizontal, vertical } = this.#found;
    const [filled, stroked] = [this.#filled.has(paint), this.#stroked.has(paint)];
    if ((!filled && !stroked) || horizontal.length + vertical.length > MOST_RULES) return;
    for (const points of outlines(path, matrix)) {
      if (filled) addThin(this.#found, points);
      if (stroked) for (const [k, point] of points.entries()) addLine(this.#found, points[k - 1] ?? point, point);
    }
  }

  rules(): Rules {
    return { horizontal: merged(this.#found.horizontal), vertical: merged(this.#found.vertical) };
  }
}

type Point = [x: number, y: number];

/** Corner points of each outline of a path as pdf.js packs it: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function outlines(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let points: Point[] = [];
  const coordinates = [2, 2, 6, 4, 0];
  for (let i = 0; i < path.length;) {
    const kind = path[i++] ?? 4;
    const n = coordinates[kind];
    if (n === undefined) break;
    const [first] = points;
    if (kind === 0 && points.length > 0) {
      found.push(points);
      points = [];
    }
    if (kind === 4 && first) points.push(first);
    if (n > 0) points.push(apply(matrix, path[i + n - 2] ?? 0, path[i + n - 1] ?? 0));
    i += n;
  }
  if (points.length > 0) found.push(points);
  return found;
}

/** A filled outline is a rule when it is long and thin. */
function addThin(rules: Rules, points: Point[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN) add(rules.horizontal, (top + bottom) / 2, left, right);
  if (right - left <= THIN) add(rules.vertical, (left + right) / 2, top, bottom);
}

function addLine(rules: Rules, [x1, y1]: Point, [x2, y2]: Point): void {
  if (Math.abs(y2 - y1) <= 1) add(rules.horizontal, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2));
  if (Math.abs(x2 - x1) <= 1) add(rules.vertical, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
}

function add(to: Rule[], at: number, from: number, end: number): void {
  if (Number.isFinite(at + from + end) && end > from) to.push({ at, from, to: end });
}

/** Borders are drawn cell by cell, as double lines or dashes: what lies on one line and touches is one rule. */
function merged(rules: Rule[]): Rule[] {
  const result: Rule[] = [];
  const sorted = rules.toSorted((a, b) => a.at - b.at);
  for (let i = 0; i < sorted.length;) {
    const start = sorted[i]?.at ?? 0;
    const line: Rule[] = [];
    for (; i < sorted.length && (sorted[i]?.at ?? 0) - start <= THIN; i++) line.push(sorted[i] as Rule);
    line.sort((a, b) => a.from - b.from);
    let last: Rule | undefined;
    for (const rule of line) {
      if (last && rule.from <= last.to + THIN) last.to = Math.max(last.to, rule.to);
      else result.push((last = { ...rule }));
    }
  }
  return result.filter((rule) => rule.to - rule.from >= SHORT);
}
