import { describe, expect, it } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader, testHouse } from '#house.testing.ts';
import { add, change } from './commands.server.ts';
import { list } from './queries.server.ts';
import { isLanguage } from './rules.ts';

const by = { actor: operator };
const code = (of: string) => expect.objectContaining({ name: 'Problem', code: of }) as Problem;
const field = (path: string, message: string) =>
  expect.objectContaining({ code: 'bad_input', values: { fields: [{ path, message }] } }) as Problem;
const MONG = { tag: 'hmn', name_vi: 'Tiếng Mông', name_en: 'Hmong', script: 'Latn', aliases: ['tiếng H’mông', 'Hmông'] };

it('a language has a tag of BCP 47, in its usual writing', () => {
  expect(['vi', 'km', 'sti', 'en-GB', 'mnn-Latn'].every(isLanguage)).toBe(true);
  expect(['VI', 'en_GB', 'tiếng Việt', '', 'x'].some(isLanguage)).toBe(false);
});

describe('the languages of the house (II.1)', () => {
  test('are there from the beginning: those of the plan and of the communities along the border', async ({ db }) => {
    const all = await ask(testHouse(db), list, {}, reader);
    expect(all[0]).toMatchObject({ tag: 'vi', name_vi: 'Tiếng Việt', script: 'Latn', direction: 'ltr', font: null });
    expect(all.map(({ tag }) => tag).toSorted()).toEqual(
      ['cma', 'cmo', 'crw', 'en', 'km', 'kpm', 'mng', 'mnn', 'mtq', 'nut', 'sti', 'stt', 'tyz', 'vi'].toSorted(),
    );
    expect(all.find(({ tag }) => tag === 'km')).toMatchObject({ own_name: 'ភាសាខ្មែរ', script: 'Khmr', font: 'Noto Sans Khmer' });
    expect(all.every(({ tag }) => isLanguage(tag))).toBe(true);
  });

  test('are found as papers call them', async ({ db }) => {
    const called = async (words: string) =>
      (await ask(testHouse(db), list, { called: words }, reader)).map(({ tag }) => tag).toSorted();
    for (const words of ['tiếng Campuchia', 'Khmer', 'khm', 'km', 'Tiếng Khmer', 'TIENG CAMPUCHIA', 'ភាសាខ្មែរ'])
      expect([words, await called(words)]).toEqual([words, ['km']]);
    expect(await called("tiếng S'tiêng")).toEqual(['sti', 'stt']);
    expect(await called('tiếng Mnông')).toEqual(['cmo', 'mng', 'mnn']);
    expect(await called('tiếng Anh')).toEqual(['en']);
    expect(await called('tiếng Lào')).toEqual([]);
  });

  test('may be more, and be told better, on record', async ({ db }) => {
    const house = testHouse(db);
    await execute(house, add, MONG, by);
    await execute(house, change, { ...MONG, own_name: 'Hmoob', aliases: ['Hmông'] }, by);
    expect(await ask(house, list, { called: 'hmong' }, reader)).toMatchObject([
      { tag: 'hmn', own_name: 'Hmoob', aliases: ['Hmông'] },
    ]);
    expect(await ask(house, list, { called: 'tiếng H’mông' }, reader)).toEqual([]);
    const events = await db
      .selectFrom('event')
      .select(['subject_id', 'before', 'after'])
      .where('command', '=', 'language.change')
      .execute();
    expect(events).toMatchObject([
      { subject_id: 'hmn', before: { own_name: null, aliases: ['Hmông', 'tiếng H’mông'] }, after: { own_name: 'Hmoob' } },
    ]);
  });

  test('are refused in words when they cannot be', async ({ db }) => {
    const house = testHouse(db);
    await expect(execute(house, add, { ...MONG, tag: 'vi' }, by)).rejects.toEqual(code('already_there'));
    await expect(execute(house, change, MONG, by)).rejects.toEqual(code('not_found'));
    await expect(execute(house, add, { ...MONG, tag: 'Hmn' }, by)).rejects.toEqual(field('tag', 'languages.tag'));
    await expect(execute(house, add, { ...MONG, script: 'latin' }, by)).rejects.toEqual(field('script', 'languages.script'));
    await expect(execute(house, add, { ...MONG, direction: 'up' }, by)).rejects.toEqual(
      field('direction', 'languages.direction'),
    );
    await expect(execute(house, add, MONG, { actor: reader })).rejects.toEqual(code('not_allowed'));
  });
});
