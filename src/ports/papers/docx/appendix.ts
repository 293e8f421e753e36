/** An appendix (III.1): on pages of its own, with numbers of its own. */
import type { Paragraph, Table } from 'docx';
import { longestOf, wrapped } from '../font.server.ts';
import { GAP, RULE_SHARE, SIZE, TEXT_WIDTH, WIDE_TEXT_WIDTH } from '../measures.ts';
import type { Paper } from '../paper.ts';
import * as said from '../said.ts';
import { centred, rule } from './paragraphs.ts';

/** What stands above the words of the appendix at this place. */
export function appendixHead(paper: Paper, i: number): (Paragraph | Table)[] {
  const { title, wide } = paper.appendices[i] as Paper['appendices'][number];
  const width = wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
  const pointer = said.appendixPointer(paper);
  const keepNext = true;
  return [
    centred(said.appendixName(i, paper.appendices.length), { bold: true, size: SIZE.appendix }, { keepNext }),
    ...(title ? [centred(said.caps(title), { bold: true, size: SIZE.appendix }, { keepNext })] : []),
    centred(pointer, { italic: true, size: SIZE.appendix }, { keepNext }),
    rule(
      RULE_SHARE * longestOf(wrapped(pointer, 'italic', SIZE.appendix, width), 'italic', SIZE.appendix, width),
      width,
      2 * GAP,
    ),
  ];
}
