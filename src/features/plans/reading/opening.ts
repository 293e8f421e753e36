/** Where the opening of a paper ends: at the first heading, article or numbered point, or at "QUYẾT ĐỊNH:". */
import { marker } from '#ports/documents/markers.ts';
import { isBasis, isListed } from './legal.ts';
import type { Line } from './lines.ts';

/** Index of the first line of the content proper. */
export function openingEnd(lines: Line[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line) return i;
    if (/^(?:quyết định|quyết nghị)\s*:$/.test(line.folded)) return i;
    const mark = line.label ? marker(`${line.label} `) : marker(line.text);
    if (!mark) continue;
    if (['dash', 'plus', 'bullet'].includes(mark.kind) && (isBasis(line, false) || isListed(lines, from, i))) continue;
    if (['dash', 'plus', 'bullet'].includes(mark.kind) && /^căn cứ|^thực hiện/.test(lines[i - 1]?.folded ?? '')) continue;
    return i;
  }
  return to;
}
