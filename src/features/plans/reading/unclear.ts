/** Paragraphs the reader keeps without knowing what they are: to be looked at by a person. */
import { isClosing } from './closing.ts';
import { fold } from './fold.ts';
import type { Node, Reading } from './reading.ts';

/**
 * Paragraph nodes that are neither the opening, nor a closing request, nor a task or part of one, nor content under a heading,
 * an item or a paragraph that introduces them.
 */
export function unclearNodes(reading: Reading): Node[] {
  const tasks = new Set(reading.tasks);
  const firstContent = reading.nodes.findIndex((n) => n.kind === 'heading' || n.kind === 'item' || n.kind === 'table_row');
  return reading.nodes.filter((node, i) => {
    if (node.kind !== 'paragraph' || tasks.has(node.id) || node.parent !== null) return false;
    if (isClosing(fold(node.text), true)) return false;
    const opening = (firstContent < 0 || i < firstContent) && node.text.length > 40;
    return !opening;
  });
}
