import { expect, it } from 'vitest';
import { lexicon } from './lexicon.ts';
import { readPlan } from './read.ts';
import type { RegistryUnit } from './reading.ts';
import { sourceOf } from './sources.fixture.ts';

/** One name, two lives: the department as it was, and the one made of two on 1/3/2025. */
const OLD: RegistryUnit = {
  code: 'stc-1997',
  name: 'Sở Tài chính',
  aliases: ['STC'],
  valid_from: '1997-01-01',
  valid_to: '2025-03-01',
};
const NEW: RegistryUnit = { code: 'stc-2025', name: 'Sở Tài chính', aliases: [], valid_from: '2025-03-01', valid_to: null };

const onDay = (day: string | null, registry = [OLD, NEW]) => lexicon(registry, '', day).code('Sở Tài chính');

it.each([[[OLD, NEW]], [[NEW, OLD]]])(
  'X-1: of two units of one name the one of the paper’s day is meant, in any order',
  (registry) => {
    expect(onDay('2023-01-05', registry)).toBe('stc-1997');
    expect(onDay('2025-02-28', registry)).toBe('stc-1997');
    expect(onDay('2025-03-01', registry)).toBe('stc-2025');
    expect(onDay('2026-11-23', registry)).toBe('stc-2025');
  },
);
it('X-1: without a day, or before both were there, the latest is meant', () => {
  expect(onDay(null)).toBe('stc-2025');
  expect(onDay('1990-01-01')).toBe('stc-2025');
});
it('X-1: a name that only the former had still is its own', () =>
  expect(lexicon([OLD, NEW], '', '2026-01-01').code('STC')).toBe('stc-1997'));
it('X-1: a unit without days is always there', () => {
  const always = { code: 'stc', name: 'Sở Tài chính', aliases: [] };
  expect(onDay('2023-01-05', [always])).toBe('stc');
});

const plan = (date: string, title: string) =>
  readPlan(
    sourceOf(
      `UBND TỈNH A\nSố: 12/KH-UBND\n${date}\nKẾ HOẠCH\n${title}\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Cân đối kinh phí.`,
    ),
    [OLD, NEW],
  ).assignments[0]?.unit.code;

it('X-1: the day of a plan is the one it was issued on, else the first of its period', () => {
  expect(plan('A, ngày 15 tháng 01 năm 2025', 'Thông tin đối ngoại năm 2026')).toBe('stc-1997');
  expect(plan('A, ngày 15 tháng 4 năm 2025', 'Thông tin đối ngoại năm 2024')).toBe('stc-2025');
  expect(plan('A, ngày    tháng    năm 2024', 'Thông tin đối ngoại năm 2024')).toBe('stc-1997');
  expect(plan('A, ngày    tháng    năm', 'Thông tin đối ngoại')).toBe('stc-2025');
});
