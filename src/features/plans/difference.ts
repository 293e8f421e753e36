/** What differs between two documents of one plan: for a person to read, and to carry tasks and corrections over. Pure. */
import { match } from './matching.ts';
import type { AssignmentRole, DeadlineRule, NodeKind } from './reading/reading.ts';

/** A node as it is compared. */
export interface Entry {
  id: string;
  parent: string | null;
  kind: NodeKind;
  marker: string | null;
  text: string;
  task: boolean;
  units: { name: string; code: string | null; role: AssignmentRole }[];
  deadlines: { text: string; rule: DeadlineRule }[];
}

const FIELDS = ['kind', 'marker', 'text', 'task', 'units', 'deadlines'] as const;
type Field = (typeof FIELDS)[number];

export interface Difference {
  /** Ids of the nodes that are the same one in both: [old, new]. */
  same: [string, string][];
  removed: Entry[];
  /** `at`: its place in the new document. */
  added: { at: number; entry: Entry }[];
  changed: { from: Entry; to: Entry; what: Field[] }[];
  /** Under another parent, or in another order; `what` else changed of them stands under `changed` too. */
  moved: { from: Entry; to: Entry; at: number }[];
}

/** From an old to a new document, nodes of both in text order. */
export function differenceOf(before: readonly Entry[], after: readonly Entry[]): Difference {
  const same = match(before, after);
  const to = new Map(same);
  const from = new Map(same.map(([old, young]) => [young, old]));
  const old = new Map(before.map((entry, i) => [entry.id, { entry, i }]));
  const pairs = after.flatMap((entry, at) => {
    const it = old.get(from.get(entry.id) ?? '');
    return it ? [{ from: it.entry, i: it.i, to: entry, at }] : [];
  });
  const steady = longestRising(pairs.map(({ i }) => i));
  const parentOf = ({ parent }: Entry) => (parent === null ? null : (to.get(parent) ?? `gone ${parent}`));
  return {
    same,
    removed: before.filter(({ id }) => !to.has(id)),
    added: after.flatMap((entry, at) => (from.has(entry.id) ? [] : [{ at, entry }])),
    changed: pairs.flatMap((it) => {
      const what = FIELDS.filter((field) => JSON.stringify(it.from[field]) !== JSON.stringify(it.to[field]));
      return what.length > 0 ? [{ from: it.from, to: it.to, what }] : [];
    }),
    moved: pairs
      .filter((it, n) => !steady.has(n) || parentOf(it.from) !== it.to.parent)
      .map((it) => ({ from: it.from, to: it.to, at: it.at })),
  };
}

export const isEmpty = ({ removed, added, changed, moved }: Difference) =>
  removed.length + added.length + changed.length + moved.length === 0;

/** The new document out of the old one and the difference. */
export function applied(before: readonly Entry[], { same, removed, added, changed, moved }: Difference): Entry[] {
  const to = new Map(same);
  const gone = new Set([...removed.map(({ id }) => id), ...moved.map(({ from }) => from.id)]);
  const fresh = new Map(changed.map((it) => [it.from.id, it.to]));
  const carried = (entry: Entry): Entry => ({
    ...(fresh.get(entry.id) ?? entry),
    id: to.get(entry.id) ?? entry.id,
    parent: entry.parent === null ? null : (to.get(entry.parent) ?? null),
  });
  const out = before.filter(({ id }) => !gone.has(id)).map(carried);
  const placed = [
    ...added,
    ...moved.map(({ from, to: entry, at }) => ({ at, entry: { ...carried(from), parent: entry.parent } })),
  ];
  for (const { at, entry } of placed.toSorted((a, b) => a.at - b.at)) out.splice(at, 0, entry);
  return out;
}

/** Places of a longest rising run of these numbers: what has kept its order. n log n, as plans may have thousands of nodes. */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = i;
  });
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) kept.add(i);
  return kept;
}
