import type { RequestEvent } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { t } from '#core/text.ts';
import { anything } from '#features/find/queries.server.ts';
import { see } from '../../doors.server.ts';
import { SECTIONS } from '../../handbook.server.ts';
import { FURTHER, RAIL } from '../../places.ts';
import type { FoundAll, FoundPage } from './options.ts';

/** Pages whose names, and chapters of the handbook whose titles, hold all the words; and what the features find. */
export async function find(event: RequestEvent, search: string, most: number): Promise<FoundAll> {
  return { pages: pagesFor(event, search).slice(0, most), kinds: await see(event, anything, { search, most }) };
}

function pagesFor({ locals: { actor, language } }: RequestEvent, search: string): FoundPage[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const fits = (text: string) => words.every((word) => ` ${folded(text)}`.includes(` ${word}`));
  const places = [...RAIL.flatMap((group) => group.places), ...FURTHER].filter(({ verb }) => may(actor, verb));
  return [
    ...places.filter((place) => fits(t(language, place.words))).map(({ href, words: key }) => ({ href, words: key })),
    ...SECTIONS.filter(({ title }) => fits(title)).map(({ slug, title }) => ({ href: `/help/${slug}`, title })),
  ];
}

/** As fold() in the database. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
