/** Which task of a parent plan a task seems to carry out: by words, and by the agencies they share. Pure. */
import { likeness, wordSet } from './matching.ts';

export interface Likened {
  id: string;
  text: string;
  /** Codes or names of its agencies. */
  units: string[];
}

export interface Proposal {
  task: string;
  parent: string;
  /** From 0 to 1. */
  score: number;
}

/** Below this two tasks have too little in common to be shown to a person. */
const LEAST = 0.35;
/** Agencies in common say something, words say more. */
const BY_UNIT = 0.15;

/** For each task the most alike of the parent plan, best first. */
export function proposalsOf(tasks: readonly Likened[], parents: readonly Likened[]): Proposal[] {
  const theirs = parents.map((it) => ({ ...it, words: wordSet(it.text), units: new Set(it.units) }));
  return tasks
    .flatMap((task) => {
      const words = wordSet(task.text);
      const scored = theirs.map((it) => ({
        task: task.id,
        parent: it.id,
        score: (1 - BY_UNIT) * likeness(words, it.words) + (task.units.some((unit) => it.units.has(unit)) ? BY_UNIT : 0),
      }));
      const best = scored.reduce<Proposal | null>((most, it) => (most === null || it.score > most.score ? it : most), null);
      return best && best.score >= LEAST ? [best] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}
