import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '#core/schema.ts';
import { bareFlags, inputOf, split } from './arguments.ts';

const schema = schemaOf(
  v.object({
    title: v.optional(v.string()),
    year: v.optional(v.number()),
    force: v.optional(v.boolean()),
    names: v.optional(v.array(v.string())),
    valid_from: v.optional(v.string()),
    content: v.optional(v.pipe(v.instance(Uint8Array), v.metadata({ file: true }))),
  }),
);
const read = (...words: string[]) => inputOf(split(words, bareFlags(schema)), schema);

describe('the words of a command line', () => {
  it('become values of the kind the input asks for', async () => {
    expect(
      await read('--title', 'Kế hoạch', '--year', '2023', '--force', '--names', '["a","b"]', '--valid-from=2023-01-01'),
    ).toEqual({
      title: 'Kế hoạch',
      year: 2023,
      force: true,
      names: ['a', 'b'],
      valid_from: '2023-01-01',
    });
  });
  it('take a path where a file is wanted', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cotmoc-cli-')), 'a.txt');
    writeFileSync(path, 'Kế hoạch');
    expect(await read('--content', path)).toEqual({ content: new TextEncoder().encode('Kế hoạch') });
  });
  it('may be one JSON object', async () => {
    expect(await read('--input', '{"title":"a"}', '--year', '2')).toEqual({ title: 'a', year: 2 });
  });
  it('name a flag nobody knows, with those that are known', async () => {
    await expect(read('--titel', 'a')).rejects.toMatchObject({
      name: 'Misuse',
      key: 'cli.unknown_flag',
      values: { flag: 'titel', known: expect.stringContaining('--title --year --force --names --valid-from') as string },
    });
  });
  it('leave the word after a flag that takes no value', () => {
    const { flags, rest } = split(['--json', 'a.docx', '--force', 'b', '--title', 'c'], bareFlags(schema));
    expect([[...flags], rest]).toEqual([
      [
        ['json', true],
        ['force', true],
        ['title', 'c'],
      ],
      ['a.docx', 'b'],
    ]);
  });
  it.each([
    [['--names', '[a'], 'cli.no_json'],
    [['--input', '{'], 'cli.no_json'],
    [['--input', '[]'], 'cli.no_object'],
    [['--input'], 'cli.no_value'],
    [['--title'], 'cli.no_value'],
    [['--year', 'nay'], 'cli.no_number'],
    [['--year', ''], 'cli.no_number'],
    [['--content', tmpdir()], 'cli.folder'],
    [['--content', join(tmpdir(), 'cotmoc-none')], 'cli.no_file'],
    [['a'], 'cli.surplus'],
  ])('%j are refused: %s', async (words, key) => {
    await expect(read(...words)).rejects.toMatchObject({ name: 'Misuse', key });
  });
});
