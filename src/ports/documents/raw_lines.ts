/** Physical lines of a plain text. */
import { clean } from './gather.ts';
import { beginsWithin, ends, tidy } from './lines.ts';

export interface RawLine {
  /** Without the blanks at its ends; those inside are kept as typed, for they tell columns. */
  text: string;
  /** Columns of blanks before it. */
  indent: number;
  /** A blank line stands above it. */
  apart: boolean;
  /** A page ended above it. */
  turned: boolean;
  /** Two blanks were typed at its end: in Markdown, a line break that is meant. */
  hard: boolean;
}

/** The lines that have visible characters; `tab` is how many columns a tab takes at most. */
export function rawLines(text: string, tab = 8): RawLine[] {
  const lines: (RawLine & { blanks: number })[] = [];
  let blanks = 0;
  let turned = false;
  for (const [page, body] of text.split('\f').entries()) {
    turned ||= page > 0;
    for (const raw of body.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/u)) {
      const shown = raw.length > LONG ? tidy(raw) : clean(raw);
      if (shown === '') {
        blanks++;
        continue;
      }
      lines.push({ text: shown, indent: indentOf(raw, tab), apart: blanks > 0, turned, hard: / {2}$/u.test(raw), blanks });
      blanks = 0;
      turned = false;
    }
  }
  const double = isDoubleSpaced(lines);
  return lines.map(({ blanks: above, ...line }) => ({ ...line, apart: above > (double ? 1 : 0) }));
}

/** A line of that many characters has no columns whose blanks would have to be kept. */
const LONG = 5000;

function indentOf(line: string, tab: number): number {
  let column = 0;
  for (const c of line) {
    if (c === '\t') column = (Math.floor(column / tab) + 1) * tab;
    else if (/\s/u.test(c)) column++;
    else break;
  }
  return column;
}

/** Nearly every line has a blank one above it, although many of them begin inside a sentence: the blank lines part nothing. */
function isDoubleSpaced(lines: RawLine[]): boolean {
  let apart = 0;
  let within = 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before || !line.apart) continue;
    apart++;
    if (!ends(before.text) && beginsWithin(line.text)) within++;
  }
  return lines.length >= 4 && apart >= 0.8 * (lines.length - 1) && within >= 0.25 * apart;
}
