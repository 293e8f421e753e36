/** Corrections of a reading, said of another reading of the same paper: of nodes that are the same there. Pure. */
import type { Corrected } from './correcting/corrected.ts';
import type { Operation } from './correcting/operations.ts';
import { match } from './matching.ts';

/** Old id → new id, of nodes, assignments and deadlines alike. */
export function carriersOf(before: Corrected, after: Corrected): Map<string, string> {
  const old = new Map(before.nodes.map(({ id, text }) => [id, text]));
  const young = new Map(after.nodes.map(({ id, text }) => [id, text]));
  // Only where the words stayed: what was rewritten is to be looked at anew.
  const nodes = new Map(match(before.nodes, after.nodes).filter(([a, b]) => old.get(a) === young.get(b)));
  return new Map([
    ...nodes,
    ...pairs(before.assignments, after.assignments, nodes, ({ unit, role }) => `${unit.name}|${role}`),
    ...pairs(before.deadlines, after.deadlines, nodes, ({ text }) => text),
  ]);
}

/** The operation with its ids in the other reading; null where what it speaks of is not the same there. */
export function carried(it: Operation, ids: ReadonlyMap<string, string>): Operation | null {
  const out = { ...it };
  if (out.do === 'head') return out;
  if ('node' in out) {
    const node = ids.get(out.node);
    if (!node) return null;
    out.node = node;
  } else if (!out.id.startsWith('c')) {
    const id = ids.get(out.id);
    if (!id) return null;
    out.id = id;
  }
  if (out.do === 'move' && out.parent !== null) {
    const parent = ids.get(out.parent);
    if (!parent) return null;
    out.parent = parent;
  }
  // Places are those of the other text.
  return 'span' in out ? { ...out, span: null } : out;
}

/** Of the n-th alike at a node the n-th alike at the same node there. */
function pairs<T extends { id: string; node: string }>(
  before: T[],
  after: T[],
  nodes: ReadonlyMap<string, string>,
  key: (it: T) => string,
): [string, string][] {
  const there = Map.groupBy(after, (it) => `${it.node}|${key(it)}`);
  return before.flatMap((it) => {
    const other = there.get(`${nodes.get(it.node)}|${key(it)}`)?.shift();
    return other ? [[it.id, other.id] as [string, string]] : [];
  });
}
