import { describe, expect, it } from 'vitest';
import { BODY, plan, report } from '../sample.fixture.ts';
import { formOfPaper, type Form } from './form.ts';
import { RULES, remarksOn, type RuleId } from './rules.ts';

const said = (text: string) => ({ text, span: { start: 3, end: 9 } });
const good = (): Form => formOfPaper(plan());
const letter = (): Form => formOfPaper(report({ type: 'CV', symbol: 'STTTT-TTBCXB' }));
const ids = (form: Form) => remarksOn(form).map(({ id }) => id);

/** What breaks each rule, and what nearly does. */
const CASES: Record<RuleId, { wrong: Partial<Form>[]; right: Partial<Form>[] }> = {
  motto_form: {
    wrong: [{ motto: said('Độc lập – Tự do – Hạnh phúc') }, { motto: said('Độc lập-Tự do-Hạnh phúc') }],
    right: [{ motto: null }, { motto: said('Độc lập – Tự do – Hạnh phúc'), party: true }],
  },
  issuer_missing: { wrong: [{ issuer: null }], right: [] },
  number_blank: { wrong: [{ number: null }], right: [{ number: said('05') }] },
  number_not_padded: { wrong: [{ number: said('5') }], right: [{ number: said('05') }, { number: said('10') }] },
  symbol_form: {
    wrong: [{ symbol: said('UBND') }, { symbol: said('BC-UBND') }, { symbol: said('KH - UBND') }],
    right: [{ symbol: said('KH-UBND') }, { symbol: said('QĐ-TTg'), type: 'QĐ' }, { symbol: said('14-KH/TU'), party: true }],
  },
  date_blank: { wrong: [{ day: null }], right: [] },
  date_not_padded: {
    wrong: [{ day: said('ngày 5 tháng 6 năm 2023') }, { day: said('ngày 05 tháng 1 năm 2023') }],
    right: [{ day: said('ngày 05 tháng 9 năm 2023') }, { day: said('ngày 15 tháng 12 năm 2023') }],
  },
  place_comma: { wrong: [{ between: ' ' }], right: [{ between: ', ' }, { between: null }, { between: ' ', day: null }] },
  title_missing: { wrong: [{ title: null }], right: [] },
  basis_ending: {
    wrong: [{ bases: [said('Căn cứ Luật A,'), said('Căn cứ Luật B.')] }, { bases: [said('Xét đề nghị của Sở A,')] }],
    right: [{ bases: [said('Căn cứ Luật A;'), said('Căn cứ Luật B.')] }, { bases: [] }],
  },
  addressee_missing: {
    wrong: [
      { type: 'CV', to: null },
      { type: 'TTr', to: null },
    ],
    right: [{ type: 'BC', to: null }],
  },
  addressee_not_for_type: {
    wrong: [{ to: said('Kính gửi: Sở A') }],
    right: [
      { type: 'BC', to: said('Kính gửi: Sở A') },
      { party: true, to: said('Kính gửi: Sở A') },
    ],
  },
  end_mark: { wrong: [{ end: said('hết.') }], right: [{ end: said('hết./.') }, { end: null }, { end: said('hết. /.') }] },
  appendix_not_named: {
    wrong: [{ appendices: [said('Phụ lục')], names_appendix: false }],
    right: [{ appendices: [said('Phụ lục')], names_appendix: true }],
  },
  appendix_not_roman: {
    wrong: [{ appendices: [said('Phụ lục 1'), said('Phụ lục 2')] }],
    right: [{ appendices: [said('PHỤ LỤC I'), said('Phụ lục II')] }, { appendices: [said('Phụ lục 1')] }],
  },
  signer_missing: { wrong: [{ name: null }, { post: null, authority: [] }], right: [{ post: null }] },
  authority_no_blank: { wrong: [{ authority: [said('KT.CHỦ TỊCH')] }], right: [{ authority: [said('KT. CHỦ TỊCH')] }] },
  authority_collective_missing: {
    wrong: [{ authority: [said('KT.CHỦ TỊCH')] }, { authority: [said('KT. CHỦ TỊCH')] }],
    right: [
      { authority: [said('KT. GIÁM ĐỐC')], committee: false },
      { authority: [said('KT. CHỦ TỊCH')], type: 'CT' },
      { authority: [said('TM. ỦY BAN NHÂN DÂN'), said('KT. CHỦ TỊCH')] },
    ],
  },
  deputy_post: {
    wrong: [{ post: said('GIÁM ĐỐC') }],
    right: [
      { post: said('PHÓ CHỦ TỊCH') },
      { post: said('THỨ TRƯỞNG') },
      { authority: [said('TM. ỦY BAN NHÂN DÂN')], post: said('CHỦ TỊCH') },
    ],
  },
  name_with_title: {
    wrong: [{ name: said('TS. Nguyễn Văn A') }, { name: said('Đại tá Trần Văn B') }],
    right: [{ name: said('Tá Văn C') }, { name: said('Trần Tuyết Minh') }],
  },
  name_in_capitals: { wrong: [{ name: said('TRẦN TUYẾT MINH') }], right: [{ name: said('Trần Tuyết Minh') }] },
  recipients_missing: { wrong: [{ recipients: [] }], right: [{ recipients: [], name: null, authority: [] }] },
  as_above_missing: {
    wrong: [{ to: said('Kính gửi: Sở A'), recipients: [said('Bộ B;'), said('Lưu: VT.')] }],
    right: [{ to: said('Kính gửi: Sở A'), recipients: [said('Như trên;'), said('Lưu: VT.')] }],
  },
  recipient_ending: {
    wrong: [{ recipients: [said('Bộ A,'), said('Lưu: VT.')] }, { recipients: [said('Bộ A;'), said('Lưu: VT')] }],
    right: [{ recipients: [said('Bộ A,'), said('Lưu: VT,')], party: true }],
  },
  archive_colon: { wrong: [{ recipients: [said('Lưu VT, KGVX, TD2.')] }], right: [{ recipients: [said('Lưu: VT.')] }] },
  archive_missing: {
    wrong: [{ recipients: [said('Bộ A.')] }],
    right: [{ recipients: [said('Lưu: VT.')] }, { recipients: [said('Lưu VT.')] }],
  },
};

describe('the rules of form (X-2)', () => {
  it('find nothing in a plan, a report and a letter that are as they should be', () => {
    expect(ids(good())).toEqual([]);
    expect(ids(formOfPaper(report()))).toEqual([]);
    expect(ids(letter())).toEqual([]);
  });

  it.each(Object.entries(CASES))('%s finds what breaks it, and nothing else of it', (id, { wrong, right }) => {
    for (const it of wrong) expect(ids({ ...good(), ...it }), JSON.stringify(it)).toContain(id);
    for (const it of right) expect(ids({ ...good(), ...it }), JSON.stringify(it)).not.toContain(id);
  });

  it('point to the place, and name the article', () => {
    const [remark] = remarksOn({ ...good(), name: said('TRẦN TUYẾT MINH') });
    expect(remark).toMatchObject({
      span: { start: 3, end: 9 },
      source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.đ',
    });
    for (const { source } of RULES)
      expect(source).toMatch(/^Nghị định 30\/2020\/NĐ-CP, (?:Phụ lục I, Phần I, mục I{1,3}\.\d|Điều \d+)/);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('say of a draft what is still blank, and that an appendix is not spoken of', () => {
    const draft = plan({ number: null, issued_on: null, appendices: [{ title: 'Danh mục', body: BODY, wide: false }] });
    expect(ids(formOfPaper(draft))).toEqual(['number_blank', 'date_blank', 'appendix_not_named']);
  });
});
