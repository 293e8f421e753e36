/** Fragments in reading order become lines that know their margins, whether they are full and what white space stands above them. */
import type { Draft } from '../gather.ts';
import { beginsWithin, breaksOff, draftOf, ends, joinLines, tidy, type Line } from '../lines.ts';
import type { Fragment } from './rows.ts';

export interface Margins {
  left: number;
  right: number;
}

export interface Placed extends Fragment {
  page: number;
  margins: Margins;
  /** Apart from what was read before: the first line of a column. */
  begins: boolean;
  /** In a column of few lines (letterhead, recipients) no width tells whether a sentence goes on. */
  brief: boolean;
}

/** The paragraphs of lines that follow one another, over columns and pages. */
export function paragraphs(placed: Placed[], more: Partial<Draft> = {}): Draft[] {
  const pitch = pitchOf(placed);
  const source = new Map<Line, Placed>();
  const lines = placed.map((fragment, i) => {
    const line = lineOf(placed[i - 1], fragment, placed[i + 1], pitch);
    source.set(line, fragment);
    return line;
  });
  return joinLines(lines).map((own) => {
    const draft = draftOf(more.cell?.ruled ? keepBreaks(own) : own, more);
    const all = own.flatMap((line) => source.get(line) ?? []);
    return { ...draft, look: { ...draft.look, align: alignOf(own, all) } };
  });
}

/** In a narrow cell each line is full: where no comma parts the names, a line that begins with a capital may be another one. */
function keepBreaks(lines: Line[]): Line[] {
  if (lines.some((line) => /[,;.:]/u.test(line.text))) return lines;
  const capital = (line: Line | undefined) => /^\p{Lu}/u.test(line?.text ?? '');
  return lines.map((line, i) => ({ ...line, hard: capital(lines[i + 1]) && !breaksOff(line.text) }));
}

/** Margins that most lines keep: the outermost places at which several lines begin and end. */
export function marginsOf(lines: Fragment[]): Margins {
  return {
    left: outermost(
      lines.map((line) => line.x),
      Math.min,
    ),
    right: outermost(
      lines.map((line) => line.right),
      Math.max,
    ),
  };
}

function outermost(places: number[], end: (...values: number[]) => number): number {
  const bins = new Map<number, number[]>();
  for (const place of places) bins.set(Math.round(place / 3), [...(bins.get(Math.round(place / 3)) ?? []), place]);
  const often = [...bins.values()].filter((bin) => bin.length >= Math.max(2, places.length * 0.04)).flat();
  return places.length === 0 ? 0 : end(...(often.length > 0 ? often : places));
}

const MM = 25.4 / 72;
/** How wide a blank is, for letters of size 1. */
const BLANK = 0.25;

function lineOf(before: Placed | undefined, here: Placed, next: Placed | undefined, pitch: number): Line {
  const { left, right } = here.margins;
  const side = { left: here.x - left, right: right - here.right };
  const follows = before?.page === here.page && !here.begins && here.y > before.y;
  return {
    text: tidy(here.text),
    page: here.page,
    left: Math.round(side.left * MM * 10) / 10,
    full: next !== undefined && !(here.brief && ends(here.text)) && side.right < next.lead + here.size * BLANK,
    apart: here.begins || (follows && here.y - before.y > Math.max(pitch * 1.2, here.size * 1.3)),
    hard: false,
    size: here.size,
    bold: here.bold,
    italic: here.italic,
    centred: side.left > 40 && side.right > 10 && Math.abs(side.left - side.right) < 6,
    heading: null,
  };
}

/** From baseline to baseline within a paragraph, learnt from breaks inside sentences. */
function pitchOf(lines: Placed[]): number {
  const within: number[] = [];
  const all: number[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const step = before && before.page === line.page && !line.begins ? line.y - before.y : 0;
    if (!before || step <= 0 || Math.abs(before.size - line.size) > 1) continue;
    all.push(step);
    if (!ends(before.text) && beginsWithin(line.text)) within.push(step);
  }
  const steps = within.length > 1 ? within : all;
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / (within.length > 1 ? 2 : 4))] ?? 0;
}

function alignOf(own: Line[], all: Placed[]): 'left' | 'centre' | 'right' | 'justify' {
  const wide = (line: Placed) => line.margins.right - line.right < 4;
  const centred = own.every((line, i) => line.centred || (own.length > 1 && i < own.length - 1 && line.full));
  if (centred && own.some((line) => line.centred)) return 'centre';
  if (all.length > 1 && all.slice(0, -1).every(wide)) return 'justify';
  return all.every((line) => wide(line) && line.x - line.margins.left > (line.margins.right - line.margins.left) * 0.3)
    ? 'right'
    : 'left';
}
