/** A text being searched for offices, and what is found in it. */
import type { Span } from '#ports/documents/document.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** One office named. In an enumeration with a common head the head is repeated in `name`. Its span is its own part of the enumeration. */
export interface Mention extends Span {
  name: string;
  /** "các cơ quan liên quan" and the like: names nobody. */
  vague: boolean;
  /** A group named as a group: "các cơ quan báo chí". */
  group: boolean;
  /** "Giám đốc", "Chủ tịch": the head stands for the office. */
  post: boolean;
  /** A village, a hamlet: as often the place of something as one that does it. */
  village?: boolean;
}

/** A text being scanned. `loose`: a heading or a cell, where a name may begin with a small letter. */
export interface Scan {
  text: string;
  folded: string;
  caps: boolean;
  loose: boolean;
  lexicon: Lexicon;
}

export function scanOf(text: string, lexicon: Lexicon, loose = false): Scan {
  return { text, folded: fold(text), caps: isCaps(text), loose, lexicon };
}

/** A sticky pattern tried at one place only. */
export function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const plain = (scan: Scan, start: number, end: number): Mention => ({
  start,
  end,
  name: oneLine(scan.text.slice(start, end)),
  vague: false,
  group: false,
  post: false,
});
