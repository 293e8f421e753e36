/** Every page of the office can be reached and is explained: X-1. */
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from './handbook.server.ts';
import { FURTHER, HELP, RAIL } from './places.ts';

const here = import.meta.dirname;
/** Route ids of the office's pages: "/(office)/plans/[id]". */
const routes = globSync('(office)/**/+page.svelte', { cwd: here })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/\+page\.svelte$/, '')}`)
  .toSorted();

describe('the pages of the office (X-1)', () => {
  it('each have a chapter of the handbook that exists', () => {
    expect(Object.keys(HELP).toSorted()).toEqual(routes);
    const slugs = new Set(SECTIONS.map(({ slug }) => slug));
    expect(Object.values(HELP).filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  it('stand where the rail and the finder lead', () => {
    const places = [...RAIL.flatMap((group) => group.places), ...FURTHER];
    const wrong = places.filter(({ href }) => !routes.includes(`/(office)${href === '/' ? '' : href}`));
    expect(wrong).toEqual([]);
  });
});

describe('the handbook', () => {
  it('names each chapter once, in addresses and in words', () => {
    for (const all of [SECTIONS.map(({ slug }) => slug), SECTIONS.map(({ title }) => title)])
      expect(new Set(all).size).toBe(all.length);
    for (const { slug } of SECTIONS) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('leads nowhere that is not there', () => {
    const lines = SECTIONS.flatMap(({ blocks }) =>
      blocks.flatMap((it) => (it.kind === 'list' ? it.items.flat() : it.kind === 'paragraph' ? it.line : [])),
    );
    const links = lines.flatMap((it) => (it.kind === 'link' ? it.href : []));
    expect(links.length).toBeGreaterThan(5);
    const chapters = new Set(SECTIONS.map(({ slug }) => `/help/${slug}`));
    const wrong = links.filter((href) => !chapters.has(href) && !routes.includes(`/(office)${href}`));
    expect(wrong).toEqual([]);
  });
});
