import { isThreadEnded, type Threads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import type { Paper } from './paper.ts';
import type { ToDraw } from './thread.ts';

/** Setting a cell takes some 50 kB outside the thread's own memory: 5,000 rows of four are a paper of 130 pages, and more is for a sheet. */
const MOST_CELLS = 20_000;
/** Some thousand pages. */
const MOST_CHARACTERS = 4_000_000;

/**
 * A paper as a file, drawn away from the server's thread.
 * @throws Problem paper_too_long when it takes too much memory or time; paper_image for an image of a hand or a seal that is no .png on nothing
 * (II.7.d, II.8.a).
 */
export async function drawPaper(threads: Threads, paper: Paper, as: ToDraw['as']): Promise<Uint8Array> {
  const cells = [paper, ...paper.appendices]
    .flatMap(({ body }) => body)
    .map((it) => (it.is === 'table' ? it.rows.length * it.columns.length : 1));
  const characters = JSON.stringify([paper.body, paper.appendices]).length;
  if (cells.reduce((sum, n) => sum + n, 0) > MOST_CELLS || characters > MOST_CHARACTERS) throw new Problem('paper_too_long');
  const { hand, seal } = paper.signature;
  for (const image of [hand, seal?.image]) if (image && !isClear(image)) throw new Problem('paper_image');
  try {
    return (await threads.run('ports/papers/thread.ts', { paper, as } satisfies ToDraw)) as Uint8Array;
  } catch (error) {
    if (isThreadEnded(error) && error.why !== 'crash') throw new Problem('paper_too_long', {}, error);
    throw error;
  }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A .png with transparency: a colour type with alpha, or a palette with it (PNG, 11.2.2, 11.3.2). */
function isClear(image: Uint8Array): boolean {
  const file = Buffer.from(image);
  return file.length > 26 && file.subarray(0, 8).equals(PNG) && ((file[25] as number) >= 4 || file.includes('tRNS'));
}
