/** The body: bases, addressees, the mark of the end, appendices (II.6, II.9, III.1). */
import type { PaperType } from '../paper.ts';
import { at, none, part, type Rule } from './rule.ts';

/** II.9.b: letters and proposals are always addressed to somebody, reports when they go up; other types never. */
const ADDRESSED: readonly PaperType[] = ['CV', 'TTr'];
const MAY_ADDRESS: readonly PaperType[] = ['CV', 'TTr', 'BC'];

export const BODY_RULES = [
  {
    id: 'basis_ending',
    source: part('II.6'),
    look: ({ bases }) =>
      bases.flatMap((basis, i) => {
        const expected = i === bases.length - 1 ? '.' : ';';
        const { text, span } = basis;
        if (/như sau\s*:?$/i.test(text) || text.endsWith(expected)) return none;
        return [{ span: span && { start: span.end - 1, end: span.end }, values: { expected } }];
      }),
  },
  {
    id: 'addressee_missing',
    source: part('II.9.b'),
    look: ({ type, to, symbol }) => (type && ADDRESSED.includes(type) && !to ? at(symbol) : none),
  },
  {
    id: 'addressee_not_for_type',
    source: part('II.9.c'),
    look: ({ type, to, party }) => (type && to && !party && !MAY_ADDRESS.includes(type) ? at(to) : none),
  },
  {
    id: 'end_mark',
    source: part('II.6'),
    look({ end }) {
      if (!end || /\.\s?\/\s?\./.test(end.text)) return none;
      return [{ span: end.span && { start: Math.max(end.span.start, end.span.end - 1), end: end.span.end } }];
    },
  },
  {
    id: 'appendix_not_named',
    source: part('III.1.a'),
    look: ({ appendices: [first], names_appendix }) => (first && !names_appendix ? at(first, { text: first.text }) : none),
  },
  {
    id: 'appendix_not_roman',
    source: part('III.1.a'),
    look({ appendices }) {
      const wrong = appendices.find(({ text }) => !/^phụ lục\s+(?:số\s+)?[IVXL]+(?![\p{L}\d])/iu.test(text));
      return appendices.length > 1 && wrong ? at(wrong, { text: wrong.text }) : none;
    },
  },
] as const satisfies Rule[];
