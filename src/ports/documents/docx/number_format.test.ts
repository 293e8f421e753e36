import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roman } from '../markers.ts';
import { formatNumber } from './number_format.ts';

describe('numbers as Word writes them in lists (C-0)', () => {
  it.each([
    ['decimal', [1, 10, 123], ['1', '10', '123']],
    ['decimalZero', [1, 10, 123], ['01', '10', '123']],
    ['decimalZero3', [1, 10, 1234], ['001', '010', '1234']],
    ['upperRoman', [1, 4, 9, 14, 40, 1994], ['I', 'IV', 'IX', 'XIV', 'XL', 'MCMXCIV']],
    ['lowerRoman', [3, 19], ['iii', 'xix']],
    ['upperLetter', [1, 26, 27, 28, 53], ['A', 'Z', 'AA', 'BB', 'AAA']],
    ['ordinal', [1, 2, 3, 4, 11, 12, 13, 21, 112], ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th']],
    [
      'vietnameseCounting',
      [1, 5, 10, 11, 15, 20, 21, 25, 34],
      ['một', 'năm', 'mười', 'mười một', 'mười lăm', 'hai mươi', 'hai mươi mốt', 'hai mươi lăm', 'ba mươi bốn'],
    ],
    ['none', [1], ['']],
    ['japaneseCounting', [7], ['7']],
  ])('%s', (format, numbers, written) => {
    expect(numbers.map((number) => formatNumber(number, format))).toEqual(written);
  });

  it('writes the letters of a list a b c d e, as Word does, not a b c d đ e', () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => formatNumber(n, 'lowerLetter')).join(' ')).toBe('a b c d e f');
  });

  it('writes Roman numerals that read back as the same number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 399 }), (n) => roman(formatNumber(n, 'upperRoman')) === n));
  });

  it('writes plain figures where a format has no sign for a number', () => {
    expect(formatNumber(0, 'upperRoman')).toBe('0');
    expect(formatNumber(0, 'lowerLetter')).toBe('0');
    expect(formatNumber(100_000_000, 'upperLetter')).toBe('100000000');
  });
});
