/** What a reorganisation does to the register, before anything is written. */
import type { Day } from '#core/dates.ts';
import type { FieldProblem } from '#core/problem.ts';
import { PLACE_PARENTS, type Names, type PlaceKind, type SuccessionKind, type Of } from '../rules.ts';
import { keyOf, type Key, type Register, type Row } from './register.ts';

/** A new row of the register. */
export interface Made {
  of: Of;
  code: string;
  kind: string;
  parent: string | null;
  seat: string | null;
  names: Names;
  aliases: string[];
  border_order: number | null;
  legal_basis: string | null;
  /** Code of the row it goes on from, of what moved. */
  from: string | null;
}

export interface Ended {
  row: Row;
  kind: SuccessionKind;
  /** Codes. */
  successors: string[];
  legal_basis: string;
  /** No step says it: what it stood on ended, and it follows. */
  along: boolean;
}

export interface Renamed {
  row: Row;
  names: Names;
  legal_basis: string;
}

/** What would be left standing on something that ended. */
export interface Unresolved {
  row: Row;
  why: 'split' | 'abolished' | 'later' | 'parent_kind' | 'taken';
  /** What it stands on. */
  on: { of: Of; code: string };
}

export interface Change {
  day: Day;
  /** The paper of the whole. */
  legal_basis: string;
  register: Register;
  ended: Map<Key, Ended>;
  /** In the order in which they can be written: what one stands on comes before it. */
  made: Map<Key, Made>;
  renamed: Map<Key, Renamed>;
  unresolved: Unresolved[];
  problems: FieldProblem[];
}

export function refuse(change: Change, path: string, message: string): null {
  change.problems.push({ path, message });
  return null;
}

/**
 * The code of what stands there from the day on when one says `code`: of what moves along, its new row.
 * Null, and a problem noted, when nothing does.
 */
export function standing(change: Change, of: Of, code: string, path: string): string | null {
  const key = keyOf({ of, code });
  if (change.made.has(key)) return code;
  const row = change.register.get(of, code);
  if (!row) return refuse(change, path, 'units.unknown');
  const ended = change.ended.get(key);
  if (ended?.along) return ended.successors[0] ?? null;
  if (ended) return refuse(change, path, 'units.ends_here');
  if (row.valid_from > change.day) return refuse(change, path, 'units.before_birth');
  if (row.valid_to !== null) return refuse(change, path, row.valid_to <= change.day ? 'units.ended_before' : 'units.ends_later');
  return code;
}

/** What goes on of a row that moves: all but what it stands on. */
export function moved(row: Row, as: string, names: Names | undefined, legal_basis: string): Made {
  const { of, kind, aliases, border_order } = row;
  return {
    of,
    code: as,
    kind,
    names: names ?? row.names,
    aliases,
    border_order,
    parent: null,
    seat: null,
    from: row.code,
    legal_basis,
  };
}

/** A place lies only in what such places lie in. */
export function mayLieIn({ made: all, register }: Change, { of, kind, parent }: Made): boolean {
  if (of === 'unit' || parent === null) return true;
  const above = all.get(keyOf({ of, code: parent })) ?? register.get(of, parent);
  return above === undefined || PLACE_PARENTS[kind as PlaceKind].includes(above.kind as PlaceKind);
}
