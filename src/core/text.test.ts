import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import { PROBLEMS } from './problem.ts';
import { day, instant, number, t, tMaybe } from './text.ts';

const src = join(import.meta.dirname, '..');
const code = globSync('**/*.{ts,svelte}', { cwd: src })
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

describe('words', () => {
  it('are there in both languages under the same keys, sorted', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    expect(Object.keys(vi)).toEqual(Object.keys(vi).toSorted());
  });

  it('name the same values in both languages', () => {
    const names = (words: string) => [...new Set([...words.matchAll(/\{(\w+)/g)].map((match) => match[1]))].toSorted();
    for (const key of Object.keys(vi) as (keyof typeof vi)[]) expect([key, names(en[key])]).toEqual([key, names(vi[key])]);
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
  });

  it('are null where nobody wrote any', () => {
    expect(tMaybe('vi', 'reading.warning.no_such')).toBeNull();
  });

  it('write numbers and days as Vietnamese papers do', () => {
    expect(number('vi', 1234.5)).toBe('1.234,5');
    expect(day('2023-01-05')).toBe('05/01/2023');
    expect(instant(new Date('2023-01-04T18:30:00Z'))).toBe('05/01/2023 01:30');
  });
});
