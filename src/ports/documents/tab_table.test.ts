import { describe, expect, it } from 'vitest';
import { readPlain } from './plain.ts';

/** A row of a table as "0: cell | cell", where "_" is an empty cell and "+" parts the paragraphs of one; text outside tables as it is. */
function read(...lines: string[]): string[] {
  const { blocks, text } = readPlain(new TextEncoder().encode(lines.join('\n')));
  const shown: string[] = [];
  const cells: string[] = [];
  blocks.forEach(({ cell, start, end }, i) => {
    const own = text.slice(start, end);
    if (!cell) return void shown.push(own);
    while (cells.length < cell.column) cells.push('_');
    const words = cell.column_span > 1 ? `${own} over ${cell.column_span}` : own;
    cells[cell.column] = cells[cell.column] ? `${cells[cell.column]} + ${words}` : words;
    if (blocks[i + 1]?.cell?.row === cell.row) return;
    shown.push(`${cell.row}: ${cells.join(' | ')}`);
    cells.length = 0;
  });
  return shown;
}

const HEAD = 'TT\tNội dung\tChủ trì\tPhối hợp';
const HEADS = '0: TT | Nội dung | Chủ trì | Phối hợp';

describe('a table copied into plain text (C-0)', () => {
  it('is a row a line, a tab between two cells; what stands above and below is text', () => {
    expect(read('II. NHIỆM VỤ', '', HEAD, '1\tTập huấn\tSở Y tế\tSở Nội vụ', '', 'III. TỔ CHỨC THỰC HIỆN')).toEqual([
      'II. NHIỆM VỤ',
      HEADS,
      '1: 1 | Tập huấn | Sở Y tế | Sở Nội vụ',
      'III. TỔ CHỨC THỰC HIỆN',
    ]);
  });

  it('keeps empty cells, also at the beginning of a row', () => {
    expect(read(HEAD, '1\tTập huấn\t\tSở Nội vụ', '\tIn tờ rơi\tSở Y tế')).toEqual([
      HEADS,
      '1: 1 | Tập huấn | _ | Sở Nội vụ',
      '2: _ | In tờ rơi | Sở Y tế',
    ]);
  });

  it('has groups: a title alone, in capitals or numbered, or a number and a title', () => {
    const row = '1\tTập huấn\tSở Y tế\tSở Nội vụ';
    expect(read(HEAD, 'I. Truyền thông', row, 'NHÂN LỰC', row, '2\tVật tư', '2.1\tMua\tSở Y tế\t')).toEqual([
      HEADS,
      '1: I. Truyền thông over 4',
      '2: 1 | Tập huấn | Sở Y tế | Sở Nội vụ',
      '3: NHÂN LỰC over 4',
      '4: 1 | Tập huấn | Sở Y tế | Sở Nội vụ',
      '5: 2 | Vật tư',
      '6: 2.1 | Mua | Sở Y tế',
    ]);
  });

  it('has a head over several columns, told by the empty cells behind it', () => {
    expect(read('TT\tNội dung\tPhân công\t\tThời gian', '\t\tChủ trì\tPhối hợp', '1\tIn\tSở Y tế\t\tQuý I')).toEqual([
      '0: TT | Nội dung | Phân công over 2 | _ | Thời gian',
      '1: _ | _ | Chủ trì | Phối hợp',
      '2: 1 | In | Sở Y tế | _ | Quý I',
    ]);
  });

  it('has cells of several paragraphs, each copied as a line', () => {
    expect(read(HEAD, '1\tTập huấn\tSở Y tế', 'Sở Tài chính\tSở Nội vụ', 'Công an tỉnh', '2\tIn\tSở Y tế')).toEqual([
      HEADS,
      '1: 1 | Tập huấn | Sở Y tế + Sở Tài chính | Sở Nội vụ + Công an tỉnh',
      '2: 2 | In | Sở Y tế',
    ]);
  });

  it('without a number column never takes a row for the rest of another', () => {
    expect(read('Nội dung\tChủ trì\tPhối hợp', 'Tập huấn\tSở Y tế', 'In\tSở Nội vụ', 'Mua\tSở Y tế\tSở Nội vụ')).toEqual([
      '0: Nội dung | Chủ trì | Phối hợp',
      '1: Tập huấn | Sở Y tế',
      '2: In | Sở Nội vụ',
      '3: Mua | Sở Y tế | Sở Nội vụ',
    ]);
  });

  it('is not a letterhead, a list typed with tabs or a line with blanks to fill in', () => {
    const others = [
      ['UBND TỈNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '1.\tTập huấn', '2.\tIn tờ rơi'],
      ['Số:\t/KH-UBND\tBình Phước, ngày', '1\tTập huấn\tSở Y tế'],
    ];
    for (const lines of others) expect(read(...lines).filter((line) => /^\d: /.test(line))).toEqual([]);
  });
});
