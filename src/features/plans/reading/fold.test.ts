import { expect, it } from 'vitest';
import fc from 'fast-check';
import { fold, isCaps, nameKey } from './fold.ts';

it('C-0: old and new tone marks, dashes and case fold to one spelling', () => {
  expect(fold('UỶ BAN – Hoà bình')).toBe(fold('ủy ban - hòa bình'));
});
it('C-0: folding keeps every place in the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
});
it('C-0: names written short and long have one key', () => {
  expect(nameKey('Sở VH-TT&DL')).toBe(nameKey('Sở Văn hóa, Thể thao và Du lịch'));
  expect(nameKey('Sở Văn hóa - Thể thao và Du lịch')).toBe(nameKey('SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH'));
  expect(nameKey('UBND huyện A')).not.toBe(nameKey('UBND huyện B'));
});
it('C-0: capitals are told by letters alone', () => {
  expect(isCaps('I. MỤC ĐÍCH, YÊU CẦU')).toBe(true);
  expect(isCaps('Mục đích')).toBe(false);
  expect(isCaps('12/3')).toBe(false);
});
