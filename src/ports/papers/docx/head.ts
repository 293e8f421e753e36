/** The head of a paper (II.1–II.5): letterhead, type and title. */
import { AlignmentType, Paragraph, type Table } from 'docx';
import { balanced, longestOf, widthOf, wrapped } from '../font.server.ts';
import { CIRCULATION_WIDTH, GAP, HEAD, RULE_SHARE, SIZE, TEXT_WIDTH, URGENCY_WIDTH, URGENT_RED } from '../measures.ts';
import type { Paper } from '../paper.ts';
import { dashes, TO_AT } from '../set.ts';
import * as said from '../said.ts';
import { box, centred, columns, flowing, paragraph, rule, twips } from './paragraphs.ts';

export function head(paper: Paper): (Paragraph | Table)[] {
  return [
    columns(
      [HEAD.left, HEAD.right],
      [
        [issuers(paper), state()],
        [numbers(paper), [centred(said.placeAndDay(paper), { italic: true, size: SIZE.place })]],
      ],
    ),
    ...(paper.type === 'CV' ? [gap()] : title(paper)),
    ...addressees(paper),
    ...said.basesLines(paper).map((line) => flowing(line, { italic: true })),
  ];
}

function issuers({ parent_issuer, issuer }: Paper): Paragraph[] {
  const above = parent_issuer ? balanced(said.caps(parent_issuer), 'regular', SIZE.parent_issuer, HEAD.left) : [];
  const name = balanced(said.caps(issuer), 'bold', SIZE.issuer, HEAD.left);
  return [
    ...(above.length > 0 ? [centred(above.join('\n'), { size: SIZE.parent_issuer })] : []),
    centred(name.join('\n'), { bold: true, size: SIZE.issuer }),
    rule(RULE_SHARE * longestOf(name, 'bold', SIZE.issuer, HEAD.left), HEAD.left, 4),
  ];
}

const state = () => [
  centred(said.STATE, { bold: true, size: SIZE.state }),
  centred(said.MOTTO, { bold: true, size: SIZE.motto }),
  rule(widthOf(said.MOTTO, 'bold', SIZE.motto), HEAD.right, 4),
];

/** Number and day stand in one line (II.4.c). */
function numbers(paper: Paper): (Paragraph | Table)[] {
  const { type, title, urgency, circulation } = paper;
  const all: (Paragraph | Table)[] = [centred(said.numberLine(paper), { size: SIZE.number })];
  if (type === 'CV') all.push(centred(`V/v ${title}`, { size: SIZE.letter_title }, { spacing: { before: 20 * GAP } }));
  if (urgency) all.push(gap(), box(urgency, URGENCY_WIDTH[urgency], URGENT_RED), gap());
  if (circulation) all.push(gap(), box(circulation, CIRCULATION_WIDTH), gap());
  return all;
}

function title(paper: Paper): Paragraph[] {
  const keepNext = true;
  return [
    centred(said.caps(said.typeName(paper)), { bold: true, size: SIZE.type }, { spacing: { before: 20 * 14 }, keepNext }),
    centred(paper.title, { bold: true, size: SIZE.title }, { keepNext }),
    rule(
      RULE_SHARE * longestOf(wrapped(paper.title, 'bold', SIZE.title, TEXT_WIDTH), 'bold', SIZE.title, TEXT_WIDTH),
      TEXT_WIDTH,
      10,
    ),
  ];
}

/** II.9.d: several addressees stand below each other, their dashes under the colon. */
function addressees(paper: Paper): Paragraph[] {
  const lines = said.toLines(paper);
  if (lines.length === 0) return [];
  if (lines.length === 1) return [centred(`Kính gửi: ${lines[0]}`, {}, { spacing: { before: 20 * GAP, after: 20 * 2 * GAP } })];
  const { colon, dash: hanging } = dashes();
  return [
    paragraph('Kính gửi:', {}, { indent: { left: twips(TO_AT) }, spacing: { before: 20 * GAP }, keepNext: true }),
    ...lines.map((line, i) =>
      paragraph(
        line,
        {},
        {
          alignment: AlignmentType.LEFT,
          indent: { left: twips(colon + hanging), hanging: twips(hanging) },
          spacing: { after: i === lines.length - 1 ? 20 * 2 * GAP : 0 },
        },
      ),
    ),
  ];
}

const gap = () => new Paragraph({ spacing: { line: 120, lineRule: 'exact' } });
