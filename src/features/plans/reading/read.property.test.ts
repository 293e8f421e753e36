import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldSpans } from './fields.ts';
import { readPlan } from './read.ts';
import type { Reading } from './reading.ts';
import { sourceOf } from './sources.fixture.ts';
import type { TestCell } from './sources.fixture.ts';

/** What plans are made of, and what nobody would write, in any order. */
const PIECES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Số:      /KH-UBND',
  'Số 45-KH/TU',
  'UBND TỈNH X',
  'SỞ Y TẾ',
  'Lộc Ninh, ngày  tháng  năm 2024',
  'KẾ HOẠCH',
  'QUYẾT ĐỊNH',
  'QUYẾT ĐỊNH:',
  'V/v phối hợp',
  'Kính gửi:',
  'Phối hợp tuyên truyền năm 2024',
  'Căn cứ Luật Biên giới quốc gia;',
  'Căn cứ',
  'Thực hiện Quyết định số 1/QĐ-TTg ngày 1/1/2020,',
  'Điều 1.',
  'Điều 2. Giao Sở Y tế',
  'Phần thứ nhất',
  'I.',
  'I. NỘI DUNG',
  '1.',
  '1.1. Việc',
  'a)',
  '-',
  '+ Sở Y tế:',
  '- Chủ trì, phối hợp với UBND các huyện: A, B',
  'trước ngày 31/2/2024 và 99/99',
  '**Sở Tài chính**',
  'Sở',
  'UBND các huyện:',
  'Cơ quan chủ trì:',
  'Thời gian: quý',
  '(Sở',
  'Nơi nhận:',
  '- Như trên;',
  'TM. ỦY BAN NHÂN DÂN',
  'KT.CHỦ TỊCH',
  'CHỦ TỊCH',
  'Nguyễn Văn A',
  '(Đã ký)',
  'PHỤ LỤC I',
  '(Kèm theo Quyết định số',
  './.',
  '-----',
  '“',
  '\u200b',
  'İSTANBUL ẞ',
  '𝒳 😀',
];
const line = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES)).map((two) => two.join(' ')),
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const cell: fc.Arbitrary<TestCell> = fc.oneof(
  line,
  fc.tuple(line, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean()),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

it('C-0: whatever the text, every character lies in exactly one span', () => {
  fc.assert(
    fc.property(text, table, text, (before, rows, after) => {
      const reading = readPlan(sourceOf(before, rows, after), []);
      expect(reading.coverage).toBe(1);
      const spans = [
        ...fieldSpans(reading.document),
        ...reading.legal_bases.map((b) => b.span),
        ...reading.nodes.map((n) => n.span),
      ].sort((a, b) => a.start - b.start);
      spans.forEach((span, i) => {
        expect(span.start).toBeLessThan(span.end);
        expect(span.end).toBeLessThanOrEqual(reading.text.length);
        if (i) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
      });
    }),
    { numRuns: RUNS },
  );
});

it('C-0: nodes stand in text order, parents before children, and everything said points at a node and into the text', () => {
  fc.assert(
    fc.property(text, table, (before, rows) => {
      const reading = readPlan(sourceOf(before, rows), [{ code: 'SYT', name: 'Sở Y tế', aliases: [] }]);
      const ids = reading.nodes.map((n) => n.id);
      expect(new Set(ids).size).toBe(ids.length);
      reading.nodes.forEach((node, i) => {
        if (i) expect(node.span.start).toBeGreaterThan(reading.nodes[i - 1]?.span.start ?? -1);
        if (node.parent !== null) expect(ids.indexOf(node.parent)).toBeLessThan(i);
        if (node.parent !== null) expect(ids).toContain(node.parent);
      });
      for (const id of reading.tasks) expect(ids).toContain(id);
      for (const said of [...reading.assignments, ...reading.deadlines]) {
        expect(ids).toContain(said.node);
        expectInside(said.span, reading);
      }
      for (const warning of reading.warnings) if (warning.span) expectInside(warning.span, reading);
    }),
    { numRuns: RUNS },
  );
});

it('C-0: reading the same text twice gives the same', () => {
  fc.assert(
    fc.property(text, (before) => {
      expect(readPlan(sourceOf(before), [])).toEqual(readPlan(sourceOf(before), []));
    }),
    { numRuns: 30 },
  );
});

it('C-0: time grows about as the text does, also for hostile lines', () => {
  const hostile = [
    '(',
    'a) '.repeat(2),
    'Sở ',
    'UBND các huyện: ',
    'Chương trình ',
    'phối hợp với ',
    '20/6, ',
    ', ',
    'ngày ',
    'kế hoạch số ',
    'căn cứ ',
    'TM. ',
    'X ',
    'và ',
    'Quyết định ',
    '- ',
    'Trung tâm A, ',
    '1',
    ' ',
    'hằng năm, ',
    'giai đoạn ',
    'Nguyễn ',
  ];
  for (const piece of hostile) {
    const time = (n: number) => {
      const source = sourceOf(
        `I. NỘI DUNG\n1. Sở Y tế\n- ${piece.repeat(Math.floor(n / piece.length))} x\n${piece.repeat(Math.floor(n / piece.length))}`,
      );
      const start = performance.now();
      readPlan(source, []);
      return performance.now() - start;
    };
    time(2000);
    expect(time(60_000), `“${piece}” repeated`).toBeLessThan(2500);
  }
}, 120_000);

function expectInside(span: { start: number; end: number }, reading: Reading): void {
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.start).toBeLessThanOrEqual(span.end);
  expect(span.end).toBeLessThanOrEqual(reading.text.length);
}
