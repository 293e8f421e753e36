import { describe, expect, it } from 'vitest';
import { mayAsk } from './pace.ts';

describe('the pace of one caller', () => {
  it('is 120 at once, then ten a second, whatever others do', () => {
    const at = Date.now();
    expect(Array.from({ length: 120 }, () => mayAsk('a', at))).toEqual(Array(120).fill(0));
    expect(mayAsk('a', at)).toBe(100);
    expect(mayAsk('b', at)).toBe(0);
    expect(mayAsk('a', at + 100)).toBe(0);
    expect(mayAsk('a', at + 100)).toBe(100);
    expect(Array.from({ length: 10 }, () => mayAsk('a', at + 1100))).toEqual(Array(10).fill(0));
  });
});
