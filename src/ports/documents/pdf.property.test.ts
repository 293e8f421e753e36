import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal, type SourceText } from './document.ts';
import { column, pdf, type Sheet } from './pdf.fixture.ts';
import { readPdf } from './pdf.ts';
import { expectSound, prose, texts, wrap } from './source.fixture.ts';

const SENTENCE = 'Kế hoạch thông tin đối ngoại vùng biên giới được triển khai thường xuyên.';

describe('whatever a .pdf holds (C-0)', () => {
  it('gives back paragraphs set at any width on pages with numbers', async () => {
    const pages = (paragraphs: string[], columns: number): Sheet[] => {
      const lines = paragraphs.flatMap((text) =>
        wrap(text, columns, 4).map((line, i) => ({ text: line, x: 85 + (i === 0 ? 28 : 0) })),
      );
      const sheets: Sheet[] = [];
      for (const [i, line] of lines.entries()) {
        if (i % 12 === 0) sheets.push({ texts: sheets.length === 0 ? [] : [{ text: String(sheets.length + 1), x: 290, y: 45 }] });
        sheets.at(-1)?.texts?.push({ ...line, y: 90 + (i % 12) * 20 });
      }
      return sheets;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(prose, { minLength: 3, maxLength: 7 }),
        fc.integer({ min: 45, max: 62 }),
        async (paragraphs, columns) => {
          const source = await readPdf(pdf(pages(paragraphs, columns)));
          expectSound(source);
          expect(texts(source)).toEqual(paragraphs);
          expect(source.left_out.every(({ why }) => why === 'page_number')).toBe(true);
        },
      ),
      { numRuns: 40, seed: 42 },
    );
  });

  it('never ends otherwise than in a text or a refusal, cut or altered anywhere', async () => {
    const whole = [
      pdf([
        {
          texts: column([SENTENCE, SENTENCE, SENTENCE]),
          rules: [
            [80, 70, 560, 70],
            [80, 70, 80, 200],
          ],
        },
      ]),
      new Uint8Array(readFileSync(new URL('./fixtures/phu-luc.pdf', import.meta.url))),
    ];
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        damage,
        async (bytes, cut, cuts, changes) => {
          const damaged = bytes.slice(0, cuts ? Math.floor(bytes.length * cut) : bytes.length);
          for (const [at, value] of changes) if (damaged.length > 0) damaged[Math.floor(at * (damaged.length - 1))] = value;
          const read: SourceText | Refusal = await readPdf(damaged).catch((error: unknown) => {
            if (error instanceof Refusal) return error;
            throw error;
          });
          if (!(read instanceof Refusal)) expectSound(read);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads sixty pages in three seconds', async () => {
    const lines = Array.from({ length: 34 }, (_, i) => wrap(`${i}. ${SENTENCE} ${SENTENCE}`, 60))
      .flat()
      .slice(0, 34);
    const sheets = Array.from({ length: 60 }, (_, n) => ({ texts: [...column(lines), { text: String(n + 1), x: 290, y: 40 }] }));
    const bytes = pdf(sheets);
    const start = performance.now();
    await readPdf(bytes);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
