import { describe, expect, it } from 'vitest';
import { askedBy, changed, direction, sorted } from './list.ts';

describe('the address of a list (X-1)', () => {
  it('says what its query is asked; what is empty is not asked', () => {
    const params = new URLSearchParams('search= biên+giới &kind=&year=2023&mine=1&other=x&after=["a"]');
    expect(askedBy(params, { kind: 'text', year: 'number', mine: 'flag' })).toEqual({
      search: 'biên giới',
      year: 2023,
      mine: true,
      after: '["a"]',
    });
  });
  it('begins at the first page again when something else is asked', () => {
    expect(changed('?search=a&after=x', { kind: 'plan' })).toBe('?search=a&kind=plan');
    expect(changed('?search=a&before=x', { after: 'y' })).toBe('?search=a&after=y');
    expect(changed('?search=a&kind=plan', { kind: null })).toBe('?search=a');
  });
  it('turns the order round when its column is chosen again', () => {
    expect(sorted('?search=a', 'title', '-adopted')).toBe('?search=a&sort=title');
    expect(sorted('?sort=title', 'title', 'title')).toBe('?sort=-title');
    expect([direction('title', 'title'), direction('title', '-title'), direction('title', 'x')]).toEqual([
      'ascending',
      'descending',
      'none',
    ]);
  });
});
