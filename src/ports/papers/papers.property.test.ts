import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threads } from '../threads.server.ts';
import { writeDocx } from './docx.server.ts';
import { draftedWords, pagesOf, partOf, wordsOf, wordsOfPdf } from './drawn.fixture.ts';
import { drawPaper } from './draw.server.ts';
import { writePdf } from './pdf.server.ts';
import { BODY, full, plan, report, table } from './sample.fixture.ts';

/** What people type, and what makes markup of it: of Word, of Typst, of the web; and what no file can hold. */
const PIECES = [
  'Sở Ngoại vụ',
  'huyện Bù Gia Mập',
  'đồn biên phòng',
  'Ưỡng ẹo',
  'TT&TT',
  '<w:t>',
  '</w:p>',
  ']]>',
  '&amp;',
  '"nháy"',
  "'đơn'",
  '#panic()',
  '$x^2$',
  '@ref',
  '*đậm*',
  '_nghiêng_',
  '\\',
  '`mã`',
  '= Mục',
  '- gạch',
  '// ghi chú',
  '/* */',
  '{a}',
  '[b]',
  '~',
  '--',
  '5 < 6',
  '100%',
  '  ',
  '\u0000',
  '\u0007',
  '\ud800',
  '\ufffe',
  '\t',
  '\r\n',
];
const words = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const paper = fc.array(words, { minLength: 25, maxLength: 25 }).map((all) => full((i) => `${all[i]} ${i}`));
const bare = (text: string) => text.normalize('NFC').replace(/\s/g, '');

describe('whatever is written in a paper (X-2)', () => {
  it('stands in the Word file, all of it, in order, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(paper, async (it) => {
        const file = await writeDocx(it);
        expect(bare(wordsOf(partOf(file, 'word/document.xml')))).toBe(bare(draftedWords(it)));
      }),
      { numRuns: 40 },
    );
  });

  it('stands in the PDF, all of it, in order, and nothing else but page numbers', async () => {
    await fc.assert(
      fc.asyncProperty(paper, async (it) => {
        expect(bare(await wordsOfPdf(writePdf(it)))).toBe(bare(draftedWords(it)));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a paper drawn in a thread', () => {
  it('is the same as drawn here', async () => {
    const own = threads();
    for (const as of ['docx', 'pdf'] as const) {
      const made = await drawPaper(own, report(), as);
      expect(made).toEqual(as === 'docx' ? await writeDocx(report()) : writePdf(report()));
    }
    await own.close();
  });

  it('is drawn with a table of 1,500 rows, the last row too', async () => {
    const own = threads();
    const pdf = await drawPaper(own, plan({ body: [table(1500)] }), 'pdf');
    await own.close();
    expect(await wordsOfPdf(pdf)).toContain('thông tin dòng 1500');
  });

  it('is refused in words, not drawn, when a table is for no paper any more', async () => {
    const body = [table(6000)];
    await expect(drawPaper(threads(), plan({ body }), 'pdf')).rejects.toMatchObject({ code: 'paper_too_long' });
    const appendices = [{ title: 'Danh mục', body, wide: false }];
    await expect(drawPaper(threads(), plan({ appendices }), 'docx')).rejects.toMatchObject({ code: 'paper_too_long' });
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!office)('where LibreOffice is there (skipped: no soffice on the PATH)', () => {
  it('it shows the Word file on as many pages as the PDF, with the same words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cotmoc-soffice-'));
    const papers = {
      plan: plan(),
      report: report({ body: [...BODY, table(12), ...BODY], appendices: [{ title: 'Danh mục', body: [table(9)], wide: true }] }),
    };
    for (const [name, it] of Object.entries(papers)) writeFileSync(join(folder, `${name}.docx`), await writeDocx(it));
    const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder];
    spawnSync('soffice', [...args, ...Object.keys(papers).map((name) => join(folder, `${name}.docx`))]);
    for (const [name, it] of Object.entries(papers)) {
      const theirs = new Uint8Array(readFileSync(join(folder, `${name}.pdf`)));
      const ours = writePdf(it);
      expect((await pagesOf(theirs)).length).toBe((await pagesOf(ours)).length);
      // Its letters, not their order: where the machine has no Times New Roman, letters with marks come from another font, and later.
      expect([...bare(await wordsOfPdf(theirs))].toSorted()).toEqual([...bare(await wordsOfPdf(ours))].toSorted());
    }
  }, 120_000);
});
