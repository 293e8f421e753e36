import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuid } from './id.ts';

it('makes UUIDs of version 7 (RFC 9562) that sort by the time they were made', () => {
  const times = fc.integer({ min: 0, max: 2 ** 47 });
  fc.assert(
    fc.property(times, times, (a, b) => {
      const [first, second] = [uuid(a), uuid(b)];
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (a < b) expect(first < second).toBe(true);
    }),
  );
});

it('makes no two alike', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuid(0))).size).toBe(10_000);
});
