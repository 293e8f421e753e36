/** The tree of a plan: what stands below what, by the order in which this document uses its markers. */
import { attach } from './branch.ts';
import type { Branch } from './branch.ts';
import { isCarrier } from './carriers.ts';
import { fold, isCaps } from './fold.ts';
import type { Item } from './items.ts';
import type { Lexicon } from './lexicon.ts';
import { namesOffices, placeMarked, placeParagraph, placePlainHeading, placeRow } from './placing.ts';
import { saysOnlyWho } from './only_who.ts';
import { rolesIn } from './roles.ts';
import { signOf } from './siblings.ts';
import type { Row } from './tables.ts';

/** Entries in text order: items, and rows of tables (which hang under the last heading). */
export function buildTree(entries: { item: Item; row: Row | null }[], lexicon: Lexicon): Branch[] {
  const all: Branch[] = [];
  let stack: Branch[] = [];
  entries.forEach(({ item, row }, index) => {
    const branch: Branch = {
      start: item.start,
      end: item.end,
      item,
      row,
      parent: null,
      children: [],
      sign: '',
      ordinal: item.marker?.ordinal ?? null,
      plainHeading: false,
      kind: 'item',
      carrier:
        !row &&
        !ABOVE_ITEMS.has(item.marker?.kind ?? '') &&
        ((isCarrier(fold(item.text)) && !overBullets(item, entries[index + 1]?.item)) ||
          namesDoers(item, entries[index - 1]?.item, lexicon)),
      closing: false,
    };
    all.push(branch);
    if (item.title) {
      stack = [branch];
      branch.sign = 'title';
      branch.kind = 'heading';
      return;
    }
    if (item.block.part === 'footnote') {
      // A footnote explains; it hands out no work.
      branch.kind = 'paragraph';
      branch.closing = true;
      attach(branch, stack[0] ?? null);
      return;
    }
    if (row) {
      stack = placeRow(branch, row, stack);
      return;
    }
    if (item.marker) {
      branch.sign = signOf(item);
      stack = placeMarked(branch, stack);
      return;
    }
    if (branch.carrier) {
      let over = stack.at(-1) ?? null;
      // Below points that spell an item out it speaks of that item.
      while (
        over?.item.marker &&
        over.parent?.item.marker &&
        /:$/.test(over.parent.item.text) &&
        !namesOffices(over.parent.item.text, lexicon)
      )
        over = over.parent;
      attach(branch, over);
      return;
    }
    branch.plainHeading = looksHeading(item, entries[index + 1]?.item, lexicon);
    if (branch.plainHeading) stack = placePlainHeading(branch, stack, lexicon);
    else stack = placeParagraph(branch, stack, lastOfPart(entries, index));
  });
  for (const branch of all) liftCarriers(branch, lexicon);
  return all;
}

/** "1. Cơ quan chủ trì: Sở X" over its duties is their heading. */
function overBullets(item: Item, next: Item | undefined): boolean {
  return item.marker?.ordinal != null && !!next?.marker && next.marker.ordinal === null && !isCarrier(fold(next.text));
}

/** Below a point, unmarked or by another bullet: "Sở X chủ trì, phối hợp với Sở Y thực hiện." */
function namesDoers(item: Item, above: Item | undefined, lexicon: Lexicon): boolean {
  const point = above?.marker;
  if (!point || above.title || ABOVE_ITEMS.has(point.kind) || /:$/.test(above.text)) return false;
  if (item.marker && (item.marker.ordinal !== null || item.marker.text === point.text)) return false;
  return saysOnlyWho(item.text, lexicon);
}

/** Who and when said once after several points stands for the heading over them, not for the last point. */
function liftCarriers(branch: Branch, lexicon: Lexicon): void {
  const points = branch.children.filter((c) => !c.carrier && c.item.marker);
  const last = points.at(-1);
  if (
    points.length < 2 ||
    !last ||
    !branch.item.marker ||
    branch.item.marker.kind === 'roman' ||
    branch.item.marker.kind === 'letter_upper' ||
    /[.;]$/.test(branch.item.text)
  )
    return;
  const carriers = last.children.filter((c) => c.carrier);
  if (!carriers.length || points.some((p) => p !== last && p.children.length > 0) || carriers.length < last.children.length)
    return;
  if (points.some((p) => p.item.marker?.ordinal !== null)) return;
  // Where another point names who does it, this line names who does the last.
  if (points.some((p) => p !== last && rolesIn(p.item.text, lexicon).some((found) => found.explicit))) return;
  last.children = [];
  for (const carrier of carriers) attach(carrier, branch);
}

/** No numbered point follows before the end or the next attached document. */
function lastOfPart(entries: { item: Item; row: Row | null }[], index: number): boolean {
  for (const { item, row } of entries.slice(index + 1, index + 40)) {
    if (item.title) return true;
    if (item.marker || row) return false;
  }
  return true;
}

/** Sections never are a line about the item above. */
const ABOVE_ITEMS = new Set<string>(['part', 'chapter', 'section', 'article', 'roman', 'letter_upper', 'appendix']);

/** An unmarked line that names what stands below: capitals, bold, a heading style, or nothing but offices. */
function looksHeading(item: Item, next: Item | undefined, lexicon: Lexicon): boolean {
  const { text, block } = item;
  if (!next || text.length > 260 || block.part !== 'body') return false;
  if (isCaps(text) && text.replace(/[^\p{L}]/gu, '').length >= 4 && !/[.;,]$/.test(text)) return true;
  if (/[.;,]$/.test(text) || text.split(' ').length > 35) return false;
  if (block.look.heading !== null || (block.look.bold && text.length < 200)) return true;
  return !/^(?:căn cứ|theo)/i.test(text) && /^\p{Lu}/u.test(text) && namesOffices(text, lexicon) && text.length < 160;
}
