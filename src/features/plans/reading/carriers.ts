/** Lines that only carry who and when of the item above them: "Cơ quan chủ trì: …; phối hợp: …; thời gian: …". */
import type { ColumnRole } from './reading.ts';

const WHO = '(?:các\\s+)?(?:cơ quan|đơn vị|cq|đv|bộ phận)(?:\\s*[,/]\\s*(?:đơn vị|đv|cơ quan|địa phương))?';
const LABELS: [RegExp, ColumnRole][] = [
  [
    new RegExp(
      `^${WHO}\\s+(?:được giao )?(?:chủ trì|đầu mối|thường trực|chịu trách nhiệm chính)(?:\\s+(?:thực hiện|tham mưu|triển khai))?(?: và phối hợp)?\\s*:?\\s`,
    ),
    'lead',
  ],
  [new RegExp(`^${WHO}\\s+(?:hỗ trợ|(?:cùng )?phối hợp)(?:\\s+(?:thực hiện|tham mưu|triển khai))?\\s*:?\\s`), 'coordinate'],
  [
    new RegExp(
      `^${WHO}\\s+(?:thực hiện|triển khai|tham mưu|chịu trách nhiệm|phụ trách|tổ chức(?: thực hiện)?|được giao|theo dõi)\\s*:?\\s`,
    ),
    'perform',
  ],
  [/^(?:đơn vị |trách nhiệm |người )?(?:chủ trì|đầu mối)(?:\s+(?:thực hiện|tham mưu))?\s*:\s*/, 'lead'],
  [/^(?:trách nhiệm )?phối hợp(?:\s+(?:thực hiện|với))?\s*:\s*/, 'coordinate'],
  [
    /^(?:thực hiện|phân công(?: thực hiện)?|giao|trách nhiệm(?: thực hiện)?|(?:người |được )?(?:thực hiện|chịu trách nhiệm|phụ trách))\s*:\s*/,
    'perform',
  ],
  [
    /^(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:\s+(?:thực hiện|hoàn thành|tổ chức|triển khai|trình|báo cáo|dự kiến)){0,2}(?:\s*:\s*|\s+(?=trước|trong|quý|tháng|từ|ngày|năm|thường xuyên|hằng|hàng|định kỳ|chậm nhất|\d))/,
    'time',
  ],
  [/^(?:hoàn thành|dự kiến)\s*:\s*/, 'time'],
  [/^(?:sản phẩm|kết quả|đầu ra)(?:\s+(?:đầu ra|dự kiến|đạt được|cần đạt|hoàn thành|thực hiện))?\s*:\s*/, 'product'],
  [/^(?:kinh phí|nguồn kinh phí|địa điểm|đối tượng|thành phần|số lượng|quy mô|hình thức)(?:\s+[^:]{0,30})?\s*:\s*/, 'other'],
];

/** "Các đơn vị được giao chủ trì nhiệm vụ" names a group; only with a colon is it a label. */
const MANY_WITHOUT_COLON = /^các\s[^:]{0,70}$|^các\s[^:]{70}/;

/** "(Sở X chủ trì; Sở Y phối hợp)" on a line of its own. */
const IN_BRACKETS = /^\([^()]{0,200}(?:chủ trì|thực hiện|đầu mối)[^()]{0,200}\)\s?[.;]?$/;

export interface Carried {
  role: ColumnRole;
  start: number;
  end: number;
}

/** True when a line (without its bullet) begins with such a label for who or when. */
export function isCarrier(folded: string): boolean {
  const text = folded.replace(/^[-+*•–(]\s*/, '');
  if (IN_BRACKETS.test(folded)) return true;
  if (MANY_WITHOUT_COLON.test(text) || /^(?:thời gian|thời hạn|chế độ) báo cáo/.test(text)) return false;
  return LABELS.some(([label, role]) => role !== 'other' && role !== 'product' && label.test(`${text} `));
}

/** The parts of a carrier line: each label with the place of what it says. Also finds them inside brackets at an item's end. */
export function carried(folded: string): Carried[] {
  const cuts: { role: ColumnRole; at: number; from: number }[] = [];
  const starts = !folded.includes(':')
    ? [0]
    : [0, ...[...folded.matchAll(/[;.(,]\s+|\(|\s-\s/g)].map((m) => m.index + m[0].length)];
  for (const at of starts) {
    const lead = /^[-+*•]\s*/.exec(folded.slice(at))?.[0].length ?? 0;
    const rest = folded.slice(at + lead, at + lead + 90);
    const hit = MANY_WITHOUT_COLON.test(rest) ? undefined : LABELS.find(([label]) => label.test(`${rest} `));
    if (!hit) continue;
    const length = hit[0].exec(`${rest} `)?.[0].length ?? 0;
    if (!/:/.test(rest.slice(0, length)) && at !== 0) continue;
    cuts.push({ role: hit[1], at, from: Math.min(folded.length, at + lead + length) });
  }
  return cuts.map((cut, i) => ({ role: cut.role, start: cut.from, end: cuts[i + 1]?.at ?? folded.length }));
}
