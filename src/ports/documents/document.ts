/** What every reader of a file format hands on: one normalised text, and the blocks that lie in it. */

/** Half-open [start, end) in UTF-16 units of `SourceText.text`. */
export interface Span {
  start: number;
  end: number;
}

export type Format = 'docx' | 'pdf' | 'md' | 'txt' | 'html';

export interface SourceText {
  format: Format;
  /** NFC. Blocks stand in it one after another, separated by one "\n". */
  text: string;
  /** In text order, disjoint, together covering every non-blank character of `text`. */
  blocks: Block[];
  /** Page furniture and the like that is not part of `text`, so that nothing vanishes unseen. */
  left_out: LeftOut[];
}

/** A paragraph, or one paragraph of a table cell. A soft line break inside it is "\n" in `text`. */
export interface Block extends Span {
  /** The label a word processor computes ("1.", "a)", "-"): shown before the paragraph, not in the text. */
  numbering: { label: string; level: number } | null;
  cell: Cell | null;
  look: Look;
  part: 'body' | 'footnote' | 'textbox';
  /** Number of the paragraph in the file, from 1 (.docx), or null. */
  paragraph: number | null;
  /** Page on which it begins, from 1 (.pdf), or null. */
  page: number | null;
}

/** Where in a table a block stands, all counted from 0; merged cells say how far they reach. */
export interface Cell {
  table: number;
  row: number;
  column: number;
  column_span: number;
  row_span: number;
  /** The row is marked as a heading row that repeats on each page. */
  header: boolean;
  /** False where the table only lays out (letterhead, signature): no borders. Null when the format does not tell. */
  ruled: boolean | null;
}

export interface Look {
  /** True when all of its letters are so. */
  bold: boolean;
  italic: boolean;
  align: 'left' | 'centre' | 'right' | 'justify' | null;
  /** Outline or heading level from 1, or null. */
  heading: number | null;
  /** Left edge of the first line, in millimetres from the text area's edge, or null when the format does not tell. */
  indent: number | null;
}

export interface LeftOut {
  text: string;
  /** A page without text is a blank one or a scan: nobody but a person can tell what it says. */
  why: 'page_number' | 'page_header' | 'page_footer' | 'page_without_text' | 'deleted_revision' | 'hidden';
  page: number | null;
}

/** Why a file cannot be read. The words for each stand in messages/*.json under `reading.<code>`, of a workbook under `sheet.<code>`. */
export type RefusalCode =
  | 'too_large'
  | 'empty'
  | 'old_word'
  | 'old_excel'
  | 'too_many_rows'
  | 'encrypted'
  | 'broken'
  | 'no_text_layer'
  | 'archive_bomb'
  | 'picture'
  | 'unknown_format'
  | 'not_vietnamese'
  | 'took_too_long'
  | 'too_complex';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: Record<string, string | number>;
  constructor(code: RefusalCode, detail: Record<string, string | number> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
