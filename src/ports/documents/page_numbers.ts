/** Page numbers and running headers that were copied along between the lines of a text. */
import type { LeftOut } from './document.ts';
import { beginsWithin, breaksOff, ends, tidy } from './lines.ts';
import type { RawLine } from './raw_lines.ts';

/** Takes them out; where one stood, the line below may go on with the sentence above. */
export function liftFurniture<L extends RawLine>(lines: L[]): { lines: L[]; left_out: LeftOut[] } {
  const numbers = pageNumbers(lines);
  const headers = runningHeaders(lines, numbers);
  const left_out: LeftOut[] = [];
  const kept: L[] = [];
  let lifted = null as L | null;
  for (const [i, line] of lines.entries()) {
    const why = numbers.has(i) ? 'page_number' : headers.has(i) ? 'page_header' : null;
    if (why) {
      left_out.push({ text: tidy(line.text), why, page: null });
      lifted = { ...line, apart: line.apart || lifted?.apart === true };
      continue;
    }
    const apart = (line.apart || lifted?.apart === true) && ends(kept.at(-1)?.text ?? '.');
    kept.push(lifted ? { ...line, apart, turned: true } : line);
    lifted = null;
  }
  return { lines: kept, left_out };
}

/** What the line says about its page, or null: "2", "- 3 -", "Trang 2/5", "2/5". */
export function pageNumber(text: string): { page: number; of: number | null; explicit: boolean } | null {
  const match = /^([-–—]\s*)?((?:trang|page|tr\.)\s*(?:số\s*)?)?(\d{1,3})(?:\s*(?:\/|of|trên)\s*(\d{1,3}))?(\s*[-–—])?$/iu.exec(
    text.trim(),
  );
  if (!match || (match[1] === undefined) !== (match[5] === undefined)) return null;
  const page = Number(match[3]);
  const of = match[4] === undefined ? null : Number(match[4]);
  return page === 0 || (of !== null && (of < page || of < 2)) ? null : { page, of, explicit: Boolean(match[1] ?? match[2]) };
}

interface Candidate {
  line: number;
  page: number;
  of: number | null;
  /** Its form, its place or the sentence it interrupts leave no doubt. */
  sure: boolean;
}

function pageNumbers(lines: RawLine[]): Set<number> {
  const candidates: Candidate[] = [];
  for (const [i, line] of lines.entries()) {
    const number = pageNumber(line.text);
    if (!number) continue;
    const atBreak = line.turned || lines[i + 1]?.turned === true;
    candidates.push({ line: i, page: number.page, of: number.of, sure: number.explicit || atBreak || interrupts(lines, i) });
  }
  const found = new Set(candidates.filter((c) => c.sure).map((c) => c.line));
  for (const c of candidates)
    if (c.of !== null && candidates.some((d) => d !== c && d.of === c.of && d.page !== c.page)) found.add(c.line);
  for (const line of longestRun(
    lines,
    candidates.filter((c) => c.of === null),
  ))
    found.add(line);
  return found;
}

function interrupts(lines: RawLine[], i: number): boolean {
  const above = lines[i - 1]?.text ?? '';
  const below = lines[i + 1]?.text ?? '';
  const cells = above.length < 25 && below.length < 25;
  return above !== '' && below !== '' && !cells && !ends(above) && (beginsWithin(below) || breaksOff(above));
}

/** Bare numbers that count on by one, a page apart from each other: those of a list or a table's first column stand closer. */
function longestRun(lines: RawLine[], candidates: Candidate[]): number[] {
  if (candidates.length > 1000) return [];
  const offsets: number[] = [0];
  for (const [i, line] of lines.entries()) offsets.push((offsets[i] ?? 0) + line.text.length);
  const between = (from: number, to: number) => (offsets[to] ?? 0) - (offsets[from] ?? 0);
  const runs: Candidate[][] = [];
  for (const c of candidates) {
    const longest = runs
      .filter((run) => run.at(-1)?.page === c.page - 1 && between(run.at(-1)?.line ?? 0, c.line) >= A_PAGE)
      .toSorted((a, b) => b.length - a.length)[0];
    if (longest) runs.push([...longest, c]);
    else if (c.page <= 3) runs.push([c]);
  }
  const best = runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const alone = best[0];
  if (best.length === 1 && alone) {
    const free = lines[alone.line]?.apart && lines[alone.line + 1]?.apart;
    if (!free || between(0, alone.line) < A_PAGE || between(alone.line, lines.length) < 100) return [];
  }
  return best.map((c) => c.line);
}

/** Characters that even a loosely set page holds. */
const A_PAGE = 500;

/** Lines beside a page number, or above all others on a page, that come again on another page; figures may differ. */
function runningHeaders(lines: RawLine[], numbers: Set<number>): Set<number> {
  const places = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const beside =
      numbers.has(i - 1) || numbers.has(i + 1) || line.turned || /(?:trang|page)\s*\d+(?:\s*\/\s*\d+)?$/iu.test(line.text);
    if (numbers.has(i) || !beside || line.text.length > 120) continue;
    const pattern = line.text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ');
    places.set(pattern, [...(places.get(pattern) ?? []), i]);
  }
  return new Set([...places.values()].filter((at) => at.length > 1).flat());
}
