import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { told, toldAsJson } from './problems.ts';

const wrong = new Problem('bad_input', {
  fields: [
    { path: 'id', message: 'field.required' },
    { path: 'border_order', message: 'Invalid value: Expected >=0 but received -1' },
  ],
});

describe('a problem on the command line', () => {
  it('names wrong fields in words of ours alone, and speaks of no marked field', () => {
    const lines = told('vi', wrong).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('Đầu vào chưa đúng; chưa có gì thay đổi:');
    expect(lines[1]).toMatch(/^ {2}id: \p{Lu}/u);
    expect(lines[2]).toBe('  border_order: Giá trị không đúng.');
    expect(told('en', wrong)).not.toMatch(/Expected|marked/u);
  });

  it('is the same for programs, with its code', () => {
    expect(toldAsJson('vi', wrong)).toMatchObject({ problem: 'bad_input', fields: [{ path: 'id' }, { path: 'border_order' }] });
    expect(toldAsJson('vi', new Problem('unreadable_document', { reason: 'empty' }))).toMatchObject({
      problem: 'unreadable_document',
      reason: 'empty',
      message: expect.stringContaining('Tệp trống') as string,
    });
  });
});
