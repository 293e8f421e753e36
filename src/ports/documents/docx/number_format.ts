/** Numbers as Word writes them in lists (w:numFmt, ECMA-376 part 1, 17.18.59). */

import { roman } from '#ports/roman.ts';

/** The number in the given format; an unknown format is written as Word's fallback, plain figures. */
export function formatNumber(value: number, format: string): string {
  const write = FORMATS.get(format);
  return write ? write(value) : String(value);
}

const FORMATS = new Map<string, (value: number) => string>([
  ['none', () => ''],
  ['bullet', () => ''],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalZero3', (value) => String(value).padStart(3, '0')],
  ['decimalZero4', (value) => String(value).padStart(4, '0')],
  ['decimalZero5', (value) => String(value).padStart(5, '0')],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', letters],
  ['lowerLetter', (value) => letters(value).toLowerCase()],
  ['ordinal', (value) => `${value}${suffix(value)}`],
  ['numberInDash', (value) => `- ${value} -`],
  ['vietnameseCounting', counted],
]);

/** Latin letters, without đ: after Z come AA, BB, not AA, AB. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function suffix(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return (!teen && { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10]) || 'th';
}

const DIGITS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function counted(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const unit = DIGITS[value % 10] ?? '';
  if (tens === 0) return unit;
  const spoken = unit === 'năm' ? 'lăm' : unit === 'một' && tens > 1 ? 'mốt' : unit;
  return `${tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`} ${spoken}`.trim();
}
