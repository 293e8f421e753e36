import { describe, expect, it } from 'vitest';
import { readPlain } from './plain.ts';

/** Each block as "row.column[+columns]: text", or its text alone outside tables. */
function read(...lines: string[]): string[] {
  const { blocks, text } = readPlain(new TextEncoder().encode(lines.join('\n')));
  return blocks.map(({ cell, start, end }) => {
    const span = cell && cell.column_span > 1 ? `+${cell.column_span}` : '';
    return (cell ? `${cell.row}.${cell.column}${span}: ` : '') + text.slice(start, end);
  });
}

const HEAD = 'TT\tNội dung\tChủ trì\tPhối hợp';
const HEADS = ['0.0: TT', '0.1: Nội dung', '0.2: Chủ trì', '0.3: Phối hợp'];

describe('a table copied into plain text (C-0)', () => {
  it('is a row a line, a tab between two cells; what stands above and below is text', () => {
    expect(read('II. NHIỆM VỤ', '', HEAD, '1\tTập huấn\tSở Y tế\tSở Nội vụ', '', 'III. TỔ CHỨC THỰC HIỆN')).toEqual([
      'II. NHIỆM VỤ',
      ...HEADS,
      '1.0: 1',
      '1.1: Tập huấn',
      '1.2: Sở Y tế',
      '1.3: Sở Nội vụ',
      'III. TỔ CHỨC THỰC HIỆN',
    ]);
  });

  it('keeps empty cells, also at the beginning of a row', () => {
    expect(read(HEAD, '1\tTập huấn\t\tSở Nội vụ', '\tIn tờ rơi\tSở Y tế')).toEqual([
      ...HEADS,
      '1.0: 1',
      '1.1: Tập huấn',
      '1.3: Sở Nội vụ',
      '2.1: In tờ rơi',
      '2.2: Sở Y tế',
    ]);
  });

  it('has groups: a title alone, in capitals or numbered, or a number and a title', () => {
    const row = '1\tTập huấn\tSở Y tế\tSở Nội vụ';
    expect(read(HEAD, 'I. Truyền thông', row, 'NHÂN LỰC', row, '2\tVật tư', '2.1\tMua\tSở Y tế\t')).toEqual([
      ...HEADS,
      '1.0+4: I. Truyền thông',
      ...['2.0: 1', '2.1: Tập huấn', '2.2: Sở Y tế', '2.3: Sở Nội vụ'],
      '3.0+4: NHÂN LỰC',
      ...['4.0: 1', '4.1: Tập huấn', '4.2: Sở Y tế', '4.3: Sở Nội vụ'],
      ...['5.0: 2', '5.1: Vật tư'],
      ...['6.0: 2.1', '6.1: Mua', '6.2: Sở Y tế'],
    ]);
  });

  it('has cells of several paragraphs, each copied as a line', () => {
    expect(read(HEAD, '1\tTập huấn\tSở Y tế', 'Sở Tài chính\tSở Nội vụ', 'Công an tỉnh', '2\tIn\tSở Y tế')).toEqual([
      ...HEADS,
      ...['1.0: 1', '1.1: Tập huấn', '1.2: Sở Y tế', '1.2: Sở Tài chính', '1.3: Sở Nội vụ', '1.3: Công an tỉnh'],
      ...['2.0: 2', '2.1: In', '2.2: Sở Y tế'],
    ]);
  });

  it('without a number column never takes a row for the rest of another', () => {
    expect(read('Nội dung\tChủ trì\tPhối hợp', 'Tập huấn\tSở Y tế', 'In\tSở Nội vụ', 'Mua\tSở Y tế\tSở Nội vụ')).toEqual([
      ...['0.0: Nội dung', '0.1: Chủ trì', '0.2: Phối hợp'],
      ...['1.0: Tập huấn', '1.1: Sở Y tế'],
      ...['2.0: In', '2.1: Sở Nội vụ'],
      ...['3.0: Mua', '3.1: Sở Y tế', '3.2: Sở Nội vụ'],
    ]);
  });

  it('is not a letterhead, a list typed with tabs or a line with blanks to fill in', () => {
    expect(read('UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '1.\tTập huấn', '2.\tIn tờ rơi').join('|')).not.toMatch(/\d\.\d: /);
    expect(read('Số:\t/KH-UBND\tBình Phước, ngày', '1\tTập huấn\tSở Y tế').join('|')).not.toMatch(/\d\.\d: /);
  });
});
