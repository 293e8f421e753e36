/**
 * An official administrative paper as data (Decree 30/2020/NĐ-CP, art. 8 and appendix I): what it says, part by part. How it looks is for the
 * renderers, which keep every measure of the decree. It knows no feature: a plan, a report or a letter each makes one of these.
 */
import type { Day } from '#core/dates.ts';

/** Types by their abbreviations (appendix III, part I); an official letter has none in its symbol and is called CV here. */
export const TYPE_NAMES = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  CV: 'Công văn',
} as const;
export type PaperType = keyof typeof TYPE_NAMES;
export const PAPER_TYPES = Object.keys(TYPE_NAMES) as PaperType[];

export interface Paper {
  type: PaperType;
  /** The name over the title, where it is longer than its type's ("Chương trình hành động"); null: the type's. */
  type_name: string | null;
  /** To whom the issuer belongs; a people's committee belongs to nobody. */
  parent_issuer: string | null;
  issuer: string;
  /** Null: not given yet, a blank to be filled in. Below ten a nought is put before it. */
  number: string | null;
  /** "KH-UBND" */
  symbol: string;
  /** Where it was issued, "Bình Phước"; null: a blank. */
  place: string | null;
  /** Null: a blank, of which the year may be known. */
  issued_on: Day | null;
  year: number | null;
  title: string;
  /** Kính gửi: of letters, and of reports and proposals that go up (II.9.b). */
  to: string[];
  bases: string[];
  body: Block[];
  signature: Signature;
  /** Nơi nhận, without what is put before and after each; "Như trên" comes by itself where there is a Kính gửi. */
  recipients: string[];
  /** What stands after "Lưu:", "VT, KGVX". Null: nothing is said of it. */
  archive: string | null;
  /** Who drafted it and how many copies there are: "PL.(300)". */
  drafted_by: string | null;
  urgency: Urgency | null;
  circulation: Circulation | null;
  appendices: Appendix[];
  /**
   * On paper an appendix says to which paper it belongs, with number and day; in an electronic document these places stay blank, as whoever
   * signs it fills in neither (III.1.c).
   */
  medium: 'paper' | 'electronic';
  /** Position and hash of the record's last link, in small print at the end: what was on file on the day of signing (ARCHITECTURE.md). */
  record_head: string | null;
}

export const URGENCIES = ['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'] as const;
export type Urgency = (typeof URGENCIES)[number];
export type Circulation = 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ';

/**
 * Ranks of headings in the decree's order (II.6.đ). division: Phần, Chương, Mục, on a line of its own with the title in capitals below;
 * article: "Điều 1. …"; section: "I. …" in capitals; clause: "1. …" in bold; point: "a) …" upright.
 */
export type Rank = 'division' | 'article' | 'section' | 'clause' | 'point';

export type Block =
  | { is: 'heading'; rank: Rank; marker: string | null; text: string }
  /** A paragraph; with a marker ("-", "1.", "a)") one of a list. */
  | { is: 'text'; marker: string | null; text: string }
  | Table;

export interface Table {
  is: 'table';
  /** Above it, centred; null: none. */
  caption: string | null;
  columns: Column[];
  /** As many cells as columns; a line break in a cell is one on paper. */
  rows: string[][];
  /** On pages of its own, in landscape (part I, I.2). */
  wide: boolean;
}

export interface Column {
  title: string;
  /** Share of the width, in proportion to those of the others. */
  width: number;
  align: 'left' | 'center' | 'right';
}

export interface Signature {
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": each line that is above the signer's own post. */
  authority: string[];
  /** "PHÓ CHỦ TỊCH"; null: a blank. */
  post: string | null;
  name: string | null;
  /** Image of the hand, blue on nothing (II.7.d); of an electronic document. */
  hand: Uint8Array | null;
  /** Image of the seal in red, in its real size, over the left third of the hand (II.8.a). */
  seal: { image: Uint8Array; width_mm: number } | null;
}

export interface Appendix {
  title: string;
  body: Block[];
  wide: boolean;
}

/** A paper about which nothing is known but what it is: all the rest is blank or absent. */
export function blankPaper(known: Pick<Paper, 'type' | 'issuer' | 'symbol' | 'title'> & Partial<Paper>): Paper {
  return {
    type_name: null,
    parent_issuer: null,
    number: null,
    place: null,
    issued_on: null,
    year: null,
    to: [],
    bases: [],
    body: [],
    signature: { authority: [], post: null, name: null, hand: null, seal: null },
    recipients: [],
    archive: null,
    drafted_by: null,
    urgency: null,
    circulation: null,
    appendices: [],
    medium: 'paper',
    record_head: null,
    ...known,
  };
}
