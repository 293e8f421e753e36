/** Which node of one document is which of another: by its words, then by its place, then by likeness. Pure. */
import { fold } from './reading/fold.ts';

interface Matched {
  id: string;
  parent: string | null;
  marker: string | null;
  text: string;
}

/** Pairs of ids, each at most once on either side. Both lists in text order. */
export function match(before: readonly Matched[], after: readonly Matched[]): [string, string][] {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (old: Matched, young: Matched) => {
    if (taken.has(old.id) || pairs.has(young.id)) return;
    pairs.set(young.id, old.id);
    taken.add(old.id);
  };
  const parents = (old: Matched, young: Matched) =>
    old.parent === null || young.parent === null ? old.parent === young.parent : pairs.get(young.parent) === old.parent;

  const byWords = Map.groupBy(before, ({ text }) => wordsOf(text));
  // Those whose words stand once first: they say which parents are the same, and so which of several alike.
  const once = Map.groupBy(after, ({ text }) => wordsOf(text));
  for (const [words, young] of once) {
    const old = byWords.get(words) ?? [];
    if (old.length === 1 && young.length === 1) pair(old[0] as Matched, young[0] as Matched);
  }
  for (const sameParent of [true, false])
    for (const young of after) {
      if (pairs.has(young.id)) continue;
      const old = (byWords.get(wordsOf(young.text)) ?? []).find((it) => !taken.has(it.id) && (!sameParent || parents(it, young)));
      if (old) pair(old, young);
    }
  const restOld = before.filter(({ id }) => !taken.has(id));
  const restNew = after.filter(({ id }) => !pairs.has(id));
  for (const { old, young } of alike(restOld, restNew, parents)) pair(old, young);
  return after.flatMap(({ id }) => (pairs.has(id) ? [[pairs.get(id) as string, id] as [string, string]] : []));
}

/** Share of words two texts have in common (Dice): 1 the same words, 0 none. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  return (2 * a.intersection(b).size) / (a.size + b.size);
}

/** The folded words of a text, punctuation aside. */
export function wordSet(text: string): Set<string> {
  return new Set(wordsOf(text).split(' ').filter(Boolean));
}

const wordsOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** From here on two nodes are one that was rewritten; a little less when they bear the same mark under the same parent. */
const ALIKE = 0.6;
const ALIKE_IN_PLACE = 0.4;
/** Words that stand in more nodes than this say little, and comparing all of those would take a day. */
const COMMON = 40;

/** Pairs alike enough, the most alike first. */
function alike(before: readonly Matched[], after: readonly Matched[], parents: (old: Matched, young: Matched) => boolean) {
  const words = new Map(before.map((it) => [it.id, wordSet(it.text)]));
  const bearing = new Map<string, Matched[]>();
  for (const it of before) for (const word of words.get(it.id) ?? []) bearing.getOrInsertComputed(word, () => []).push(it);
  const inPlace = Map.groupBy(before, ({ marker }) => marker);
  const found = after.flatMap((young) => {
    const own = wordSet(young.text);
    const near = [...own].flatMap((word) => {
      const all = bearing.get(word) ?? [];
      return all.length <= COMMON ? all : [];
    });
    const beside = (inPlace.get(young.marker) ?? []).filter((old) => young.marker !== null && parents(old, young));
    return [...new Set([...near, ...beside])].flatMap((old) => {
      const score = likeness(own, words.get(old.id) ?? new Set());
      const place = old.marker !== null && old.marker === young.marker && parents(old, young);
      return score >= (place ? ALIKE_IN_PLACE : ALIKE) ? [{ old, young, score: score + (place ? 0.2 : 0) }] : [];
    });
  });
  return found.toSorted((a, b) => b.score - a.score);
}
