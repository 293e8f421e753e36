/** What the ways of saying when have in common. */
import { isDayOfYear, isoDay, monthEnd } from './dates.ts';
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

export const BEFORE = '(?:(?:xong |hoàn thành )?trước|chậm nhất(?: là)?(?: trước| đến| vào| ngày)?|muộn nhất(?: là)?(?: trước| vào)?|không (?:quá|muộn hơn)|hạn cuối(?: là)?|đến hết|đến|hết|vào|trong|xong)';

export const YEARLY = '(?:,? (?:hằng năm|hàng năm|mỗi năm|của năm|các năm|cùng năm|năm sau)(?: sau)?)?';

export const bound = (words: string): Bound => (/trước|không muộn/.test(words) && !/chậm nhất|muộn nhất/.test(words) ? 'before' : 'by');

export const years = (text: string | undefined) => (text ? Number(text) : null);

export function ruleOf(year: number | null, month: number, d: number, which: Bound): DeadlineRule | null {
  if (year === null) return isDayOfYear(month, d) ? { kind: 'yearly', bound: which, month, day: d } : null;
  const date = isoDay(year, month, d);
  return date ? { kind: 'date', bound: which, date } : null;
}

export function range(fromYear: number | null, fromMonth: number, fromDay: number, toYear: number | null, toMonth: number, toDay: number | null): DeadlineRule[] | null {
  if (fromYear === null || toYear === null) {
    return isDayOfYear(toMonth, toDay ?? 1) ? [{ kind: 'yearly', bound: 'by', month: toMonth, day: toDay ?? 1 }] : null;
  }
  const from = isoDay(fromYear, fromMonth, fromDay);
  const to = toDay === null ? monthEnd(toYear, toMonth) : isoDay(toYear, toMonth, toDay);
  return from && to ? [{ kind: 'range', from, to }] : null;
}

export const months = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
