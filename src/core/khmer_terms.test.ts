import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import km from '../../messages/km.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };

type Words = Record<string, string>;
/** One value in which a Vietnamese word means something else, and what the Khmer says there. */
type Exception = { key: string; word: string; khmer: string };

const page = readFileSync(join(import.meta.dirname, '../../docs/khmer-terms.md'), 'utf8');

/** The rows of all tables under a heading, a cell each; without their heads. */
function rows(heading: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Vietnamese|value) \|/.test(line))
    .map((line) => cells(line).slice(1, -1));
}

const ROWS = rows('Terms');
const TERMS: [word: string, khmer: string][] = ROWS.flatMap(([vietnamese = '', , khmer = '']) =>
  vietnamese.split(' / ').map((word): [string, string] => [word.toLowerCase(), khmer]),
);
const EXCEPTIONS: Exception[] = rows('Where a value says it otherwise').map(([key = '', word = '', khmer = '']) => ({
  key: key.replaceAll('`', ''),
  word,
  khmer,
}));

/** The terms that a Vietnamese value holds as whole words; of those that begin at one place, the longest. */
function held(words: string): string[] {
  const longestFirst = TERMS.map(([word]) => word).toSorted((a, b) => b.length - a.length);
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return [
    ...new Set(
      words
        .replaceAll(/\{\w+\}/g, '{}')
        .toLowerCase()
        .match(whole),
    ),
  ];
}

/** The terms that a Khmer value lacks. What one term has taken is not there for another: a hash (កូដសង្ខេប) is no code (កូដ). */
function lacking(vietnamese: string, khmer: string, otherwise: Exception[]): string[] {
  const said = new Map([...TERMS, ...otherwise.map((one): [string, string] => [one.word, one.khmer])]);
  const wanted = Map.groupBy(held(vietnamese), (word) => said.get(word) ?? '');
  let left = khmer;
  return [...wanted.keys()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((term) => {
      const there = left.includes(term);
      left = left.replaceAll(term, '·');
      return there ? [] : [`${wanted.get(term)?.join(', ')}: ${term}`];
    });
}

const strays = (khmer: Words, exceptions = EXCEPTIONS) =>
  Object.entries<string>(vi).flatMap(([key, words]) =>
    lacking(
      words,
      khmer[key] ?? '',
      exceptions.filter((one) => one.key === key),
    ).map((lack) => `${key} — ${lack}`),
  );

describe('the Khmer terms in docs/khmer-terms.md', () => {
  it('are one for each Vietnamese word, and there are enough of them to hold the house together', () => {
    const words = TERMS.map(([word]) => word);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const row of ROWS)
      expect([row[0], row[2]?.match(/^\p{Script=Khmer}[\p{Script=Khmer} ]*( JSON)?$|^Cột Mốc$/u)]).not.toContain(null);
    expect(ROWS.length).toBeGreaterThan(150);
  });

  it('are in every Khmer value whose Vietnamese has the word (a value that must not: add it to the table of exceptions)', () => {
    expect(strays(km)).toEqual([]);
  });

  it('are each used somewhere: a term that no value needs is no term of the house', () => {
    const used = new Set(Object.values(vi).flatMap(held));
    expect(TERMS.filter(([word]) => !used.has(word))).toEqual([]);
  });

  it('have no exception that is not needed any more', () => {
    const needed = (one: Exception) =>
      strays(
        km,
        EXCEPTIONS.filter((other) => other !== one),
      ).length === 1;
    expect(EXCEPTIONS.filter((one) => !needed(one))).toEqual([]);
  });

  it('are missed where a value has another word, or only a longer one that holds it', () => {
    const wrong = { ...km, 'rail.plans': 'គម្រោង', 'changed.hash': 'កូដ', 'sign_in.do': 'ចូល', 'people.import_do': 'ចូល' };
    expect(strays(wrong)).toEqual([
      'changed.hash — mã băm: កូដសង្ខេប',
      'people.import_do — nhập: បញ្ចូល',
      'rail.plans — kế hoạch: ផែនការ',
      'sign_in.do — đăng nhập: ចូលប្រព័ន្ធ',
    ]);
    expect(lacking('Mã, mã băm', 'កូដសង្ខេប', [])).toEqual(['mã: កូដ']);
  });
});
