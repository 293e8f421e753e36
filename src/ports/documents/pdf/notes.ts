/** Footnotes: small print below the text of a page, each beginning with its figure. */
import type { LeftOut } from '../document.ts';
import { whole, type Fragment, type Row } from './rows.ts';

const FIGURE = /^[[(]?(\d{1,2}|\*{1,3})[\])]?(?:[.:]?\s|(?=\p{Lu}))/u;

/** Takes them out of the page's rows; each note is its lines. */
export function takeNotes(rows: Row[], textSize: number): Fragment[][] {
  let first = rows.length;
  while (first > 0 && rows[first - 1]?.every((fragment) => fragment.size < textSize * 0.9)) first--;
  const foot = rows.slice(first).map(whole);
  const [top] = foot;
  const figure = top && FIGURE.exec(top.text);
  // The list of recipients is small print as well.
  if (!top || !figure || foot.some((line) => /Nơi\s+nhận/u.test(line.text)) || first === 0) return [];
  rows.length = first;
  const notes: Fragment[][] = [];
  let due = Number(figure[1]);
  for (const line of foot) {
    const found = FIGURE.exec(line.text)?.[1];
    const next = found !== undefined && (Number(found) === due || found.startsWith('*')) && Math.abs(line.x - top.x) < 12;
    if (next) {
      // The figure is raised, so that no blank stands between it and the note.
      notes.push([{ ...line, text: line.text.replace(/^([[(]?(?:\d{1,2}|\*{1,3})[\])]?)(?=\p{L})/u, '$1 ') }]);
      due++;
    } else notes.at(-1)?.push(line);
  }
  return notes;
}

/** Takes the raised figures that refer to the page's notes out of its rows: they belong to no word. */
export function takeReferences(rows: Row[], notes: Fragment[][], page: number): LeftOut[] {
  const figures = new Set(notes.map(([first]) => FIGURE.exec(first?.text ?? '')?.[1]));
  const left_out: LeftOut[] = [];
  for (const fragment of rows.flat()) {
    for (const { text, at } of fragment.raised.toReversed()) {
      if (!figures.has(/[\d*]+/u.exec(text)?.[0])) continue;
      fragment.text = fragment.text.slice(0, at) + fragment.text.slice(at + text.length);
      left_out.push({ text, why: 'hidden', page });
    }
  }
  return left_out;
}
