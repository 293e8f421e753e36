import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/dates.ts';
import { daysOf, monthOf } from './month.ts';

describe('a month on the calendar (C-0)', () => {
  it('begins its weeks on Monday: 1/6/2024 was a Saturday', () => {
    const { weeks, before, next } = monthOf('2024-06', '2026-11-23');
    expect(weeks[0]).toEqual(['2024-05-27', '2024-05-28', '2024-05-29', '2024-05-30', '2024-05-31', '2024-06-01', '2024-06-02']);
    expect([weeks.length, before, next]).toEqual([5, '2024-05-01', '2024-07-01']);
  });
  it('is this month when the address names none', () => {
    for (const asked of ['', '2024-13', 'x', '2024-6']) expect(monthOf(asked, '2026-11-23').from).toBe('2026-11-01');
  });
  it('holds each of its days once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const { weeks, from, next } = monthOf(`${year}-${String(month).padStart(2, '0')}`, '2026-11-23');
        const days = weeks.flat();
        days.forEach((day, i) => i && expect(day).toBe(addDays(days[i - 1] ?? '', 1)));
        expect(days.filter((day) => from <= day && day < next)[0]).toBe(from);
        expect(days).toContain(addDays(next, -1));
        expect(days.length % 7).toBe(0);
      }),
    );
  });
});

describe('a day with very many deadlines', () => {
  const due = Array.from({ length: 450 }, (_, i) => ({ day: '2024-11-29', i }));
  it('shows the first of them in its month, and all of them by pages of its own', () => {
    expect(daysOf(due, new URLSearchParams()).days['2024-11-29']).toMatchObject({ count: 450, first: { length: 20 } });
    const pages = [1, 2, 3].map((page) => daysOf(due, new URLSearchParams({ day: '2024-11-29', page: `${page}` })).chosen);
    expect(pages.flatMap((it) => it?.lines.map(({ i }) => i))).toEqual(due.map(({ i }) => i));
    expect(daysOf(due, new URLSearchParams({ day: '2024-11-29', page: '99' })).chosen?.page).toBe(3);
    expect(daysOf(due, new URLSearchParams({ day: '2024-11-30' })).chosen).toBeNull();
  });
});
