import { describe, expect, it } from 'vitest';
import { readDocx } from '../docx.ts';
import { abstractList, docx, list, p, r, style } from '../docx.fixture.ts';
import type { Look } from '../document.ts';

describe('how a paragraph of Word looks (C-0)', () => {
  it('is bold or italic when all of its letters are', () => {
    expect(look(p(r('I. ') + r('Mục đích', '<w:b/>')))).toMatchObject({ bold: false });
    expect(look(p(r('1. ') + r('Mục đích', '<w:b/>') + r(' :')))).toMatchObject({ bold: true, italic: false });
    expect(look(p(r('Căn cứ', '<w:i w:val="true"/>') + r(' Luật', '<w:i w:val="1"/>')))).toMatchObject({
      bold: false,
      italic: true,
    });
    expect(look(p(r('2023', '<w:b/>')))).toMatchObject({ bold: true });
    expect(look(p(r('thấy', '<w:b/>') + r('ẩn', '<w:vanish/>')))).toMatchObject({ bold: true });
    expect(look(p(r('Kế hoạch', '<w:b w:val="0"/>')))).toMatchObject({ bold: false });
  });

  it('takes bold from the style of the paragraph, its ancestors, or the characters', () => {
    const styles =
      style('Tieu', '<w:rPr><w:b/></w:rPr>') +
      style('TieuCon', '<w:basedOn w:val="Tieu"/>') +
      style('Thuong', '<w:basedOn w:val="Tieu"/><w:rPr><w:b w:val="0"/></w:rPr>') +
      style('Dam', '<w:rPr><w:b/></w:rPr>', 'w:type="character"');
    const styled = (id: string, run = r('a')) => look(p(run, `<w:pStyle w:val="${id}"/>`), { styles }).bold;
    expect([styled('Tieu'), styled('TieuCon'), styled('Thuong')]).toEqual([true, true, false]);
    expect(look(p(r('a', '<w:rStyle w:val="Dam"/>')), { styles }).bold).toBe(true);
    expect(styled('Tieu', r('a', '<w:b w:val="off"/>'))).toBe(false);
  });

  it('toggles: bold characters in a bold paragraph style are not bold, but a direct bold is', () => {
    const styles = style('Tieu', '<w:rPr><w:b/></w:rPr>') + style('Dam', '<w:rPr><w:b/></w:rPr>', 'w:type="character"');
    const run = (more: string) => look(p(r('a', `<w:rStyle w:val="Dam"/>${more}`), '<w:pStyle w:val="Tieu"/>'), { styles }).bold;
    expect([run(''), run('<w:b/>')]).toEqual([false, true]);
  });

  it('takes the default style where none is named, or one that is not there, and the defaults of the document', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:ind w:left="567"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      style('Thuong', '<w:pPr><w:jc w:val="both"/></w:pPr>', 'w:type="paragraph" w:default="1"');
    expect(look(p('a'), { styles })).toMatchObject({ align: 'justify', italic: true, indent: 10 });
    expect(look(p('a', '<w:pStyle w:val="Mất"/>'), { styles })).toMatchObject({ align: 'justify', italic: true });
    expect(look(p(r('a', '<w:i w:val="0"/>')), { styles })).toMatchObject({ italic: false });
  });

  it.each([
    ['left', 'left'],
    ['start', 'left'],
    ['center', 'centre'],
    ['right', 'right'],
    ['end', 'right'],
    ['both', 'justify'],
    ['distribute', 'justify'],
  ])('aligned %s is %s', (written, align) => expect(look(p('a', `<w:jc w:val="${written}"/>`)).align).toBe(align));

  it('knows headings by outline level, by style, and by the name of a built-in style', () => {
    const styles =
      style('M1', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('M1con', '<w:basedOn w:val="M1"/>') +
      style('u3', '<w:name w:val="Heading 3"/>') +
      style('Than', '<w:basedOn w:val="M1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>');
    const of = (id: string, more = '') => look(p('a', `<w:pStyle w:val="${id}"/>${more}`), { styles }).heading;
    expect([of('M1'), of('M1con'), of('u3'), of('Than'), of('x'), of('u3', '<w:outlineLvl w:val="0"/>')]).toEqual([
      2,
      2,
      3,
      null,
      null,
      1,
    ]);
  });
});

describe('where the first line of a paragraph begins, in mm (C-0)', () => {
  const ind = (attributes: string) => `<w:ind ${attributes}/>`;

  it('adds the indent of the first line to that of the paragraph', () => {
    expect(look(p('a')).indent).toBe(0);
    expect(look(p('a', ind('w:left="567" w:firstLine="720"'))).indent).toBe(22.7);
    expect(look(p('a', ind('w:left="720" w:hanging="360"'))).indent).toBe(6.4);
    expect(look(p('a', ind('w:start="1in" w:firstLine="10mm"'))).indent).toBe(35.4);
    expect(look(p('a', ind('w:left="-284"'))).indent).toBe(-5);
  });

  it('takes each part from the nearest place that says it', () => {
    const styles =
      style('A', `<w:pPr>${ind('w:left="567" w:firstLine="567"')}</w:pPr>`) +
      style('B', `<w:basedOn w:val="A"/><w:pPr>${ind('w:left="1134"')}</w:pPr>`);
    expect(look(p('a', '<w:pStyle w:val="B"/>'), { styles }).indent).toBe(30);
    expect(look(p('a', `<w:pStyle w:val="B"/>${ind('w:firstLine="0"')}`), { styles }).indent).toBe(20);
  });

  it("sets the list's indent between the style's and the paragraph's own", () => {
    const lvl = `<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr>${ind('w:left="1134" w:hanging="567"')}</w:pPr>`;
    const numbering = abstractList(1, [lvl]) + list(1, 1);
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const styles =
      style('A', `<w:pPr>${ind('w:left="0" w:firstLine="850"')}</w:pPr>`) +
      style('InList', `<w:basedOn w:val="A"/><w:pPr>${numPr}</w:pPr>`) +
      style('Moved', `<w:basedOn w:val="InList"/><w:pPr>${ind('w:left="1701"')}</w:pPr>`);
    const of = (inside: string) => look(p('a', inside), { styles, numbering }).indent;
    expect(of(numPr)).toBe(10);
    expect(of(`<w:pStyle w:val="A"/>${numPr}`)).toBe(10);
    expect(of(`<w:pStyle w:val="A"/>${numPr}${ind('w:left="567" w:firstLine="0"')}`)).toBe(10);
    expect(of('<w:pStyle w:val="InList"/>')).toBe(10);
    expect(of('<w:pStyle w:val="Moved"/>')).toBe(20);
  });
});

function look(body: string, parts = {}): Look {
  return readDocx(docx(body, parts)).blocks[0]!.look;
}
