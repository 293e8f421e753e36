/** A report and a plan as an office sends them, for tests of how they look. */
import { blankPaper, type Block, type Paper } from './paper.ts';
import { numbered } from './said.ts';

const LONG =
  'Tăng cường công tác thông tin tuyên truyền, thông tin đối ngoại nhằm quảng bá hình ảnh Việt Nam nói chung, tỉnh Bình Phước nói riêng tới ' +
  'các nước có chung đường biên giới theo mục tiêu đã được phê duyệt, góp phần xây dựng biên giới hòa bình, hữu nghị, hợp tác và phát triển.';

const heading = (rank: 'section' | 'clause' | 'point', text: string): Block => ({ is: 'heading', rank, marker: null, text });
const text = (words: string, marker: string | null = null): Block => ({ is: 'text', marker, text: words });

export const table = (rows: number, wide = false): Block => ({
  is: 'table',
  caption: null,
  wide,
  columns: [
    { title: 'TT', width: 1, align: 'center' },
    { title: 'Chỉ tiêu', width: 6, align: 'left' },
    { title: 'Đơn vị tính', width: 2, align: 'center' },
    { title: 'Thực hiện', width: 2, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [
    `${i + 1}`,
    `Số sản phẩm thông tin dòng ${i + 1}`,
    'sản phẩm',
    `${12 * (i + 1)}`,
  ]),
});

export const BODY: Block[] = numbered([
  text('UBND tỉnh ban hành Kế hoạch thực hiện nhiệm vụ thông tin đối ngoại năm 2023, cụ thể như sau:'),
  heading('section', 'Mục đích, yêu cầu'),
  heading('clause', 'Mục đích'),
  text(LONG, '-'),
  text(LONG, '-'),
  heading('clause', 'Yêu cầu'),
  text(LONG),
  heading('section', 'Nội dung'),
  heading('clause', 'Sản xuất các sản phẩm thông tin'),
  heading('point', 'Yêu cầu'),
  text(LONG, '-'),
  heading('point', 'Về ngôn ngữ'),
  text('Tiếng Việt, tiếng dân tộc thiểu số và tiếng Khmer.'),
]);

export const plan = (more: Partial<Paper> = {}): Paper =>
  blankPaper({
    type: 'KH',
    issuer: 'Ủy ban nhân dân tỉnh Bình Phước',
    number: '5',
    symbol: 'KH-UBND',
    place: 'Bình Phước',
    issued_on: '2023-01-05',
    title: 'Thực hiện nhiệm vụ thông tin đối ngoại vùng đồng bào dân tộc thiểu số và miền núi từ năm 2023 đến năm 2025',
    bases: [
      'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
      'Xét đề nghị của Sở Thông tin và Truyền thông tại Tờ trình số 155/TTr-STTTT ngày 20/12/2022,',
    ],
    body: BODY,
    signature: {
      authority: ['TM. ỦY BAN NHÂN DÂN', 'KT.CHỦ TỊCH'],
      post: 'PHÓ CHỦ TỊCH',
      name: 'Trần Tuyết Minh',
      hand: null,
      seal: null,
    },
    recipients: ['Bộ TT&TT;', 'TTTU, TT HĐND tỉnh', 'CT, các PCT UBND tỉnh'],
    archive: 'VT, KGVX, TD2',
    ...more,
  });

export const report = (more: Partial<Paper> = {}): Paper =>
  plan({
    type: 'BC',
    parent_issuer: 'UBND tỉnh Bình Phước',
    issuer: 'Sở Thông tin và Truyền thông',
    number: '112',
    symbol: 'BC-STTTT',
    issued_on: '2023-06-19',
    title: 'Kết quả thực hiện nhiệm vụ thông tin đối ngoại 6 tháng đầu năm 2023',
    to: ['Bộ Thông tin và Truyền thông', 'Ủy ban nhân dân tỉnh'],
    bases: [],
    signature: { authority: ['KT. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Nguyễn Văn An', hand: null, seal: null },
    ...more,
  });

/** A paper with everything there is, from words of whoever asks. */
export const full = (word: (i: number) => string): Paper =>
  report({
    issuer: word(0),
    parent_issuer: word(1),
    place: word(2),
    title: word(3),
    to: [word(4), word(5)],
    bases: [word(6), word(7)],
    body: [
      { is: 'heading', rank: 'section', marker: 'I.', text: word(8) },
      { is: 'heading', rank: 'clause', marker: '1.', text: word(9) },
      { is: 'text', marker: '-', text: word(10) },
      { ...(table(2) as Extract<Block, { is: 'table' }>), caption: word(11), rows: [[word(12), word(13), '', word(14)]] },
      { is: 'text', marker: null, text: word(15) },
    ],
    recipients: [word(16)],
    archive: word(17),
    signature: { authority: [word(18)], post: word(19), name: word(20), hand: null, seal: null },
    drafted_by: word(21),
    record_head: word(22),
    appendices: [{ title: word(23), body: [{ is: 'text', marker: null, text: word(24) }], wide: false }],
  });
