import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '#core/schema.ts';
import { inputOf, split, UnknownFlag } from './arguments.ts';

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
const read = (...words: string[]) => inputOf(split(words), schema);

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
    await expect(read('--titel', 'a')).rejects.toBeInstanceOf(UnknownFlag);
    await expect(read('--titel', 'a')).rejects.toMatchObject({
      flag: 'titel',
      known: expect.arrayContaining(['title']) as string[],
    });
  });
});
