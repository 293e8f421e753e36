/** Numbers skipped or repeated among siblings. */
import { marker } from '#ports/documents/markers.ts';
import type { Node, Reading } from './reading.ts';
import type { Say } from './warnings.ts';

export function numberingWarnings(reading: Reading, say: Say): void {
  const last = new Map<string, { ordinal: number; marker: string }>();
  for (const node of reading.nodes) {
    const sign = signOf(node);
    if (!sign || node.ordinal === null || node.marker === null) continue;
    const key = `${node.parent ?? ''} ${sign}`;
    const before = last.get(key);
    last.set(key, { ordinal: node.ordinal, marker: node.marker });
    if (!before || node.ordinal === before.ordinal + 1 || (node.ordinal === 1 && node.kind === 'table_row')) continue;
    if (node.ordinal === before.ordinal) say('numbering_repeated', markerSpan(node), { marker: node.marker });
    else say('numbering_skipped', markerSpan(node), { before: before.marker, marker: node.marker });
  }
}

function signOf(node: Node): string | null {
  if (!node.marker) return null;
  const mark = marker(`${node.marker} x`) ?? marker(`${node.marker}. x`);
  if (!mark || mark.ordinal === null) return null;
  return `${node.kind === 'table_row' ? 'row' : ''}${mark.kind}${mark.path.length}${mark.path.slice(0, -1).join('.')}`;
}

const markerSpan = (node: Node) => ({
  start: node.span.start,
  end: node.marker_in_text ? Math.min(node.span.end, node.span.start + (node.marker?.length ?? 0)) : node.span.end,
});
