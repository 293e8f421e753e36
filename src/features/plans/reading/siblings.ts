/** Which marks are of one level, as this document uses them. */
import type { Item } from './items.ts';
import type { Branch } from './branch.ts';

/** Marks that look alike are of one level: "1." and "1)" are two, 1.1 and 1.1.1 too; bullets by their glyph, and by indent where known. */
export function signOf(item: Item): string {
  const m = item.marker;
  if (!m) return '';
  if (m.kind === 'decimal') return `decimal${m.path.length}${m.path.length > 1 ? '' : (/[)/-]$/.exec(m.text)?.[0] ?? '.')}`;
  if (m.kind === 'bullet') return `bullet${m.text}`;
  return m.kind;
}

/** Usual order of markers, from the top, where a document's own order does not tell yet. */
const RANK: Record<string, number> = {
  title: 0,
  part: 1,
  chapter: 2,
  letter_upper: 3,
  section: 3,
  appendix: 0,
  article: 4,
  roman: 5,
  decimal: 6,
  step: 7,
  letter: 8,
  paren_number: 9,
  paren_letter: 10,
  dash: 11,
  plus: 12,
  bullet: 13,
};
export const rank = (b: Branch) =>
  b.item.marker
    ? (RANK[b.item.marker.kind] ?? 9) + (b.item.marker.kind === 'decimal' ? Math.min(b.item.marker.path.length - 1, 3) / 4 : 0)
    : 0;

/** Index in the stack of the branch this one is a sibling of, or -1. */
export function siblingAt(branch: Branch, stack: Branch[]): number {
  const alike: number[] = [];
  stack.forEach((b, i) => {
    if (b.sign === branch.sign && !nestedBullet(b, branch)) alike.push(i);
  });
  if (branch.ordinal === null && !branch.item.block.look.indent) {
    const small = startsSmall(branch);
    const top = stack.at(-1);
    // Small letters spell out the bullet above that ends with a colon; a capital returns to that bullet's own list.
    if (top?.sign === branch.sign && small && /:$/.test(top.item.text)) return -1;
    const mate = alike.filter((i) => startsSmall(stack[i] as Branch) === small).at(-1);
    if (mate !== undefined) return mate;
  }
  if (branch.ordinal !== null) {
    const path = branch.item.marker?.path ?? [];
    const next = alike.filter((i) => (stack[i]?.ordinal ?? -2) + 1 === branch.ordinal && followsPath(stack[i], path)).at(-1);
    if (next !== undefined) return next;
    // "1." again right below a heading "1." is a list of its own.
    const top = stack.at(-1);
    if (branch.ordinal === 1 && top && alike.includes(stack.length - 1) && opensList(top, branch)) return -1;
    // "2)" after "1.": the same list, typed carelessly.
    const loose = stack.findLastIndex(
      (b) =>
        b.item.marker?.kind === branch.item.marker?.kind &&
        b.item.marker?.path.length === path.length &&
        (b.ordinal ?? -2) + 1 === branch.ordinal,
    );
    if (!alike.length && loose >= 0) return loose;
    // "2.1" belongs below "2." even when 1.1's list is gone.
    if (path.length > 1 && !alike.length) return -1;
  }
  return alike.at(-1) ?? -1;
}

const startsSmall = (b: Branch) => /^\p{Ll}/u.test(b.item.text);

const followsPath = (b: Branch | undefined, path: number[]) =>
  path.length < 2 || (b?.item.marker?.path ?? []).slice(0, -1).join() === path.slice(0, -1).join();

const opensList = (top: Branch, branch: Branch) =>
  !top.children.length && (/:$/.test(top.item.text) || (top.item.block.look.bold && !branch.item.block.look.bold));

/** The same bullet set in further, or typed below a bullet that ends with a colon and lists with semicolons. */
function nestedBullet(above: Branch, branch: Branch): boolean {
  if (branch.ordinal !== null) return false;
  const [a, b] = [above.item.block, branch.item.block];
  if (a.numbering && b.numbering && a.numbering.level !== b.numbering.level) return b.numbering.level > a.numbering.level;
  if (a.look.indent !== null && b.look.indent !== null && a.part === b.part && Math.abs(a.look.indent - b.look.indent) > 2.5)
    return b.look.indent > a.look.indent;
  return false;
}
