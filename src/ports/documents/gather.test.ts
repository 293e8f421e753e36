import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Look } from './document.ts';
import { clean, gather, type Draft } from './gather.ts';

const look: Look = { bold: false, italic: false, align: null, heading: null, indent: null };
const draft = (text: string): Draft => ({ text, numbering: null, cell: null, look, part: 'body', paragraph: null, page: null });

describe('paragraphs become one text (C-0)', () => {
  it('sets them one below the other, and drops the empty ones', () => {
    const { text, blocks } = gather('txt', [draft(' Kế hoạch '), draft('\u200b \n'), draft('năm\n2023')], []);
    expect(text).toBe('Kế hoạch\nnăm\n2023');
    expect(blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [9, 17],
    ]);
    expect(blocks[0]).toEqual({ start: 0, end: 8, numbering: null, cell: null, look, part: 'body', paragraph: null, page: null });
  });

  it('cleans what was left out, and drops what is empty of it', () => {
    const left = (text: string) => ({ text, why: 'hidden' as const, page: 2 });
    expect(gather('txt', [], [left('\u00a0a '), left(' ')])).toEqual({
      format: 'txt',
      text: '',
      blocks: [],
      left_out: [left('a')],
    });
  });

  it.each([
    ['a\u00a0\u2003b\u3000', 'a  b'],
    ['2023\u20112025', '2023-2025'],
    [' a \t\n \n\tb\r\nc\u2028d ', 'a\nb\nc\nd'],
    ['a\tb', 'a\tb'],
    ['e\u0302\u0301 \u200bo\u00ad\ufeff', 'ế o'],
    ['a\u0000\u0007b', 'ab'],
  ])('cleans %j to %j', (raw, text) => expect(clean(raw)).toBe(text));

  it('cleans what is clean no further, and loses nothing that can be seen', () => {
    const ink = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[\s\p{C}\p{Z}\u034f]/gu, '')
        .replaceAll('\u2011', '-');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const text = clean(raw);
        expect(clean(text)).toBe(text);
        expect(text).toBe(text.normalize('NFC'));
        expect([...ink(text)].sort()).toEqual([...ink(raw)].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text, also for blanks without end', () => {
    const began = performance.now();
    clean(`a${' '.repeat(2_000_000)}b${'\n '.repeat(500_000)}c`);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
