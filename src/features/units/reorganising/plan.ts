/** A reorganisation thought through, without a database: what it ends, begins and renames, what it leaves open, what is wrong with it. */
import type { Day } from '#core/dates.ts';
import { moveAlong, settleAlong } from './along.ts';
import { refuse, type Change, type Made } from './change.ts';
import type { Step } from './inputs.ts';
import { keyOf, type Key, type Register } from './register.ts';
import { begin, settle } from './steps.ts';

export interface Asked {
  day: Day;
  legal_basis: string;
  steps: readonly Step[];
}

/** Nothing of it may be written while it has problems or leaves something unresolved. */
export function changeOf(register: Register, { day, legal_basis, steps }: Asked): Change {
  const change: Change = {
    day,
    legal_basis,
    register,
    ended: new Map(),
    made: new Map(),
    renamed: new Map(),
    unresolved: [],
    problems: [],
  };
  for (const [i, step] of steps.entries()) begin(change, step, `steps.${i}`);
  const along = moveAlong(change);
  for (const [i, step] of steps.entries()) settle(change, step, `steps.${i}`);
  for (const row of along) settleAlong(change, row);
  change.made = inOrder(change);
  return change;
}

/** Places first, and what one stands on before it. */
function inOrder(change: Change): Map<Key, Made> {
  const ordered = new Map<Key, Made>();
  const below = new Set<Key>();
  const put = (it: Made) => {
    const key = keyOf(it);
    if (ordered.has(key)) return;
    if (below.has(key)) return refuse(change, 'steps', 'units.cycle');
    below.add(key);
    const above = it.parent === null ? undefined : change.made.get(keyOf({ of: it.of, code: it.parent }));
    if (above) put(above);
    ordered.set(key, it);
  };
  const all = [...change.made.values()];
  for (const it of [...all.filter(({ of }) => of === 'place'), ...all.filter(({ of }) => of === 'unit')]) put(it);
  return ordered;
}
