import { describe, expect, it } from 'vitest';
import { readPlan } from './read.ts';
import type { Reading } from './reading.ts';
import { sourceOf } from './sources.fixture.ts';
import type { TestCell } from './sources.fixture.ts';

const read = (text: string, rows: TestCell[][] = [], after = ''): Reading => readPlan(sourceOf(text, rows, after), []);

/** Each task as "words: role unit, …". */
function tasks(reading: Reading): string[] {
  return reading.tasks.map((id) => {
    const node = reading.nodes.find((n) => n.id === id);
    const who = reading.assignments.filter((a) => a.node === id).map((a) => `${a.role} ${a.unit.name}`);
    return `${node?.text.slice(0, 24)}: ${who.join(', ')}`;
  });
}
const headings = (reading: Reading) =>
  reading.nodes.filter((n) => n.kind === 'heading').map((n) => [n.marker, n.text].filter(Boolean).join(' '));
const days = (reading: Reading) => reading.deadlines.map((d) => `${d.rule.kind} ${d.text}`);

describe('head and foot', () => {
  it('C-0: a letterhead in two columns typed with blanks', () => {
    const { document } = read(`ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH TÂY NINH          Độc lập - Tự do - Hạnh phúc
      Số:      /KH-UBND      Tây Ninh, ngày     tháng     năm 2024
      KẾ HOẠCH
      Phòng, chống dịch bệnh năm 2024
      I. MỤC ĐÍCH
      Bảo vệ sức khỏe nhân dân./.
      Nơi nhận:                             KT. CHỦ TỊCH
      - Bộ Y tế (b/c);                      PHÓ CHỦ TỊCH
      - Lưu: VT.
                                            Võ Đức Trong`);
    expect(document).toMatchObject({
      kind: { value: 'plan' },
      number: null,
      symbol: { value: 'KH-UBND' },
      issued_on: null,
      place: { value: 'Tây Ninh' },
      issuer: { value: 'ỦY BAN NHÂN DÂN TỈNH TÂY NINH' },
      parent_issuer: null,
      title: { value: 'Phòng, chống dịch bệnh năm 2024' },
      period: { value: { from: '2024-01-01', to: '2024-12-31' } },
      signatory: { authority: [{ value: 'KT. CHỦ TỊCH' }], post: { value: 'PHÓ CHỦ TỊCH' }, name: { value: 'Võ Đức Trong' } },
      recipients: [{ value: 'Bộ Y tế (b/c)' }, { value: 'Lưu: VT' }],
    });
  });
  it('C-0: the Party writes its papers in another form', () => {
    const { document } = read(
      `TỈNH ỦY BÌNH PHƯỚC\nBAN TUYÊN GIÁO\n*\nSố 45-KH/BTGTU\nĐẢNG CỘNG SẢN VIỆT NAM\nBình Phước, ngày 20 tháng 01 năm 2024\nKẾ HOẠCH\nCông tác năm 2024\n-----\nI- MỤC ĐÍCH\n1- Nâng cao nhận thức.`,
    );
    expect(document).toMatchObject({
      form: 'party',
      number: { value: '45' },
      symbol: { value: 'KH/BTGTU' },
      issuer: { value: 'BAN TUYÊN GIÁO' },
      parent_issuer: { value: 'TỈNH ỦY BÌNH PHƯỚC' },
      issued_on: { value: '2024-01-20' },
    });
  });
  it('C-0: a decision keeps its own signature in the middle, and what is attached hangs under one heading', () => {
    const reading =
      read(`UBND HUYỆN LỘC NINH\n**QUYẾT ĐỊNH**\n**Ban hành Kế hoạch tuyên truyền**\nCăn cứ Luật Biên giới quốc gia năm 2003;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền.
      Điều 2. Chánh Văn phòng và Trưởng các phòng: Nội vụ, Y tế chịu trách nhiệm thi hành Quyết định này./.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Bình
      **KẾ HOẠCH**\n**Tuyên truyền năm 2023**\n(Kèm theo Quyết định số 45/QĐ-UBND)\nI. NHIỆM VỤ\n1. Phòng Nội vụ\n- Tham mưu kế hoạch.`);
    expect(reading.document).toMatchObject({ kind: { value: 'decision' }, signatory: { name: { value: 'Trần Văn Bình' } } });
    expect(headings(reading)).toEqual(['KẾ HOẠCH Tuyên truyền năm 2023', 'I. NHIỆM VỤ', '1. Phòng Nội vụ']);
    expect(tasks(reading)).toEqual(['Tham mưu kế hoạch.: perform Phòng Nội vụ']);
  });
  it('C-0: an official letter has its subject for a title and no type name', () => {
    const { document } = read(
      `UBND TỈNH A\nSố: 12/UBND-VX\nV/v tăng cường phòng dịch\nKính gửi:\n- Các sở, ban, ngành tỉnh;\n- UBND các huyện.\nThực hiện Công điện số 10/CĐ-TTg ngày 01/3/2024 của Thủ tướng Chính phủ,\n1. Sở Y tế: Giám sát dịch bệnh.`,
    );
    expect(document).toMatchObject({
      kind: { value: 'official_letter' },
      title: { value: 'V/v tăng cường phòng dịch' },
      symbol: { value: 'UBND-VX' },
    });
  });
});

describe('who does what', () => {
  it('IV.0: under an office each item is its task; its words tell the role', () => {
    expect(
      tasks(
        read(
          'I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì, phối hợp với Công an tỉnh kiểm tra.\n- Phối hợp với Sở Nội vụ rà soát.\n- Tuyên truyền.\n2. Sở Tài chính\nBố trí kinh phí.',
        ),
      ),
    ).toEqual([
      'Chủ trì, phối hợp với Cô: lead Sở Y tế, coordinate Công an tỉnh',
      'Phối hợp với Sở Nội vụ r: coordinate Sở Y tế, coordinate Sở Nội vụ',
      'Tuyên truyền.: perform Sở Y tế',
      'Bố trí kinh phí.: perform Sở Tài chính',
    ]);
  });
  it('IV.0: an item that begins with its office is a task in itself', () => {
    expect(
      tasks(
        read(
          'I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Tham mưu khen thưởng.\n2. Giao Giám đốc Sở Y tế chủ trì tập huấn.\n3. Đề nghị Hội Nông dân tỉnh phối hợp vận động hội viên.',
        ),
      ),
    ).toEqual([
      'Sở Nội vụ: Tham mưu khen: perform Sở Nội vụ',
      'Giao Giám đốc Sở Y tế ch: lead Sở Y tế',
      'Đề nghị Hội Nông dân tỉn: coordinate Hội Nông dân tỉnh',
    ]);
  });
  it('IV.0: elsewhere words of assignment make a task, an office merely named does not', () => {
    expect(
      tasks(
        read(
          'II. NỘI DUNG\n1. Tuyên truyền\n- In tờ rơi (Sở Tư pháp thực hiện).\n- Cấp phát cho Sở Y tế và các đồn biên phòng.\n- Hội thảo do Trường Chính trị tỉnh chủ trì, UBND huyện A phối hợp.',
        ),
      ),
    ).toEqual([
      'In tờ rơi (Sở Tư pháp th: perform Sở Tư pháp',
      'Hội thảo do Trường Chính: lead Trường Chính trị tỉnh, coordinate UBND huyện A',
    ]);
  });
  it('IV.0: a line of who and when belongs to the item above it', () => {
    const reading = read(
      'II. NỘI DUNG\n1. Tổ chức hội thi báo cáo viên\nCơ quan chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ; thời gian: Quý II/2024.\n2. Làm phim\n- Đơn vị thực hiện: Báo Lào Cai.\n- Thời gian: Tháng 6, 12.',
    );
    expect(tasks(reading)).toEqual([
      'Tổ chức hội thi báo cáo : lead Sở Tư pháp, coordinate Sở Nội vụ',
      'Làm phim: perform Báo Lào Cai',
    ]);
    expect(days(reading)).toEqual(['quarter Quý II/2024', 'month Tháng 6, 12']);
  });
  it('IV.0: an item spelled out by sub-items is one task, unless they name the offices', () => {
    expect(
      tasks(
        read(
          'I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Tập huấn, gồm các nội dung:\n+ tiêm chủng;\n+ dinh dưỡng.\n2. Phân công giúp các xã:\n- Sở Nội vụ giúp xã A;\n- Sở Tư pháp giúp xã B.',
        ),
      ),
    ).toEqual([
      'Tập huấn, gồm các nội du: perform Sở Y tế',
      'Sở Nội vụ giúp xã A;: perform Sở Nội vụ',
      'Sở Tư pháp giúp xã B.: perform Sở Tư pháp',
    ]);
  });
  it('IV.11: the closing request makes no task, its reporting days stay', () => {
    const reading = read(
      'I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Tuyên truyền.\nUBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện; báo cáo về Sở Y tế trước ngày 20/6 để tổng hợp./.',
    );
    expect(tasks(reading)).toEqual(['Tuyên truyền.: perform Sở Y tế']);
    expect(reading.deadlines[0]?.rule).toMatchObject({ kind: 'yearly', to: ['Sở Y tế'] });
    expect(reading.tasks).not.toContain(reading.deadlines[0]?.node);
  });
});

describe('tree', () => {
  it('C-0: levels follow the order in which this document uses its markers', () => {
    const reading = read('Phần thứ nhất\nMỤC TIÊU\nI. CHUNG\n1. Một\na) Hai\n- ba\n+ bốn\n- năm\n2. Sáu\nII. RIÊNG\n1. Bảy');
    const parent = (text: string) => reading.nodes.find((n) => n.id === reading.nodes.find((m) => m.text === text)?.parent)?.text;
    expect(['CHUNG', 'Một', 'Hai', 'ba', 'bốn', 'năm', 'Sáu', 'RIÊNG', 'Bảy'].map(parent)).toEqual([
      'MỤC TIÊU',
      'CHUNG',
      'Một',
      'Hai',
      'ba',
      'Hai',
      'CHUNG',
      'MỤC TIÊU',
      'RIÊNG',
    ]);
  });
  it('C-0: a sentence broken by a page goes on', () => {
    const reading = read('I. NỘI DUNG\n- Tuyên truyền về bảo vệ chủ quyền lãnh thổ, an\nninh biên giới quốc gia.\n- Việc khác.');
    expect(reading.nodes.map((n) => n.text)).toContain('Tuyên truyền về bảo vệ chủ quyền lãnh thổ, an ninh biên giới quốc gia.');
  });
  it('C-0: a marker alone on its line takes the next line', () => {
    expect(read('I.\nNỘI DUNG\n1.\nTuyên truyền.').nodes.map((n) => [n.marker, n.text])).toEqual([
      ['I.', 'NỘI DUNG'],
      ['1.', 'Tuyên truyền.'],
    ]);
  });
});

describe('tables', () => {
  const HEAD: TestCell[] = ['Thời hạn', 'Cơ quan phối hợp', 'Nhiệm vụ', 'Cơ quan chủ trì', 'TT'];
  it('C-0: columns are known by their headings, in any order', () => {
    const reading = read('PHỤ LỤC\nDANH MỤC NHIỆM VỤ', [
      HEAD,
      ['Quý II/2024', 'Sở Nội vụ; Sở Y tế', 'In tờ rơi', 'Sở Tư pháp', '1'],
    ]);
    expect(tasks(reading)).toEqual(['In tờ rơi: coordinate Sở Nội vụ, coordinate Sở Y tế, lead Sở Tư pháp']);
    expect(days(reading)).toEqual(['quarter Quý II/2024']);
  });
  it('C-0: a merged cell holds for each of its rows, ditto marks too', () => {
    const reading = read('I. NHIỆM VỤ', [
      ['TT', 'Nhiệm vụ', 'Chủ trì'],
      ['1', 'In tờ rơi', ['Sở Tư pháp', 1, 2]],
      ['2', 'Phát tờ rơi'],
      ['3', 'Thu tờ rơi', 'nt'],
    ]);
    expect(tasks(reading)).toEqual(['In tờ rơi: lead Sở Tư pháp', 'Phát tờ rơi: lead Sở Tư pháp', 'Thu tờ rơi: lead Sở Tư pháp']);
  });
  it('C-0: a row over the whole width is a heading; a row split by a page is one', () => {
    const reading = read('I. NHIỆM VỤ', [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      [['A. Tuyên truyền', 4, 1, true]],
      ['1', 'In tờ rơi song ngữ', 'Sở Tư pháp', '2024'],
      ['', 'Khmer - Việt', '', ''],
    ]);
    expect(headings(reading)).toEqual(['I. NHIỆM VỤ', 'A. Tuyên truyền']);
    expect(tasks(reading)).toEqual(['In tờ rơi song ngữ Khmer: lead Sở Tư pháp']);
  });
});

describe('warnings', () => {
  const codes = (text: string) => read(text).warnings.map((w) => w.code);
  it('C-0: numbers skipped and repeated', () => {
    expect(codes('I. MỘT\n1. Việc.\n3. Việc.\n3. Việc.')).toEqual(
      expect.arrayContaining(['numbering_skipped', 'numbering_repeated']),
    );
    expect(codes('I. MỘT\n1. Việc.\n2. Việc.\nII. HAI\n1. Việc.')).not.toContain('numbering_skipped');
  });
  it('C-0: days that do not exist, weekdays that are wrong', () => {
    expect(codes('I. MỘT\n- Xong ngày 31/6/2024; họp thứ Hai, ngày 12/3/2024.')).toEqual(
      expect.arrayContaining(['day_impossible', 'weekday_wrong']),
    );
    expect(codes('I. MỘT\n- Họp thứ Ba, ngày 12/3/2024.')).not.toContain('weekday_wrong');
  });
  it('C-0: a legal basis replaced before the paper was issued', () => {
    const head = (day: string) =>
      `UBND TỈNH A\nSố: 12/KH-UBND\nA, ngày ${day}\nKẾ HOẠCH\nCông tác năm 2024\nCăn cứ Thông tư số 15/2022/TT-BTC ngày 04/3/2022 của Bộ trưởng Bộ Tài chính.\nI. MỘT\n1. Việc.`;
    expect(codes(head('05 tháng 01 năm 2024'))).toContain('basis_replaced');
    expect(codes(head('05 tháng 01 năm 2023'))).toContain('basis_replaced_since');
  });
  it('X-2: form: number and day below ten, symbol, deadline before issue', () => {
    const text =
      'UBND TỈNH A\nSố: 5/QĐ-UBND\nA, ngày 5 tháng 1 năm 2024\nKẾ HOẠCH\nCông tác năm 2024\nI. MỘT\n1. Sở Y tế: Xong trước ngày 30/6/2023.';
    expect(codes(text)).toEqual(
      expect.arrayContaining(['number_not_padded', 'date_not_padded', 'symbol_form', 'deadline_before_issue']),
    );
  });
  it('X-1: with a registry, offices it does not know are told', () => {
    const reading = readPlan(sourceOf('I. MỘT\n1. Sở Y tế: Khám bệnh.\n2. Sở Tư pháp: Tư vấn.'), [
      { code: 'SYT', name: 'Sở Y tế', aliases: [] },
    ]);
    expect(reading.assignments.map((a) => a.unit.code)).toEqual(['SYT', null]);
    expect(reading.warnings.filter((w) => w.code === 'unit_unresolved').map((w) => w.values['name'])).toEqual(['Sở Tư pháp']);
  });
});
