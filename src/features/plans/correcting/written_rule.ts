/** A deadline's rule as an officer writes it into one field: "20/06/2024", "II/2024", "quý". Pure, and back again. */
import type { DeadlineRule } from '../reading/reading.ts';

export interface WrittenRule {
  kind: DeadlineRule['kind'];
  value: string;
  bound: 'before' | 'by';
}

export function writeRule(rule: DeadlineRule): WrittenRule {
  const bound = 'bound' in rule ? rule.bound : 'by';
  return { kind: rule.kind, value: valueOf(rule), bound };
}

/** The rule, or null when the value does not say one of this kind. What it is about (`report`, `to`) is kept from the rule it replaces. */
export function readRule({ kind, value, bound }: WrittenRule, before: DeadlineRule | null = null): DeadlineRule | null {
  const about = before ? { ...('report' in before && { report: before.report }), ...('to' in before && { to: before.to }) } : {};
  const rule = ruleOf(kind, value.trim(), bound);
  if (rule === null || !['date', 'yearly', 'monthly', 'every'].includes(kind)) return rule;
  return { ...rule, ...about } as DeadlineRule;
}

function valueOf(rule: DeadlineRule): string {
  switch (rule.kind) {
    case 'date':
      return written(rule.date);
    case 'yearly':
      return `${two(rule.day)}/${two(rule.month)}`;
    case 'monthly':
      return rule.every === 'quarter' ? `${rule.day} quý` : `${rule.day}`;
    case 'month':
      return rule.months.join(', ') + (rule.year === null ? '' : `/${rule.year}`);
    case 'quarter':
      return rule.quarters.map((quarter) => ROMAN[quarter - 1]).join(', ') + (rule.year === null ? '' : `/${rule.year}`);
    case 'year':
      return `${rule.year}`;
    case 'range':
      return `${written(rule.from)} - ${written(rule.to)}`;
    case 'every':
      return rule.period === null ? '' : PERIODS[rule.period];
    case 'ongoing':
    case 'on_request':
      return '';
  }
}

function ruleOf(kind: DeadlineRule['kind'], value: string, bound: 'before' | 'by'): DeadlineRule | null {
  switch (kind) {
    case 'date': {
      const date = dayOf(value);
      return date === null ? null : { kind, bound, date };
    }
    case 'yearly': {
      const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(value) ?? [];
      return isDay(2024, Number(month), Number(day)) ? { kind, bound, month: Number(month), day: Number(day) } : null;
    }
    case 'monthly': {
      const [, day, quarter] = /^(\d{1,2})( *quý)?$/i.exec(value) ?? [];
      return between(day, 1, 31) ? { kind, bound, day: Number(day), every: quarter ? 'quarter' : 'month' } : null;
    }
    case 'month':
    case 'quarter': {
      const [, list = '', year = null] = /^([^/]+?)(?: *\/ *(\d{4}))?$/.exec(value) ?? [];
      const numbers = list
        .split(/[\s,;]+/)
        .map((it) => (kind === 'quarter' && ROMAN.indexOf(it.toUpperCase()) + 1) || Number(it));
      if (!numbers.every((it) => between(it, 1, kind === 'month' ? 12 : 4))) return null;
      const of = year === null ? null : Number(year);
      return kind === 'month' ? { kind, months: numbers, year: of } : { kind, quarters: numbers, year: of };
    }
    case 'year':
      return /^\d{4}$/.test(value) && between(value, 1900, 2200) ? { kind, year: Number(value) } : null;
    case 'range': {
      const [from, to, more] = value.split(/ *[-–] */).map(dayOf);
      return from && to && more === undefined && from <= to ? { kind, from, to } : null;
    }
    case 'every': {
      const period = Object.entries(PERIODS).find(([, word]) => word === value.toLowerCase())?.[0] as
        keyof typeof PERIODS | undefined;
      return value === '' ? { kind, period: null } : period ? { kind, period } : null;
    }
    case 'ongoing':
    case 'on_request':
      return { kind };
  }
}

const ROMAN = ['I', 'II', 'III', 'IV'];
const PERIODS = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half_year: '6 tháng',
  nine_months: '9 tháng',
  year: 'năm',
} as const;

const two = (n: number) => String(n).padStart(2, '0');
const written = (day: string) => day.split('-').toReversed().join('/');
const between = (n: unknown, least: number, most: number) =>
  Number.isInteger(Number(n)) && Number(n) >= least && Number(n) <= most;
const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** 20/06/2024, or as a browser's field for days writes it. */
function dayOf(value: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value.trim()) ?? [];
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${two(Number(month))}-${two(Number(day))}` : null;
}
