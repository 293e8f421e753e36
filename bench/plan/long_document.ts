/** A plan of about sixty pages as Word would save it: automatic numbering, bullets, a table of tasks. For measuring time only. */
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

const OFFICES = [
  'Sở Y tế',
  'Sở Nội vụ',
  'Sở Giáo dục và Đào tạo',
  'Công an tỉnh',
  'Ban Dân tộc tỉnh',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Hội Nông dân tỉnh',
];
const WORK =
  'tổ chức tuyên truyền, phổ biến chủ trương, chính sách, pháp luật về biên giới quốc gia đến nhân dân các xã biên giới; lồng ghép trong các buổi sinh hoạt cộng đồng, phát trên hệ thống loa truyền thanh cơ sở bằng tiếng Việt và tiếng dân tộc thiểu số, hoàn thành trước ngày 30/11/2024.';

export async function longDocument(offices = 64): Promise<Uint8Array> {
  const line = (text: string, level?: number) =>
    new Paragraph({
      children: [new TextRun({ text, bold: level === 0 })],
      ...(level === undefined ? {} : { numbering: { reference: 'plan', level } }),
    });
  const body = [
    line('ỦY BAN NHÂN DÂN'),
    line('TỈNH THỬ NGHIỆM'),
    line('Số: 01/KH-UBND'),
    line('KẾ HOẠCH'),
    line('Công tác biên giới năm 2024'),
    line('Căn cứ Luật Biên giới quốc gia ngày 17 tháng 6 năm 2003;'),
  ];
  for (let i = 0; i < offices; i++) {
    body.push(line(OFFICES[i % OFFICES.length] ?? '', 0));
    for (let j = 0; j < 7; j++)
      body.push(
        line(
          `${j % 2 ? 'Phối hợp với Sở Tư pháp, Sở Tài chính' : 'Chủ trì, phối hợp với UBND các huyện: Lộc Ninh, Bù Đốp'} đợt ${i}/${j}: ${WORK}`,
          1,
        ),
      );
  }
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian'],
    ...Array.from({ length: 60 }, (_, i) => [
      String(i + 1),
      `${WORK} Lần ${i}.`,
      OFFICES[i % 7] ?? '',
      'Sở Tư pháp; Sở Tài chính',
      'Quý II/2024',
    ]),
  ];
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map(cell) })),
  });
  const levels = ['%1.', '-'].map((text, level) => ({
    level,
    format: level ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
  }));
  const document = new Document({
    numbering: { config: [{ reference: 'plan', levels }] },
    sections: [{ children: [...body, table, line('TM. ỦY BAN NHÂN DÂN'), line('CHỦ TỊCH'), line('Nguyễn Văn An')] }],
  });
  return Packer.toBuffer(document);
}
