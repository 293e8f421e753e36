/** What of the register a reorganisation can touch, as it stands around its day. */
import type { Day } from '#core/dates.ts';
import type { Life, Names, Of } from '../rules.ts';

export interface Row extends Life {
  id: string;
  of: Of;
  code: string;
  kind: string;
  /** Codes. Units stand on two legs: who they belong to and where they are seated. */
  parent: string | null;
  seat: string | null;
  /** As they are on the day, or the first ones when it is not there yet. */
  names: Names;
  aliases: string[];
  border_order: number | null;
  /** The day on which its newest name begins. */
  named_from: Day;
}

export type Key = `${Of}:${string}`;
export const keyOf = ({ of, code }: { of: Of; code: string }): Key => `${of}:${code}`;

export interface Register {
  rows: readonly Row[];
  get(of: Of, code: string): Row | undefined;
  /** Who belongs to it or is seated in it. */
  standingOn(it: Row): readonly Row[];
  /** Whether one is another, or lies under it, however deep. */
  isUnder(it: Row, above: Row): boolean;
}

export function registerOf(rows: readonly Row[]): Register {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const upon = new Map<Key, Row[]>();
  const put = (key: Key, row: Row) => upon.set(key, [...(upon.get(key) ?? []), row]);
  for (const row of rows) {
    if (row.parent) put(keyOf({ of: row.of, code: row.parent }), row);
    if (row.seat) put(keyOf({ of: 'place', code: row.seat }), row);
  }
  const get = (of: Of, code: string) => byKey.get(keyOf({ of, code }));
  return {
    rows,
    get,
    standingOn: (it) => upon.get(keyOf(it)) ?? [],
    isUnder(it, above) {
      for (let at: Row | undefined = it; at; at = at.parent ? get(at.of, at.parent) : undefined) if (at === above) return true;
      return false;
    },
  };
}
