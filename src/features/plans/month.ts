/** A month as a table of weeks, from Monday to Sunday. Pure. */
import { addDays, type Day } from '#core/dates.ts';

export interface Month {
  /** Its first day, that of the month before and that of the next. */
  from: Day;
  before: Day;
  next: Day;
  /** Days of the months beside it fill the first and the last week. */
  weeks: Day[][];
}

/** @param asked "2024-06"; anything else means the month of today */
export function monthOf(asked: string, today: Day): Month {
  const from = `${/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  const before = `${addDays(from, -1).slice(0, 7)}-01`;
  // Monday is 0.
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: Day[][] = [];
  for (let day = addDays(from, -weekday); day < next; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  return { from, before, next, weeks };
}

/** Of a day with more than this the first are shown; a page of its own shows them all, so many at a time. */
const OF_A_DAY = 20;
const OF_A_PAGE = 200;

export interface DueDays<T> {
  days: Record<Day, { count: number; first: T[] }>;
  /** The one day that is looked at, and which page of it. */
  chosen: { day: Day; lines: T[]; page: number; pages: number } | null;
}

/** @param address ?day=2024-06-20&page=2 */
export function daysOf<T extends { day: Day }>(due: readonly T[], address: URLSearchParams): DueDays<T> {
  const all = Map.groupBy(due, ({ day }) => day);
  const day = address.get('day');
  const lines = (day !== null && all.get(day)) || [];
  const pages = Math.ceil(lines.length / OF_A_PAGE);
  const page = Math.min(Math.max(1, Math.trunc(Number(address.get('page'))) || 1), Math.max(1, pages));
  return {
    days: Object.fromEntries([...all].map(([key, those]) => [key, { count: those.length, first: those.slice(0, OF_A_DAY) }])),
    chosen:
      day !== null && lines.length > 0
        ? { day, lines: lines.slice((page - 1) * OF_A_PAGE, page * OF_A_PAGE), page, pages }
        : null,
  };
}
