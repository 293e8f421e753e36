import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import vi from '../../messages/vi.json' with { type: 'json' };
import { PROBLEMS } from './problem.ts';
import { day, instant, LANGUAGES, languageOf, MESSAGES, number, t, tMaybe } from './text.ts';

const src = join(import.meta.dirname, '..');
const code = globSync('**/*.{ts,svelte}', { cwd: src })
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');
const keys = Object.keys(vi) as (keyof typeof vi)[];
const everywhere = LANGUAGES.flatMap((language) => keys.map((key) => ({ language, key, words: MESSAGES[language][key] ?? '' })));

describe('words', () => {
  it.each(LANGUAGES)('are there in %s under the same keys as in Vietnamese, sorted, none empty', (language) => {
    expect(Object.keys(MESSAGES[language])).toEqual(keys);
    expect(keys).toEqual(keys.toSorted());
    expect(keys.filter((key) => MESSAGES[language][key]?.trim() === '')).toEqual([]);
  });

  it('have a file for each language, and no file beside that nobody reads', () => {
    const files = readdirSync(join(src, '../messages')).toSorted();
    expect(files).toEqual(['approval.json', ...LANGUAGES.map((language) => `${language}.json`)].toSorted());
  });

  it('name the same values in every language', () => {
    const names = (words: string) => [...new Set([...words.matchAll(/\{(\w+)/g)].map((match) => match[1]))].toSorted();
    for (const { language, key, words } of everywhere)
      expect([language, key, names(words)]).toEqual([language, key, names(vi[key])]);
  });

  it('choose by number where the language does and another one has made a choice, else never', () => {
    const choices = (words: string) => [...words.matchAll(/\{(\w+), one [^{}]*?, other [^{}]*?\}/g)].map((match) => match[1]);
    const chosen = (key: string) =>
      LANGUAGES.map((language) => choices(MESSAGES[language][key] ?? '')).find((all) => all.length > 0);
    for (const { language, key, words } of everywhere) {
      const one = new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes('one');
      expect([language, key, choices(words)]).toEqual([language, key, (one && chosen(key)) || []]);
      expect([language, key, words.replaceAll(/\{\w+(, one [^{}]+, other [^{}]+)?\}/g, '').match(/[{}]/)]).toEqual([
        language,
        key,
        null,
      ]);
    }
  });

  it('are composed (NFC), without signs that nobody sees', () => {
    const wrong = everywhere.filter(({ words }) => words !== words.normalize('NFC') || /[\p{Cf}\p{Cc}]/u.test(words));
    expect(wrong).toEqual([]);
  });

  it('in Khmer are Khmer: Latin only what stands so in Vietnamese and English alike (file kinds, commands, signs of papers)', () => {
    const latin = (words: string) => new Set(words.replaceAll(/\{\w+\}/g, '').match(/\p{Script=Latin}+/gu));
    for (const key of keys) {
      const words = MESSAGES.km[key] ?? '';
      expect([key, /\p{Script=Khmer}/u.test(words)]).toEqual([key, true]);
      const borrowed = latin(vi[key]).intersection(latin(MESSAGES.en[key] ?? ''));
      expect([key, [...latin(words).difference(borrowed)]]).toEqual([key, []]);
      expect([key, words.match(/[^\p{Script=Khmer}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u)]).toEqual([
        key,
        null,
      ]);
    }
  });

  it('are all used: a key nobody asks for is dead', () => {
    // Some are built: `kind.${kind}`; those of inputs and readings come by way of messages and codes.
    const built = ['field.', 'reading.', ...[...code.matchAll(/`((?:\w+\.)+)\$\{/g)].map((found) => found[1] ?? '')];
    const dead = Object.keys(vi).filter((key) => !built.some((start) => key.startsWith(start)) && !code.includes(`'${key}'`));
    expect(dead).toEqual([]);
  });

  it('exist for every problem', () => {
    for (const problem of Object.keys(PROBLEMS)) expect(vi).toHaveProperty([`problem.${problem}`]);
  });

  it('choose the plural the language has', () => {
    expect(t('en', 'plans.task_count', { n: 1 })).toBe('1 task');
    expect(t('en', 'plans.task_count', { n: 38 })).toBe('38 tasks');
    expect(t('vi', 'plans.task_count', { n: 1 })).toBe('1 nhiệm vụ');
    expect(t('km', 'plans.task_count', { n: 1 })).toBe('1 កិច្ចការ');
  });

  it('are null where nobody wrote any', () => {
    expect(tMaybe('vi', 'reading.warning.no_such')).toBeNull();
  });

  it('write numbers and days as Vietnamese papers do, in Khmer too, with Arabic digits', () => {
    expect(number('vi', 1234.5)).toBe('1.234,5');
    expect(number('km', 1234.5)).toBe('1.234,5');
    expect(t('km', 'due.left', { n: 1200 })).toBe('នៅសល់ 1.200 ថ្ងៃ');
    expect(day('2023-01-05')).toBe('05/01/2023');
    expect(instant(new Date('2023-01-04T18:30:00Z'))).toBe('05/01/2023 01:30');
  });
});

describe('a language', () => {
  it('is known by a cookie or a locale, and Vietnamese where it is none of ours', () => {
    const known = ['km', 'km_KH.UTF-8', 'km-KH', 'en', 'en_GB', 'vi_VN', 'kmr_TR', 'C.UTF-8', '', undefined].map(languageOf);
    expect(known).toEqual(['km', 'km', 'km', 'en', 'en', 'vi', 'vi', 'vi', 'vi', 'vi']);
  });

  it('calls itself by its own name', () => {
    expect(LANGUAGES.map((language) => t(language, 'language.name'))).toEqual(['Tiếng Việt', 'English', 'ខ្មែរ']);
  });
});
