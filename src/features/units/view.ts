/** Units and places as their pages show them. */
import type { Life, Names, PlaceKind, UnitKind } from './rules.ts';

export interface ListedPlace extends Life {
  code: string;
  kind: PlaceKind;
  names: Names;
  demo: boolean;
}

export interface ListedUnit extends Life {
  code: string;
  kind: UnitKind;
  names: Names;
  demo: boolean;
  /** Code of its seat. */
  place: string | null;
}

/** A stretch of the border: a district with what stands in it, or, where there are no districts, all of it. */
export interface Stretch<P> {
  district: P | null;
  stops: { place: P; posts: ListedUnit[] }[];
}

/** The border as stretches, from places in its order; a post is shown where it is seated. */
export function stretchesOf<P extends ListedPlace>(places: readonly P[], units: readonly ListedUnit[]): Stretch<P>[] {
  const posts = Map.groupBy(
    units.filter(({ kind }) => kind === 'border_post'),
    ({ place }) => place,
  );
  const stretches: Stretch<P>[] = [];
  for (const place of places) {
    if (place.kind === 'district' || stretches.length === 0)
      stretches.push({ district: place.kind === 'district' ? place : null, stops: [] });
    if (place.kind !== 'district') stretches.at(-1)?.stops.push({ place, posts: posts.get(place.code) ?? [] });
  }
  return stretches;
}

/** By kind, in the order of the kinds; kinds that nobody is of are left out. */
export function byKind<K extends string, T extends { kind: K }>(
  all: readonly T[],
  kinds: readonly K[],
): { kind: K; members: T[] }[] {
  return kinds
    .map((kind) => ({ kind, members: all.filter((it) => it.kind === kind) }))
    .filter(({ members }) => members.length > 0);
}

/** The last name in each language, of names with the newest first. */
export function lastNames(names: readonly { lang: string; name: string }[]): Names {
  return Object.fromEntries(names.toReversed().map(({ lang, name }) => [lang, name]));
}
