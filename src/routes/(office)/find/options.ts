/** What the finder found, as lines to choose from. */
import type { Key } from '#core/text.ts';
import type { FoundKind } from '#features/find/queries.server.ts';
import { nameIn } from '#features/units/rules.ts';

export interface FoundPage {
  href: string;
  /** Its words, or its own title. */
  words?: Key;
  title?: string;
}

export interface FoundAll {
  pages: FoundPage[];
  kinds: FoundKind[];
}

export interface Option extends FoundPage {
  note?: string | null;
  demo?: boolean;
}

export function optionsOf({ pages, kinds }: FoundAll, language: string): { words: Key; options: Option[] }[] {
  const groups: { words: Key; options: Option[] }[] = kinds.map(({ kind, found }) => ({
    words: `find_kind.${kind}`,
    options: found.map(({ names, ...it }) => ({ ...it, title: nameIn(names, language) })),
  }));
  return pages.length > 0 ? [{ words: 'find_kind.page', options: pages }, ...groups] : groups;
}
