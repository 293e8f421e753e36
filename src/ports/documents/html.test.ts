import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal, type Cell, type SourceText } from './document.ts';
import { readHtml } from './html.ts';

describe('the text of an HTML page (C-0)', () => {
  it('makes a block of each paragraph, with exact spans', () => {
    const { format, text, blocks } = read(
      '<html><head><title>no</title></head><body><h1>KẾ HOẠCH</h1><p>Thông tin <b>đối ngoại</b></p></body></html>',
    );
    expect([format, text]).toEqual(['html', 'KẾ HOẠCH\nThông tin đối ngoại']);
    expect(blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 8],
      [9, 28],
    ]);
    expect(blocks[0]).toMatchObject({ numbering: null, cell: null, part: 'body', paragraph: null, page: null });
  });

  it('counts white space as one blank, and keeps fixed blanks', () => {
    expect(texts('<p>  Kế \n\t hoạch <span> số</span> </p>\n <p> </p><div>05</div>')).toEqual(['Kế hoạch số', '05']);
    expect(texts('<p>Số:&nbsp;&nbsp;&nbsp;/KH-UBND</p>')).toEqual(['Số:   /KH-UBND']);
    expect(texts('<p>Kế\u200b&shy;hoạch &amp; e\u0302\u0301</p>')).toEqual(['Kếhoạch & ế']);
  });

  it('takes text of no element, and text between blocks, as paragraphs', () => {
    expect(texts('một<p>hai<p>ba<div>bốn<div>năm</div>sáu</div>bảy')).toEqual(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy']);
    expect(texts('<span style="display:block">a</span><div style="display:inline">b</div>c')).toEqual(['a', 'bc']);
  });

  it('takes one line break as a line break, two in a row as a new paragraph', () => {
    expect(texts('<p>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br> <br/>\n A<br></p>')).toEqual(['KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'A']);
  });

  it('keeps the lines of preformatted text, and parts it at empty lines', () => {
    expect(texts('<pre>I. Mục đích\n  1.  Yêu cầu\n\nII.\tNội dung</pre>')).toEqual([
      'I. Mục đích\n1.  Yêu cầu',
      'II.\tNội dung',
    ]);
    expect(texts('<div style="white-space:pre-wrap">a\nb</div>')).toEqual(['a\nb']);
  });

  it('passes over programs and what a reader of the page does not see, and says what it hid', () => {
    const page = `<style>.x{display:none}</style><script>no()</script><template>no</template><nav>Trang chủ</nav><p>thấy<span hidden> ẩn</span>
      <b class="x">một</b></p><div style="display:none"><p>hai</p></div><p style="mso-hide:all">ba</p><p><del>cũ</del><ins>mới</ins></p><button>Tải</button>`;
    const { text, left_out } = read(page);
    expect(text).toBe('thấy\nmới');
    expect(left_out.map(({ text, why }) => [text, why])).toEqual([
      ['Trang chủ', 'page_header'],
      ['ẩn', 'hidden'],
      ['một', 'hidden'],
      ['hai', 'hidden'],
      ['ba', 'hidden'],
      ['cũ', 'deleted_revision'],
      ['Tải', 'hidden'],
    ]);
  });

  it('writes text in capitals where the page shows capitals', () => {
    expect(texts('<p style="text-transform: uppercase">Ủy ban <span style="text-transform:none">nhân dân</span></p>')).toEqual([
      'ỦY BAN nhân dân',
    ]);
  });
});

describe('the characters of an HTML page (C-0)', () => {
  const page = (charset: string) => `<html><head><meta charset="${charset}"></head><body>Kế hoạch</body></html>`;

  it.each([
    ['UTF-8 by its bytes', Buffer.from('<p>Kế hoạch</p>')],
    ['UTF-8 by its mark', Buffer.from('\ufeff<p>Kế hoạch</p>')],
    ['UTF-8 against what the page says', Buffer.from('\ufeff' + page('windows-1252'))],
    ['UTF-16 by its mark', Buffer.from('\ufeff' + page('utf-8'), 'utf16le')],
    ['UTF-16 without', Buffer.from(page('utf-16'), 'utf16le')],
    ['windows-1258 as the page says', windows1258(page('windows-1258'))],
    [
      'windows-1258 as an older page says',
      windows1258(page('x').replace(/<meta.*?>/, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">')),
    ],
    ['an unknown name', Buffer.from(page('no-such-set'))],
    ['a page that says UTF-8 and is not', windows1258(page('utf-8'))],
  ])('%s', (_, bytes) => expect(readHtml(new Uint8Array(bytes)).text).toBe('Kế hoạch'));

  it('reads references to characters under any set', () => {
    expect(readHtml(Buffer.from('<meta charset=us-ascii><p>K&#7871; ho&#x1EA1;ch &eacute;')).text).toBe('Kế hoạch é');
  });
});

describe('how a paragraph of HTML looks (C-0)', () => {
  const look = (html: string) => read(html).blocks[0]!.look;

  it('is bold or italic when all of its letters are, by element or by style', () => {
    const pages = [
      '<p><b>I. Mục</b></p>',
      '<p>I. <strong>Mục</strong></p>',
      '<p>1. <b>Mục</b>:',
      '<h2><span>a</span></h2>',
      '<p style="font-weight:700">a',
      '<p style="font:bold 12pt x">a',
    ];
    expect(pages.map((html) => look(html).bold)).toEqual([true, false, true, true, true, true]);
    expect(look('<b style="font-weight:normal"><p>a</p></b>').bold).toBe(false);
    expect(look('<h3 style="font-weight:400">a</h3>').bold).toBe(false);
    expect(look('<p><i>a</i> <em>b</em></p>')).toMatchObject({ italic: true, bold: false });
  });

  it('knows the alignment by attribute, by style, and by what stands around', () => {
    expect(
      [
        '<p align=center>a',
        '<p style="text-align:right">a',
        '<center><p>a',
        '<div style="text-align:justify"><p>a',
        '<p>a',
        '<table align=center><td>a',
      ].map((html) => look(html).align),
    ).toEqual(['centre', 'right', 'centre', 'justify', null, null]);
  });

  it('knows headings', () => expect(['<h1>a', '<h6><span>a', '<p>a'].map((html) => look(html).heading)).toEqual([1, 6, null]));

  it('gives the left edge of the first line in mm, and null where nothing is said', () => {
    expect(look('<p>a').indent).toBeNull();
    expect(look('<p style="margin-left:36.0pt;text-indent:-18.0pt">a').indent).toBe(6.4);
    expect(look('<p style="margin:0cm 0cm 6pt 1cm; padding-left:5mm">a').indent).toBe(15);
    expect(look('<div style="margin-left:10mm"><p style="margin-left:.5in">a').indent).toBe(22.7);
    expect(look('<p style="text-indent:1cm">a').indent).toBe(10);
    expect(look('<ul><li>a').indent).toBe(10.6);
  });

  it('follows the rules of the page for elements and classes', () => {
    const css = `<style><!-- /* chữ { */ @import "x"; @font-face {font-family:x} @media print { p.t {font-weight:normal} .t {x:y} }
      p.t, li.t {font-weight:bold; text-align:center !important} p {text-indent:1cm} p.t em {font-weight:100} --></style>`;
    expect(look(`${css}<p class="a t">a`)).toMatchObject({ bold: true, align: 'centre', indent: 10 });
    expect(look(`${css}<p class="t" style="font-weight:400">a`)).toMatchObject({ bold: false });
    expect(look(`${css}<div class=t>a`)).toMatchObject({ bold: false, align: null });
  });
});

describe('lists of HTML (C-0)', () => {
  it('computes the labels a browser shows, and keeps them out of the text', () => {
    const { text, blocks } = read(
      '<ol type=I><li>Mục đích<ol><li>một<li>hai<ul><li>x</ul></ol><li>Yêu cầu<ol type="a"><li>ba</ol></ol>',
    );
    expect(text).toBe('Mục đích\nmột\nhai\nx\nYêu cầu\nba');
    expect(blocks.map(({ numbering }) => `${numbering?.label} ${numbering?.level}`)).toEqual([
      'I. 0',
      '1. 1',
      '2. 1',
      '• 2',
      'II. 0',
      'a. 1',
    ]);
  });

  it.each([
    ['<ol start=5><li>x<li>x', ['5.', '6.']],
    ['<ol><li value=3>x<li>x', ['3.', '4.']],
    ['<ol reversed><li>x<li>x', ['2.', '1.']],
    ['<ol style="list-style-type:upper-alpha"><li>x', ['A.']],
    ['<ol style="list-style:lower-roman inside"><li>x<li>x', ['i.', 'ii.']],
    ['<ol type=a start=27><li>x<li>x', ['aa.', 'ab.']],
    ['<ol style="list-style-type:decimal-leading-zero"><li>x', ['01.']],
    ['<ul style="list-style:none"><li>x', [null]],
    ['<ul style=\'list-style-type:"- "\'><li>x', ['-']],
    ['<ul type=square><li>x', ['•']],
    ['<ol type=constructor style="list-style-type:constructor"><li>x', ['1.']],
    ['<li>x', ['•']],
  ])('%s', (html, labels) => expect(read(html).blocks.map((block) => block.numbering?.label ?? null)).toEqual(labels));

  it('gives the label to the first paragraph of the item only', () => {
    expect(read('<ol><li><p>a</p><p>b</p><li><p>c').blocks.map((block) => block.numbering?.label ?? null)).toEqual([
      '1.',
      null,
      '2.',
    ]);
  });
});

describe('tables of HTML (C-0)', () => {
  it('places cells, also around those that reach across and down', () => {
    const page = `<table><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead><tbody><tr><td>E<td rowspan=9>F<td><p>G<p>H<tr><td>I<td>J</table>`;
    expect(cells(page)).toEqual({
      A: [0, 0, 1, 2, true],
      B: [0, 1, 2, 1, true],
      C: [1, 1, 1, 1, true],
      D: [1, 2, 1, 1, true],
      E: [2, 0, 1, 1, false],
      F: [2, 1, 1, 2, false],
      G: [2, 2, 1, 1, false],
      H: [2, 2, 1, 1, false],
      I: [3, 0, 1, 1, false],
      J: [3, 2, 1, 1, false],
    });
  });

  it('marks rows of headings at the top only', () => {
    expect(cells('<table><tr><th>A<th>B<tr><th>C<td>D<tr><th>E<th>F')).toMatchObject({
      A: [0, 0, 1, 1, true],
      C: [1, 0, 1, 1, false],
      E: [2, 0, 1, 1, false],
    });
  });

  it('reads tables in tables under numbers of their own, and the caption before its table', () => {
    const { text, blocks } = read(
      '<table><caption>Phụ lục</caption><tr><td>a<table><tr><td>b</table>c</table><table><tr><td>d</table>',
    );
    expect(text).toBe('Phụ lục\na\nb\nc\nd');
    expect(blocks.map(({ cell }) => cell?.table ?? null)).toEqual([null, 0, 1, 0, 2]);
  });

  it('starts afresh in a cell: no indent, list or label from around the table', () => {
    const inCell = read('<ol style="margin-left:1cm"><li>a<table><tr><td>b<td><li>c</table>').blocks;
    expect(inCell.map(({ numbering, look }) => [numbering?.label, look.indent])).toEqual([
      ['1.', 10],
      [undefined, null],
      ['•', null],
    ]);
  });

  it('survives impossible spans', () => {
    expect(cells('<table><tr><td colspan=99999999 rowspan=99999999>A<td rowspan=0>B<tr><td>C')).toMatchObject({
      A: [0, 0, 1000, 2, false],
      C: [1, 1000, 1, 1, false],
    });
  });

  it.each([
    ['<table border=1><tr><td>a', true],
    ['<table border=0><tr><td>a', false],
    ['<table><tr><td>a', false],
    ['<table class=data><tr><td>a', null],
    ['<table><tr><th>a', null],
    ['<table style="border:1px solid"><tr><td>a', true],
    ['<table style="border:none"><tr><td>a', false],
    [
      '<table border=1 style="border:none"><tr><td style="border:none">UBND<td style="border:none;border-bottom:solid 1pt">CỘNG HÒA',
      false,
    ],
    [
      '<table class=MsoTableGrid border=1 style="border-collapse:collapse;border:none"><tr><td style="border:solid windowtext 1.0pt;border-left:none">a',
      true,
    ],
    ['<style>td {border: 1px solid #000}</style><table class=x><tr><td>a', true],
    ['<style>td {border: 0px solid #000}</style><table class=x><tr><td>a', false],
  ])('%s has lines: %s', (html, ruled) => expect(read(html).blocks[0]?.cell?.ruled).toBe(ruled));
});

describe('pages saved by Word and LibreOffice (C-0)', () => {
  const item = (marker: string, text: string, font = '') =>
    `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='${font}'><span
      style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

  it('keeps the numbers that Word writes out, with one blank, and its bullets as plain signs', () => {
    expect(
      texts(
        item('1.', 'Mục đích') +
          item('a)', 'Yêu cầu') +
          item('·', 'Tờ rơi', 'font-family:Symbol') +
          item('-', 'Pa nô') +
          item('§', 'Tin', 'font-family:Wingdings') +
          item('o', 'Bài', 'font-family:"Courier New"'),
      ),
    ).toEqual(['1. Mục đích', 'a) Yêu cầu', '• Tờ rơi', '- Pa nô', '• Tin', 'o Bài']);
    expect(read(item('1.', 'Mục đích')).blocks[0]).toMatchObject({ numbering: null, look: { indent: 6.4 } });
  });

  it('passes over what is meant for other programs, and keeps tabs', () => {
    expect(
      texts(
        `<!--[if gte mso 9]><xml><w:x>no</w:x></xml><![endif]--><p class=MsoNormal>Số:<span style='mso-tab-count:1'>      </span>05<o:p>&nbsp;</o:p></p>`,
      ),
    ).toEqual(['Số:\t05']);
  });

  it.each([
    [
      'Word',
      `a<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>b`,
      `<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> chú thích</p></div></div>`,
    ],
    [
      'LibreOffice',
      `a<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>b`,
      `<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym">1</a> chú thích</p></div>`,
    ],
  ])('sets the notes of %s after the text, without their marks', (_, text, note) => {
    const { blocks, text: whole } = read(`<p>${text}</p>${note}<p>sau</p>`);
    expect(whole).toBe('ab\nsau\nchú thích');
    expect(blocks.map((block) => block.part)).toEqual(['body', 'body', 'footnote']);
  });
});

describe('whatever a page holds (C-0)', () => {
  const word = fc.constantFrom('Kế hoạch', ' ', '\n', '&nbsp;', 'a\u0323', '1.', '<br>', '<br/>', '\u200b', '&#0;', '&#xD800;');
  const tag = fc.constantFrom(
    'p',
    'div',
    'b',
    'i',
    'ol',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'thead',
    'pre',
    'h1',
    'span',
    'a',
    'del',
    'center',
    'caption',
    'form',
    'svg',
    'math',
  );
  const mark = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc
      .tuple(
        tag,
        fc.constantFrom(
          'hidden',
          'style="display:none"',
          'colspan=3',
          'rowspan=2',
          'style="mso-list:ignore"',
          'type=i',
          'class=x',
        ),
      )
      .map(([name, more]) => `<${name} ${more}>`),
  );
  const page = fc.array(fc.oneof(word, mark), { maxLength: 40 }).map((parts) => parts.join(''));

  it('comes out as blocks that are disjoint, in order, clean, and cover every character that is not blank', () => {
    fc.assert(
      fc.property(page, (page) => holds(read(page))),
      { numRuns: 500 },
    );
  });

  it('loses no word: each stands in the text or in what was left out', () => {
    fc.assert(
      fc.property(page, (page) => {
        const { text, left_out } = read(page);
        const count = (whole: string) => whole.split('Kế hoạch').length - 1;
        const found = count(text) + left_out.reduce((sum, part) => sum + count(part.text), 0);
        expect(found).toBe(count(page));
      }),
      { numRuns: 500 },
    );
  });

  it('answers random bytes with a text or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          holds(readHtml(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses nesting and branching beyond any page, quickly', () => {
    for (const many of ['<p>', '<!---->'])
      expect(() => read(many.repeat(300_001))).toThrow(expect.objectContaining({ code: 'too_complex' }));
    for (const tag of ['<div>', '<i><div>', '<ul><li>', '<table><tr><td>']) {
      expect(() => read(tag.repeat(20_000))).toThrow(expect.objectContaining({ code: 'too_complex' }));
    }
  });
});

function read(html: string): SourceText {
  return readHtml(new TextEncoder().encode(html));
}

function texts(html: string): string[] {
  const { text, blocks } = read(html);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

function cells(html: string): Record<string, unknown[]> {
  const { text, blocks } = read(html);
  const place = ({ row, column, column_span, row_span, header }: Cell) => [row, column, column_span, row_span, header];
  return Object.fromEntries(blocks.map(({ start, end, cell }) => [text.slice(start, end), place(cell!)]));
}

/** ế is ê with a loose acute there, ạ an a with a loose dot. */
function windows1258(text: string): Buffer {
  return Buffer.from(text.replaceAll('ế', '\u00ea\u00ec').replaceAll('ạ', 'a\u00f2'), 'latin1');
}

function holds({ text, blocks }: SourceText): void {
  expect(text).toBe(text.normalize('NFC'));
  expect(text).not.toMatch(/[\u00a0\u00ad\u200b-\u200f\ufeff\r]/);
  let end = -1;
  for (const block of blocks) {
    expect(block.start).toBe(end + 1);
    expect(block.end).toBeGreaterThan(block.start);
    const own = text.slice(block.start, block.end);
    expect(own).toBe(own.trim());
    end = block.end;
  }
  expect(Math.max(end, 0)).toBe(text.length);
}
