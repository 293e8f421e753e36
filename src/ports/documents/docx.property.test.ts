import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstractList, docx, item, list, p, r, style, table } from './docx.fixture.ts';
import { readDocx } from './docx.ts';
import { Refusal, type SourceText } from './document.ts';

const NUMBERING =
  abstractList(1, [
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['lowerLetter', '%3)'],
    ['bullet', '-'],
  ]) + list(1, 1);
const WORDS = [
  'Kế hoạch',
  'thông tin',
  ' đối ngoại ',
  '\u00a0',
  'a\u0323',
  'Ủy ban',
  '-',
  '1.',
  '\u200b',
  ' ',
  'tiếng Khmer ភាសាខ្មែរ',
  '😀',
];
const PROPERTIES = ['', '<w:b/>', '<w:i/>', '<w:vanish/>', '<w:caps/>'];

const run = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...PROPERTIES)).map(([text, look]) => r(text, look));
const change = fc
  .tuple(fc.constantFrom('ins', 'moveTo', 'del', 'moveFrom'), run)
  .map(([name, inside]) => `<w:${name}>${inside}</w:${name}>`);
const odd = fc.constantFrom(
  '<w:r><w:tab/></w:r>',
  '<w:r><w:br/></w:r>',
  '<w:r><w:br w:type="page"/></w:r>',
  '<w:r><w:noBreakHyphen/></w:r>',
);
const inside = fc
  .array(fc.oneof({ weight: 4, arbitrary: run }, change, odd), { maxLength: 6 })
  .map((runs) => runs.join('') || '<w:r/>');
const paragraph = fc.oneof(
  inside.map((runs) => p(runs)),
  inside.map((runs) => p(runs, '<w:rPr><w:del/></w:rPr>')),
  fc.tuple(inside, fc.nat(3)).map(([runs, level]) => item(runs, 1, level)),
  fc.tuple(inside, inside).map(([runs, box]) => p(`${runs}<w:r><w:pict><w:txbxContent>${p(box)}</w:txbxContent></w:pict></w:r>`)),
);
const { block } = fc.letrec<{ block: string }>((tie) => {
  const content = fc.oneof({ maxDepth: 3 }, { weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: tie('block') });
  const rows = fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: paragraph },
      { weight: 1, arbitrary: rows.map((rows) => table(rows)) },
    ),
  };
});
const body = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(''));

describe('whatever a Word document holds (C-0)', () => {
  it('comes out as blocks that are disjoint, in order, clean, and cover every character that is not blank', () => {
    fc.assert(
      fc.property(body, (body) => holds(readDocx(docx(body, { numbering: NUMBERING })))),
      { numRuns: 200 },
    );
  });

  it('loses no letter: each stands in the text or in what was left out', () => {
    fc.assert(
      fc.property(body, (body) => {
        const { text, left_out } = readDocx(docx(body, { numbering: NUMBERING }));
        const written = [...body.matchAll(/<w:t [^>]*>([^<]*)</g)].map((match) => match[1]).join('');
        expect(letters(text + left_out.map((part) => part.text).join(''))).toBe(letters(written));
      }),
      { numRuns: 200 },
    );
  });

  it('damaged anywhere, is refused or still read whole, never anything else', () => {
    const bytes = docx(p('Kế hoạch') + item('Mục đích', 1) + table([['a', 'b']]), {
      numbering: NUMBERING,
      styles: style('A', '<w:rPr><w:b/></w:rPr>'),
    });
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.option(fc.nat(bytes.length)), (damage, cut) => {
        const damaged = bytes.slice(0, cut ?? bytes.length);
        for (const [at, byte] of damage) if (at < damaged.length) damaged[at] = byte;
        readOrRefuse(damaged);
      }),
      { numRuns: 400 },
    );
  });

  it('with its XML damaged under a true checksum, is refused or still read whole', () => {
    const xml = p('Kế hoạch') + item(r('Mục đích', '<w:b/>'), 1) + table([[['a', '<w:gridSpan w:val="2"/>'], 'b']]);
    const damage = fc.tuple(
      fc.nat(xml.length),
      fc.nat(20),
      fc.constantFrom('', '<', '<w:p>', '</w:p>', '<w:tbl/>', '"', '<w:tr><w:tc>', '<w:tcPr/>', '99999999', '&#0;', '<w:del>'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const damaged = damages.reduce((xml, [at, cut, put]) => xml.slice(0, at) + put + xml.slice(at + cut), xml);
        readOrRefuse(docx(damaged, { numbering: NUMBERING }));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a document another program wrote (C-0)', () => {
  it('gives its headings, automatic numbers, tables, headers and page numbers', async () => {
    const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'plan', level } });
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const written = await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            {
              reference: 'plan',
              levels: [
                { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
                { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
                { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
                { level: 3, format: LevelFormat.BULLET, text: '-' },
              ],
            },
          ],
        },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('UBND TỈNH')] }) },
            footers: {
              default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })] }),
            },
            children: [
              new Paragraph({ text: 'KẾ HOẠCH', heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
              numbered('Mục đích', 0),
              numbered('Yêu cầu', 1),
              numbered('Nội dung', 2),
              numbered('Tờ rơi', 3),
              numbered('Tổ chức', 0),
              numbered('Sở', 1),
              new Table({
                rows: [
                  new TableRow({ tableHeader: true, children: [cell('TT'), cell('Việc')] }),
                  new TableRow({ children: [cell('1'), cell('Tập huấn')] }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    const source = readDocx(new Uint8Array(written));
    holds(source);
    const shown = source.blocks.map((block) =>
      [block.numbering?.label ?? '', source.text.slice(block.start, block.end)].join(' ').trim(),
    );
    expect(shown).toEqual([
      'KẾ HOẠCH',
      'I. Mục đích',
      '1. Yêu cầu',
      'a) Nội dung',
      '- Tờ rơi',
      'II. Tổ chức',
      '1. Sở',
      'TT',
      'Việc',
      '1',
      'Tập huấn',
    ]);
    expect(source.blocks[0]?.look).toMatchObject({ heading: 1, align: 'centre' });
    expect(source.blocks.slice(-4).map(({ cell }) => [cell?.row, cell?.column, cell?.header, cell?.ruled])).toEqual([
      [0, 0, true, true],
      [0, 1, true, true],
      [1, 0, false, true],
      [1, 1, false, true],
    ]);
    expect(source.left_out).toEqual([{ text: 'UBND TỈNH', why: 'page_header', page: null }]);
  });

  it('of 60 pages is read well within a second', () => {
    const words =
      'Sở Thông tin và Truyền thông chủ trì, phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh tổ chức thực hiện công tác thông tin đối ngoại '.split(
        ' ',
      );
    const runs = (i: number) =>
      words
        .map((word) => r(`${word} ${i} `, '<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/>'))
        .join('');
    const pages = Array.from({ length: 900 }, (_, i) => item(runs(i), 1, i % 4)).join('');
    const bytes = docx(pages, { numbering: NUMBERING });
    const began = performance.now();
    const { text, blocks } = readDocx(bytes);
    const took = performance.now() - began;
    expect(blocks).toHaveLength(900);
    expect(text.length).toBeGreaterThan(60 * 2500);
    expect(took).toBeLessThan(2000);
  });
});

function readOrRefuse(bytes: Uint8Array): void {
  try {
    holds(readDocx(bytes));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The contract of every reader. */
function holds({ text, blocks, left_out }: SourceText): void {
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
  for (const part of left_out) expect(part.text.trim()).not.toBe('');
}

/** What was written, in whatever order it is read; capitals shown for small letters are the same letter. */
function letters(text: string): string {
  return [
    ...text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
    .sort()
    .join('');
}
