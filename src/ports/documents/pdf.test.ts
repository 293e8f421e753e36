import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { Refusal } from './document.ts';
import { column, pdf, type Drawn, type Sheet } from './pdf.fixture.ts';
import { readPdf } from './pdf.ts';
import { expectSound, letters, texts } from './source.fixture.ts';

const FIXTURES = ['ke-hoach', 'phu-luc', 'hai-cot', 'thieu-chu'];

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}.pdf`, import.meta.url)));
}

async function refusal(bytes: Uint8Array): Promise<string> {
  return readPdf(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
}

const SENTENCE = 'Kế hoạch thông tin đối ngoại vùng biên giới được triển khai thường xuyên.';

describe('a plan printed to .pdf (C-0)', () => {
  it('reads letterhead and signature column by column, the body as whole paragraphs over pages', async () => {
    const source = await readPdf(fixture('ke-hoach'));
    expectSound(source);
    const read = texts(source);
    expect(read.slice(0, 8)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH AN BÌNH',
      'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
      'Số: 41/KH-STTTT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'An Bình, ngày 06 tháng 02 năm 2024',
      'KẾ HOẠCH',
      'Đưa tin bằng tiếng dân tộc thiểu số trên sóng truyền thanh của các xã biên giới năm 2024',
    ]);
    expect(read).toContain(
      '2. Đề nghị Ban Dân tộc tỉnh giới thiệu người dịch, người đọc tiếng Stiêng, tiếng Mnông và tiếng Khmer; thẩm định bản dịch của các tin có thuật ngữ pháp luật, trả lại trong vòng hai ngày làm việc kể từ khi nhận.',
    );
    expect(read.slice(read.indexOf('Nơi nhận:'), -2)).toEqual([
      'Nơi nhận:',
      '- UBND tỉnh (để b/c);',
      '- Ban Dân tộc tỉnh;',
      '- Đài PT-TH tỉnh;',
      '- UBND các xã biên giới;',
      '- Lưu: VT, TTBCXB (12b).',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Điểu Thị Bích Hằng',
    ]);
  });

  it('moves a footnote to the end and takes its figure out of the sentence; a stamp that runs upwards comes last', async () => {
    const { blocks, text, left_out } = await readPdf(fixture('ke-hoach'));
    const [note, stamp] = blocks
      .slice(-2)
      .map((block) => ({ part: block.part, page: block.page, text: text.slice(block.start, block.end) }));
    expect(note).toMatchObject({ part: 'footnote', page: 1 });
    expect(note?.text).toMatch(/^1 Gồm tám xã .* năm 2024\.$/u);
    expect(stamp).toEqual({ part: 'textbox', page: 1, text: 'BẢN ĐIỆN TỬ ĐÃ KÝ SỐ' });
    expect(text).toContain('các xã biên giới nghe được');
    expect(left_out).toEqual([
      { text: '2', why: 'page_number', page: 2 },
      { text: '1', why: 'hidden', page: 1 },
    ]);
  });

  it('tells bold, centred and indented lines, and on which page a paragraph begins', async () => {
    const { blocks, text } = await readPdf(fixture('ke-hoach'));
    const look = (start: string) => blocks.find((block) => text.startsWith(start, block.start));
    expect(look('KẾ HOẠCH')?.look).toMatchObject({ bold: true, align: 'centre' });
    expect(look('I. MỤC ĐÍCH')?.look).toMatchObject({ bold: true, align: 'left' });
    expect(look('- Để đồng bào')?.look).toMatchObject({ bold: false, italic: false, align: 'justify' });
    expect(look('An Bình, ngày')?.look.italic).toBe(true);
    expect(look('- Để đồng bào')?.look.indent).toBeCloseTo(10, 0);
    expect(look('III. KINH PHÍ')?.page).toBe(2);
  });

  it('reads a table over three pages: merged cells, groups, its head once, a row cut by a page as one', async () => {
    const source = await readPdf(fixture('phu-luc'));
    expectSound(source);
    const cells = source.blocks.flatMap(({ cell, start, end }) =>
      cell ? [{ ...cell, text: source.text.slice(start, end) }] : [],
    );
    const row = (n: number) => cells.filter((cell) => cell.row === n).map((cell) => cell.text);
    expect(cells.every((cell) => cell.table === 0 && cell.ruled === true)).toBe(true);
    expect(cells.filter((cell) => cell.header).map((cell) => [cell.text, cell.column, cell.column_span, cell.row_span])).toEqual([
      ['TT', 0, 1, 2],
      ['Nhiệm vụ', 1, 1, 2],
      ['Cơ quan', 2, 2, 1],
      ['Thời gian', 4, 1, 2],
      ['Chủ trì', 2, 1, 1],
      ['Phối hợp', 3, 1, 1],
    ]);
    expect(row(2)).toEqual(['I', 'SẢN XUẤT NỘI DUNG']);
    expect(cells.find((cell) => cell.text === 'SẢN XUẤT NỘI DUNG')?.column_span).toBe(4);
    expect(cells.find((cell) => cell.row === 5 && cell.column === 2)).toMatchObject({
      text: 'Đài Phát thanh - Truyền hình tỉnh',
      row_span: 2,
    });
    const [number, task, lead, others, time] = row(9);
    expect([number, lead, time]).toEqual(['6', 'Sở Thông tin và Truyền thông', 'Từ tháng 3 đến tháng 8 năm 2024']);
    expect(task).toMatch(/^Lắp bộ thu phát .* trước khi tháo\. Nơi không có mạng .* buổi giao ban đầu tháng$/u);
    expect(others).toMatch(/^Các doanh nghiệp viễn thông .* các trường học có điểm phát sóng$/u);
    expect(row(13)[4]).toBe('Tháng 11/2024');
    expect(source.left_out.filter(({ why }) => why === 'page_header').map(({ page }) => page)).toEqual([2, 2, 3, 3]);
    expect(source.left_out.filter(({ why }) => why === 'page_number').map(({ text }) => text)).toEqual(['1', '2', '3']);
  });

  it('reads pages of two columns, sentences over columns and pages, without their headers and footers', async () => {
    const source = await readPdf(fixture('hai-cot'));
    const html = readFileSync(new URL('./fixtures/hai-cot.html', import.meta.url), 'utf8');
    const written = [...html.matchAll(/<(?:p|h1)>(.*?)<\/(?:p|h1)>/gu)].map(([, text]) => text);
    expect(texts(source)).toEqual(written);
    expect(source.left_out.map(({ text, why }) => `${why} ${text}`)).toEqual([
      'page_header Tài liệu sinh hoạt thôn - số 3/2024',
      'page_number Trang 1/2',
      'page_header Tài liệu sinh hoạt thôn - số 3/2024',
      'page_number Trang 2/2',
    ]);
  });

  it('puts letters back into their words that were drawn later, from another font', async () => {
    expect(texts(await readPdf(fixture('thieu-chu')))).toEqual([
      'KẾ HOẠCH',
      'Truyền thông phòng, chống dịch bệnh khu vực biên giới',
      '1. Sở Y tế chủ trì, phối hợp với Ủy ban nhân dân các huyện, thị xã, thành phố tổ chức thực hiện; hằng năm ban hành hướng dẫn chủ đề truyền thông cho phù hợp với diễn biến dịch bệnh.',
    ]);
  });

  it.each(FIXTURES)('loses no letter of %s', async (name) => {
    const { text, left_out } = await readPdf(fixture(name));
    const document = await getDocumentProxy(fixture(name), { verbosity: 0 });
    let drawn = '';
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      drawn += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    expect(letters(text + left_out.map((part) => part.text).join(''))).toBe(letters(drawn));
  });
});

describe('any .pdf (C-0)', () => {
  it('reads a page that is printed upwards', async () => {
    const lines = Array.from({ length: 5 }, (_, i) => ({ text: `- ${SENTENCE}`, x: 100 + i * 40, y: 800, turn: 90 }));
    const source = await readPdf(pdf([{ texts: lines }]));
    expect(texts(source)).toEqual(lines.map(({ text }) => text));
  });

  it('reads letters drawn twice for boldness once', async () => {
    const twice = column([SENTENCE]).flatMap((line) => [line, { ...line, x: line.x + 0.3 }]);
    const { text, blocks } = await readPdf(pdf([{ texts: twice }]));
    expect(text).toBe(SENTENCE);
    expect(blocks[0]?.look.bold).toBe(true);
  });

  it('takes a frame of one cell for no table, and a grid for one', async () => {
    const frame: Sheet['rules'] = [
      [80, 70, 560, 70],
      [80, 110, 560, 110],
      [80, 70, 80, 110],
      [560, 70, 560, 110],
    ];
    const framed = await readPdf(pdf([{ texts: column([SENTENCE]), rules: frame }]));
    expect(framed.blocks.map(({ cell }) => cell)).toEqual([null]);
    const cells = [
      { text: 'Nhiệm vụ của các cơ quan, đơn vị', x: 85, y: 90, size: 12 },
      { text: 'Thời gian thực hiện trong năm 2024', x: 305, y: 90, size: 12 },
    ];
    const grid = await readPdf(pdf([{ texts: cells, rules: [...frame, [300, 70, 300, 110]] }]));
    expect(grid.blocks.map(({ cell }) => cell?.column)).toEqual([0, 1]);
  });

  it('keeps the break between two names in a full line of a cell, and none inside a name', async () => {
    const rules: Sheet['rules'] = [70, 90, 170].map((y) => [80, y, 300, y]);
    for (const x of [80, 120, 300]) rules.push([x, 70, x, 170]);
    const cell = (text: string, line: number) => ({ text, x: 125, y: 105 + line * 15, size: 12 });
    const head = ['TT', 'Chủ trì'].map((text, i) => ({ text, x: 85 + i * 40, y: 85, size: 12 }));
    const names = ['Phòng Quản lý Di sản văn hóa', 'Trung tâm Điện ảnh và', 'Du lịch tỉnh'].map(cell);
    const { text } = await readPdf(pdf([{ texts: [...head, ...names], rules }]));
    expect(text).toBe('TT\nChủ trì\nPhòng Quản lý Di sản văn hóa\nTrung tâm Điện ảnh và Du lịch tỉnh');
  });

  it('tells a table without lines by its columns, and where it ends', async () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['1', 'Soạn bản tin gốc', 'Sở Thông tin và', 'Hằng tuần'],
      ['', 'bằng tiếng Việt', 'Truyền thông', ''],
      ['2', 'Dịch bản tin', 'Ban Dân tộc tỉnh', 'Quý II/2024'],
    ];
    const drawn = rows
      .flatMap((row, r) => row.map((text, c) => ({ text, x: [80, 110, 270, 420][c] ?? 0, y: 150 + r * 18, size: 12 })))
      .filter(({ text }) => text);
    const source = await readPdf(pdf([{ texts: [...column([SENTENCE]), ...drawn, ...column([SENTENCE], { y: 240 })] }]));
    expectSound(source);
    const cells = source.blocks.map(({ cell, start, end }) => [
      source.text.slice(start, end),
      cell?.row,
      cell?.column,
      cell?.ruled,
    ]);
    expect(cells).toEqual([
      [SENTENCE, undefined, undefined, undefined],
      ['TT', 0, 0, false],
      ['Nhiệm vụ', 0, 1, false],
      ['Chủ trì', 0, 2, false],
      ['Thời gian', 0, 3, false],
      ['1', 1, 0, false],
      ['Soạn bản tin gốc bằng tiếng Việt', 1, 1, false],
      ['Sở Thông tin và Truyền thông', 1, 2, false],
      ['Hằng tuần', 1, 3, false],
      ['2', 2, 0, false],
      ['Dịch bản tin', 2, 1, false],
      ['Ban Dân tộc tỉnh', 2, 2, false],
      ['Quý II/2024', 2, 3, false],
      [SENTENCE, undefined, undefined, undefined],
    ]);
  });

  it('refuses what opens only with a password, but not what merely forbids changes', async () => {
    const sheets = [{ texts: column([`- ${SENTENCE}`, `- ${SENTENCE}`]) }];
    expect(await refusal(pdf(sheets, { password: 'bi mat' }))).toBe('encrypted');
    expect(texts(await readPdf(pdf(sheets, { password: '' })))).toEqual([`- ${SENTENCE}`, `- ${SENTENCE}`]);
  });

  it('refuses scans, also with page numbers and a signature stamp as their only text', async () => {
    const stamp = column(['Người ký: Ủy ban nhân dân tỉnh Bình Phước', 'Thời gian ký: 05.01.2023 10:21:33 +07:00'], {
      size: 8,
      pitch: 10,
    });
    const number = (n: number): Drawn => ({ text: String(n), x: 290, y: 40 });
    expect(await refusal(pdf([{ scan: true }]))).toBe('no_text_layer');
    expect(
      await refusal(
        pdf([
          { scan: true, texts: stamp },
          { scan: true, texts: [number(2)] },
          { scan: true, texts: [number(3)] },
        ]),
      ),
    ).toBe('no_text_layer');
    expect(await refusal(pdf([{ texts: column([SENTENCE, SENTENCE]) }, { scan: true }, { scan: true }]))).toBe('no_text_layer');
    const { left_out } = await readPdf(pdf([{ texts: column([SENTENCE, SENTENCE]) }, { scan: true }]));
    expect(left_out).toEqual([{ text: '', why: 'page_without_text', page: 2 }]);
  });

  it('refuses what is no .pdf, or damaged beyond repair', async () => {
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nxong'))).toBe('broken');
    expect(await refusal(fixture('ke-hoach').slice(0, 2000))).toBe('broken');
  });
});
