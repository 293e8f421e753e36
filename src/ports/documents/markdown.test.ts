import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceText } from './document.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { expectSound, prose, texts, wrap } from './source.fixture.ts';

const FOUNDING_PLAN = new URL('../../../../shared/mission/000_b88219c9d83a8ca1.txt', import.meta.url);

function read(text: string): SourceText {
  const source = readMarkdown(new TextEncoder().encode(text));
  expectSound(source);
  return source;
}

/** Text, then what is particular in its look. */
function looks(text: string): [string, string][] {
  const source = read(text);
  return source.blocks.map(({ look }, i) => {
    const signs = [
      look.heading && `h${look.heading}`,
      look.bold && 'bold',
      look.italic && 'italic',
      look.indent && `${look.indent} mm`,
    ];
    return [texts(source)[i] ?? '', signs.filter(Boolean).join(' ')];
  });
}

describe('Markdown (C-0)', () => {
  it('reads headings of both kinds, and emphasis in and around them', () => {
    expect(
      looks('# **KẾ HOẠCH**\n\nI. Mục tiêu\n===\n\n#### ***Nơi nhận:***\n\n### *Ghi chú* ###\n\nNội dung\n---\n- Sở Y tế'),
    ).toEqual([
      ['KẾ HOẠCH', 'h1 bold'],
      ['I. Mục tiêu', 'h1'],
      ['Nơi nhận:', 'h4 bold italic'],
      ['Ghi chú', 'h3 italic'],
      ['Nội dung', 'h2'],
      ['- Sở Y tế', ''],
    ]);
  });

  it('comes out clean from emphasis that is odd, unfinished or spans lines', () => {
    expect(
      looks(
        '**KT.CHỦ TỊCH  \nPHÓ CHỦ TỊCH**\n\n** Lưu ý **\n\n**Chữ đậm chưa khép\n\nSố (*) và (**) là chú thích, 5 * 3 = 15, ten_tep_tin\n\n__Đậm__ và _nghiêng_',
      ),
    ).toEqual([
      ['KT.CHỦ TỊCH', 'bold'],
      ['PHÓ CHỦ TỊCH', 'bold'],
      ['Lưu ý', 'bold'],
      ['Chữ đậm chưa khép', ''],
      ['Số (*) và (**) là chú thích, 5 * 3 = 15, ten_tep_tin', ''],
      ['Đậm và nghiêng', ''],
    ]);
  });

  it('keeps markers as typed and tells how deep lists are nested', () => {
    expect(looks('1. Sở Y tế\n  - Tập huấn;\n    + Quý I;\na) Kinh phí\n* Nguồn khác\n1\\. Thoát\n\\- Gạch')).toEqual([
      ['1. Sở Y tế', ''],
      ['- Tập huấn;', '4 mm'],
      ['+ Quý I;', '8 mm'],
      ['a) Kinh phí', ''],
      ['* Nguồn khác', ''],
      ['1. Thoát', ''],
      ['- Gạch', ''],
    ]);
  });

  it('joins wrapped lines and sentences broken by a blank line or a page number', () => {
    const { left_out, ...source } = read(
      '- Bảo vệ chủ quyền lãnh thổ, an\n\n3\n\nninh biên giới quốc gia.\n\nKế hoạch **thuộc**\n\nChương trình mục tiêu.',
    );
    expect(texts({ left_out, ...source })).toEqual([
      '- Bảo vệ chủ quyền lãnh thổ, an ninh biên giới quốc gia.',
      'Kế hoạch thuộc Chương trình mục tiêu.',
    ]);
    expect(left_out).toEqual([{ text: '3', why: 'page_number', page: null }]);
  });

  it('reads tables, with their head, escaped bars and breaks inside cells, and leaves out a head that comes again', () => {
    const { blocks, text, left_out } = read(
      '| TT | **Nhiệm vụ** |\n|---|:--:|\n| 1 | Tập huấn<br>- Quý I; |\n\n| TT | **Nhiệm vụ** |\n|---|---|\n| 2 | a \\| b |\n\nSau bảng',
    );
    const cells = blocks.map(({ start, end, cell }) => [
      text.slice(start, end),
      cell?.table,
      cell?.row,
      cell?.column,
      cell?.header,
    ]);
    expect(cells).toEqual([
      ['TT', 0, 0, 0, true],
      ['Nhiệm vụ', 0, 0, 1, true],
      ['1', 0, 1, 0, false],
      ['Tập huấn', 0, 1, 1, false],
      ['- Quý I;', 0, 1, 1, false],
      ['2', 0, 2, 0, false],
      ['a | b', 0, 2, 1, false],
      ['Sau bảng', undefined, undefined, undefined, undefined],
    ]);
    expect(left_out).toEqual([{ text: 'TT **Nhiệm vụ**', why: 'page_header', page: null }]);
  });

  it('reads quotes, entities, code, links, line breaks and footnotes, and drops rules', () => {
    const source = read(
      '> Trích dẫn\n> một câu.\n\n---\n\nSở&nbsp;A &amp; B &ecirc;<br>Dòng hai `mã **x**` [Công báo](https://example.vn/1)[^1]\n\n[^1]: Chú thích cuối trang.\n\nHết.',
    );
    expect(texts(source)).toEqual([
      'Trích dẫn một câu.',
      'Sở A & B ê\nDòng hai mã **x** Công báo[^1]',
      'Hết.',
      '[^1]: Chú thích cuối trang.',
    ]);
    expect(source.blocks.at(-1)?.part).toBe('footnote');
    expect(source.left_out).toEqual([{ text: 'https://example.vn/1', why: 'hidden', page: null }]);
  });

  it('sets comments and metadata aside', () => {
    const source = read('---\ntitle: Kế hoạch\ndate: 2023-01-05\n---\n# Kế hoạch\n<!-- bản nháp\nthứ hai -->Nội dung');
    expect(texts(source)).toEqual(['Kế hoạch', 'Nội dung']);
    expect(source.left_out.map(({ text, why }) => `${why}: ${text}`)).toEqual([
      'hidden: --- title: Kế hoạch date: 2023-01-05 ---',
      'hidden: <!-- bản nháp thứ hai -->',
    ]);
  });

  it('keeps the break between two names in a cell', () => {
    const { text } = readMarkdown(new TextEncoder().encode('| TT | Chủ trì |\n|---|---|\n| 1 | Sở Y tế<br>Sở Nội vụ |\n'));
    expect(text).toBe('TT\nChủ trì\n1\nSở Y tế\nSở Nội vụ');
  });

  it('is told from plain text by headings, bold marks or tables, not by asterisks', () => {
    expect(looksLikeMarkdown('# A\n## B')).toBe(true);
    expect(looksLikeMarkdown('**Kế hoạch** và **mục tiêu**')).toBe(true);
    expect(looksLikeMarkdown('* Sở Y tế\n* Sở Nội vụ\n5 * 3\n# 12')).toBe(false);
  });

  it('gives back paragraphs wrapped at any width, whatever is bold in them', () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 2, maxLength: 6 }), fc.integer({ min: 50, max: 110 }), (paragraphs, width) => {
        const typed = paragraphs.map((text) => wrap(text.replace(/được triển khai/gu, '**được triển khai**'), width).join('\n'));
        expect(texts(read(typed.join('\n\n')))).toEqual(paragraphs);
      }),
      { numRuns: 100, seed: 2020 },
    );
  });

  it('never fails on any arrangement of marks', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '_',
      '`',
      '```',
      '\n',
      '\n\n',
      '|',
      '|---|',
      '# ',
      '> ',
      '- ',
      '<br>',
      '<!--',
      '-->',
      '&amp;',
      '\\',
      '[',
      '](',
      ')',
      '![',
      '[^1]:',
      '---',
      '===',
      'Sở Y tế',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(!existsSync(FOUNDING_PLAN))('the founding plan, hard-wrapped Markdown copied from the web (C-0)', () => {
  const paragraphs = existsSync(FOUNDING_PLAN) ? texts(readMarkdown(readFileSync(FOUNDING_PLAN))) : [];

  it('is read into whole paragraphs, each sentence ended', () => {
    const long = paragraphs.filter(
      (text) => text.length > 120 && !text.startsWith('Thực hiện nhiệm vụ thông tin đối ngoại vùng') && !/^[IVX]+\./u.test(text),
    );
    expect(long.length).toBeGreaterThan(60);
    expect(long.filter((text) => !/[.;:,]$/u.test(text))).toEqual([]);
    expect(paragraphs.filter((text) => /^\p{Ll}(?!\))/u.test(text))).toEqual([]);
  });

  it.each([
    'UBND tỉnh ban hành Kế hoạch thực hiện nhiệm vụ thông tin đối ngoại vùng đồng bào dân tộc thiểu số và miền núi từ năm 2023 đến năm 2025 thuộc Chương trình',
    'chủ quyền lãnh thổ, an ninh biên giới quốc gia; xây dựng',
    'vấn đề dư luận trong và ngoài nước quan tâm',
    'đến thông tin đối ngoại khu vực biên giới trên địa bàn tỉnh; phối hợp',
    'phát sóng các chương trình về thông tin đối ngoại khu vực biên giới trên các hạ tầng số',
  ])('joins the sentence "… %s …" over a page', (words) => {
    expect(paragraphs.filter((text) => text.includes(words))).toHaveLength(1);
  });

  it('has its 7 legal bases, 10 agencies, 37 marked duties and clean signature lines', () => {
    expect(
      paragraphs.filter((text) => /^(?:Căn cứ (?:Nghị định|Quyết định|Thông tư|Công văn)|Xét đề nghị)/u.test(text)),
    ).toHaveLength(7);
    const duties = paragraphs.slice(paragraphs.indexOf('IV. TỔ CHỨC THỰC HIỆN'), paragraphs.indexOf('Nơi nhận:'));
    expect(duties.filter((text) => /^\d+\. /u.test(text))).toHaveLength(10);
    expect(duties.filter((text) => text.startsWith('- '))).toHaveLength(37);
    expect(paragraphs.slice(-3)).toEqual(['KT.CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Tuyết Minh']);
    expect(paragraphs.join('')).not.toMatch(/[*#]/u);
  });
});
