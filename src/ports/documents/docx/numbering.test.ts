import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../docx.ts';
import { abstractList, docx, item, list, p, style, table } from '../docx.fixture.ts';

const PLAN =
  abstractList(1, [
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['lowerLetter', '%3)'],
    ['bullet', '-'],
  ]) + list(1, 1);
const LEGAL =
  abstractList(2, [
    ['decimal', '%1.'],
    ['decimal', '%1.%2.'],
    ['decimal', '%1.%2.%3.'],
  ]) + list(2, 2);
const level = (start: number, format: string, text: string, more = '') =>
  `<w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/>`;
const startAt = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

describe('automatic numbering as Word shows it (C-0)', () => {
  it('numbers a plan: I. 1. a) -, and starts deeper levels anew', () => {
    const body = [0, 1, 2, 2, 3, 1, 2, 0, 1].map((depth) => item('x', 1, depth)).join('');
    expect(labels(body, PLAN)).toEqual(['I.', '1.', 'a)', 'b)', '-', '2.', 'a)', 'II.', '1.']);
  });

  it('tells the level, and keeps the label out of the text', () => {
    const { text, blocks } = readDocx(docx(item('Mục đích', 1) + item('Yêu cầu', 1, 1), { numbering: PLAN }));
    expect(text).toBe('Mục đích\nYêu cầu');
    expect(blocks.map((block) => block.numbering)).toEqual([
      { label: 'I.', level: 0 },
      { label: '1.', level: 1 },
    ]);
  });

  it('puts the numbers of the levels above into a label', () => {
    const body = [0, 1, 2, 2, 1, 2].map((depth) => item('x', 2, depth)).join('');
    expect(labels(body, LEGAL)).toEqual(['1.', '1.1.', '1.1.1.', '1.1.2.', '1.2.', '1.2.1.']);
  });

  it('goes on after paragraphs, tables and other lists between', () => {
    const body = item('x', 2) + p('between') + item('x', 1) + table([[item('x', 2)]]) + item('x', 2) + item('x', 1);
    expect(labels(body, PLAN + LEGAL)).toEqual(['1.', null, 'I.', '2.', '3.', 'II.']);
  });

  it('counts an empty numbered paragraph, which Word shows with its number', () => {
    expect(labels(item('x', 2) + item('', 2) + item('x', 2), LEGAL)).toEqual(['1.', '3.']);
  });

  it('treats a level that was skipped as begun', () => {
    const body = [0, 2, 1, 1].map((depth) => item('x', 2, depth)).join('');
    expect(labels(body, LEGAL)).toEqual(['1.', '1.1.1.', '1.2.', '1.3.']);
  });

  it('counts on in another list of the same abstract list', () => {
    expect(labels(item('x', 2) + item('x', 3) + item('x', 2), LEGAL + list(3, 2))).toEqual(['1.', '2.', '3.']);
  });

  it('starts anew where a list overrides the start, once, and the first list counts on from there', () => {
    const body = item('x', 2) + item('x', 2) + item('x', 3) + item('x', 3) + item('x', 2) + item('x', 3);
    expect(labels(body, LEGAL + list(3, 2, startAt(0, 1)))).toEqual(['1.', '2.', '1.', '2.', '3.', '4.']);
    expect(labels(body, LEGAL + list(3, 2, startAt(0, 7)))).toEqual(['1.', '2.', '7.', '8.', '9.', '10.']);
  });

  it('starts a deeper level at the override each time the level above goes on', () => {
    const body = [0, 1, 1, 0, 1].map((depth) => item('x', 3, depth)).join('');
    expect(labels(body, LEGAL + list(3, 2, startAt(1, 5)))).toEqual(['1.', '1.5.', '1.6.', '2.', '2.5.']);
  });

  it('takes a whole level from the list when it overrides it', () => {
    const override = `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">${level(1, 'decimal', 'Điều %1.')}</w:lvl></w:lvlOverride>`;
    expect(labels(item('x', 2) + item('x', 3), LEGAL + list(3, 2, override))).toEqual(['1.', 'Điều 2.']);
  });

  it('starts at the number the level says, and at 0 when it says none', () => {
    expect(labels(item('x', 5) + item('x', 5), abstractList(5, [level(4, 'decimal', '%1/')]) + list(5, 5))).toEqual(['4/', '5/']);
    const bare = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>';
    expect(labels(item('x', 5), abstractList(5, [bare]) + list(5, 5))).toEqual(['0.']);
  });

  it('never starts a level anew when lvlRestart is 0, and only after the level it names', () => {
    const never = abstractList(5, [['decimal', '%1.'], level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')]) + list(5, 5);
    expect(labels([0, 1, 1, 0, 1].map((d) => item('x', 5, d)).join(''), never)).toEqual(['1.', '1)', '2)', '2.', '3)']);
    const first = level(1, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>');
    const onlyFirst = abstractList(5, [['decimal', '%1.'], ['decimal', '%2.'], first]) + list(5, 5);
    const body = [0, 1, 2, 1, 2, 0, 2].map((d) => item('x', 5, d)).join('');
    expect(labels(body, onlyFirst)).toEqual(['1.', '1.', '1)', '2.', '2)', '2.', '1)']);
    const deeper = abstractList(5, [['decimal', '%1.'], level(1, 'decimal', '%2)', '<w:lvlRestart w:val="3"/>')]) + list(5, 5);
    expect(labels([0, 1, 1, 0, 1].map((d) => item('x', 5, d)).join(''), deeper)).toEqual(['1.', '1)', '2)', '2.', '1)']);
  });

  it('shows all numbers as figures on a legal level', () => {
    const legal = abstractList(5, [['upperRoman', '%1.'], level(1, 'decimal', '%1.%2', '<w:isLgl/>')]) + list(5, 5);
    expect(labels(item('x', 5) + item('x', 5, 1), legal)).toEqual(['I.', '1.1']);
    const off = abstractList(5, [['upperRoman', '%1.'], level(1, 'decimal', '%1.%2', '<w:isLgl w:val="0"/>')]) + list(5, 5);
    expect(labels(item('x', 5) + item('x', 5, 1), off)).toEqual(['I.', 'I.1']);
  });

  it.each([
    ['Điều %1.', 'decimal', 'Điều 1.'],
    ['(%1)', 'lowerRoman', '(i)'],
    ['Chương %1', 'upperRoman', 'Chương I'],
    ['Phụ lục %1 -', 'decimalZero', 'Phụ lục 01 -'],
    ['Mục đích:', 'none', 'Mục đích:'],
    ['100% %1', 'decimal', '100% 1'],
    [' %1. ', 'decimal', '1.'],
  ])('writes the label "%s" in format %s as "%s"', (text, format, label) => {
    expect(labels(item('x', 5), abstractList(5, [[format, text]]) + list(5, 5))).toEqual([label]);
  });

  it.each([
    ['-', 'Times New Roman', '-'],
    ['–', 'Times New Roman', '–'],
    ['+', 'Arial', '+'],
    ['o', 'Courier New', 'o'],
    ['•', undefined, '•'],
    ['\uf0b7', 'Symbol', '•'],
    ['\uf02d', 'Symbol', '-'],
    ['\uf0b7', undefined, '•'],
    ['\uf0a7', 'Wingdings', '•'],
    ['§', 'Wingdings', '•'],
    ['Ø', 'Wingdings', '•'],
    ['ü', 'Wingdings', '•'],
  ])('shows the bullet "%s" of font %s as "%s"', (text, font, label) => {
    const fonts = font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : '';
    expect(labels(item('x', 5), abstractList(5, [level(1, 'bullet', text) + fonts]) + list(5, 5))).toEqual([label]);
  });

  it('takes no more of a level text than Word does', () => {
    expect(labels(item('x', 5), abstractList(5, [['decimal', '%1'.repeat(1000)]]) + list(5, 5))).toEqual(['1'.repeat(127) + '%']);
  });

  it('shows a picture bullet as •, and no label for a level without text or with a hidden one', () => {
    const one = (inside: string) => labels(item('x', 5), abstractList(5, [inside]) + list(5, 5));
    expect(one(level(1, 'bullet', '') + '<w:lvlPicBulletId w:val="0"/>')).toEqual(['•']);
    expect(one(level(1, 'none', ''))).toEqual([null]);
    expect(one(level(1, 'decimal', '%1.') + '<w:rPr><w:vanish/></w:rPr>')).toEqual([null]);
  });

  it('reads the number format that newer Words write beside a fallback', () => {
    const custom = `<w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>
      </mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/>`;
    expect(labels(item('x', 5), abstractList(5, [custom]) + list(5, 5))).toEqual(['001.']);
  });

  it('takes the paragraph out of its list by list 0, and knows no number for a list that is not there', () => {
    expect(labels(item('x', 2) + item('y', 0) + item('z', 99) + item('x', 2), LEGAL)).toEqual(['1.', null, null, '2.']);
    expect(labels(item('x', 2, 8) + item('x', 2, 99_999_999), LEGAL)).toEqual([null, null]);
  });

  it('numbers text boxes by themselves', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${item('box', 2)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(labels(item('x', 2) + p(box) + item('x', 2), LEGAL)).toEqual(['1.', '1.', '2.']);
  });
});

describe('numbering through styles (C-0)', () => {
  const numPr = (list: number, ilvl?: number) =>
    `<w:pPr><w:numPr>${ilvl === undefined ? '' : `<w:ilvl w:val="${ilvl}"/>`}<w:numId w:val="${list}"/></w:numPr></w:pPr>`;
  const styled = (id: string, more = '') => p('x', `<w:pStyle w:val="${id}"/>${more}`);

  it('numbers a paragraph whose style, or its ancestor, is in a list', () => {
    const styles = style('Muc', numPr(2)) + style('MucCon', '<w:basedOn w:val="Muc"/>');
    expect(labels(styled('Muc') + styled('MucCon'), LEGAL, styles)).toEqual(['1.', '2.']);
  });

  it('finds the level that is tied to the style', () => {
    const tied = (id: string, text: string) => level(1, 'decimal', text, `<w:pStyle w:val="${id}"/>`);
    const numbering = abstractList(5, [tied('H1', '%1.'), tied('H2', '%1.%2.'), tied('H3', '%1.%2.%3.')]) + list(5, 5);
    const styles = style('H1', numPr(5)) + style('H2', `<w:basedOn w:val="H1"/>`) + style('H3', numPr(5, 0));
    expect(labels(styled('H1') + styled('H2') + styled('H3') + styled('H2'), numbering, styles)).toEqual([
      '1.',
      '1.1.',
      '1.1.1.',
      '1.2.',
    ]);
  });

  it('takes the level a style states when none is tied to it', () => {
    const styles = style('Con', numPr(2, 1));
    expect(labels(styled('Con') + styled('Con'), LEGAL, styles)).toEqual(['1.1.', '1.2.']);
  });

  it("lets the paragraph's own list and level go before its style's", () => {
    const styles = style('Muc', numPr(2));
    const own = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>';
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = styled('Muc') + styled('Muc', own) + styled('Muc', deeper) + styled('Muc', none) + styled('Muc');
    expect(labels(body, PLAN + LEGAL, styles)).toEqual(['1.', 'I.', '1.1.', null, '2.']);
  });

  it("lets a style leave its ancestor's list", () => {
    expect(labels(styled('Ra'), LEGAL, style('Muc', numPr(2)) + style('Ra', `<w:basedOn w:val="Muc"/>${numPr(0)}`))).toEqual([
      null,
    ]);
  });

  it('finds the levels of a list that points to a list style', () => {
    const numbering =
      abstractList(6, [['upperLetter', '%1.']], '<w:styleLink w:val="KieuMuc"/>') +
      abstractList(7, [], '<w:numStyleLink w:val="KieuMuc"/>') +
      list(6, 6) +
      list(7, 7);
    const styles = style('KieuMuc', numPr(6), 'w:type="numbering"');
    expect(labels(item('x', 7) + item('x', 7), numbering, styles)).toEqual(['A.', 'B.']);
  });

  it('survives styles that are based on each other in a circle', () => {
    const styles = style('A', `<w:basedOn w:val="B"/>`) + style('B', `<w:basedOn w:val="A"/>${numPr(2)}`);
    expect(labels(styled('A'), LEGAL, styles)).toEqual(['1.']);
  });
});

describe('counting, whatever the order of paragraphs (C-0)', () => {
  it('raises the own level by one, and starts at 1 after any level above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 40 }), (depths) => {
        const seen = labels(depths.map((depth) => item('x', 2, depth)).join(''), LEGAL);
        const expected: string[] = [];
        let before: number[] = [];
        for (const depth of depths) {
          const numbers = Array.from(
            { length: depth + 1 },
            (_, i) => (before[i] ?? (i === depth ? 0 : 1)) + (i === depth ? 1 : 0),
          );
          expected.push(`${numbers.join('.')}.`);
          before = numbers;
        }
        expect(seen).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

function labels(body: string, numbering: string, styles = ''): (string | null)[] {
  return readDocx(docx(body, { numbering, styles })).blocks.map((block) => block.numbering?.label ?? null);
}
