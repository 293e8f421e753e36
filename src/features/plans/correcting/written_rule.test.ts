/** C-0: a deadline's rule written into one field and read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeadlineRule } from '../reading/reading.ts';
import { readRule, writeRule } from './written_rule.ts';

const bound = fc.constantFrom('before' as const, 'by' as const);
const year = fc.integer({ min: 1900, max: 2200 });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const month = fc.integer({ min: 1, max: 12 });
const some = (most: number) => fc.array(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: 4 });
const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), bound, date: day }),
  fc.record({ kind: fc.constant('yearly' as const), bound, month, day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({
    kind: fc.constant('monthly' as const),
    bound,
    day: fc.integer({ min: 1, max: 31 }),
    every: fc.constantFrom('month' as const, 'quarter' as const),
  }),
  fc.record({ kind: fc.constant('month' as const), months: some(12), year: fc.option(year) }),
  fc.record({ kind: fc.constant('quarter' as const), quarters: some(4), year: fc.option(year) }),
  fc.record({ kind: fc.constant('year' as const), year }),
  fc.tuple(day, day).map((two) => {
    const [from = '', to = ''] = two.toSorted();
    return { kind: 'range' as const, from, to };
  }),
  fc.record({ kind: fc.constantFrom('ongoing' as const, 'on_request' as const) }),
  fc.record({
    kind: fc.constant('every' as const),
    period: fc.constantFrom('week' as const, 'quarter' as const, 'half_year' as const, null),
  }),
);

describe('the rule of a deadline', () => {
  it('comes back as it was written, whatever its kind', () => {
    fc.assert(
      fc.property(rule, (it) => {
        expect(readRule(writeRule(it))).toEqual(it);
      }),
    );
  });

  it('keeps which report it is for when its day is corrected', () => {
    const before: DeadlineRule = { kind: 'yearly', bound: 'before', month: 6, day: 15, report: 'half_year', to: ['Sở Ngoại vụ'] };
    expect(readRule({ kind: 'date', value: '1/7/2024', bound: 'by' }, before)).toEqual({
      kind: 'date',
      bound: 'by',
      date: '2024-07-01',
      report: 'half_year',
      to: ['Sở Ngoại vụ'],
    });
  });

  it('is none when the value is not of its kind', () => {
    for (const [kind, value] of [
      ['date', '31/02/2024'],
      ['date', 'mai'],
      ['yearly', '31/4'],
      ['monthly', '32'],
      ['month', '13/2024'],
      ['quarter', 'V/2024'],
      ['quarter', ''],
      ['year', '24'],
      ['range', '01/07/2024 - 01/06/2024'],
      ['every', 'lúc nào đó'],
    ] as const)
      expect([kind, value, readRule({ kind, value, bound: 'by' })]).toEqual([kind, value, null]);
  });
});
