import { describe, expect, it } from 'vitest';
import { unfoldColumns } from './columns.ts';
import type { RawLine } from './raw_lines.ts';

const line = (text: string): RawLine => ({ text, indent: 0, apart: false, turned: false, hard: false });
const unfolded = (...texts: string[]) => unfoldColumns(texts.map(line)).map(({ text }) => text);

describe('two columns on the same lines (C-0)', () => {
  it('are told by a tab, or by three blanks and more, but not by two', () => {
    const right = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
    for (const gap of ['\t', '\t\t', '   ', '    ', '      \t  '])
      expect(unfolded(`UBND TỈNH${gap}${right}`)).toEqual(['UBND TỈNH', right]);
    expect(unfolded(`UBND TỈNH  ${right}`)).toEqual([`UBND TỈNH  ${right}`]);
  });

  it('keep the blank that is left for a number or a day', () => {
    expect(unfolded('Số:      /KH-STTTT        Bình Phước, ngày     tháng 3 năm 2023')).toEqual([
      'Số:      /KH-STTTT',
      'Bình Phước, ngày     tháng 3 năm 2023',
    ]);
  });

  it('are two cells one after the other when copied out of a word processor: a tab stands behind the last recipient only', () => {
    const below = ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lò Văn An'];
    expect(unfolded('x', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN', ...below)).toEqual([
      'x',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      ...below,
    ]);
  });

  it('are looked for in a line of six megabytes, too', () => {
    const long = 'Kế hoạch '.repeat(700_000).trim();
    expect(Buffer.byteLength(long)).toBeGreaterThan(6_000_000);
    expect(unfolded(long)).toEqual([long]);
    expect(unfolded(`Số: 1/KH-UBND\t${long}`)).toEqual(['Số: 1/KH-UBND', long]);
  });

  it('are looked for below half a million lines, too', () => {
    const lines = Array.from({ length: 500_000 }, (_, i) => `Dòng ${i}`);
    expect(unfolded('x', 'Nơi nhận:\t\tKT. GIÁM ĐỐC')).toEqual(['x', 'Nơi nhận:', 'KT. GIÁM ĐỐC']);
    expect(unfoldColumns([...lines, 'Nơi nhận:\t\tKT. GIÁM ĐỐC'].map(line))).toHaveLength(lines.length + 2);
  });
});
