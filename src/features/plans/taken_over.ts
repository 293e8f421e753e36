/** A plan begun from its parent plan: the tasks that oblige a unit, under their headings, as a text of its own (IV.10). Pure. */
import type { Span } from '#ports/documents/document.ts';
import type { Content } from './writing.server.ts';
import type { Node } from './reading/reading.ts';

/**
 * The content of the new plan; its nodes keep the ids of the parent's. Spans are those of the new text; what the parent's
 * text says elsewhere (an agency named in a heading) is kept without one.
 */
export function takenOver(parent: Omit<Content, 'legal_bases'>, chosen: ReadonlySet<string>): Content {
  const byId = new Map(parent.nodes.map((node) => [node.id, node]));
  const kept = new Set<string>();
  for (const id of chosen) for (let at = byId.get(id); at && !kept.has(at.id); at = byId.get(at.parent ?? '')) kept.add(at.id);
  let text = '';
  const shift = new Map<string, number>();
  const nodes = parent.nodes.flatMap((node): Node[] => {
    if (!kept.has(node.id)) return [];
    const words = parent.text.slice(node.span.start, node.span.end);
    if (text) text += '\n';
    const start = text.length;
    shift.set(node.id, start - node.span.start);
    text += words;
    return [{ ...node, span: { start, end: text.length } }];
  });
  const moved = (id: string, span: Span | null): Span | null => {
    const own = byId.get(id)?.span;
    const by = shift.get(id) ?? 0;
    return span && own && own.start <= span.start && span.end <= own.end ? { start: span.start + by, end: span.end + by } : null;
  };
  const its = <T extends { node: string; span: Span | null }>(all: readonly T[]): T[] =>
    all.filter(({ node }) => chosen.has(node)).map((it) => ({ ...it, span: moved(it.node, it.span) }));
  return {
    text,
    nodes: nodes.map((node) => (node.cells ? { ...node, cells: node.cells.map((cell) => ({ ...cell, span: null })) } : node)),
    tasks: parent.tasks.filter((id) => chosen.has(id)),
    assignments: its(parent.assignments),
    deadlines: its(parent.deadlines),
    legal_bases: [],
  };
}
