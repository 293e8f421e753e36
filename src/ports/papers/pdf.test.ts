import { describe, expect, it } from 'vitest';
import { pagesOf, wordsOfPdf, type DrawnLine, type DrawnPage } from './drawn.fixture.ts';
import { widthOf } from './font.server.ts';
import { writePdf } from './pdf.server.ts';
import { BODY, plan, report, table } from './sample.fixture.ts';

const pdf = writePdf(plan());
const pages = await pagesOf(pdf);
const [first] = pages as [DrawnPage];

const find = (words: string, on = pages): DrawnLine => {
  const line = on.flatMap((page) => page.lines).find((it) => it.text.includes(words));
  if (!line)
    throw new Error(`no line with "${words}" among ${on.flatMap((page) => page.lines.map(({ text }) => text)).join(' | ')}`);
  return line;
};
const middle = ({ x, width }: DrawnLine) => x + width / 2;
const below = (line: DrawnLine, page = first) =>
  page.rules.filter(({ y }) => y > line.y).toSorted((a, b) => a.y - b.y)[0] as DrawnPage['rules'][0];

describe('a paper as PDF (X-2)', () => {
  it('is an A4 page, and nothing stands in its margins but the page number (I.3, I.7)', async () => {
    const long = await pagesOf(writePdf(plan({ body: [...BODY, ...BODY, table(80), ...BODY] })));
    expect(long.length).toBeGreaterThan(3);
    for (const [i, page] of long.entries()) {
      expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
      for (const line of page.lines) {
        const isNumber = line.y < 20;
        if (isNumber) {
          expect(line.text).toBe(String(i + 1));
          expect(line.size).toBeCloseTo(14, 1);
          // In the middle of the lines, in the upper margin.
          expect(middle(line)).toBeCloseTo(30 + 165 / 2, 0);
        }
        expect(line.x).toBeGreaterThanOrEqual(29.9);
        expect(line.x + line.width).toBeLessThanOrEqual(195.1);
        expect(line.y).toBeLessThanOrEqual(277.1);
      }
      expect(page.lines.some((it) => it.y < 20)).toBe(i > 0);
    }
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true, false],
    ['Độc lập - Tự do - Hạnh phúc', 13, true, false],
    ['TỈNH BÌNH PHƯỚC', 12, true, false],
    ['Số: 05/KH-UBND', 13, false, false],
    ['ngày 05 tháng 01 năm 2023', 13, false, true],
    ['KẾ HOẠCH', 14, true, false],
    ['miền núi từ năm 2023 đến năm 2025', 14, true, false],
    ['Căn cứ Nghị định số', 14, false, true],
    ['UBND tỉnh ban hành', 14, false, false],
    ['I. MỤC ĐÍCH, YÊU CẦU', 14, true, false],
    ['1. Mục đích', 14, true, false],
    ['a) Yêu cầu', 14, false, false],
    ['KT. CHỦ TỊCH', 14, true, false],
    ['Trần Tuyết Minh', 14, true, false],
    ['Nơi nhận:', 12, true, true],
    ['- Lưu: VT, KGVX, TD2.', 11, false, false],
  ])('writes "%s" in %d points', (words, size, bold, italic) => {
    const line = find(words);
    expect(line.size).toBeCloseTo(size, 1);
    expect([line.bold, line.italic]).toEqual([bold, italic]);
  });

  it('puts motto and day in the middle of the right column, agency and number of the left, number and day in one line (II.1–II.4)', () => {
    const right = middle(find('CỘNG HÒA'));
    expect(middle(find('Độc lập'))).toBeCloseTo(right, 0);
    expect(middle(find('ngày 05 tháng 01'))).toBeCloseTo(right, 0);
    const left = middle(find('TỈNH BÌNH PHƯỚC'));
    expect(middle(find('Số: 05'))).toBeCloseTo(left, 0);
    expect(left).toBeLessThan(right - 60);
    expect(find('Số: 05').y).toBeCloseTo(find('ngày 05 tháng 01').y, 1);
  });

  it('draws the rule under the motto as long as the motto, those under agency and title a third to a half, all in the middle', () => {
    const motto = find('Độc lập - Tự do - Hạnh phúc');
    const rule = first.rules.find((it) => it.from > 100 && it.y > motto.y && it.y < motto.y + 4) as DrawnPage['rules'][0];
    expect(rule.to - rule.from).toBeCloseTo(motto.width, 0);
    expect((rule.to + rule.from) / 2).toBeCloseTo(middle(motto), 0);
    const agency = find('TỈNH BÌNH PHƯỚC');
    const short = first.rules.find((it) => it.to < 100 && it.y > agency.y) as DrawnPage['rules'][0];
    expect((short.to - short.from) / agency.width).toBeGreaterThan(1 / 3);
    expect((short.to - short.from) / agency.width).toBeLessThan(1 / 2);
    const title = find('miền núi từ năm 2023');
    const under = below(title);
    expect((under.to + under.from) / 2).toBeCloseTo(middle(title), 0);
    const widest = Math.max(find('Thực hiện nhiệm vụ thông tin').width, title.width);
    expect((under.to - under.from) / widest).toBeGreaterThan(1 / 3);
    expect((under.to - under.from) / widest).toBeLessThan(1 / 2);
  });

  it('measures words as Word does: the widths reckoned are those drawn', () => {
    expect(find('CỘNG HÒA').width).toBeCloseTo(widthOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'bold', 12), 0);
  });

  it('indents first lines by 12.7 mm and sets single lines with a gap of 6 points between paragraphs (II.6.e)', () => {
    const begins = find('- Tăng cường công tác');
    expect(begins.x).toBeCloseTo(42.7, 1);
    const next = first.lines.find((it) => it.y > begins.y + 1) as DrawnLine;
    expect(next.x).toBeCloseTo(30, 1);
    const pitch = ((next.y - begins.y) * 72) / 25.4;
    expect(pitch / 14).toBeCloseTo(1.149, 2);
    const [one, two] = [find('I. MỤC ĐÍCH, YÊU CẦU'), find('1. Mục đích')];
    expect(((two.y - one.y) * 72) / 25.4 - pitch).toBeGreaterThanOrEqual(5.9);
  });

  it('fills lines from edge to edge', () => {
    const [line] = first.lines.filter((it) => it.text.startsWith('bá hình ảnh'));
    expect(line?.x).toBeCloseTo(30, 1);
    expect((line?.x ?? 0) + (line?.width ?? 0)).toBeCloseTo(195, 0);
  });

  it('puts recipients level with the authority of the signer, and the name below a space for the hand (II.7, II.9)', () => {
    const [recipients, authority] = [find('Nơi nhận:'), find('TM. ỦY BAN NHÂN DÂN')];
    expect(recipients.x).toBeCloseTo(30, 1);
    expect(Math.abs(recipients.y - authority.y)).toBeLessThan(2);
    const [post, name] = [find('PHÓ CHỦ TỊCH'), find('Trần Tuyết Minh')];
    expect(name.y - post.y).toBeGreaterThan(25);
    expect(middle(name)).toBeCloseTo(middle(post), 0);
  });

  it('never leaves the signature alone on a page: two lines of the text come along', async () => {
    // However the text before it falls.
    for (let n = 0; n < 45; n += 3) {
      const filler = Array.from({ length: n }, (_, i) => ({ is: 'text', marker: '-', text: `Việc thứ ${i}.` }) as const);
      const all = await pagesOf(writePdf(plan({ bases: [], body: filler.length > 0 ? filler : BODY })));
      const last = all.at(-1) as DrawnPage;
      const authority = last.lines.findIndex((it) => it.text.includes('TM. ỦY BAN'));
      expect(authority).toBeGreaterThanOrEqual(0);
      expect(last.lines.some((it) => it.text.includes('Trần Tuyết Minh'))).toBe(true);
      const before = last.lines.slice(0, authority).filter((it) => it.y > 20 && !it.text.includes('Nơi nhận'));
      expect(before.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('puts several addressees below each other, dashes under the colon (II.9.d)', async () => {
    const drawn = await pagesOf(writePdf(report()));
    const [word, one, two] = [
      find('Kính gửi:', drawn),
      find('- Bộ Thông tin và Truyền thông;', drawn),
      find('- Ủy ban nhân dân tỉnh.', drawn),
    ];
    expect(one.x).toBeCloseTo(two.x, 1);
    expect(Math.abs(one.x - (word.x + word.width))).toBeLessThan(2);
    expect(one.y).toBeGreaterThan(word.y);
    const single = await pagesOf(writePdf(report({ to: ['Bộ Nội vụ'] })));
    expect(find('Kính gửi: Bộ Nội vụ', single).size).toBeCloseTo(14, 1);
  });

  it('repeats the headings of a table of 300 rows on each page and shows every row once', async () => {
    const drawn = await pagesOf(writePdf(plan({ body: [table(300)] })));
    const texts = drawn.map((page) => page.lines.map(({ text }) => text).join('\n'));
    expect(texts.filter((it) => it.includes('Số sản phẩm thông tin dòng')).every((it) => it.includes('Chỉ tiêu'))).toBe(true);
    const rows = texts.flatMap((it) => [...it.matchAll(/thông tin dòng (\d+)/g)].map((m) => Number(m[1])));
    expect(rows).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it('numbers each appendix by itself, and turns wide ones', async () => {
    const appendix = (wide: boolean) => ({ title: 'Danh mục', body: [table(45)], wide });
    const drawn = await pagesOf(writePdf(report({ appendices: [appendix(false), appendix(true)] })));
    const numbers = drawn.map((page) => page.lines.find((it) => it.y < 20)?.text ?? '');
    expect(numbers).toEqual(['', '2', '', '2', '', '2'].slice(0, numbers.length));
    expect(drawn.map((page) => Math.round(page.width))).toEqual([210, 210, 210, 210, 297, 297]);
    expect(find('Phụ lục I', drawn).bold).toBe(true);
    expect(find('DANH MỤC', drawn).size).toBeCloseTo(14, 1);
    expect(find('(Kèm theo Báo cáo số 112/BC-STTTT', drawn).italic).toBe(true);
  });

  it('writes an official letter with V/v under the number', async () => {
    const drawn = await pagesOf(writePdf(report({ type: 'CV', title: 'báo cáo 6 tháng', to: ['Bộ Nội vụ'] })));
    const about = find('V/v báo cáo 6 tháng', drawn);
    expect(about.size).toBeCloseTo(12, 1);
    expect(middle(about)).toBeCloseTo(middle(find('Số: 112', drawn)), 0);
  });

  it('prints the head of the record small and last', async () => {
    const drawn = await pagesOf(writePdf(report({ record_head: 'Mốc đối chiếu nhật ký: 1024 · 3f5a' })));
    expect(find('1024 · 3f5a', drawn).size).toBeCloseTo(8, 1);
    expect(find('1024 · 3f5a', drawn).y).toBeGreaterThan(find('Nguyễn Văn An', drawn).y);
  });

  it('is tagged PDF/A in Vietnamese', () => {
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('/Lang (vi');
  });

  it('is the same bytes again for the same paper', () => {
    expect(writePdf(plan())).toEqual(pdf);
  });

  it('breaks words that are longer than any line, and leaves none of them out', async () => {
    const name = 'Ubnd'.repeat(100);
    const made = writePdf(
      plan({
        title: name,
        issuer: name,
        body: [{ is: 'text', marker: null, text: name }],
        signature: { ...plan().signature, name },
      }),
    );
    for (const page of await pagesOf(made)) for (const line of page.lines) expect(line.x + line.width).toBeLessThanOrEqual(195.5);
    expect((await wordsOfPdf(made)).replace(/\s/g, '').match(/(?:ubnd){100}/gi)).toHaveLength(4);
  });

  it('draws Khmer in letters of its own', async () => {
    const khmer = 'សេចក្តីជូនដំណឹង';
    const made = writePdf(plan({ body: [{ is: 'text', marker: null, text: khmer }] }));
    expect(Buffer.from(made).toString('latin1')).toContain('NotoSerifKhmer');
  });
});
