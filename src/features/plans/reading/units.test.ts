import { expect, it } from 'vitest';
import { lexicon } from './lexicon.ts';
import { mentions } from './units.ts';

const none = lexicon([], '');
const names = (text: string) =>
  mentions(text, none)
    .filter((m) => !m.vague)
    .map((m) => m.name);

it('IV.0: a list under a common head is as many offices', () => {
  expect(names('UBND các huyện: Bù Gia Mập, Bù Đốp và thị xã Bình Long tổ chức')).toEqual([
    'UBND huyện Bù Gia Mập',
    'UBND huyện Bù Đốp',
    'UBND thị xã Bình Long',
  ]);
  expect(names('các Sở: Tài chính, Kế hoạch và Đầu tư, Lao động - Thương binh và Xã hội')).toEqual([
    'Sở Tài chính',
    'Sở Kế hoạch và Đầu tư',
    'Sở Lao động - Thương binh và Xã hội',
  ]);
  expect(names('Các Đồn Biên phòng: Hoa Lư, Lộc Thịnh')).toEqual(['Đồn Biên phòng Hoa Lư', 'Đồn Biên phòng Lộc Thịnh']);
});
it('IV.0: a comma inside a name does not cut it, one between names does', () => {
  expect(names('Sở Văn hóa, Thể thao và Du lịch, Sở Y tế')).toEqual(['Sở Văn hóa, Thể thao và Du lịch', 'Sở Y tế']);
  expect(
    names('Trung tâm Văn hóa, Thể thao và Truyền thanh huyện; Báo Lào Cai, Đài Phát thanh - Truyền hình tỉnh mở chuyên mục'),
  ).toEqual(['Trung tâm Văn hóa, Thể thao và Truyền thanh huyện', 'Báo Lào Cai', 'Đài Phát thanh - Truyền hình tỉnh']);
});
it('IV.0: a name ends before what its office does', () => {
  expect(names('Trung tâm Kiểm soát bệnh tật tỉnh chủ trì')).toEqual(['Trung tâm Kiểm soát bệnh tật tỉnh']);
  expect(names('Hội Nông dân vận động hội viên')).toEqual(['Hội Nông dân']);
  expect(names('Văn phòng Đăng ký đất đai đo đạc lại')).toEqual(['Văn phòng Đăng ký đất đai']);
});
it('IV.0: the head of an office stands for the office', () => {
  expect(names('Chánh Văn phòng UBND tỉnh, Giám đốc các sở: Y tế, Nội vụ, Trưởng Ban Dân tộc tỉnh')).toEqual([
    'Văn phòng UBND tỉnh',
    'sở Y tế',
    'sở Nội vụ',
    'Ban Dân tộc tỉnh',
  ]);
});
it('IV.0: a group is one office, and the vague name nobody', () => {
  expect(names('Các cơ quan báo chí của tỉnh; UBND các huyện, thị xã, thành phố')).toEqual([
    'Các cơ quan báo chí của tỉnh',
    'UBND các huyện, thị xã, thành phố',
  ]);
  expect(names('phối hợp với các cơ quan, đơn vị liên quan và các ngành chức năng')).toEqual([]);
});
it('IV.0: words that only look like offices are none', () => {
  expect(names('Tổ chức hội nghị, ban hành kế hoạch; Hội nghị, Báo cáo, Đội ngũ, Trường hợp, Đoàn viên')).toEqual([]);
});
it('C-0, X-1: a registry resolves by name, alias and spelling; names of its own are found too', () => {
  const known = lexicon(
    [
      { code: 'STTTT', name: 'Sở Thông tin và Truyền thông', aliases: ['Sở TT&TT'] },
      { code: 'TTHN', name: 'Nhà hữu nghị biên giới', aliases: [] },
    ],
    '',
  );
  expect(known.code('SỞ THÔNG TIN VÀ TRUYỀN THÔNG')).toBe('STTTT');
  expect(known.code('Sở TT&TT')).toBe('STTTT');
  expect(known.code('Sở Y tế')).toBeNull();
  expect(mentions('giao nhà hữu nghị biên giới, Nhà hữu nghị biên giới', known).map((m) => m.name)).toContain(
    'Nhà hữu nghị biên giới',
  );
});
