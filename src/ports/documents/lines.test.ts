import { describe, expect, it } from 'vitest';
import { joinLines, PLAIN_LINE, textOf, type Line } from './lines.ts';

/** "|" at a line's end says that it is full, a blank line that the next one is apart. */
function joined(text: string, more: Partial<Line> = {}): string[] {
  const lines: Line[] = [];
  let apart = false;
  for (const raw of text.split('\n').map((line) => line.trim())) {
    if (raw !== '') lines.push({ ...PLAIN_LINE, ...more, text: raw.replace(/\s*\|$/u, ''), full: raw.endsWith('|'), apart });
    apart = raw === '';
  }
  return joinLines(lines).map(textOf);
}

describe('joining of wrapped lines (C-0)', () => {
  it('joins full lines and keeps paragraphs apart', () => {
    expect(
      joined(`Tăng cường công tác thông tin đối ngoại ở |
      Bù Gia Mập. Bảo đảm tiết kiệm. |
      Không phô trương.
      Các sở, ban, ngành tổ chức thực hiện.`),
    ).toEqual([
      'Tăng cường công tác thông tin đối ngoại ở Bù Gia Mập. Bảo đảm tiết kiệm. Không phô trương.',
      'Các sở, ban, ngành tổ chức thực hiện.',
    ]);
  });

  it('joins a sentence that a blank line breaks, before a small letter or after a word that needs another', () => {
    expect(
      joined(`- Tuyên truyền về chủ quyền lãnh thổ, an

      ninh biên giới quốc gia;

      - Kế hoạch thực hiện nhiệm vụ từ năm 2023 thuộc

      Chương trình mục tiêu quốc gia.`),
    ).toEqual([
      '- Tuyên truyền về chủ quyền lãnh thổ, an ninh biên giới quốc gia;',
      '- Kế hoạch thực hiện nhiệm vụ từ năm 2023 thuộc Chương trình mục tiêu quốc gia.',
    ]);
  });

  it('does not join after a comma before a capital: the last legal basis ends so', () => {
    expect(
      joined(`Xét đề nghị của Sở Thông tin và Truyền thông tại Tờ trình số 155/TTr-STTTT,

      UBND tỉnh ban hành Kế hoạch:`),
    ).toHaveLength(2);
  });

  it('leaves a text alone whose paragraphs are lines', () => {
    const lines = [
      'IV. Tổ chức thực hiện',
      '1. Phòng Y tế',
      'Chủ trì tập huấn cho cô đỡ thôn bản',
      '2. Phòng Tư pháp',
      'Tuyên truyền pháp luật',
      '- Lưu: VT',
    ];
    expect(joined(lines.join('\n'))).toEqual(lines);
  });

  it('puts a marker that stands alone before its paragraph, but "Chương I" keeps its line', () => {
    expect(joined('1.\nMục đích\n-\n\nTăng cường\nChương I\nQUY ĐỊNH CHUNG')).toEqual([
      '1. Mục đích',
      '- Tăng cường',
      'Chương I',
      'QUY ĐỊNH CHUNG',
    ]);
  });

  it.each([
    ['một dấu gạch trong tên', 'Phối hợp với Sở Văn hóa |\n- Thể thao và Du lịch.', 1],
    ['kinh tế - xã hội', 'phục vụ phát triển kinh tế |\n- xã hội của tỉnh.', 1],
    ['một khoảng năm', 'giai đoạn 2023 |\n-2025.', 1],
    ['một khoảng năm bị cắt ở gạch nối', 'giai đoạn 2023- |\n2025.', 1],
    ['số của điều luật', 'quy định tại khoản |\n1. Điều này cũng áp dụng cho cấp xã.', 1],
    ['số của tháng', 'hoàn thành trong tháng |\n12. Sau đó báo cáo.', 1],
    ['số của văn bản', 'thực hiện Kế hoạch số |\n15/KH-UBND ngày 03/4/2023.', 1],
    ['một điều được dẫn', 'theo quy định tại |\nĐiều 5 Nghị định này.', 1],
    ['một mục mới sau câu đã hết', 'báo cáo kết quả. |\n- Thể thao quần chúng.', 2],
    ['một điều mới', 'QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo.', 2],
  ])('%s', (_, text, paragraphs) => {
    expect(joined(text)).toHaveLength(paragraphs);
  });

  it('joins "QĐ-" and "TTg", "2023-" and "2025" without a blank, and keeps the one of "kinh tế -"', () => {
    expect(joined('Quyết định số 1191/QĐ- |\nTTg, giai đoạn 2021- |\n2025 về phát triển kinh tế - |\nxã hội')).toEqual([
      'Quyết định số 1191/QĐ-TTg, giai đoạn 2021-2025 về phát triển kinh tế - xã hội',
    ]);
  });

  it('keeps the lines of letterhead, basis, signature and recipients apart', () => {
    const lines = [
      'ỦY BAN NHÂN DÂN',
      'TỈNH BÌNH PHƯỚC',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Bình Phước, ngày 05 tháng 01 năm 2023',
      'KẾ HOẠCH',
      'Thông tin đối ngoại năm 2023',
      'Căn cứ Nghị định số 72/2015/NĐ-CP;',
      'Căn cứ Luật Báo chí;',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Trần Văn Bình',
    ];
    expect(joined(lines.join('\n'))).toEqual(lines);
    expect(joined(lines.map((line) => `${line} |`).join('\n'))).toEqual(lines);
  });

  it('joins the name of the state, or of a department, wrapped in a narrow column', () => {
    expect(joined('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nSỞ THÔNG TIN VÀ\nTRUYỀN THÔNG')).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    ]);
  });

  it('begins a paragraph at "Cơ quan chủ trì:" where the text does so elsewhere', () => {
    const inline = 'a) Cắm mốc ở các trạm, trại. |\nCơ quan chủ trì: Chi cục Kiểm lâm.';
    expect(joined(inline)).toHaveLength(1);
    expect(joined(`b) Đo đạc.\nCơ quan chủ trì: Sở Nội vụ.\n${inline}`)).toHaveLength(4);
  });

  it('does not run a bold heading into plain text, nor lines of unlike size', () => {
    const line = (text: string, more: Partial<Line>): Line => ({ ...PLAIN_LINE, text, full: true, ...more });
    expect(joinLines([line('Mục tiêu cụ thể của kế hoạch', { bold: true }), line('Nâng cao nhận thức', {})])).toHaveLength(2);
    expect(joinLines([line('Chú thích nhỏ', { size: 10 }), line('thân bài', { size: 14 })])).toHaveLength(2);
  });

  it('takes an indented line for a new paragraph even after a full one', () => {
    const line = (text: string, left: number): Line => ({ ...PLAIN_LINE, text, full: true, left });
    const lines = [line('Câu thứ nhất dài hết dòng và còn', 10), line('nữa cho tới hết dòng.', 0), line('Đoạn sau.', 10)];
    expect(joinLines(lines).map((own) => own.length)).toEqual([2, 1]);
  });
});
