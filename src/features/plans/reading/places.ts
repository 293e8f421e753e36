/** Places in an item's own words → places in the whole text. */
import type { Span } from '#ports/documents/document.ts';
import type { Branch } from './branch.ts';

/** Places in an item's own words → places in the whole text. Words joined from several lines are looked for again. */
export function placed(walk: { text: string }, branch: Branch): (start: number, end: number) => Span {
  const own =
    branch.start + (branch.item.markerInText && branch.item.marker && !branch.item.title ? branch.item.marker.length : 0);
  if (walk.text.startsWith(branch.item.text, own)) return (start, end) => ({ start: own + start, end: own + end });
  let places: number[] | null = null;
  return (start, end) => {
    const map = (places ??= placesOf(walk.text, branch));
    return { start: map[start] ?? branch.start, end: (map[Math.max(start, end - 1)] ?? branch.end - 1) + 1 };
  };
}

function placesOf(text: string, branch: Branch): number[] {
  const own = branch.item.text;
  const map: number[] = [];
  let at = branch.start + (branch.item.markerInText && branch.item.marker && !branch.item.title ? branch.item.marker.length : 0);
  for (let i = 0; i < own.length; i++) {
    const char = own[i] ?? '';
    if (char === ' ') {
      map.push(at);
      while (at < branch.end && /\s/.test(text[at] ?? '')) at++;
      continue;
    }
    while (at < branch.end && text[at] !== char) at++;
    map.push(Math.min(at, branch.end - 1));
    at++;
  }
  return map;
}
