/** Deadlines on a calendar: when what a plan's words say falls due. */
import { addDays, dayIn, type Day } from '#core/dates.ts';
import type { DeadlineRule, ReportPeriod } from './reading/reading.ts';

/**
 * The last days on which a duty is still in time, within [from, to], in order. "Trước ngày 20/6" read strictly: the 19th is the last.
 * Nothing for what has no day: thường xuyên, khi có yêu cầu, định kỳ.
 */
export function dueDays(rule: DeadlineRule, from: Day, to: Day): Day[] {
  const strict = 'bound' in rule && rule.bound === 'before';
  const days = rawDays(rule, yearsOf(from, addDays(to, 1)));
  return days
    .map((day) => (strict ? addDays(day, -1) : day))
    .filter((day) => from <= day && day <= to)
    .toSorted();
}

/** Whether a rule ever falls on a day. */
export function hasDay(rule: DeadlineRule): boolean {
  return !['ongoing', 'every', 'on_request'].includes(rule.kind);
}

/** Which report a rule is about, or null. */
export function reportOf(rule: DeadlineRule): ReportPeriod | null {
  return 'report' in rule ? (rule.report ?? null) : null;
}

function rawDays(rule: DeadlineRule, years: number[]): Day[] {
  switch (rule.kind) {
    case 'date':
      return [rule.date];
    case 'yearly':
      return years.map((year) => dayIn(year, rule.month, rule.day));
    case 'monthly': {
      const months = rule.every === 'quarter' ? [3, 6, 9, 12] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
      return years.flatMap((year) => months.map((month) => dayIn(year, month, rule.day)));
    }
    case 'month':
      return given(rule.year, years).flatMap((year) => rule.months.map((month) => dayIn(year, month, 31)));
    case 'quarter':
      return given(rule.year, years).flatMap((year) => rule.quarters.map((quarter) => dayIn(year, quarter * 3, 31)));
    case 'year':
      return [dayIn(rule.year, 12, 31)];
    case 'range':
      return [rule.to];
    case 'ongoing':
    case 'every':
    case 'on_request':
      return [];
  }
}

const given = (year: number | null, years: number[]) => (year === null ? years : [year]);

function yearsOf(from: Day, to: Day): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

interface InPeriod {
  period_from: Day | null;
  period_to: Day | null;
  issued_on: Day | null;
}

/** Whether a plan begins only after the other has ended: then it cannot be what that one carries out. Without a period its day of issue counts. */
export function isLater(plan: InPeriod, other: InPeriod): boolean {
  const [begins, ends] = [plan.period_from ?? plan.issued_on, other.period_to ?? other.issued_on];
  return begins !== null && ends !== null && begins > ends;
}
