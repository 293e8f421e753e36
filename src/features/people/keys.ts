/** Personal keys: what they look like and how long they may be good. Pure. */
import { addDays, type Day } from '#core/dates.ts';
import { VERBS, type Verb } from '#core/access.ts';

/** A key that nobody remembers must end by itself. */
export const KEY_DAYS_MAX = 366;

/** Verbs a key may carry: all but those nobody needs a role for, and those of the machine. */
export const KEY_VERBS = (Object.keys(VERBS) as Verb[]).filter(
  (verb) => !['open', 'machine', 'self'].includes(VERBS[verb].scope),
);

export const lastDay = (today: Day) => addDays(today, KEY_DAYS_MAX);

/** "cm_<id>_<secret>": found by secret scanners, and by eye. */
export function keyText(id: string, secret: string): string {
  return `cm_${id.replaceAll('-', '')}_${secret}`;
}

/** The parts of a key, or null for what cannot be one. */
export function readKey(text: string): { id: string; secret: string } | null {
  const [, hex, secret] = /^cm_([0-9a-f]{32})_([\w-]{43})$/.exec(text) ?? [];
  if (!hex || !secret) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}
