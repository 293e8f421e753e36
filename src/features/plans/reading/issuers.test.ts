import { expect, it } from 'vitest';
import { readPlan } from './read.ts';
import { sourceOf } from './sources.fixture.ts';
import type { TestCell } from './sources.fixture.ts';

const BODY = `BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH - SỞ NGOẠI VỤ
Số: 12/KHPH-BĐBP-SNgV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Phước, ngày 15 tháng 02 năm 2025
KẾ HOẠCH PHỐI HỢP
Thông tin đối ngoại khu vực biên giới năm 2025
I. NHIỆM VỤ CHUNG
1. Hai ngành phối hợp biên soạn sổ tay.
II. TRÁCH NHIỆM CỦA MỖI NGÀNH
1. Bộ Chỉ huy Bộ đội Biên phòng tỉnh
- Phát sổ tay tại các cửa khẩu.
2. Sở Ngoại vụ
- Dịch sổ tay sang tiếng Khmer./.`;
const RECIPIENTS = 'Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT.';
const SIGNED: TestCell[][] = [
  ['KT. GIÁM ĐỐC SỞ NGOẠI VỤ\nPHÓ GIÁM ĐỐC\nTrần Thị Bình', 'KT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG\nNguyễn Văn An'],
];

it('C-0: a plan of two issuers is signed by both; the one that leads signs on the right', () => {
  const { document, tasks, assignments, coverage } = readPlan(sourceOf(BODY, SIGNED, RECIPIENTS), []);
  expect(document).toMatchObject({
    kind: { value: 'plan' },
    issuer: { value: 'BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH - SỞ NGOẠI VỤ' },
    signatory: {
      authority: [{ value: 'KT. CHỈ HUY TRƯỞNG' }],
      post: { value: 'PHÓ CHỈ HUY TRƯỞNG' },
      name: { value: 'Nguyễn Văn An' },
    },
    recipients: [{ value: 'UBND tỉnh (b/c)' }, { value: 'Lưu: VT' }],
  });
  expect(assignments.filter(({ node }) => tasks.includes(node)).map(({ unit }) => unit.name)).toEqual([
    'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
    'Sở Ngoại vụ',
  ]);
  expect(coverage).toBe(1);
});
it('C-0: two signatures side by side in one line lose neither the recipients nor a character', () => {
  const foot = `KT. GIÁM ĐỐC SỞ NGOẠI VỤ          KT. CHỈ HUY TRƯỞNG
PHÓ GIÁM ĐỐC          PHÓ CHỈ HUY TRƯỞNG
Trần Thị Bình          Nguyễn Văn An
${RECIPIENTS}`;
  const { document, coverage } = readPlan(sourceOf(`${BODY}\n${foot}`), []);
  expect(document.recipients.map(({ value }) => value)).toEqual(['UBND tỉnh (b/c)', 'Lưu: VT']);
  expect(document.signatory.name).not.toBeNull();
  expect(coverage).toBe(1);
});

it("C-0: the number a portal's page prints above a paper is no issuer", () => {
  const page = 'Số ký hiệu\n1187/QĐ-UBND\nỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK\nSố: 1187/QĐ-UBND\n';
  const { document, coverage } = readPlan(sourceOf(`${page}KẾ HOẠCH\nTruyền thông năm 2026\nI. NHIỆM VỤ\n- Phát thanh.`), []);
  expect(document.issuer?.value).toBe('ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK');
  expect(document.parent_issuer).toBeNull();
  expect(coverage).toBe(1);
});
