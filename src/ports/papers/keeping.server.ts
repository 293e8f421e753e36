/** What of a body's end goes to the next page together with the signature: a signature never stands alone on a page. */
import { wrapped } from './font.server.ts';
import { INDENT, SIZE, TEXT_WIDTH } from './measures.ts';
import type { Block } from './paper.ts';
import { blockLine } from './said.ts';

/** Indices of the last blocks that together have at least two lines; a table is enough by itself. */
export function keptWithFoot(blocks: readonly Block[]): Set<number> {
  const kept = new Set<number>();
  let lines = 0;
  for (let i = blocks.length - 1; i >= 0 && lines < 2; i--) {
    const block = blocks[i] as Block;
    kept.add(i);
    lines += block.is === 'table' ? 2 : linesOf(blockLine(block));
  }
  return kept;
}

/** The first line is shorter by its indent: reckoned as if all were, so that a line too many is kept rather than one too few. */
const linesOf = (text: string) => wrapped(text.slice(0, 400), 'regular', SIZE.body, TEXT_WIDTH + INDENT).length;
