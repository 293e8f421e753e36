/** Reads plain text, also text copied from a web page or out of a PDF: wrapped lines, page breaks and page numbers inside sentences. */
import { decodeText } from './charset.ts';
import { unfoldColumns } from './columns.ts';
import type { SourceText } from './document.ts';
import { gather } from './gather.ts';
import { draftOf, joinLines, PLAIN_LINE, tidy, type Line } from './lines.ts';
import { liftFurniture } from './page_numbers.ts';
import { rawLines } from './raw_lines.ts';
import { fullness } from './wrap.ts';

/**
 * @throws Refusal 'unknown_format' when the bytes are no text.
 */
export function readPlain(bytes: Uint8Array): SourceText {
  const lifted = liftFurniture(rawLines(decodeText(bytes)));
  const raw = unfoldColumns(lifted.lines);
  const full = fullness(raw);
  const lines = raw.map((line, i): Line => ({
    ...PLAIN_LINE,
    text: tidy(line.text),
    left: line.indent * MM_PER_BLANK,
    full: full[i] ?? false,
    apart: line.apart,
  }));
  return gather(
    'txt',
    joinLines(lines).map((own) => draftOf(own)),
    lifted.left_out,
  );
}

const MM_PER_BLANK = 2;
