/** C-0: a plan in parts is the plan, whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partAt, partsOf } from './parts.ts';

const nodes = fc
  .array(fc.tuple(fc.constantFrom('heading', 'item'), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 60,
  })
  .map((all) => {
    let end = 3;
    return all.map(([kind, level, length], i) => {
      const start = end;
      end += length;
      return { id: `n${i + 1}`, kind, level, marker: `${i}.`, text: 'Mục', start, end };
    });
  });

it('parts hold every node and every character once, none of them too many', () => {
  fc.assert(
    fc.property(nodes, fc.integer({ min: 1, max: 10 }), (all, most) => {
      const length = (all.at(-1)?.end ?? 3) + 5;
      const parts = partsOf(all, length, most);
      expect(parts[0]).toMatchObject({ from: 0, start: 0 });
      expect(parts.at(-1)).toMatchObject({ to: all.length, end: length });
      parts.forEach(({ from, to, start, end }, i) => {
        expect(to - from).toBeLessThanOrEqual(most);
        if (i) expect([from, start]).toEqual([parts[i - 1]?.to, parts[i - 1]?.end]);
        for (const node of all.slice(from, to)) expect(start <= node.start && node.end <= end).toBe(true);
      });
      for (const [i, { id }] of all.entries()) {
        const { from, to } = parts[partAt(parts, all, id, null)] ?? { from: -1, to: -1 };
        expect(from <= i && i < to).toBe(true);
      }
    }),
  );
});

it('a plan that fits is one part; a part that is not there is the first', () => {
  const few = [{ id: 'n1', kind: 'heading', level: 1, marker: 'I.', text: 'Mục đích', start: 0, end: 9 }];
  expect(partsOf(few, 9)).toEqual([{ from: 0, to: 1, start: 0, end: 9, title: 'I. Mục đích' }]);
  for (const number of [0, 2, -1, NaN, 1.5]) expect(partAt(partsOf(few, 9), few, 'n7', number)).toBe(0);
});
