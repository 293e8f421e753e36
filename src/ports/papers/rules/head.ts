/** The head: motto, number and symbol, place and day, title (II.1–II.5). */
import { MOTTO } from '../said.ts';
import { at, none, part, type Rule } from './rule.ts';

export const HEAD_RULES = [
  {
    id: 'motto_form',
    source: part('II.1.b'),
    look: ({ motto, party }) =>
      motto && !party && motto.text !== MOTTO ? at(motto, { text: motto.text, expected: MOTTO }) : none,
  },
  {
    id: 'issuer_missing',
    source: part('II.2'),
    look: ({ issuer, symbol }) => (issuer ? none : at(symbol)),
  },
  {
    id: 'number_blank',
    source: part('II.3'),
    look: ({ number, symbol }) => (number ? none : at(symbol)),
  },
  {
    id: 'number_not_padded',
    source: part('II.3'),
    look: ({ number }) => (number && /^[1-9]$/.test(number.text) ? at(number, { number: number.text }) : none),
  },
  {
    id: 'symbol_form',
    source: part('II.3'),
    look({ symbol, party, type }) {
      if (!symbol || party) return none;
      // An official letter's symbol begins with its office.
      const expected = type === 'CV' ? null : type;
      const shaped = /^(?:\d{4}\/)?[\p{Lu}][\p{L}\d&]*(?:-[\p{L}\d&]+)+$/u.test(symbol.text);
      const begins = !expected || bareOf(symbol.text).startsWith(`${expected.toUpperCase()}-`);
      return shaped && begins ? none : at(symbol, { symbol: symbol.text, expected: expected ?? '…' });
    },
  },
  {
    id: 'date_blank',
    source: part('II.4'),
    look: ({ day, place, symbol }) => (day ? none : at(place ?? symbol)),
  },
  {
    id: 'date_not_padded',
    source: part('II.4'),
    look: ({ day }) => (day && /ngày\s+[1-9]\s+tháng|tháng\s+[12]\s+năm/i.test(day.text) ? at(day, { text: day.text }) : none),
  },
  {
    id: 'place_comma',
    source: part('II.4.c'),
    look: ({ place, day, between }) =>
      place && day && between !== null && !between.includes(',') ? at(place, { text: place.text }) : none,
  },
  {
    id: 'title_missing',
    source: part('II.5'),
    look: ({ title, symbol }) => (title ? none : at(symbol)),
  },
] as const satisfies Rule[];

const bareOf = (symbol: string) => symbol.replace(/^\d{4}\//, '').toUpperCase();
