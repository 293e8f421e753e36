import { expect, it } from 'vitest';
import { readPlan } from './read.ts';
import type { Reading } from './reading.ts';
import { sourceOf } from './sources.fixture.ts';
import type { TestCell } from './sources.fixture.ts';

const who = ({ assignments }: Reading) => assignments.map(({ role, unit }) => `${role} ${unit.name}`).join(', ');
const table = (...rows: TestCell[][]) => readPlan(sourceOf('II. NHIỆM VỤ', rows), []);

/** A cell of a column, its lines parted by " | ", and whom it names. */
const CELLS = `
Chủ trì: Phòng Quản lý Văn hóa | Trung tâm Văn hóa tỉnh => lead Phòng Quản lý Văn hóa, lead Trung tâm Văn hóa tỉnh
Chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị | Các tổ dân phố => lead Phòng Kinh tế, Hạ tầng và Đô thị, lead Các tổ dân phố
Chủ trì: Phòng Kinh tế, Hạ tầng và | Đô thị => lead Phòng Kinh tế, Hạ tầng và Đô thị
Chủ trì: Phòng Kinh tế, | Hạ tầng và Đô thị | Công an phường => lead Phòng Kinh tế, Hạ tầng và Đô thị, lead Công an phường
Chủ trì: Ban Chỉ huy | Quân sự phường | Công an phường => lead Ban Chỉ huy Quân sự phường, lead Công an phường
Chủ trì: Bộ Chỉ huy Bộ đội | Biên phòng tỉnh => lead Bộ Chỉ huy Bộ đội Biên phòng tỉnh
Chủ trì: Công an | thành phố => lead Công an thành phố
Chủ trì: Ngân hàng Chính sách xã hội | Chi nhánh tỉnh => lead Ngân hàng Chính sách xã hội Chi nhánh tỉnh
Chủ trì: Văn phòng | Đoàn ĐBQH và HĐND tỉnh => lead Văn phòng Đoàn ĐBQH và HĐND tỉnh
Chủ trì: Đảng ủy | Công an tỉnh => lead Đảng ủy Công an tỉnh
Chủ trì: SNV | VP UBND tỉnh => lead SNV, lead VP UBND tỉnh
Chủ trì: SNV | STC => lead SNV, lead STC
Chủ trì: Sở Y tế | VNPT Hòa Đông => lead Sở Y tế, lead VNPT Hòa Đông
Chủ trì: - Sở Y tế | - Nhóm Chăm mẹ => lead Sở Y tế, lead Nhóm Chăm mẹ
Chủ trì: Phòng Du lịch/Phòng Tư pháp => lead Phòng Du lịch, lead Phòng Tư pháp
Chủ trì: Phòng Xây dựng nếp sống văn hóa và Gia đình => lead Phòng Xây dựng nếp sống văn hóa và Gia đình
Chủ trì: Phòng Xây dựng nhà ở và Thanh tra Sở => lead Phòng Xây dựng nhà ở, lead Thanh tra Sở
Chủ trì: Phòng Văn hóa, nếp sống mới; Văn phòng => lead Phòng Văn hóa, nếp sống mới, lead Văn phòng
Chủ trì: Phòng Quản lý báo chí, xuất bản => lead Phòng Quản lý báo chí, xuất bản
Chủ trì: Phòng Du lịch & Thanh tra => lead Phòng Du lịch, lead Thanh tra
Chủ trì: Văn phòng và các phòng, đơn vị => lead Văn phòng, lead các phòng, đơn vị
Chủ trì: Các phòng Quản lý Văn hóa, Quản lý Du lịch => lead phòng Quản lý Văn hóa, lead phòng Quản lý Du lịch
Chủ trì: Các Trung tâm Y tế, Bệnh viện đa khoa tỉnh => lead Các Trung tâm Y tế, lead Bệnh viện đa khoa tỉnh
Chủ trì: Sở Y tế phối hợp với Công an tỉnh => lead Sở Y tế, coordinate Công an tỉnh
Thực hiện: CT: Phòng Du lịch | PH: Thanh tra, Thư viện tỉnh => lead Phòng Du lịch, coordinate Thanh tra, coordinate Thư viện tỉnh
Thực hiện: CT: Phòng QLVH PH: Napas; VNPT => lead Phòng QLVH, coordinate Napas, coordinate VNPT
Thực hiện: Chủ trì: Sở Y tế. | Phối hợp: Sở Nội vụ; UBND các xã => lead Sở Y tế, coordinate Sở Nội vụ, coordinate UBND các xã
Thực hiện: Phối hợp: Sở Nội vụ. Thực hiện: Sở Y tế => coordinate Sở Nội vụ, perform Sở Y tế
Thực hiện: Sở Y tế, Sở Nội vụ cùng chủ trì; Công an tỉnh phối hợp => lead Sở Y tế, lead Sở Nội vụ, coordinate Công an tỉnh
Thực hiện: Sở Y tế chủ trì, phối hợp với Sở Nội vụ => lead Sở Y tế, coordinate Sở Nội vụ
Thực hiện: Sở Y tế (chủ trì); Sở Nội vụ, Công an tỉnh (phối hợp) => lead Sở Y tế, coordinate Sở Nội vụ, coordinate Công an tỉnh
Thực hiện: Sở Y tế, Sở Nội vụ (phối hợp) => perform Sở Y tế, coordinate Sở Nội vụ
Thực hiện: Sở Y tế chủ trì; Sở Nội vụ và các cơ quan liên quan phối hợp => lead Sở Y tế, coordinate Sở Nội vụ
Chủ trì, phối hợp: Sở Y tế, Sở Nội vụ => lead Sở Y tế, coordinate Sở Nội vụ
`;

it.each(CELLS.trim().split('\n'))('IV.0: %s', (line) => {
  const [column = '', cell = '', expected] = line.split(/(?<=^(?:Chủ trì(?:, phối hợp)?|Thực hiện)): | => /);
  expect(who(table(['STT', 'Nội dung', column], ['1', 'In tờ rơi', cell.replaceAll(' | ', '\n')]))).toBe(expected);
});

it.each([
  ['Đầu mối', 'lead Sở Y tế'],
  ['Đơn vị chịu trách nhiệm', 'perform Sở Y tế'],
  ['Phòng chuyên môn', 'perform Sở Y tế'],
  ['Lực lượng tham gia', 'coordinate Sở Y tế'],
  ['PH', 'coordinate Sở Y tế'],
  ['Ghi chú', ''],
  ['Lãnh đạo phụ trách', ''],
  ['Cơ quan thẩm định', ''],
  ['Hình thức thực hiện', ''],
  ['Sản phẩm hoàn thành', ''],
  ['Nguồn lực thực hiện', ''],
])('IV.0: a column called "%s" says: %s', (heading, expected) => {
  expect(who(table(['STT', 'Nội dung', heading], ['1', 'In tờ rơi', 'Sở Y tế']))).toBe(expected);
});

it('IV.0: "Nội dung phối hợp" is what two offices have to do', () => {
  const { tasks, nodes } = table(['STT', 'Nội dung phối hợp', 'Đơn vị thực hiện'], ['1', 'In tờ rơi', 'Sở Y tế']);
  expect(nodes.flatMap((n) => (tasks.includes(n.id) ? [n.text] : []))).toEqual(['In tờ rơi']);
});

it.each(['nt', '(nt)', '-nt-', 'Như trên', '"', '”', '- “ -', '//'])('IV.0: %s in a cell is what the cell above says', (same) => {
  const head = ['STT', 'Nội dung', 'Chủ trì'];
  expect(who(table(head, ['1', 'In tờ rơi', 'Sở Y tế'], ['2', 'Phát tờ rơi', same]))).toBe('lead Sở Y tế, lead Sở Y tế');
});

it('IV.0: a cell merged over the beginning and the end of a task says when it is done', () => {
  const { deadlines } = table(
    ['STT', 'Nội dung', 'Chủ trì', 'Bắt đầu', 'Kết thúc'],
    ['1', 'In tờ rơi', 'Sở Y tế', ['Thường xuyên', 2]],
    ['2', 'Phát tờ rơi', 'Sở Y tế', 'Sau khi in', 'Tháng 6/2025'],
  );
  expect(deadlines.map(({ text }) => text)).toEqual(['Thường xuyên', 'Tháng 6/2025']);
});

it('IV.0: a head that comes again on a new page is no task, and "Như mục 1" names nobody', () => {
  const head = ['Nội dung', 'Chủ trì', 'Lực lượng tham gia'];
  const reading = table(head, ['In tờ rơi', 'Sở Y tế', 'Sở Nội vụ'], head, ['Phát tờ rơi', 'Công an tỉnh', 'Như mục 1']);
  expect(who(reading)).toBe('lead Sở Y tế, coordinate Sở Nội vụ, lead Công an tỉnh');
});

it('C-0: what is said of a cell holds its words only', () => {
  const row = table(['STT', 'Nội dung', 'Chủ trì'], ['1', 'In tờ rơi', 'Sở Y tế\nSở Nội vụ']).nodes.at(-1);
  expect(row?.cells?.at(-1)).toEqual({ role: 'lead', heading: 'Chủ trì', text: 'Sở Y tế Sở Nội vụ', span: expect.anything() });
});
