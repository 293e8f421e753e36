import { describe, expect, it } from 'vitest';
import { readDocx } from '../docx.ts';
import { docx, p, style, table } from '../docx.fixture.ts';

const line = (side: string, kind = 'single') => `<w:${side} w:val="${kind}"/>`;
const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const all = (kind: string) => SIDES.map((side) => line(side, kind)).join('');
const TABLE_BORDERS = `<w:tblBorders>${all('single')}</w:tblBorders>`;

describe('the cells of Word tables (C-0)', () => {
  it('gives each paragraph of a cell its row and column', () => {
    const body = table([
      ['TT', 'Nhiệm vụ'],
      ['1', p('Tuyên truyền') + p('Tập huấn')],
    ]);
    expect(places(body)).toEqual(['TT 0.0', 'Nhiệm vụ 0.1', '1 1.0', 'Tuyên truyền 1.1', 'Tập huấn 1.1']);
    const { blocks } = readDocx(docx(p('trước') + body + p('sau')));
    expect(blocks.map((block) => block.cell?.table ?? null)).toEqual([null, 0, 0, 0, 0, 0, null]);
  });

  it('tells how far merged cells reach across and down', () => {
    const across = (span: number) => `<w:gridSpan w:val="${span}"/>`;
    const body = table([
      [['A', `${across(2)}<w:vMerge w:val="restart"/>`], 'B'],
      [['', `${across(2)}<w:vMerge/>`], 'C'],
      [['', `${across(2)}<w:vMerge w:val="continue"/>`], 'D'],
      ['E', 'F', ['G', '<w:vMerge w:val="restart"/>']],
      ['H', 'I', ['', '<w:vMerge/>']],
    ]);
    expect(spans(body)).toEqual({
      A: [0, 0, 2, 3],
      B: [0, 2, 1, 1],
      C: [1, 2, 1, 1],
      D: [2, 2, 1, 1],
      E: [3, 0, 1, 1],
      F: [3, 1, 1, 1],
      G: [3, 2, 1, 2],
      H: [4, 0, 1, 1],
      I: [4, 1, 1, 1],
    });
  });

  it('starts a new merged cell where another column begins, or the one above has ended', () => {
    const start = '<w:vMerge w:val="restart"/>';
    expect(spans(table([[['A', start]], ['B'], [['C', '<w:vMerge/>']]]))).toEqual({
      A: [0, 0, 1, 1],
      B: [1, 0, 1, 1],
      C: [2, 0, 1, 1],
    });
    expect(spans(table([[['A', start]], [['B', start]], [['', '<w:vMerge/>']]]))).toEqual({ A: [0, 0, 1, 1], B: [1, 0, 1, 2] });
  });

  it('counts the columns that a row leaves free before its first cell', () => {
    const body = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>${p('A')}</w:tc></w:tr></w:tbl>`;
    expect(spans(body)).toEqual({ A: [0, 2, 1, 1] });
  });

  it('does not let an impossible span through', () => {
    expect(spans(table([[['A', '<w:gridSpan w:val="999999999"/>'], ['B', '<w:gridSpan w:val="-3"/>'], 'C']]))).toEqual({
      A: [0, 0, 1000, 1],
      B: [0, 1000, 1, 1],
      C: [0, 1001, 1, 1],
    });
  });

  it('marks the heading rows at the top, and only those', () => {
    const row = (text: string, more = '') => `<w:tr><w:trPr>${more}</w:trPr><w:tc>${p(text)}</w:tc></w:tr>`;
    const head = '<w:tblHeader/>';
    const { blocks } = readDocx(
      docx(`<w:tbl>${row('a', head)}${row('b', head)}${row('c', '<w:tblHeader w:val="0"/>')}${row('d', head)}</w:tbl>`),
    );
    expect(blocks.map((block) => block.cell?.header)).toEqual([true, true, false, false]);
  });

  it('reads a table in a cell where it stands, under a number of its own', () => {
    const body =
      table([
        ['A', p('trước') + table([['x', 'y']]) + p('sau')],
        ['B', 'C'],
      ]) + table([['D']]);
    expect(places(body)).toEqual(['A 0.0', 'trước 0.1', 'x 0.0', 'y 0.1', 'sau 0.1', 'B 1.0', 'C 1.1', 'D 0.0']);
    expect(readDocx(docx(body)).blocks.map((block) => block.cell?.table)).toEqual([0, 0, 1, 1, 0, 0, 0, 2]);
  });

  it('finds cells and rows inside content controls', () => {
    const body = `<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>${p('A')}</w:tc></w:sdtContent></w:sdt><w:tc>${p('B')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`;
    expect(places(body)).toEqual(['A 0.0', 'B 0.1']);
  });
});

describe('tables with lines and tables that only lay out (C-0)', () => {
  const styles =
    style('Luoi', `<w:tblPr>${TABLE_BORDERS}</w:tblPr>`, 'w:type="table"') +
    style('LuoiCon', '<w:basedOn w:val="Luoi"/>', 'w:type="table"') +
    style('Thuong', '', 'w:type="table" w:default="1"');
  const cells = [
    ['A', 'B'],
    ['C', 'D'],
  ];
  const framed = (kind: string, ...sides: string[]) =>
    `<w:tcBorders>${sides.map((side) => line(side, kind)).join('')}</w:tcBorders>`;

  it.each<[string, string, boolean]>([
    ['of its own', table(cells, TABLE_BORDERS), true],
    ['from its style', table(cells, '<w:tblStyle w:val="Luoi"/>'), true],
    ["from its style's ancestor", table(cells, '<w:tblStyle w:val="LuoiCon"/>'), true],
    ['around each cell', table([[['A', framed('single', 'top', 'left', 'bottom', 'right')]]]), true],
    ['between rows only', table(cells, `<w:tblBorders>${line('top')}${line('insideH')}${line('bottom')}</w:tblBorders>`), true],
    ['nowhere', table(cells), false],
    ['switched off', table(cells, `<w:tblStyle w:val="Luoi"/><w:tblBorders>${all('nil')}</w:tblBorders>`), false],
    [
      'switched off in each cell',
      table(
        [
          [
            ['A', framed('nil', ...SIDES)],
            ['B', framed('none', ...SIDES)],
          ],
        ],
        TABLE_BORDERS,
      ),
      false,
    ],
    ['under one cell of a letterhead', table([[['UBND TỈNH', framed('single', 'bottom')], 'CỘNG HÒA']]), false],
  ])('lines %s', (_, body, ruled) => {
    const { blocks } = readDocx(docx(body, { styles }));
    expect(new Set(blocks.map((block) => block.cell?.ruled))).toEqual(new Set([ruled]));
  });

  it('judges a table inside another by itself', () => {
    const { blocks } = readDocx(docx(table([[p('A') + table([['x']], TABLE_BORDERS)]])));
    expect(blocks.map((block) => block.cell?.ruled)).toEqual([false, true]);
  });
});

function places(body: string): string[] {
  const { text, blocks } = readDocx(docx(body));
  return blocks.map(({ start, end, cell }) => `${text.slice(start, end)} ${cell?.row}.${cell?.column}`);
}

/** Row, column, column span and row span of each cell. */
function spans(body: string): Record<string, number[]> {
  const { text, blocks } = readDocx(docx(body));
  return Object.fromEntries(
    blocks.map(({ start, end, cell }) => [text.slice(start, end), [cell!.row, cell!.column, cell!.column_span, cell!.row_span]]),
  );
}
