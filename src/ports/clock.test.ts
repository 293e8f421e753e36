import { expect, it } from 'vitest';
import { dayOf } from '#core/dates.ts';
import { clock, moved } from './clock.ts';

it('shows the time of the machine', () => {
  expect(moved(clock()())).toBe(false);
});

it('begins on the morning of a day of a demonstration, and runs on', async () => {
  const now = clock('2025-03-15');
  const first = now();
  expect(dayOf(first)).toBe('2025-03-15');
  expect(moved(first)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(now().getTime()).toBeGreaterThan(first.getTime());
});

it('says which day it does not understand', () => {
  expect(() => clock('hôm qua')).toThrow('Không hiểu --clock "hôm qua"');
});
