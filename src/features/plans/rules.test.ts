import { describe, expect, it } from 'vitest';
import { dueDays } from './rules.ts';

describe('deadlines of a plan on a calendar (C-0, IV.11)', () => {
  it('reads "trước ngày 20/6" strictly: the 19th is the last day, each year', () => {
    const rule = { kind: 'yearly', bound: 'before', month: 6, day: 20 } as const;
    expect(dueDays(rule, '2023-01-01', '2025-12-31')).toEqual(['2023-06-19', '2024-06-19', '2025-06-19']);
  });
  it('counts the day itself when the paper says "chậm nhất ngày"', () => {
    expect(dueDays({ kind: 'date', bound: 'by', date: '2024-03-05' }, '2024-01-01', '2024-12-31')).toEqual(['2024-03-05']);
  });
  it('finds "trước ngày 01/01" on the last day of the year before', () => {
    const rule = { kind: 'yearly', bound: 'before', month: 1, day: 1 } as const;
    expect(dueDays(rule, '2023-06-01', '2023-12-31')).toEqual(['2023-12-31']);
  });
  it('ends a quarter on its last day', () => {
    expect(dueDays({ kind: 'quarter', quarters: [2, 4], year: 2024 }, '2024-01-01', '2024-12-31')).toEqual([
      '2024-06-30',
      '2024-12-31',
    ]);
  });
  it('lets the 25th of the last month of each quarter come four times a year', () => {
    const days = dueDays({ kind: 'monthly', bound: 'by', day: 25, every: 'quarter' }, '2024-01-01', '2024-12-31');
    expect(days).toEqual(['2024-03-25', '2024-06-25', '2024-09-25', '2024-12-25']);
  });
  it('puts no day on what is done all the time or on request', () => {
    expect(dueDays({ kind: 'ongoing' }, '2023-01-01', '2025-12-31')).toEqual([]);
    expect(dueDays({ kind: 'on_request' }, '2023-01-01', '2025-12-31')).toEqual([]);
  });
  it('takes the last day of a short month', () => {
    expect(dueDays({ kind: 'month', months: [2], year: null }, '2023-01-01', '2024-12-31')).toEqual(['2023-02-28', '2024-02-29']);
  });
});
