import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { threads } from './threads.server.ts';

const FIXTURE = 'ports/threads.fixture.ts';
const READING = 'features/plans/reading/thread.ts';

describe('work in a thread of its own', () => {
  it('gives back what it made', async () => {
    expect(await threads().run(FIXTURE, { a: ['Kế hoạch', new Uint8Array([1, 2])] })).toEqual({
      input: { a: ['Kế hoạch', new Uint8Array([1, 2])] },
    });
  });

  it('gives back what it threw: name, code and detail', async () => {
    await expect(threads().run(FIXTURE, 'throw')).rejects.toMatchObject({
      name: 'Refusal',
      message: 'no',
      code: 'broken',
      detail: { page: 3 },
    });
  });

  it.each([
    ['memory', 'memory', 60],
    ['forever', 'time', 1],
    ['exit', 'crash', 60],
  ])('that ends in %s is ended, and the process goes on', async (input, why, seconds) => {
    const some = threads(1, seconds);
    await expect(some.run(FIXTURE, input)).rejects.toMatchObject({ name: 'ThreadEnded', why });
    expect(await threads().run(FIXTURE, 1)).toEqual({ input: 1 });
  });

  it('waits its turn, in order', async () => {
    const one = threads(1);
    const ended: number[] = [];
    await Promise.all([100, 2, 1].map((ms) => one.run(FIXTURE, ms).then(() => ended.push(ms))));
    expect(ended).toEqual([100, 2, 1]);
  });

  it('is ended when the process ends, what waits is refused, and what comes later too', async () => {
    const one = threads(1);
    const refused = expect.objectContaining({ name: 'ThreadEnded', why: 'crash' }) as Error;
    const runs = Promise.allSettled(['forever', 1, 2].map((input) => one.run(FIXTURE, input)));
    const begun = performance.now();
    await one.close();
    expect(await runs).toEqual(Array(3).fill({ status: 'rejected', reason: refused }));
    expect(performance.now() - begun).toBeLessThan(5000);
    await expect(one.run(FIXTURE, 3)).rejects.toEqual(refused);
  });
});

describe('reading a hostile document (C-0)', () => {
  it('makes the process grow by 300 MB at most', async () => {
    // 400,000 paragraphs in one .docx of a few hundred kB: far beyond what anybody writes, refused or read.
    const paragraph = '<w:p><w:r><w:t>Ủy ban nhân dân tỉnh giao Sở Ngoại vụ chủ trì</w:t></w:r></w:p>';
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph.repeat(400_000)}</w:body></w:document>`;
    const content = zipSync({ 'word/document.xml': strToU8(document), '[Content_Types].xml': strToU8('<Types/>') }, { level: 9 });
    expect(await growth(content, 'a.docx')).toBeLessThan(300);
  });

  it('does not grow with a real one', async () => {
    const paper = join(import.meta.dirname, '../../bench/plan/open/kh-tinh-doi-ngoai-tu-dong/document.docx');
    expect(await growth(new Uint8Array(readFileSync(paper)), 'a.docx')).toBeLessThan(150);
  });
});

/** Megabytes by which the whole process grew at most while reading. */
async function growth(content: Uint8Array, name: string): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await threads()
    .run(READING, { content, name, registry: [] })
    .catch((error: Error) => expect(['Refusal', 'ThreadEnded']).toContain(error.name));
  clearInterval(watch);
  return (most - before) / 2 ** 20;
}
