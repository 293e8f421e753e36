/** What the ways of saying when have in common. */
import { isDayOfYear, isoDay, monthEnd, quarter } from './dates.ts';
import type { Bound, DeadlineRule } from './reading.ts';

export interface Around {
  before: string;
  after: string;
  cell: boolean;
  text: string;
}

export interface Pattern {
  words: RegExp;
  /** The rules these words say; null when they are none of this kind; empty when they are no deadline of any kind. */
  rules: (m: RegExpMatchArray, around: Around) => DeadlineRule[] | null;
}

export const BEFORE =
  '(?:trước|chậm nhất(?: là)?(?: trước| đến hết| đến| vào| trong| ngày)?|muộn nhất(?: là)?(?: trước| đến| vào)?|không (?:quá|muộn hơn|chậm hơn)|hạn cuối(?: là)?|đến hết|đến|hết|trong)';

export const YEARLY =
  '(?:,? (?:hằng năm|hàng năm|mỗi năm|của năm|các năm|cùng năm|năm sau|năm trước(?! (?:ngày )?\\d))(?: sau| trước(?! (?:ngày )?\\d))?)?';

/** Between a month or quarter and its year. */
export const OF_YEAR = '(?:(?:\\s?[/.-]\\s?|,? năm )(20\\d\\d)(?!\\d))';

export const QUARTER = '(?:iv|i{1,3}|[1-4]|một|hai|ba|bốn)';

export const bound = (words: string): Bound =>
  /trước|không (?:muộn|chậm)/.test(words) && !/chậm nhất|muộn nhất/.test(words) ? 'before' : 'by';

export const years = (text: string | undefined) => (text ? Number(text) : null);

export function quartersIn(words: string): number[] {
  const found = words.matchAll(new RegExp(`(?<![\\p{L}\\d])${QUARTER}(?![\\p{L}\\d])`, 'gu'));
  return [...found].flatMap(([name]) => quarter(SPELLED[name] ?? name) ?? []);
}

export function ruleOf(year: number | null, month: number, d: number, which: Bound): DeadlineRule | null {
  if (year === null) return isDayOfYear(month, d) ? { kind: 'yearly', bound: which, month, day: d } : null;
  const date = isoDay(year, month, d);
  return date ? { kind: 'date', bound: which, date } : null;
}

/** A span of days; `toDay` null is the month's last. Without years it holds in the document's own year (own_year.ts). */
export function range(
  fromYear: number | null,
  fromMonth: number,
  fromDay: number,
  toYear: number | null,
  toMonth: number,
  toDay: number | null,
): DeadlineRule[] | null {
  const ownYear = fromYear === null || toYear === null;
  const from = isoDay(fromYear ?? LEAP, fromMonth, fromDay);
  const to = toDay === null ? (toMonth <= 12 ? monthEnd(toYear ?? LEAP, toMonth) : null) : isoDay(toYear ?? LEAP, toMonth, toDay);
  if (!from || !to || (!ownYear && from > to)) return null;
  return [ownYear ? { kind: 'range', from: `-${from.slice(4)}`, to: `-${to.slice(4)}` } : { kind: 'range', from, to }];
}

const LEAP = 2024;

const SPELLED: Record<string, string> = { một: '1', hai: '2', ba: '3', bốn: '4' };
