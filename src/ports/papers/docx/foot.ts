/** The foot of a paper (II.7, II.9): recipients on the left, signature on the right, level with each other. */
import { Paragraph, type Table } from 'docx';
import { FOOT, GAP, SIGNING_SPACE, SIZE } from '../measures.ts';
import type { Paper } from '../paper.ts';
import * as said from '../said.ts';
import { centred, columns, paragraph, twips } from './paragraphs.ts';

export function foot(paper: Paper): (Paragraph | Table)[] {
  const { drafted_by, record_head } = paper;
  const recipients = [
    paragraph('Nơi nhận:', { bold: true, italic: true, size: SIZE.recipients_word }, above),
    ...said.recipientLines(paper).map((line) => paragraph(line, { size: SIZE.recipients })),
    ...(drafted_by ? [paragraph(drafted_by, { size: SIZE.drafted_by })] : []),
  ];
  return [
    columns([FOOT.left, FOOT.right], [[recipients, signature(paper)]]),
    // A document cannot end with a table: what would be an empty line is as low as a line can be.
    record_head
      ? paragraph(record_head, { size: SIZE.record_head }, { spacing: { before: 20 * GAP } })
      : new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, run: { size: 2 } }),
  ];
}

const above = { spacing: { before: 20 * GAP } };

function signature({ signature: { authority, post, name } }: Paper): Paragraph[] {
  const look = { bold: true, size: SIZE.signature };
  return [
    ...[...authority, post ?? ''].map((line, i) => centred(said.authorityLine(line), look, i === 0 ? above : {})),
    centred(name ?? '', look, { spacing: { before: twips(SIGNING_SPACE) } }),
  ];
}
