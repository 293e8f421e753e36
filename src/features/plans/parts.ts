/** A long plan is shown in parts: a run of its nodes with the text between their beginnings. Pure. */
import type { Span } from '#ports/documents/document.ts';

/** Nodes in one part, at most: what a cheap phone can take. */
export const NODES_A_PART = 150;

export interface Part extends Span {
  /** From and to as places in the list of nodes, [from, to). */
  from: number;
  to: number;
  /** The heading it begins with, or lies under; null: none. */
  title: string | null;
}

interface Placed extends Span {
  kind: string;
  level: number;
  marker: string | null;
  text: string;
}

/**
 * Parts together hold every node and every character once. Cut before a heading where one comes at a good time, else where a part is full.
 * @param length of the text
 */
export function partsOf(nodes: readonly Placed[], length: number, most = NODES_A_PART): Part[] {
  const cuts = [0];
  nodes.forEach(({ kind, level }, i) => {
    const size = i - (cuts.at(-1) ?? 0);
    const fits = kind === 'heading' && level <= 2 && size * 2 >= most && nodes.length > most;
    if (size >= most || fits) cuts.push(i);
  });
  let heading: string | null = null;
  return cuts.map((from, i) => {
    const to = cuts[i + 1] ?? nodes.length;
    const first = nodes[from];
    if (first?.kind === 'heading') heading = titleOf(first);
    const title = heading;
    for (const node of nodes.slice(from, to)) if (node.kind === 'heading' && node.level <= 2) heading = titleOf(node);
    return { from, to, title, start: i === 0 ? 0 : (first?.start ?? 0), end: nodes[to]?.start ?? length };
  });
}

/** The part that holds a node, or the one with that number, counted from 1; else the first. */
export function partAt(
  parts: readonly Part[],
  nodes: readonly { id: string }[],
  node: string | null,
  number: number | null,
): number {
  const at = node === null ? -1 : nodes.findIndex(({ id }) => id === node);
  const found = at < 0 ? -1 : parts.findIndex(({ from, to }) => from <= at && at < to);
  if (found >= 0) return found;
  return number !== null && Number.isInteger(number) && number >= 1 && number <= parts.length ? number - 1 : 0;
}

const titleOf = ({ marker, text }: Placed) => `${marker ? `${marker} ` : ''}${text}`.slice(0, 120);
