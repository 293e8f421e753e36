import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOwnYear } from './own_year.ts';
import { readPlan } from './read.ts';
import { sourceOf } from './sources.fixture.ts';

const rules = (title: string, words: string) =>
  readPlan(
    sourceOf(
      `UBND TỈNH A\nSố: 12/KH-UBND\nA, ngày 15 tháng 02 năm 2025\nKẾ HOẠCH\n${title}\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Khám bệnh, ${words}.`,
    ),
    [],
  ).deadlines.map((d) => d.rule);

it('C-0: a span without its year is of the year the plan is for', () => {
  expect(rules('Khám bệnh năm 2025', '6 tháng cuối năm')).toEqual([{ kind: 'range', from: '2025-07-01', to: '2025-12-31' }]);
  expect(rules('Khám bệnh năm 2025', 'quý II - III')).toEqual([{ kind: 'range', from: '2025-04-01', to: '2025-09-30' }]);
  expect(rules('Khám bệnh năm 2025', 'từ tháng 11 đến tháng 02')).toEqual([
    { kind: 'range', from: '2025-11-01', to: '2026-02-28' },
  ]);
});
it('C-0: in a plan of several years it comes in each of them', () => {
  expect(rules('Khám bệnh giai đoạn 2025-2027', 'quý II - III')).toEqual([
    { kind: 'month', months: [4, 5, 6, 7, 8, 9], year: null },
  ]);
  expect(rules('Khám bệnh giai đoạn 2025-2027', 'từ ngày 15/5 đến ngày 15/6')).toEqual([
    { kind: 'yearly', bound: 'by', month: 6, day: 15 },
  ]);
});
it('C-0: “from now” begins on the day the paper was issued', () => {
  expect(rules('Khám bệnh năm 2025', 'từ nay đến hết năm 2025')).toEqual([
    { kind: 'range', from: '2025-02-15', to: '2025-12-31' },
  ]);
});
it('C-0: no stand-in is left in any rule', () => {
  const monthDay = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }))
    .map(([m, d]) => `--${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.oneof(monthDay, fc.constant('now')),
      monthDay,
      fc.option(fc.integer({ min: 2020, max: 2030 })),
      (from, to, year) => {
        const rule = inOwnYear({ kind: 'range', from, to }, year, null);
        if (year === null) {
          expect(['month', 'yearly']).toContain(rule.kind);
          return;
        }
        expect(rule).toMatchObject({
          kind: 'range',
          from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          to: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        });
        expect(rule.kind === 'range' && rule.from <= rule.to).toBe(true);
      },
    ),
  );
});
