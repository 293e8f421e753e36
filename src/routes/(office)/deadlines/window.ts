/** Which deadlines a list shows: an address says "overdue", a query wants days. */
import { addDays, type Day } from '#core/dates.ts';
import { askedBy } from '#ui/list.ts';

/** Days before today: what was due longer ago belongs to the reports of its time. */
const LATE = 30;

export const WINDOWS = ['coming', 'overdue', 'soon', 'quarter'] as const;
export type Window = (typeof WINDOWS)[number];

export function daysOf(window: Window, today: Day): { from: Day; to?: Day } {
  switch (window) {
    case 'overdue':
      return { from: addDays(today, -LATE), to: addDays(today, -1) };
    case 'soon':
      return { from: today, to: addDays(today, 14) };
    case 'quarter':
      return { from: today, to: addDays(today, 90) };
    case 'coming':
      return { from: today };
  }
}

export function askedFor(params: URLSearchParams, today: Day) {
  const { when, ...asked } = askedBy(params, { plan: 'text', unit: 'text', mine: 'flag', when: 'text' });
  const window = WINDOWS.find((known) => known === when) ?? 'coming';
  return { window, asked: { ...asked, ...daysOf(window, today) } as Record<string, string | number | boolean> };
}
