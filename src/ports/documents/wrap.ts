/** Where lines of plain text were broken: by the writer, or by a program at a width. */
import { beginsWithin, ends } from './lines.ts';
import type { RawLine } from './raw_lines.ts';

/**
 * For each line whether its end may be the wrap's: the first word of the next would not have fitted. The width is learnt from breaks
 * that are surely the wrap's, those inside sentences; where hardly any line is broken inside a sentence, no line is full.
 */
export function fullness(lines: RawLine[]): boolean[] {
  const reach = lines.map((line, i) => {
    const next = lines[i + 1];
    return next ? width(line) + 1 + [...(next.text.split(' ')[0] ?? '')].length : 0;
  });
  const sure: number[] = [];
  let pairs = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || next.apart) continue;
    pairs++;
    if (!ends(line.text) && beginsWithin(next.text)) sure.push(i);
  }
  if (sure.length === 0 || sure.length < pairs * 0.12) return lines.map(() => false);
  const limit = narrowest(
    sure.map((i) => reach[i] ?? 0),
    sure.reduce((widest, i) => Math.max(widest, widthAt(lines, i)), 0),
  );
  return reach.map((r) => r >= limit);
}

/** A program that counts characters never leaves room for the next word; where letters differ in width, nine of ten breaks count. */
function narrowest(reaches: number[], widest: number): number {
  const sorted = reaches.toSorted((a, b) => a - b);
  const least = sorted[0] ?? 0;
  if (least > widest) return widest + 1;
  return Math.max(sorted[Math.floor(sorted.length / 10)] ?? 0, widest * 0.7);
}

function widthAt(lines: RawLine[], i: number): number {
  const line = lines[i];
  return line ? width(line) : 0;
}

function width(line: RawLine): number {
  return line.indent + [...line.text].length;
}
