import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deadlinesIn } from './deadlines.ts';

const said = (text: string, cell = false) => deadlinesIn(text, cell).map((d) => [text.slice(d.start, d.end), d.rule]);

it('IV.11: a day without year comes each year, and the report it is for is known', () => {
  expect(said('báo cáo (trước ngày 20/6 đối với báo cáo 6 tháng; trước ngày 15/11 đối với báo cáo năm)')).toEqual([
    ['trước ngày 20/6', { kind: 'yearly', bound: 'before', month: 6, day: 20, report: 'half_year' }],
    ['trước ngày 15/11', { kind: 'yearly', bound: 'before', month: 11, day: 15, report: 'year' }],
  ]);
  expect(said('trước ngày 20/6 và 15/11 hằng năm')).toHaveLength(2);
});
it('C-0: “before” and “by” differ', () => {
  expect(said('trước ngày 30/6/2024')[0]?.[1]).toEqual({ kind: 'date', bound: 'before', date: '2024-06-30' });
  expect(said('chậm nhất ngày 05 tháng 3 năm 2024')[0]?.[1]).toEqual({ kind: 'date', bound: 'by', date: '2024-03-05' });
});
it('C-0: months, quarters, halves and spans', () => {
  expect(said('trong quý II, IV/2024')[0]?.[1]).toEqual({ kind: 'quarter', quarters: [2, 4], year: 2024 });
  expect(said('tháng 3, 9')[0]?.[1]).toEqual({ kind: 'month', months: [3, 9], year: null });
  expect(said('6 tháng cuối năm 2023')[0]?.[1]).toEqual({ kind: 'range', from: '2023-07-01', to: '2023-12-31' });
  expect(said('từ tháng 3 đến tháng 6/2024')[0]?.[1]).toEqual({ kind: 'range', from: '2024-03-01', to: '2024-06-30' });
  expect(said('từ quý III/2024 đến hết năm 2026')[0]?.[1]).toEqual({ kind: 'range', from: '2024-07-01', to: '2026-12-31' });
});
it('C-0: clocks: each month, each quarter, always, when asked', () => {
  expect(said('trước ngày 25 hằng tháng')[0]?.[1]).toEqual({ kind: 'monthly', bound: 'before', day: 25, every: 'month' });
  expect(said('ngày 15 tháng cuối quý')[0]?.[1]).toMatchObject({ kind: 'monthly', every: 'quarter', day: 15 });
  expect(said('Thường xuyên đối chiếu')[0]?.[1]).toEqual({ kind: 'ongoing' });
  expect(said('báo cáo đột xuất khi có yêu cầu')).toHaveLength(1);
  expect(said('định kỳ hằng năm, trước ngày 15/11').map((d) => d[0])).toEqual(['trước ngày 15/11']);
});
it('C-0: days and years inside the names of papers and programmes are none', () => {
  expect(said('theo Quyết định số 1191/QĐ-TTg ngày 05/8/2020 của Thủ tướng Chính phủ')).toEqual([]);
  expect(said('Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội giai đoạn 2021-2030')).toEqual([]);
  expect(said('phát sinh từ ngày 01/7/2014 đến nay; kinh phí chi thường xuyên; kiểm tra đột xuất các điểm')).toEqual([]);
});
it('C-0: in a cell about time a bare month, day or year is a deadline too', () => {
  expect(said('30/6/2024', true)[0]?.[1]).toMatchObject({ kind: 'date', date: '2024-06-30' });
  expect(said('2023-2025', true)[0]?.[1]).toEqual({ kind: 'range', from: '2023-01-01', to: '2025-12-31' });
  expect(said('2024', true)[0]?.[1]).toEqual({ kind: 'year', year: 2024 });
  expect(said('có 2024 người')).toEqual([]);
});
it('C-0: any real day is read back as itself, and none that does not exist is made up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2015, max: 2035 }),
      (day, month, year) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real = date.getUTCMonth() === month - 1;
        const rules = deadlinesIn(`hoàn thành trước ngày ${day}/${month}/${year}.`).flatMap((d) =>
          d.rule.kind === 'date' ? [d.rule.date] : [],
        );
        expect(rules).toEqual(real ? [date.toISOString().slice(0, 10)] : []);
      },
    ),
  );
});
