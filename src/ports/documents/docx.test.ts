import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { abstractList, docx, docxParts, item, list, p, r, style } from './docx.fixture.ts';
import { readDocx } from './docx.ts';
import { Refusal } from './document.ts';

const box = (inside: string) => `<v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe('the text of a Word document (C-0)', () => {
  it('sets the paragraphs one below the other, with exact spans and their numbers in the file', () => {
    const { format, text, blocks, left_out } = readDocx(docx(p('KẾ HOẠCH') + p() + p('Thông tin đối ngoại')));
    expect({ format, text, left_out }).toEqual({ format: 'docx', text: 'KẾ HOẠCH\nThông tin đối ngoại', left_out: [] });
    expect(blocks.map(({ start, end, paragraph }) => [start, end, paragraph])).toEqual([
      [0, 8, 1],
      [9, 28, 3],
    ]);
    expect(blocks[0]).toMatchObject({ numbering: null, cell: null, part: 'body', page: null });
  });

  it('joins the runs of a paragraph, also where they cut a letter from its mark', () => {
    expect(texts(p(r('K') + r('e\u0302') + r('\u0301') + r(' ho') + r('a\u0323ch')))).toEqual(['Kế hoạch']);
  });

  it('writes every blank as a blank, and nothing that cannot be seen', () => {
    expect(texts(p(r('\u00a0Kế\u00a0hoạch\u2003số\u200b\ufeff 05\u00ad \u3000')))).toEqual(['Kế hoạch số 05']);
    expect(texts(p(r('\u200b \u00a0')) + p('a'))).toEqual(['a']);
    expect(texts(p('<w:r><w:t>\n  Kế hoạch\n</w:t></w:r>'))).toEqual(['Kế hoạch']);
  });

  it('keeps tabs and line breaks, and hyphens that do not break', () => {
    expect(texts(p('<w:r><w:t>Số</w:t><w:tab/><w:t>Bình Phước</w:t><w:ptab/><w:t>ngày</w:t></w:r>'))).toEqual([
      'Số\tBình Phước\tngày',
    ]);
    expect(texts(p('<w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t><w:cr/><w:t>A</w:t></w:r>'))).toEqual([
      'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nA',
    ]);
    expect(
      texts(p('<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2025 đối\u2011ngoại</w:t><w:softHyphen/><w:t>!</w:t></w:r>')),
    ).toEqual(['2023-2025 đối-ngoại!']);
    expect(texts(p('<w:r><w:br/><w:t>a </w:t><w:br/><w:br/><w:t> b</w:t><w:br/></w:r>'))).toEqual(['a\nb']);
  });

  it('lets a page break part two words, and leave no other trace', () => {
    const parted = (before: string, after: string) =>
      texts(
        p(
          `<w:r><w:t xml:space="preserve">${before}</w:t><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t xml:space="preserve">${after}</w:t></w:r>`,
        ),
      );
    expect(parted('đối', 'ngoại')).toEqual(['đối ngoại']);
    expect(parted('đối ', 'ngoại')).toEqual(['đối ngoại']);
    expect(parted('', 'ngoại')).toEqual(['ngoại']);
    expect(parted('đối', '')).toEqual(['đối']);
  });

  it('shows the characters that symbol fonts draw', () => {
    const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    expect(
      texts(
        p(
          sym('Wingdings', 'F0FE') +
            sym('Wingdings', 'F0E0') +
            sym('Symbol', 'F02D') +
            sym('Symbol', 'F061') +
            sym('Webdings', 'F0FF'),
        ),
      ),
    ).toEqual(['☑→-α•']);
    expect(texts(p(r('\uf0b7 việc') + r('ü', '<w:rFonts w:ascii="Wingdings"/>')))).toEqual(['• việc✓']);
  });

  it('writes text in capitals where the paper shows capitals', () => {
    const styles = style('Ten', '<w:rPr><w:caps/></w:rPr>', 'w:type="character"');
    expect(
      texts(p(r('Ủy ban', '<w:caps/>') + r(' nhân dân', '<w:rStyle w:val="Ten"/>') + r(' tỉnh', '<w:smallCaps/>')), { styles }),
    ).toEqual(['ỦY BAN NHÂN DÂN tỉnh']);
  });

  it('keeps what stands in links, tags, content controls, formulas and the base of ruby text', () => {
    const inside = [
      `<w:hyperlink r:id="x">${r('một ')}</w:hyperlink>`,
      `<w:smartTag>${r('hai ')}</w:smartTag>`,
      `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${r('ba ')}</w:sdtContent></w:sdt>`,
      `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`,
      `<w:r><w:ruby><w:rt>${r('no')}</w:rt><w:rubyBase>${r(' bốn')}</w:rubyBase></w:ruby></w:r>`,
      `<w:r><w:commentReference w:id="0"/></w:r>`,
    ];
    expect(texts(p(inside.join('')))).toEqual(['một hai ba x=1 bốn']);
    expect(texts(`<w:sdt><w:sdtContent>${p('a')}<w:customXml>${p('b')}</w:customXml></w:sdtContent></w:sdt>`)).toEqual([
      'a',
      'b',
    ]);
  });

  it('takes one branch of alternate content: the first with words in it', () => {
    const either = (choice: string, fallback: string) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    expect(texts(p(`<w:r>${either('<w:t>mới</w:t>', '<w:t>cũ</w:t>')}</w:r>`))).toEqual(['mới']);
    expect(texts(p(`<w:r>${either('<w:drawing/>', '<w:t>cũ</w:t>')}</w:r>`))).toEqual(['cũ']);
    expect(texts(either(p('mới'), p('cũ')) + p('sau'))).toEqual(['mới', 'sau']);
  });

  it('shows the result of a field, not its instruction, also when fields stand in fields or run over paragraphs', () => {
    const nested =
      mark('begin') + instruction('IF') + mark('begin') + instruction('DATE') + mark('separate') + r('no') + mark('end');
    expect(texts(p(nested + mark('separate') + r('Trang 5') + mark('end') + r('!')))).toEqual(['Trang 5!']);
    expect(
      texts(
        p(mark('begin') + instruction('TOC') + mark('separate') + r('I. Mục đích')) + p(r('II. Yêu cầu') + mark('end')) + p('x'),
      ),
    ).toEqual(['I. Mục đích', 'II. Yêu cầu', 'x']);
    expect(texts(p(`<w:fldSimple w:instr="PAGE">${r('2')}</w:fldSimple>`))).toEqual(['2']);
  });

  it('does not let a field that is never ended swallow the text after it', () => {
    const { text, left_out } = readDocx(docx(p(mark('begin') + r('a')) + p('b') + p('c')));
    expect([text, left_out]).toEqual(['b\nc', [{ text: 'a', why: 'hidden', page: null }]]);
  });
});

describe('tracked changes, as if accepted (C-0)', () => {
  const deleted = (text: string) => `<w:del w:id="1"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
  const deletedMark = '<w:rPr><w:del w:id="2"/></w:rPr>';

  it('keeps insertions and what was moved to, leaves out deletions and what was moved from', () => {
    const body = p(
      r('giữ ') +
        `<w:ins>${r('thêm ')}</w:ins>` +
        deleted('bỏ') +
        `<w:moveFrom>${r('dời')}</w:moveFrom><w:moveTo>${r('đến')}</w:moveTo>`,
    );
    const { text, left_out } = readDocx(docx(body));
    expect(text).toBe('giữ thêm đến');
    expect(left_out).toEqual([{ text: 'bỏdời', why: 'deleted_revision', page: null }]);
  });

  it('joins a paragraph whose end was deleted with the next, which gives the look and the number', () => {
    const body = p(r('Kế '), `<w:jc w:val="center"/>${deletedMark}`) + p(r('hoạch '), deletedMark) + item('năm', 1);
    const { text, blocks } = readDocx(docx(body, { numbering: LISTS }));
    expect(text).toBe('Kế hoạch năm');
    expect(blocks[0]).toMatchObject({ numbering: { label: '1.', level: 0 }, look: { align: 'left' }, paragraph: 1 });
  });

  it('does not count a numbered paragraph that was deleted or moved away as a whole, nor one in a deleted row', () => {
    const numbered = (inside: string, markOf: string) =>
      p(inside, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${markOf}`);
    const moved = numbered(`<w:moveFrom>${r('b')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="2"/></w:rPr>');
    const row = `<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${item('b', 1)}</w:tc></w:tr></w:tbl>`;
    for (const gone of [numbered(deleted('b'), deletedMark), moved, row]) {
      const { blocks } = readDocx(docx(item('a', 1) + gone + item('c', 1), { numbering: LISTS }));
      expect(blocks.map((block) => block.numbering?.label)).toEqual(['1.', '2.']);
    }
  });

  it('keeps the text of a paragraph with a deleted end where nothing follows to join', () => {
    expect(texts(`<w:tbl><w:tr><w:tc>${p(r('ô'), deletedMark)}</w:tc></w:tr></w:tbl>${p(r('cuối'), deletedMark)}`)).toEqual([
      'ô',
      'cuối',
    ]);
    expect(texts(p(r('trước'), deletedMark) + `<w:tbl><w:tr><w:tc>${p('ô')}</w:tc></w:tr></w:tbl>`)).toEqual(['trước', 'ô']);
  });

  it('leaves out the rows and cells that were deleted, and counts the rows without them', () => {
    const row = (text: string, more = '') => `<w:tr>${more}<w:tc>${p(text)}</w:tc></w:tr>`;
    const gone = '<w:trPr><w:del w:id="3"/></w:trPr>';
    const cellGone = `<w:tr><w:tc><w:tcPr><w:cellDel w:id="4"/></w:tcPr>${p('ô bỏ')}</w:tc><w:tc>${p('d')}</w:tc></w:tr>`;
    const { blocks, text, left_out } = readDocx(docx(`<w:tbl>${row('a')}${row('bỏ', gone)}${row('c')}${cellGone}</w:tbl>`));
    expect(text).toBe('a\nc\nd');
    expect(blocks.map((block) => block.cell?.row)).toEqual([0, 1, 2]);
    expect(left_out.map(({ text, why }) => [text, why])).toEqual([
      ['bỏ', 'deleted_revision'],
      ['ô bỏ', 'deleted_revision'],
    ]);
  });

  it('takes no notice of what a paragraph looked like before', () => {
    const old =
      '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="right"/></w:pPr></w:pPrChange>';
    expect(readDocx(docx(p('a', old), { numbering: LISTS })).blocks[0]).toMatchObject({
      numbering: null,
      look: { align: 'left' },
    });
  });
});

describe('what is hidden, and what hangs on the text (C-0)', () => {
  it('leaves out hidden text, by itself or by style, and says so', () => {
    const styles = style('An', '<w:rPr><w:vanish/></w:rPr>', 'w:type="character"');
    const body = p(
      r('thấy') +
        r('ẩn', '<w:vanish/>') +
        r(' một', '<w:rStyle w:val="An"/>') +
        r(' rõ', '<w:rStyle w:val="An"/><w:vanish w:val="0"/>'),
    );
    const { text, left_out } = readDocx(docx(body, { styles }));
    expect([text, left_out]).toEqual(['thấy rõ', [{ text: 'ẩn một', why: 'hidden', page: null }]]);
  });

  it('joins a paragraph whose end is hidden, or that is one large first letter, with the next', () => {
    expect(texts(p(r('Mục I. '), '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p('Chung'))).toEqual(['Mục I. Chung']);
    expect(texts(p('K', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('ế hoạch'))).toEqual(['Kế hoạch']);
  });

  it('sets a text box, new or old, once and before its paragraph', () => {
    const wps = `<w:drawing><wps:wsp><wps:txbx><w:txbxContent>${p('hộp')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${wps}</mc:Choice><mc:Fallback><w:pict>${box(p('hộp'))}</w:pict></mc:Fallback></mc:AlternateContent>`;
    for (const drawn of [both, wps, `<w:pict>${box(p('hộp'))}</w:pict>`]) {
      const { text, blocks } = readDocx(docx(p(`${r('trước ')}<w:r>${drawn}</w:r>${r('sau')}`)));
      expect(text).toBe('hộp\ntrước sau');
      expect(blocks.map(({ part, paragraph }) => [part, paragraph])).toEqual([
        ['textbox', 2],
        ['body', 1],
      ]);
    }
  });

  it('reads tables in text boxes, text boxes in text boxes, and drawn words', () => {
    const inner = `<w:tbl><w:tr><w:tc>${p(`<w:r><w:pict>${box(p('trong'))}</w:pict></w:r>${r('ô')}`)}</w:tc></w:tr></w:tbl>`;
    expect(
      texts(
        p(`<w:r><w:pict>${box(inner)}</w:pict></w:r>`) +
          p('<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'),
      ),
    ).toEqual(['trong', 'ô', 'DỰ THẢO']);
  });

  it('leaves out a deleted text box with its text', () => {
    const { text, left_out } = readDocx(docx(p(`${r('a')}<w:del><w:r><w:pict>${box(p('hộp'))}</w:pict></w:r></w:del>`)));
    expect([text, left_out.map(({ text, why }) => [text, why])]).toEqual(['a', [['hộp', 'deleted_revision']]]);
  });

  it('sets notes after the text in the order they are referred to, and no sign where they are', () => {
    const note = (id: number, text: string, kind = 'footnote') =>
      `<w:${kind} w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;
    const refer = (id: number, more = '') => `<w:r><w:footnoteReference w:id="${id}"${more}/>${more && '<w:t>*</w:t>'}</w:r>`;
    const parts = {
      footnotes:
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
        note(1, 'một') +
        note(2, 'hai') +
        note(3, 'bỏ') +
        note(4, 'lạc'),
      endnotes: note(1, 'cuối', 'endnote'),
    };
    const body =
      p(`${r('a')}${refer(2)}${r('b')}${refer(2)}<w:r><w:endnoteReference w:id="1"/></w:r>`) +
      p(`${r('c')}${refer(1, ' w:customMarkFollows="1"')}<w:del>${refer(3)}</w:del>${r('*')}`);
    const { text, blocks, left_out } = readDocx(docx(body, parts));
    expect(text).toBe('ab\nc*\nhai\ncuối\nmột');
    expect(blocks.map(({ part, paragraph }) => [part, paragraph]).slice(2)).toEqual([
      ['footnote', null],
      ['footnote', null],
      ['footnote', null],
    ]);
    expect(left_out.map(({ text, why }) => [text, why])).toEqual([
      ['bỏ', 'deleted_revision'],
      ['lạc', 'hidden'],
    ]);
  });

  it('leaves out headers, footers and page numbers, and says so', () => {
    const field = mark('begin') + instruction('PAGE') + mark('separate') + r('2') + mark('end');
    const parts = { headers: [p(field), p('UBND tỉnh') + p()], footers: [p(r('- 3 -')), p('Trang 2/5'), p('Kế hoạch năm 2023')] };
    const { text, left_out } = readDocx(docx(p('a'), parts));
    expect(text).toBe('a');
    expect(left_out.map(({ text, why }) => [text, why])).toEqual([
      ['2', 'page_number'],
      ['UBND tỉnh', 'page_header'],
      ['- 3 -', 'page_number'],
      ['Trang 2/5', 'page_number'],
      ['Kế hoạch năm 2023', 'page_footer'],
    ]);
  });
});

describe('which part is the document (C-0)', () => {
  const relationships = (type: string, target: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${type}" Target="${target}"/></Relationships>`,
    );

  it('goes by the relationships, also of strict files with other names', () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const files = {
      '_rels/.rels': relationships(`${strict}/officeDocument`, '/doc/main.xml'),
      'doc/main.xml': strToU8(
        `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:numPr><x:numId x:val="1"/></x:numPr></x:pPr><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`,
      ),
      'doc/_rels/main.xml.rels': relationships(`${strict}/numbering`, '../lists/one.xml'),
      'lists/one.xml': strToU8(`<w:numbering xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">${LISTS}</w:numbering>`),
    };
    const { text, blocks } = readDocx(zipSync(files));
    expect([text, blocks[0]?.numbering?.label]).toEqual(['a', '1.']);
  });

  it('looks in the usual place when no relationship says', () => {
    const files = docxParts(p('a'));
    delete files['_rels/.rels'];
    expect(readDocx(zipSync(files)).text).toBe('a');
  });

  it('refuses an archive without a document, or with another one, and broken XML, as broken', () => {
    const without = docxParts(p('a'));
    delete without['word/document.xml'];
    expect(refusal(zipSync(without))).toBe('broken');
    expect(refusal(zipSync({ ...docxParts(''), 'word/document.xml': strToU8('<workbook/>') }))).toBe('broken');
    expect(refusal(docx('<w:p><w:r></w:p>'))).toBe('broken');
    expect(refusal(docx(p('a'), { numbering: '<w:abstractNum>' }))).toBe('broken');
    expect(refusal(docx(`${p('a')}<w:altChunk r:id="r9"/>`))).toBe('broken');
    expect(refusal(strToU8('Kế hoạch'))).toBe('broken');
  });

  it('refuses a document that inflates without end, and one of more paragraphs than any paper', () => {
    expect(refusal(zipSync({ ...docxParts(''), 'word/document.xml': new Uint8Array(20e6).fill(32) }))).toBe('archive_bomb');
    // Incompressible enough not to be taken for a bomb.
    const many = Array.from({ length: 100_001 }, (_, i) => p(`${(i * 2654435761) % 4294967296}`)).join('');
    expect(refusal(docx(many))).toBe('too_complex');
    const long = Array.from({ length: 10_000 }, (_, i) => r(`${(i * 2654435761) % 4294967296} Kế hoạch`.repeat(60)));
    expect(refusal(docx(p(long.join(''))))).toBe('too_complex');
  });
});

const LISTS = abstractList(1, [['decimal', '%1.']]) + list(1, 1);

function texts(body: string, parts = {}): string[] {
  const { text, blocks } = readDocx(docx(body, parts));
  return blocks.map(({ start, end }) => text.slice(start, end));
}

function refusal(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}
