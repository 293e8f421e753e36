/** Indenting and outdenting as an officer knows them from Word, said as moves. Pure; runs in the browser too. */
import type { Operation } from './operations.ts';

interface InTree {
  id: string;
  parent: string | null;
}

/** Under the sibling before it, or null when it is the first: nothing to go under. @param nodes in text order */
export function indent(nodes: readonly InTree[], id: string): Operation | null {
  const at = nodes.findIndex((node) => node.id === id);
  const parent = nodes[at]?.parent ?? null;
  const sibling = nodes.slice(0, Math.max(at, 0)).findLast((node) => node.parent === parent);
  return sibling ? { do: 'move', node: id, parent: sibling.id } : null;
}

/** Beside its parent, or null when it is at the top already. */
export function outdent(nodes: readonly InTree[], id: string): Operation | null {
  const parent = nodes.find((node) => node.id === id)?.parent ?? null;
  if (parent === null) return null;
  return { do: 'move', node: id, parent: nodes.find((node) => node.id === parent)?.parent ?? null };
}
