import type { Span } from '#ports/documents/document.ts';
import { fold } from '../reading/fold.ts';
import type { Node } from '../reading/reading.ts';

/** Where a node says these words, however they are written (hoà, hòa; capitals), or null when it does not. Pure. */
export function placeOf({ text, nodes }: { text: string; nodes: Node[] }, id: string, words: string): Span | null {
  const node = nodes.find((it) => it.id === id);
  if (!node) return null;
  const at = fold(text.slice(node.span.start, node.span.end)).indexOf(fold(words.normalize('NFC')));
  return at < 0 ? null : { start: node.span.start + at, end: node.span.start + at + words.normalize('NFC').length };
}
