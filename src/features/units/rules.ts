/** Units and places in time: who lives on which day, who may come under or after whom, in which order along the border. */
import type { Day } from '#core/dates.ts';

/** A register of its own each. */
export type Of = 'unit' | 'place';

export const UNIT_KINDS = [
  'ministry',
  'party_body',
  'committee',
  'department',
  'division',
  'armed_force',
  'border_post',
  'press',
  'association',
  'group',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const PLACE_KINDS = ['country', 'province', 'district', 'commune', 'border_gate', 'post_area'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * Place → what it may lie in; none: it lies in nothing. Communes lie in districts until 30/6/2025 and in provinces since (Law
 * 72/2025/QH15: two levels of local government); gates and post areas may reach over several communes.
 */
export const PLACE_PARENTS: Record<PlaceKind, readonly PlaceKind[]> = {
  country: [],
  province: ['country'],
  district: ['province'],
  commune: ['province', 'district'],
  border_gate: ['province', 'district', 'commune'],
  post_area: ['province', 'district', 'commune'],
};

/** How something goes over into what comes after it. Whoever moves stays what it was, under another parent or at another seat. */
export type SuccessionKind = 'merged' | 'split' | 'renamed' | 'moved' | 'abolished';

/** From valid_from on; valid_to is the first day on which it is no more, null while nobody knows of an end. */
export interface Life {
  valid_from: Day;
  valid_to: Day | null;
}

export function livesOn({ valid_from, valid_to }: Life, day: Day): boolean {
  return valid_from <= day && (valid_to === null || day < valid_to);
}

/** Whether one life lies within another. */
export function within(inner: Life, outer: Life): boolean {
  if (inner.valid_from < outer.valid_from) return false;
  return outer.valid_to === null || (inner.valid_to !== null && inner.valid_to <= outer.valid_to);
}

export interface OnBorder {
  kind: string;
  border_order: number | null;
  code: string;
}

/**
 * Along the border, from one end of the line to the other, then those away from it; where several stand at one point, the larger comes
 * first. Total: in the end the code decides.
 */
export function byBorder(a: OnBorder, b: OnBorder): number {
  return (
    (a.border_order ?? AWAY) - (b.border_order ?? AWAY) ||
    PLACE_KINDS.indexOf(a.kind as PlaceKind) - PLACE_KINDS.indexOf(b.kind as PlaceKind) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

const AWAY = Number.MAX_SAFE_INTEGER;

/** Names by BCP 47 tag; vi is always there. */
export type Names = Record<string, string>;

/** The name in the reader's language, or in a wider one ("km-KH" → "km"), else in Vietnamese (RFC 4647, lookup). */
export function nameIn(names: Names, language: string): string {
  for (let tag = language; tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const name = names[tag];
    if (name) return name;
  }
  return names.vi ?? '';
}
