import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, report } from './sample.fixture.ts';
import type { Block } from './paper.ts';
import * as said from './said.ts';

describe('the words of an official paper (X-2)', () => {
  it.each([
    ['5', '2023-01-05', 'Số: 05/KH-UBND', 'Bình Phước, ngày 05 tháng 01 năm 2023'],
    ['05', '2023-02-10', 'Số: 05/KH-UBND', 'Bình Phước, ngày 10 tháng 02 năm 2023'],
    ['10', '2023-09-01', 'Số: 10/KH-UBND', 'Bình Phước, ngày 01 tháng 9 năm 2023'],
    ['1234', '2023-12-31', 'Số: 1234/KH-UBND', 'Bình Phước, ngày 31 tháng 12 năm 2023'],
  ])('pads number, day and the months 1 and 2 alone: %s, %s', (number, issued_on, numberLine, day) => {
    const paper = plan({ number, issued_on });
    expect(said.numberLine(paper)).toBe(numberLine);
    expect(said.placeAndDay(paper)).toBe(day);
  });

  it('leaves a visible blank for what nobody has given yet, as the founding plan does', () => {
    const paper = plan({ number: null, issued_on: null, year: 2023 });
    expect(said.numberLine(paper)).toMatch(/^Số: \u00a0{5,}\/KH-UBND$/);
    expect(said.placeAndDay(paper)).toMatch(/^Bình Phước, ngày\u00a0{4,}tháng\u00a0{4,}năm 2023$/);
  });

  it('ends each basis with a semicolon and the last with a full stop, whatever it ended with', () => {
    expect(said.basesLines(plan()).map((it) => it.slice(-1))).toEqual([';', '.']);
    expect(said.basesLines(plan()).at(-1)).toMatch(/20\/12\/2022\.$/);
  });

  it('says Như trên first where there is a Kính gửi, and Lưu last', () => {
    expect(said.recipientLines(plan()).at(0)).toBe('- Bộ TT&TT;');
    expect(said.recipientLines(report()).at(0)).toBe('- Như trên;');
    expect(said.recipientLines(report({ recipients: ['Như trên;'] })).filter((it) => /như trên/i.test(it))).toHaveLength(1);
    expect(said.recipientLines(plan()).at(-1)).toBe('- Lưu: VT, KGVX, TD2.');
  });

  it('puts one addressee in the line of Kính gửi, several below each other', () => {
    expect(said.toLines(report({ to: ['Bộ Nội vụ.'] }))).toEqual(['Bộ Nội vụ']);
    expect(said.toLines(report({ to: ['Bộ Nội vụ', 'Bộ Tài chính'] }))).toEqual(['- Bộ Nội vụ;', '- Bộ Tài chính.']);
  });

  it('writes KT. with a blank after it', () => {
    expect(said.authorityLine('KT.CHỦ TỊCH')).toBe('KT. CHỦ TỊCH');
    expect(said.authorityLine('tuq. Giám đốc')).toBe('TUQ. GIÁM ĐỐC');
  });

  it('ends with ./. once, on a line of its own below a table', () => {
    const text = (words: string): Block => ({ is: 'text', marker: null, text: words });
    expect(said.ended([text('Hết.')])).toEqual([text('Hết./.')]);
    expect(said.ended([text('Hết./.')])).toEqual([text('Hết./.')]);
    const table: Block = { is: 'table', caption: null, columns: [], rows: [], wide: false };
    expect(said.ended([table])).toEqual([table, text('./.')]);
  });

  it('numbers several appendices in Roman, one not at all', () => {
    expect([said.appendixName(0, 1), said.appendixName(0, 2), said.appendixName(3, 4)]).toEqual([
      'Phụ lục',
      'Phụ lục I',
      'Phụ lục IV',
    ]);
  });

  it('fills in to which paper an appendix belongs on paper, and leaves it blank in an electronic document', () => {
    expect(said.appendixPointer(report())).toContain('Báo cáo số 112/BC-STTTT ngày 19 tháng 6 năm 2023 của Sở Thông tin');
    const electronic = said.appendixPointer(report({ medium: 'electronic' }));
    expect(electronic).not.toContain('112');
    expect(electronic).not.toContain('2023');
  });

  it('numbers headings I., 1., a) by the Vietnamese alphabet, each from the beginning under what is above it', () => {
    const heading = (rank: 'section' | 'clause' | 'point'): Block => ({ is: 'heading', rank, marker: null, text: 'x' });
    const points = Array.from({ length: 6 }, () => heading('point'));
    const all = said.numbered([
      heading('section'),
      heading('clause'),
      ...points,
      heading('clause'),
      heading('point'),
      heading('section'),
      heading('clause'),
    ]);
    expect(all.map((it) => ('marker' in it ? it.marker : ''))).toEqual([
      'I.',
      '1.',
      'a)',
      'b)',
      'c)',
      'd)',
      'đ)',
      'e)',
      '2.',
      'a)',
      'II.',
      '1.',
    ]);
  });

  it('cuts a body into portrait and landscape pages and loses nothing of it', () => {
    const block = fc.boolean().map((wide): Block => ({ is: 'table', caption: null, columns: [], rows: [], wide }));
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const body = said.ended(blocks);
        const cut = said.stretches(body, false);
        expect(cut.flatMap((it) => it.blocks)).toEqual(body);
        for (const it of cut) expect(it.blocks.every((one) => one.is !== 'table' || one.wide === it.wide)).toBe(true);
      }),
    );
  });
});
