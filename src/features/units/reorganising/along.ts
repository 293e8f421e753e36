/**
 * Who moves along. Parent and seat of a row never change, so whoever stands on something that ends goes on in a new row under its
 * successor. After a split or an end without successor nobody can know where: the steps must say.
 */
import type { Day } from '#core/dates.ts';
import { mayLieIn, moved, type Change } from './change.ts';
import { keyOf, type Row } from './register.ts';
import type { Of } from '../rules.ts';

/** Of a row that moves on a day and is not given another: "bp.phong" → "bp.phong-20250701". Nothing moves twice on one day. */
export function codeOnDay(code: string, day: Day): string {
  return `${code.replace(/-\d{8}$/, '')}-${day.replaceAll('-', '')}`;
}

/** End all that stands on what ends, and begin it again; where, is not said yet. Gives them. */
export function moveAlong(change: Change): Row[] {
  const along: Row[] = [];
  const open = [...change.ended.values()].map(({ row }) => row);
  for (let above = open.pop(); above; above = open.pop())
    for (const row of change.register.standingOn(above)) {
      if (change.ended.has(keyOf(row)) || (row.valid_to !== null && row.valid_to <= change.day)) continue;
      if (!follows(change, row, above)) continue;
      along.push(row);
      open.push(row);
    }
  return along;
}

/** Say of one that moves along where it goes. */
export function settleAlong(change: Change, row: Row) {
  const made = change.made.get(keyOf({ of: row.of, code: codeOnDay(row.code, change.day) }));
  if (!made) return;
  made.parent = carry(change, row, row.of, row.parent);
  made.seat = carry(change, row, 'place', row.seat);
  if (!mayLieIn(change, made))
    change.unresolved.push({ row, why: 'parent_kind', on: { of: row.of, code: row.parent as string } });
}

/** The code of what a row stands on from the day on, when no step says it. Null, and noted, when that cannot be known. */
export function carry(change: Change, row: Row, of: Of, code: string | null): string | null {
  const ended = code === null ? undefined : change.ended.get(keyOf({ of, code }));
  if (code === null || !ended) return code;
  if (ended.kind === 'split' || ended.kind === 'abolished') {
    change.unresolved.push({ row, why: ended.kind, on: { of, code } });
    return null;
  }
  const [successor] = ended.successors;
  if (successor === undefined) return null;
  const after = change.ended.get(keyOf({ of, code: successor }));
  return (after?.along ? after.successors[0] : successor) ?? null;
}

function follows(change: Change, row: Row, above: Row): boolean {
  const { day, legal_basis } = change;
  const as = codeOnDay(row.code, day);
  const later = row.valid_from >= day || row.valid_to !== null || row.named_from >= day;
  const taken = change.register.get(row.of, as) ?? change.made.get(keyOf({ of: row.of, code: as }));
  if (later || taken) {
    const known = change.unresolved.some((it) => it.row === row);
    if (!known) change.unresolved.push({ row, why: later ? 'later' : 'taken', on: { of: above.of, code: above.code } });
    return false;
  }
  // A step that names it anew means it under its new row.
  const renamed = change.renamed.get(keyOf(row));
  change.renamed.delete(keyOf(row));
  change.ended.set(keyOf(row), { row, kind: 'moved', successors: [as], legal_basis, along: true });
  const made = moved(row, as, renamed?.names, renamed?.legal_basis ?? legal_basis);
  change.made.set(keyOf(made), made);
  return true;
}
