import { describe, expect, it } from 'vitest';
import { problemOf, stepOf } from './form.ts';

function sent(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  return stepOf(form);
}

describe('a step in a form', () => {
  it('has its lists from several fields, and only what it asks for', () => {
    expect(sent({ do: 'merge', of: 'unit', from: ['bp.a', '', ' bp.b, bp.c'], into: ' dn.a ', code: 'x' })).toEqual({
      do: 'merge',
      of: 'unit',
      from: ['bp.a', 'bp.b', 'bp.c'],
      into: 'dn.a',
    });
    expect(sent({ do: 'move', of: 'unit', code: 'a', parent: 'b', place: '', as: '', vi: '', legal_basis: 'QĐ 1' })).toEqual({
      do: 'move',
      of: 'unit',
      code: 'a',
      parent: 'b',
      legal_basis: 'QĐ 1',
    });
    expect(
      sent({ do: 'add', of: 'unit', code: 'a', kind: 'other', vi: 'Sở A', en: '', aliases: 'SA\nSở  A;  A', parent: '' }),
    ).toEqual({ do: 'add', of: 'unit', code: 'a', kind: 'other', names: { vi: 'Sở A' }, aliases: ['SA', 'Sở  A', 'A'] });
    expect(sent({ do: 'add', of: 'place', code: 'a', kind: 'commune', vi: 'Xã A', border_order: '10' })).toMatchObject({
      border_order: 10,
    });
  });

  it('is what was sent, where it is no step: its schema refuses it in words', () => {
    expect(sent({})).toEqual({ do: '', of: '' });
    expect(sent({ do: 'rename', of: 'unit', code: 'a' })).toEqual({ do: 'rename', of: 'unit', code: 'a', names: {} });
  });

  it('shows beside a field what is wrong with any part of it', () => {
    const fields = { 'add.from.1': 'Không có mã này.', 'add.names.vi': 'Dài quá.' };
    expect(problemOf(fields, 'from')).toBe('Không có mã này.');
    expect(problemOf(fields, 'vi')).toBe('Dài quá.');
    expect(problemOf(fields, 'into')).toBeUndefined();
    expect(problemOf(undefined, 'into')).toBeUndefined();
  });
});
