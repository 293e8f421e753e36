/** Times said without their year, or from the day of the paper on: they are those of the document's own year. */
import { isoDay, monthEnd } from './dates.ts';
import type { DeadlineRule } from './reading.ts';

/** Stand-ins until the document is known: a day "--07-01" as ISO 8601 had it, "from now", "this year". */
export const NOW = 'now';
export const THIS_YEAR = 0;

/** `year`: the one the document is for, null when it is for several or says none. `issued`: its day. */
export function inOwnYear(rule: DeadlineRule, year: number | null, issued: string | null): DeadlineRule {
  if (rule.kind === 'year' && rule.year === THIS_YEAR) return year === null ? { kind: 'ongoing' } : { kind: 'year', year };
  if (rule.kind !== 'range') return rule;
  const open = rule.to.startsWith('-');
  if (open && year === null) return everyYear(rule.from, rule.to);
  const to = open ? dayOf(rule.to, year ?? 0) : rule.to;
  if (rule.from === NOW) return { kind: 'range', from: issued && issued <= to ? issued : `${to.slice(0, 4)}-01-01`, to };
  if (!open) return rule;
  const wraps = rule.from > rule.to ? 1 : 0;
  return { kind: 'range', from: dayOf(rule.from, year ?? 0), to: dayOf(rule.to, (year ?? 0) + wraps) };
}

function dayOf(monthDay: string, year: number): string {
  const [month, day] = [Number(monthDay.slice(2, 4)), Number(monthDay.slice(5))];
  return isoDay(year, month, day) ?? monthEnd(year, month);
}

/** In a plan of several years "quý II - III" comes in each of them: whole months, or up to the day. */
function everyYear(from: string, to: string): DeadlineRule {
  const [last, day] = [Number(to.slice(2, 4)), Number(to.slice(5))];
  const whole = to.slice(1) === monthEnd(2024, last).slice(4);
  const first = from === NOW ? 1 : Number(from.slice(2, 4));
  if (!whole) return { kind: 'yearly', bound: 'by', month: last, day };
  const count = ((last - first + 12) % 12) + 1;
  return { kind: 'month', months: Array.from({ length: count }, (_, i) => ((first - 1 + i) % 12) + 1), year: null };
}
