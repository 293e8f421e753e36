/**
 * What Decree 30/2020/NĐ-CP, appendix I, part I prescribes of a paper's look; the places are named after it. Where it leaves a choice, the
 * sizes are those of its own table of samples (part V). Millimetres and points.
 */
export const PAGE = { width: 210, height: 297 } as const;

/** I.3: top and bottom 20–25, left 30–35, right 15–20. */
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Of the lines of a portrait page. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const WIDE_TEXT_WIDTH = PAGE.height - MARGIN.left - MARGIN.right;

/** From the paper's edge to the page number, within the top margin (I.7). */
export const PAGE_NUMBER_AT = 10;

/** The head's two columns: the motto must fit in one line of the right one. */
export const HEAD = { left: 69, right: TEXT_WIDTH - 69 } as const;
/** The foot's: recipients and signature. */
export const FOOT = { left: 78, right: TEXT_WIDTH - 78 } as const;

export const FONT = 'Times New Roman';

/** Points. */
export const SIZE = {
  page_number: 14,
  state: 12, // II.1.a
  motto: 13, // II.1.b
  parent_issuer: 12, // II.2.b
  issuer: 12,
  number: 13, // II.3.c
  place: 13, // II.4.c
  type: 14, // II.5.b
  title: 14,
  letter_title: 12, // II.5.b, of official letters
  body: 14, // II.6
  table: 13,
  signature: 14, // II.7.đ
  recipients_word: 12, // II.9.d
  recipients: 11,
  drafted_by: 11, // III.3
  appendix: 14, // III.1.b
  mark: 13, // III.2
  record_head: 8,
} as const;

/** II.6.e: 10 or 12.7 mm. */
export const INDENT = 12.7;
/** II.6.e: between paragraphs at least 6 points; lines single. */
export const GAP = 6;

/** II.2.b, II.5.b: a rule of a third to a half of the line above it. */
export const RULE_SHARE = 0.4;
/** Points. */
export const RULE_THICK = 0.75;

/** Boxes of III.2.b. */
export const MARK_HEIGHT = 8;
export const URGENCY_WIDTH = { 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 } as const;
export const CIRCULATION_WIDTH = 50;
export const URGENT_RED = 'FF0000';

/** Between post and name, where the signature goes. */
export const SIGNING_SPACE = 28;
/** Height of the image of a hand. */
export const HAND_HEIGHT = 22;
