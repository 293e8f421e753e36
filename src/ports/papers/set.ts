/** A paper as the template takes it: all words ready to be set, all lengths reckoned. */
import type { Day } from '#core/dates.ts';
import { keptWithFoot } from './keeping.server.ts';
import { balanced, longestOf, widthOf, wrapped } from './font.server.ts';
import * as measures from './measures.ts';
import type { Block, Paper } from './paper.ts';
import * as said from './said.ts';

const { HEAD, RULE_SHARE, SIZE, TEXT_WIDTH, WIDE_TEXT_WIDTH, URGENCY_WIDTH } = measures;

/** From the left edge of the text to "Kính gửi:" when several are addressed. */
export const TO_AT = 30;

export function dataOf(paper: Paper) {
  const { signature } = paper;
  return {
    measures: {
      size: SIZE,
      margin: measures.MARGIN,
      head: HEAD,
      foot: measures.FOOT,
      indent: measures.INDENT,
      gap: measures.GAP,
      page_number_at: measures.PAGE_NUMBER_AT,
      rule_thick: measures.RULE_THICK,
      mark_height: measures.MARK_HEIGHT,
      signing_space: measures.SIGNING_SPACE,
      hand_height: measures.HAND_HEIGHT,
    },
    title: paper.title,
    author: paper.issuer,
    day: paper.issued_on && dateOf(paper.issued_on),
    description: `${said.typeName(paper)} ${said.numberAndSymbol(paper)}`,
    head: headOf(paper),
    to: { lines: said.toLines(paper), at: TO_AT, ...dashes() },
    stretches: stretchesOf(paper),
    signature: {
      above: [...signature.authority, ...(signature.post ? [signature.post] : [])].map(said.authorityLine),
      name: signature.name ?? '',
      hand: signature.hand !== null,
      seal: signature.seal && { width: signature.seal.width_mm },
    },
    foot: { recipients: said.recipientLines(paper), drafted_by: paper.drafted_by, record_head: paper.record_head },
    appendices: paper.appendices.map(({ title, body, wide }, i) => {
      const pointer = said.appendixPointer(paper);
      const width = wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
      return {
        name: said.appendixName(i, paper.appendices.length),
        title: said.caps(title),
        pointer,
        rule: RULE_SHARE * longestOf(wrapped(pointer, 'italic', SIZE.appendix, width), 'italic', SIZE.appendix, width),
        stretches: said
          .stretches(said.ended(body), wide)
          .map((it) => ({ wide: it.wide, blocks: it.blocks.map((block) => setBlock(block, false)) })),
      };
    }),
  };
}

function dateOf(day: Day) {
  const [year, month, date] = day.split('-').map(Number);
  return { year, month, day: date };
}

function headOf(paper: Paper) {
  const { type, title, urgency, circulation, parent_issuer } = paper;
  const issuer = balanced(said.caps(paper.issuer), 'bold', SIZE.issuer, HEAD.left);
  const letter = type === 'CV';
  return {
    parent_issuer: parent_issuer && balanced(said.caps(parent_issuer), 'regular', SIZE.parent_issuer, HEAD.left).join('\n'),
    issuer: issuer.join('\n'),
    issuer_rule: RULE_SHARE * longestOf(issuer, 'bold', SIZE.issuer, HEAD.left),
    number: said.numberLine(paper),
    about: letter ? `V/v ${title}` : null,
    urgency: urgency && { words: urgency, width: URGENCY_WIDTH[urgency], color: measures.URGENT_RED },
    circulation: circulation && { words: circulation, width: measures.CIRCULATION_WIDTH },
    state: said.STATE,
    motto: said.MOTTO,
    motto_rule: widthOf(said.MOTTO, 'bold', SIZE.motto),
    place_and_day: said.placeAndDay(paper),
    type: letter ? null : said.caps(said.typeName(paper)),
    title_rule: RULE_SHARE * longestOf(wrapped(title, 'bold', SIZE.title, TEXT_WIDTH), 'bold', SIZE.title, TEXT_WIDTH),
  };
}

/** Where the dashes of several addressees stand: under the colon (II.9.d). */
export const dashes = () => ({
  colon: TO_AT + widthOf('Kính gửi', 'regular', SIZE.body),
  dash: widthOf('- ', 'regular', SIZE.body),
});

function stretchesOf(paper: Paper) {
  const bases = said.basesLines(paper).map((words) => ({ is: 'text', words, bold: false, italic: true, kept: false }));
  const all = said.stretches(said.ended(paper.body), false);
  return all.map(({ wide, blocks }, i) => {
    const kept = i === all.length - 1 ? keptWithFoot(blocks) : new Set<number>();
    return { wide, blocks: [...(i === 0 ? bases : []), ...blocks.map((block, n) => setBlock(block, kept.has(n)))] };
  });
}

function setBlock(block: Block, kept: boolean) {
  if (block.is === 'table') return { ...block, kept };
  const look = { italic: false, kept: kept || block.is === 'heading' };
  if (block.is === 'text') return { is: 'text', words: said.blockLine(block), bold: false, ...look };
  if (block.rank === 'division') return { is: 'division', marker: block.marker, words: said.caps(block.text) };
  return { is: 'text', words: said.blockLine(block), bold: block.rank !== 'point', ...look };
}
