/** Days, months, quarters and spans of time as Vietnamese papers write them. */
import { roman } from '#ports/documents/markers.ts';

/** ISO day, or null when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Last day of a month, ISO. */
export const monthEnd = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** True when a day and month exist in some year (29/2 does). */
export const isDayOfYear = (month: number, day: number): boolean => isoDay(2024, month, day) !== null;

/** "IV" or "4" → 4; null when it is no quarter. */
export function quarter(text: string): number | null {
  const n = /^\d$/.test(text) ? Number(text) : roman(text.toUpperCase());
  return n && n <= 4 ? n : null;
}

export interface Period {
  from: string;
  to: string;
}

/** The first or last months of a year: "4 tháng cuối năm 2021" → 1/9 to 31/12. */
export const monthsOf = (count: number, first: boolean, year: number): Period =>
  first
    ? { from: `${year}-01-01`, to: monthEnd(year, count) }
    : { from: `${year}-${String(13 - count).padStart(2, '0')}-01`, to: `${year}-12-31` };

export const yearPeriod = (from: number, to = from): Period => ({ from: `${from}-01-01`, to: `${to}-12-31` });

/** "đến năm 2025" in a title: up to the end of that year; null when nothing of the kind is said. */
export const untilYear = (folded: string): string | null =>
  /(?<!tầm nhìn |định hướng )đến (?:hết )?năm (20\d\d)/.exec(folded)?.[1] ?? null;

/** The period a title or an opening sentence names, with its place; the first that does not belong to a programme's own name. */
export function periodIn(folded: string): { period: Period; start: number; end: number } | null {
  const found: { period: Period; start: number; end: number; rank: number }[] = [];
  for (const rule of PERIODS) {
    for (const m of folded.matchAll(rule.pattern)) {
      const period = rule.period(m);
      if (!period) continue;
      if (found.some((f) => m.index < f.end && m.index + m[0].length > f.start)) continue;
      const before = folded.slice(0, m.index);
      const named = /(?:chương trình|đề án|dự án|chiến lược|quyết định số|nghị quyết số|thuộc)[^;]*$/.test(before);
      const document = /(?:luật|nghị định|nghị quyết|quyết định|chỉ thị|kế hoạch số)[^;,]{0,30}$/.test(before) && rule.rank === 3;
      found.push({
        period,
        start: m.index,
        end: m.index + m[0].length,
        rank: rule.rank + (named ? 10 : 0) + (document ? 20 : 0),
      });
    }
  }
  const best = found.filter((f) => f.rank < 20).sort((a, b) => a.rank - b.rank || a.start - b.start)[0];
  return best ?? null;
}

const PERIODS: { pattern: RegExp; rank: number; period: (m: RegExpMatchArray) => Period | null }[] = [
  {
    pattern: /từ (?:nay|tháng \d{1,2}|năm|ngày [\d/]+)?\s*(20\d\d)?\s*(?:đến|tới) (?:hết )?(?:năm )?(20\d\d)/g,
    rank: 1,
    period: (m) => (m[1] && Number(m[1]) <= Number(m[2]) ? yearPeriod(Number(m[1]), Number(m[2])) : null),
  },
  {
    pattern: /(?:giai đoạn |các năm |năm )?(20\d\d)\s*-\s*(20\d\d)/g,
    rank: 2,
    period: (m) => (Number(m[1]) <= Number(m[2]) ? yearPeriod(Number(m[1]), Number(m[2])) : null),
  },
  { pattern: /năm học (20\d\d)\s*-\s*(20\d\d)/g, rank: 0, period: (m) => ({ from: `${m[1]}-09-01`, to: `${m[2]}-05-31` }) },
  {
    pattern: /(?<!\d)0?(\d|1[01]) tháng (đầu|cuối) năm (20\d\d)/g,
    rank: 0,
    period: (m) => monthsOf(Number(m[1]), m[2] === 'đầu', Number(m[3])),
  },
  {
    pattern: /(?:quý|q\.) ?([ivx]{1,3}|[1-4])(?: năm |\/)(20\d\d)/g,
    rank: 0,
    period: (m) => {
      const q = quarter(m[1] ?? '');
      return q ? { from: `${m[2]}-${String(q * 3 - 2).padStart(2, '0')}-01`, to: monthEnd(Number(m[2]), q * 3) } : null;
    },
  },
  { pattern: /(?<!đến |hết )năm (20\d\d)/g, rank: 1, period: (m) => yearPeriod(Number(m[1])) },
];
