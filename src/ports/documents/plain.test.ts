import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlain } from './plain.ts';
import { expectSound, letters, prose, texts, wrap } from './source.fixture.ts';

function read(text: string): string[] {
  return texts(readPlain(new TextEncoder().encode(text)));
}

const LONG =
  'Tuyên truyền về chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước trong quản lý, bảo vệ chủ quyền lãnh thổ';

describe('plain text (C-0)', () => {
  it('leaves a text whose lines are paragraphs as it is', () => {
    const lines = [
      'I. MỤC ĐÍCH',
      `- ${LONG};`,
      '- Tiết kiệm',
      '1. Phòng Y tế',
      'Chủ trì tập huấn',
      '2. Công an huyện - Đồn Biên phòng',
      'Nắm tình hình',
    ];
    expect(read(lines.join('\n'))).toEqual(lines);
    expect(read(lines.join('\r\n\r\n'))).toEqual(lines);
  });

  it('reads a letterhead and a signature typed in two columns, the left one first', () => {
    expect(
      read(`UBND TỈNH BÌNH PHƯỚC          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ THÔNG TIN VÀ                    Độc lập - Tự do - Hạnh phúc
TRUYỀN THÔNG
Số:       /KH-STTTT          Bình Phước, ngày     tháng 3 năm 2023

                      KẾ HOẠCH
             Thông tin đối ngoại năm 2023

Nơi nhận:\t\t\tKT. GIÁM ĐỐC
- Như trên;\t\t\tPHÓ GIÁM ĐỐC
- Lưu: VT.
\t\t\t\tNguyễn Thị Hoa`),
    ).toEqual([
      'UBND TỈNH BÌNH PHƯỚC',
      'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
      'Số: /KH-STTTT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Bình Phước, ngày tháng 3 năm 2023',
      'KẾ HOẠCH',
      'Thông tin đối ngoại năm 2023',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Thị Hoa',
    ]);
  });

  it('takes blanks inside a line for columns nowhere else', () => {
    expect(read('1.   Nội dung          Thời gian\n2.\tTập huấn\tQuý I')).toEqual(['1. Nội dung Thời gian', '2. Tập huấn Quý I']);
  });

  it.each(['2', '- 2 -', 'Trang 2', 'Trang 2/5'])(
    'sets the page number "%s" aside and joins the sentence around it',
    (number) => {
      const source = readPlain(
        new TextEncoder().encode(`- ${LONG}, an\n\n${number}\n\nninh biên giới quốc gia.\n\n- Tiết kiệm.`),
      );
      expect(texts(source)).toEqual([`- ${LONG}, an ninh biên giới quốc gia.`, '- Tiết kiệm.']);
      expect(source.left_out).toEqual([{ text: number, why: 'page_number', page: null }]);
    },
  );

  it('sets running headers aside together with the page numbers beside them', () => {
    const page = (n: number) => `KẾ HOẠCH TUYÊN TRUYỀN\n\n${n}\n\n${`${LONG}.\n\n`.repeat(6)}`;
    const { text, left_out } = readPlain(new TextEncoder().encode([1, 2, 3].map(page).join('')));
    expect(text).not.toContain('KẾ HOẠCH TUYÊN TRUYỀN');
    expect(left_out.map(({ why }) => why)).toEqual([
      'page_header',
      'page_number',
      'page_header',
      'page_number',
      'page_header',
      'page_number',
    ]);
  });

  it('keeps numbers that stand alone for another reason: the first column of a table', () => {
    const table = ['1', 'Soạn bản tin', '2', 'Dịch bản tin', '3', 'Phát bản tin', '15', '2023'];
    expect(read(table.join('\n'))).toEqual(table);
  });

  it('joins lines that a web page set with a blank line after each', () => {
    const wrapped = wrap(`- ${LONG}. ${LONG}. ${LONG}.`, 60);
    expect(read(wrapped.join('\n\n'))).toEqual([`- ${LONG}. ${LONG}. ${LONG}.`]);
  });

  it('keeps asterisks and other signs of emphasis as typed', () => {
    expect(read('* Sở Y tế chủ trì\n* Sở Nội vụ phối hợp (*)')).toEqual(['* Sở Y tế chủ trì', '* Sở Nội vụ phối hợp (*)']);
  });

  it('tells how far a paragraph is indented, two millimetres a blank', () => {
    const { blocks } = readPlain(new TextEncoder().encode('1. Mục tiêu\n   - Nâng cao nhận thức\n\t+ Bằng tiếng Khmer'));
    expect(blocks.map(({ look }) => look.indent)).toEqual([0, 6, 16]);
  });

  it('gives back paragraphs wrapped at any width, with page numbers strewn in', () => {
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 3, maxLength: 8 }),
        fc.integer({ min: 40, max: 120 }),
        fc.boolean(),
        (paragraphs, width, blank) => {
          const wrapped = paragraphs.map((paragraph) => wrap(paragraph, width));
          const typed = withPageNumbers(wrapped, blank);
          const source = readPlain(new TextEncoder().encode(typed));
          expectSound(source);
          expect(texts(source)).toEqual(paragraphs);
        },
      ),
      { numRuns: 150, seed: 30_2020 },
    );
  });

  it('loses no character, whatever the text', () => {
    const piece = fc.constantFrom(
      'Kế hoạch',
      ' ',
      '\n',
      '\n\n',
      '\t',
      '2',
      '- ',
      '1. ',
      '\f',
      'Số:',
      'Trang 3/4',
      '\u00a0',
      '\u200b',
      'a\u0323',
      'Nơi nhận:',
      '.',
      '     ',
      'CỘNG HÒA XÃ HỘI',
      'và',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = readPlain(new TextEncoder().encode(pieces.join('')));
        expectSound(source);
        expect(letters(source.text + source.left_out.map(({ text }) => text).join(''))).toBe(letters(pieces.join('')));
      }),
      { numRuns: 400 },
    );
  });

  it('reads a wrapped plan copied from a web page, marker by marker', () => {
    const plan = readFileSync(new URL('./fixtures/web.txt', import.meta.url));
    const read = texts(readPlain(plan));
    expect(read.slice(read.indexOf('II. NHIỆM VỤ'))).toEqual([
      'II. NHIỆM VỤ',
      '1. Phòng Thông tin - Báo chí - Xuất bản',
      '- Lập danh sách thôn, tên người nhận, ngày nhận; làm xong trong tháng 3, tháng 4. Danh sách gửi kèm bản đồ đường đi, đường thủy và những quãng phải đi bộ vào mùa mưa.',
      '- Đặt mua báo theo quý, chọn những tờ có trang dành cho vùng đồng bào dân tộc thiểu số và miền núi.',
      '- Chủ trì, phối hợp với các trường, các đồn biên phòng, và cùng với Sở Văn hóa - Thể thao và Du lịch mở hai chuyến xe thư viện tới các thôn chưa có điện lưới.',
      '2. Sở Văn hóa - Thể thao và Du lịch',
      '- Giao Thư viện tỉnh chọn sách, đóng thùng, ghi phiếu; mỗi thùng không quá 18 ki-lô-gam để một người vác được.',
      '- Cử người đọc sách cho trẻ em nghe tại nhà văn hóa thôn thuộc Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi.',
      '3. UBND các xã giáp biên',
      '- Cử một người giữ tủ sách, báo mất hoặc hỏng trước ngày 25 hằng tháng.',
      '- Báo cáo kết quả về Sở trước ngày 15/11 để tổng hợp./.',
      'Nơi nhận:',
      '- UBND tỉnh;',
      '- UBND các xã giáp biên;',
      '- Lưu: VT, TTBCXB.',
      'GIÁM ĐỐC',
      'Lâm Thị Sa Rây',
    ]);
    expect(read).toContain('- Để trẻ em có sách tiếng Việt và tiếng mẹ đẻ, góp thêm vào phát triển kinh tế - xã hội lâu dài.');
  });
});

/** A page number every 20 lines or more: within a sentence, or where a blank line parts paragraphs anyway. */
function withPageNumbers(paragraphs: string[][], blank: boolean): string {
  const out: string[] = [];
  let since = 0;
  let page = 2;
  for (const lines of paragraphs) {
    for (const [i, line] of lines.entries()) {
      const within = i > 0 && /[\p{L}\d]$/u.test(lines[i - 1] ?? '') && /^\p{Ll}/u.test(line) && !/^[a-zđ]\)/u.test(line);
      if (since >= 20 && within) {
        out.push(...(blank ? ['', String(page++), ''] : [String(page++)]));
        since = 0;
      }
      out.push(line);
      since++;
    }
    out.push('');
  }
  return out.join('\n');
}
