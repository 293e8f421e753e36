import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/dates.ts';
import { byBorder, livesOn, nameIn, PLACE_KINDS, within, type Life } from './rules.ts';

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const life = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 2000 })))
  .map(([from, days]): Life => ({ valid_from: from, valid_to: days === null ? null : addDays(from, days) }));
const onBorder = fc.record({
  kind: fc.constantFrom(...PLACE_KINDS),
  border_order: fc.option(fc.integer({ min: 0, max: 5 })),
  code: fc.constantFrom('a', 'b', 'c', 'd'),
});

describe('a life (X-1)', () => {
  it('counts its first day and not the day on which it is no more', () => {
    const district = { valid_from: '2003-02-20', valid_to: '2025-07-01' };
    expect(['2003-02-19', '2003-02-20', '2025-06-30', '2025-07-01'].map((on) => livesOn(district, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('lies within another when there is no day on which only the inner one is there', () => {
    fc.assert(
      fc.property(life, life, day, (inner, outer, on) => {
        fc.pre(within(inner, outer));
        if (livesOn(inner, on)) expect(livesOn(outer, on)).toBe(true);
      }),
    );
    expect(within({ valid_from: '2023-01-01', valid_to: null }, { valid_from: '2023-01-01', valid_to: '2025-07-01' })).toBe(
      false,
    );
    expect(within({ valid_from: '2022-12-31', valid_to: '2024-01-01' }, { valid_from: '2023-01-01', valid_to: null })).toBe(
      false,
    );
  });
});

describe('the order along the border (X-1)', () => {
  it('is total: of two different places one is always first, and three never go round', () => {
    fc.assert(
      fc.property(onBorder, onBorder, onBorder, (a, b, c) => {
        expect(Math.sign(byBorder(a, b))).toBe(-Math.sign(byBorder(b, a)) || 0);
        if (byBorder(a, b) === 0) expect(a).toEqual(b);
        if (byBorder(a, b) < 0 && byBorder(b, c) < 0) expect(byBorder(a, c)).toBeLessThan(0);
      }),
    );
  });

  it('has a district before the communes that begin with it, and what is away from the border last', () => {
    const places = [
      { kind: 'commune', border_order: null, code: 'a' },
      { kind: 'border_gate', border_order: 10, code: 'b' },
      { kind: 'commune', border_order: 10, code: 'c' },
      { kind: 'district', border_order: 10, code: 'd' },
      { kind: 'commune', border_order: 9, code: 'e' },
    ];
    expect(places.toSorted(byBorder).map(({ code }) => code)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });
});

describe('a name', () => {
  const names = { vi: 'Việt Nam', en: 'Viet Nam', km: 'វៀតណាម' };

  it('is given in the language of the reader, a wider one, or Vietnamese', () => {
    expect(['km', 'km-KH', 'en-GB-oxendict', 'sti', 'vi'].map((language) => nameIn(names, language))).toEqual([
      names.km,
      names.km,
      names.en,
      names.vi,
      names.vi,
    ]);
  });
});
