import { describe, expect, it } from 'vitest';
import { readPlan } from '../reading/read.ts';
import { sourceOf } from '../reading/sources.fixture.ts';
import { correctedOf } from './corrected.ts';
import { operationsOf } from './form.ts';

const corrected = correctedOf(
  readPlan(
    sourceOf('ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nSố: 12/KH-UBND\nKẾ HOẠCH\nThông tin đối ngoại năm 2024\n1. Sở Y tế chủ trì.'),
    [],
  ),
);
const { number, symbol, issuer, title, period } = corrected.document;
const shown = {
  do: 'head',
  number: number?.value ?? '',
  symbol: symbol?.value ?? '',
  issued_on: '',
  issuer: issuer?.value ?? '',
  title: title?.value ?? '',
  from: period?.value.from ?? '',
  to: period?.value.to ?? '',
};

describe('the form for what a paper says of itself (C-0)', () => {
  it('says only what was changed, so that another reading of the paper keeps what it says', () => {
    expect(shown).toMatchObject({ number: '12', title: 'Thông tin đối ngoại năm 2024' });
    expect(operationsOf(shown, corrected)).toEqual([{ do: 'head', head: {} }]);
    expect(operationsOf({ ...shown, number: '', issued_on: '2024-02-06' }, corrected)).toEqual([
      { do: 'head', head: { number: null, issued_on: '2024-02-06' } },
    ]);
    const later = { ...shown, from: '2024-01-01', to: '2025-12-31' };
    expect(operationsOf(later, corrected)).toEqual([{ do: 'head', head: { period: { from: '2024-01-01', to: '2025-12-31' } } }]);
  });

  it('asks for the other end of a period', () => {
    expect(() => operationsOf({ ...shown, from: '2024-01-01', to: '' }, corrected)).toThrow(
      expect.objectContaining({ code: 'bad_input', values: { fields: [{ path: 'to', message: 'field.required' }] } }) as Error,
    );
  });
});
