/**
 * The form of a paper as its rules look at it: what is written where the decree expects it, with its place in the text if it has one. Both a
 * paper that we draw and one that was brought in have a form; one set of rules is held against both.
 */
import type { Span } from '../../documents/document.ts';
import { PAPER_TYPES, type Paper, type PaperType } from '../paper.ts';
import * as said from '../said.ts';

export interface Said {
  /** As written. */
  text: string;
  span: Span | null;
}

export interface Form {
  /** The Party's own form of papers: judged only where both agree. */
  party: boolean;
  type: PaperType | null;
  motto: Said | null;
  issuer: Said | null;
  number: Said | null;
  symbol: Said | null;
  /** "ngày 05 tháng 01 năm 2023"; null: blank. */
  day: Said | null;
  place: Said | null;
  /** What stands between place and day. */
  between: string | null;
  title: Said | null;
  /** Whose paper it is: a people's committee acts as a body. */
  committee: boolean;
  bases: Said[];
  /** What stands after Kính gửi, or null where nobody is addressed. */
  to: Said | null;
  /** The last words before the foot; null where there is no foot. */
  end: Said | null;
  authority: Said[];
  post: Said | null;
  name: Said | null;
  /** Lines below Nơi nhận, without their dashes. */
  recipients: Said[];
  /** Labels of appendices: "Phụ lục I". */
  appendices: Said[];
  /** Whether the text itself speaks of an appendix. */
  names_appendix: boolean;
}

const written = (text: string | null): Said | null => (text ? { text, span: null } : null);

/** The form of a paper as it will be drawn. */
export function formOfPaper(paper: Paper): Form {
  const { signature, appendices } = paper;
  const lines = said.ended(paper.body).flatMap((it) => (it.is === 'table' ? [] : [said.blockLine(it)]));
  const to = said.toLines(paper);
  return {
    party: false,
    type: paper.type,
    motto: written(said.MOTTO),
    issuer: written(paper.issuer),
    number: written(paper.number && said.padded(paper.number)),
    symbol: written(paper.symbol),
    day: written(paper.issued_on && said.dayInWords(paper.issued_on, null)),
    place: written(paper.place),
    between: ', ',
    title: written(paper.title),
    committee: isCommittee(paper.issuer) || paper.symbol.endsWith('UBND'),
    bases: said.basesLines(paper).map((text) => ({ text, span: null })),
    to: written(to.join(' ')),
    end: written(lines.at(-1) ?? null),
    authority: signature.authority.map((line) => ({ text: said.authorityLine(line), span: null })),
    post: written(signature.post),
    name: written(signature.name),
    recipients: said.recipientLines(paper).map((line) => ({ text: line.slice(2), span: null })),
    appendices: appendices.map((_, i) => ({ text: said.appendixName(i, appendices.length), span: null })),
    names_appendix: /phụ lục/i.test(lines.join('\n')),
  };
}

export const isCommittee = (issuer: string): boolean => /[ủu][ỷyỳ] ban nhân dân|ubnd/i.test(issuer.normalize('NFC'));

/** The type whose abbreviation a symbol begins with ("KH-UBND"), if one does. */
export const typeOfSymbol = (symbol: string): PaperType | null =>
  PAPER_TYPES.find((type) => type !== 'CV' && symbol.replace(/^\d{4}\//, '').startsWith(`${type}-`)) ?? null;
