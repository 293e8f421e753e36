/** Branches become nodes; what nobody owns becomes paragraph nodes, so that nothing is dropped. */
import type { SourceText, Span } from '#ports/documents/document.ts';
import type { Claims } from './coverage.ts';
import { oneLine } from './fold.ts';
import type { Node } from './reading.ts';
import { depth } from './branch.ts';
import type { Branch } from './branch.ts';

export function nodesOf(source: SourceText, branches: Branch[], owned: Claims): { nodes: Node[]; ids: Map<Branch, string> } {
  const kept = branches.filter((b) => owned.take(b));
  const rest = owned.free(0, source.text.length).flatMap((gap) => words(source.text, gap));
  const all = [...kept.map((branch) => ({ span: branch as Span, branch })), ...rest.map((span) => ({ span, branch: null }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const ids = new Map<Branch, string>();
  all.forEach((one, i) => {
    if (one.branch) ids.set(one.branch, `n${i + 1}`);
  });
  const nodes = all.map((one, i) => (one.branch ? nodeOf(one.branch, ids) : stray(source, one.span, i)));
  return { nodes, ids };
}

function nodeOf(branch: Branch, ids: Map<Branch, string>): Node {
  const { item, row } = branch;
  const marker = row ? (row.kind === 'group' ? row.ordinal : null) : (item.marker?.text ?? null);
  let parent = branch.parent;
  while (parent && !ids.has(parent)) parent = parent.parent;
  return {
    id: ids.get(branch) ?? '',
    parent: parent ? (ids.get(parent) ?? null) : null,
    marker: row?.kind === 'row' ? (row.ordinal ?? null) : marker,
    marker_in_text: item.markerInText,
    ordinal: branch.ordinal ?? (row?.ordinal && /^\d+/.test(row.ordinal) ? Number.parseInt(row.ordinal, 10) : null),
    level: depth(branch),
    kind: branch.kind,
    text: item.text,
    span: { start: branch.start, end: branch.end },
    ...(row ? { cells: row.cells.map(({ role, heading, text, span }) => ({ role, heading, text, span })) } : {}),
    ...(item.block.paragraph === null ? {} : { paragraph: item.block.paragraph }),
    ...(item.block.page === null ? {} : { page: item.block.page }),
  };
}

const stray = (source: SourceText, span: Span, index: number): Node => ({
  id: `n${index + 1}`,
  parent: null,
  marker: null,
  marker_in_text: true,
  ordinal: null,
  level: 1,
  kind: 'paragraph',
  text: oneLine(source.text.slice(span.start, span.end)),
  span,
});

/** A gap without the blanks at its ends; one per line. */
function words(text: string, gap: Span): Span[] {
  const out: Span[] = [];
  for (const m of text.slice(gap.start, gap.end).matchAll(/\S(?:[^\n]*\S)?/g))
    out.push({ start: gap.start + m.index, end: gap.start + m.index + m[0].length });
  return out;
}
