/** What every reader owes, and prose to try readers on. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { SourceText } from './document.ts';

/** The text of each block, in order. */
export function texts({ text, blocks }: SourceText): string[] {
  return blocks.map(({ start, end }) => text.slice(start, end));
}

/** Every character that is no blank, in order of its code: what was written must be there, whatever its order. */
export function letters(text: string): string {
  return [...text.normalize('NFC').replace(/[\s\u200b-\u200d\ufeff]/gu, '')].toSorted().join('');
}

/** Blocks are disjoint, in order and joined by one line end; the text is NFC and clean. */
export function expectSound(source: SourceText): void {
  let at = 0;
  for (const [i, { start, end }] of source.blocks.entries()) {
    expect(start).toBe(i === 0 ? 0 : at + 1);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBe(source.text.length);
  expect(source.text).toBe(source.text.normalize('NFC'));
  expect(source.text).not.toMatch(/[\u00a0\u200b-\u200d\ufeff\u00ad\t\r\f]|^\s|\s$| \n|\n /u);
}

const WORDS =
  'công tác tuyên truyền đối ngoại vùng đồng bào dân tộc thiểu số miền núi được triển khai thường xuyên bám sát thực tế địa phương bảo đảm hiệu quả tiết kiệm người dân biên giới tiếp cận thông tin chính thống bằng tiếng mẹ đẻ qua loa phát thanh tờ rơi'.split(
    ' ',
  );
const NAMES = [
  'Sở Nội vụ',
  'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
  'UBND huyện Lộc Ninh',
  'Đài Phát thanh - Truyền hình',
  'phát triển kinh tế - xã hội',
  '(nếu có)',
  'giai đoạn 2021-2025,',
];

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 12, maxLength: 30 });
const sentence = fc
  .tuple(words, fc.constantFrom(...NAMES), words)
  .map(([before, name, after]) => `${[...before, name, ...after].join(' ')}.`)
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));

/** A paragraph of two to four sentences, with or without a marker. */
export const prose = fc
  .tuple(fc.constantFrom('- ', '+ ', 'a) ', '1. ', 'II. ', '', ''), fc.array(sentence, { minLength: 2, maxLength: 4 }))
  .map(([mark, sentences]) => mark + sentences.join(' '));

/** Broken at blanks, as many words to a line as fit; `first` is how many columns the first line begins later. */
export function wrap(paragraph: string, width: number, first = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const room = width - (lines.length === 0 ? first : 0);
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
