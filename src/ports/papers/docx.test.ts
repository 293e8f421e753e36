import { describe, expect, it } from 'vitest';
import { openDocument } from '../documents/open.ts';
import { writeDocx } from './docx.server.ts';
import { paragraphOf, partOf, wordsOf } from './drawn.fixture.ts';
import { widthOf } from './font.server.ts';
import { HEAD } from './measures.ts';
import { BODY, plan, report, table } from './sample.fixture.ts';

const twips = (mm: number) => Math.round((mm * 1440) / 25.4);
const docx = await writeDocx(plan());
const document = partOf(docx, 'word/document.xml');
const number = (xml: string, pattern: RegExp) => Number(pattern.exec(xml)?.[1] ?? NaN);
const size = (xml: string) => number(xml, /<w:sz w:val="(\d+)"\/><w:szCs w:val="\d+"\/><\/w:rPr><w:t/) / 2;
const bold = (xml: string) => /<w:b\/>/.test(xml);
const italic = (xml: string) => /<w:i\/>/.test(xml);
const alignment = (xml: string) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1];

describe('a paper as a Word file (X-2)', () => {
  it('is an A4 page with the margins of I.3', () => {
    expect(document).toContain(`w:w="${twips(210)}" w:h="${twips(297)}"`);
    const side = (name: string) => (number(document, new RegExp(`<w:pgMar[^>]* w:${name}="(\\d+)"`)) * 25.4) / 1440;
    expect(side('top')).toBeCloseTo(20, 1);
    expect(side('bottom')).toBeCloseTo(20, 1);
    expect(side('left')).toBeCloseTo(30, 1);
    expect(side('right')).toBeCloseTo(15, 1);
  });

  it('is set in Times New Roman, single lines, in Vietnamese', () => {
    const styles = partOf(docx, 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:spacing w:after="0" w:before="0" w:line="240" w:lineRule="auto"/>');
    expect(styles).toContain('<w:lang w:val="vi-VN"/>');
    expect(document).not.toContain('w:rFonts');
  });

  it.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true, false, 'center'],
    ['Độc lập - Tự do - Hạnh phúc', 13, true, false, 'center'],
    ['TỈNH BÌNH PHƯỚC', 12, true, false, 'center'],
    ['Số: 05/KH-UBND', 13, false, false, 'center'],
    ['Bình Phước, ngày 05 tháng 01 năm 2023', 13, false, true, 'center'],
    ['KẾ HOẠCH', 14, true, false, 'center'],
    ['Thực hiện nhiệm vụ thông tin đối ngoại vùng', 14, true, false, 'center'],
    ['Căn cứ Nghị định số 72/2015/NĐ-CP', 14, false, true, 'both'],
    ['UBND tỉnh ban hành Kế hoạch', 14, false, false, 'both'],
    ['I. MỤC ĐÍCH, YÊU CẦU', 14, true, false, 'both'],
    ['1. Mục đích', 14, true, false, 'both'],
    ['a) Yêu cầu', 14, false, false, 'both'],
    ['KT. CHỦ TỊCH', 14, true, false, 'center'],
    ['Trần Tuyết Minh', 14, true, false, 'center'],
    ['Nơi nhận:', 12, true, true, undefined],
    ['- Lưu: VT, KGVX, TD2.', 11, false, false, undefined],
  ])('writes "%s" in %d points', (words, points, isBold, isItalic, aligned) => {
    const xml = paragraphOf(docx, words);
    expect([size(xml), bold(xml), italic(xml), alignment(xml)]).toEqual([points, isBold, isItalic, aligned]);
  });

  it('writes the parent agency upright and not bold', async () => {
    const xml = paragraphOf(await writeDocx(report()), 'UBND TỈNH BÌNH PHƯỚC');
    expect([size(xml), bold(xml)]).toEqual([12, false]);
  });

  it('indents the first line by 12.7 mm and leaves 6 points after a paragraph (II.6.e)', () => {
    const xml = paragraphOf(docx, 'UBND tỉnh ban hành Kế hoạch');
    expect(xml).toContain(`w:firstLine="${twips(12.7)}"`);
    expect(xml).toContain('w:after="120"');
  });

  it('draws the rule under the motto as long as the motto, those under agency and title a third to a half (II.1, II.2, II.5)', () => {
    const rules = [...document.matchAll(/<w:pBdr><w:top.*?<w:ind w:left="(\d+)" w:right="(\d+)"\/>/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    const length = (i: number, column: number) => column - (((rules[i]?.[0] ?? NaN) + (rules[i]?.[1] ?? NaN)) * 25.4) / 1440;
    expect(rules.every(([left, right]) => left === right)).toBe(true);
    const share = length(0, HEAD.left) / widthOf('TỈNH BÌNH PHƯỚC', 'bold', 12);
    expect(share).toBeGreaterThan(1 / 3);
    expect(share).toBeLessThan(1 / 2);
    expect(length(1, HEAD.right)).toBeCloseTo(widthOf('Độc lập - Tự do - Hạnh phúc', 'bold', 13), 0);
    expect(length(2, 165)).toBeGreaterThan(165 / 3);
    expect(length(2, 165)).toBeLessThan(165 / 2);
  });

  it('numbers pages in the middle of the top margin, hides the first, and begins each appendix anew (I.7, III.1.đ)', async () => {
    const two = await writeDocx(report({ appendices: [1, 2].map(() => ({ title: 'Danh mục', body: BODY, wide: true })) }));
    const xml = partOf(two, 'word/document.xml');
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([it]) => it);
    expect(sections).toHaveLength(3);
    for (const it of sections) {
      expect(it).toContain('<w:titlePg/>');
      expect(it).toContain('<w:pgNumType w:start="1"/>');
      expect((number(it, /w:header="(\d+)"/) * 25.4) / 1440).toBeLessThan(20);
    }
    expect(sections.map((it) => it.includes('landscape'))).toEqual([false, true, true]);
    const headers = ['1', '2', '3', '4', '5', '6'].map((n) => partOf(two, `word/header${n}.xml`));
    expect(
      headers.filter((it) => it.includes('PAGE') && it.includes('<w:jc w:val="center"/>') && it.includes('w:val="28"')),
    ).toHaveLength(3);
  });

  it('repeats the headings of a table on each page and keeps its rows whole', async () => {
    const xml = partOf(await writeDocx(plan({ body: [table(3)] })), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('gives a wide table pages of its own, and goes on with the count of pages', async () => {
    const xml = partOf(await writeDocx(plan({ body: [...BODY, table(3, true), ...BODY] })), 'word/document.xml');
    const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([it]) => it);
    expect(sections.map((it) => it.includes('landscape'))).toEqual([false, true, false]);
    expect(sections.map((it) => it.includes('w:start="1"'))).toEqual([true, false, false]);
  });

  it('keeps the signature together, with at least two lines of the text before it', () => {
    expect(paragraphOf(docx, 'tiếng Khmer./.')).toContain('<w:keepNext/>');
    expect(paragraphOf(docx, 'b) Về ngôn ngữ')).toContain('<w:keepNext/>');
    const foot = document.slice(document.indexOf('Nơi nhận:') - 2000);
    expect(foot).toContain('<w:cantSplit/>');
  });

  it('puts marks of urgency in red boxes of their own size (III.2.b)', async () => {
    const xml = partOf(await writeDocx(plan({ urgency: 'HỎA TỐC', circulation: 'LƯU HÀNH NỘI BỘ' })), 'word/document.xml');
    expect(xml).toContain(`<w:tblW w:type="dxa" w:w="${twips(30)}"/>`);
    expect(xml).toContain(`<w:trHeight w:val="${twips(8)}" w:hRule="exact"/>`);
    expect(xml).toMatch(/<w:color w:val="FF0000"\/>.*?HỎA TỐC/);
    expect(wordsOf(xml)).toContain('LƯU HÀNH NỘI BỘ');
  });

  it('writes an official letter with V/v under the number and without a type (II.5.b)', async () => {
    const letter = await writeDocx(report({ type: 'CV', symbol: 'STTTT-TTBCXB', title: 'báo cáo 6 tháng', to: ['Bộ Nội vụ'] }));
    expect(size(paragraphOf(letter, 'V/v báo cáo 6 tháng'))).toBe(12);
    expect(paragraphOf(letter, 'V/v báo cáo 6 tháng')).toContain('w:before="120"');
    expect(paragraphOf(letter, 'Kính gửi: Bộ Nội vụ')).not.toBe('');
    expect(paragraphOf(letter, 'CÔNG VĂN')).toBe('');
  });

  it('is the same bytes again for the same paper', async () => {
    expect(await writeDocx(plan())).toEqual(docx);
  });

  it('can be brought in again, and is read as what it says', async () => {
    const { text } = await openDocument(docx, 'ke-hoach.docx');
    for (const words of ['Số: 05/KH-UBND', 'KẾ HOẠCH', 'I. MỤC ĐÍCH, YÊU CẦU', '- Lưu: VT, KGVX, TD2.', 'tiếng Khmer./.'])
      expect(text).toContain(words);
  });
});
