/** Where the name of an office ends that begins with a general word: "Trung tâm Kiểm soát bệnh tật tỉnh | chủ trì". */
import { fold } from './fold.ts';
import { stick } from './scan.ts';
import type { Scan } from './scan.ts';
import { BODY, FIELD } from './unit_names.ts';
import { STOPS } from './unit_verbs.ts';
import { HEAD_WORD, PAIRS, PLACE_KIND, POSTS, VILLAGES, WHOLE } from './unit_words.ts';

/** End of the name whose head word lies in [start, at), or 0 when nothing that looks like a name follows. */
export function nameTail(scan: Scan, start: number, headEnd: number): number {
  let at = headEnd;
  let safe = 0;
  let small = 0;
  /** The last word was one capital syllable: the next small one belongs to it ("Kiểm | dịch"), unless more of a proper name stood before. */
  let alone = false;
  let proper = false;
  for (let words = 0; words < 16; words++) {
    if (small === 0 && predicate(scan, headEnd, at)) break;
    const next: Step | null = step(scan, at, small, at === headEnd, alone) ?? (at === headEnd ? numbered(scan, start, at) : null);
    if (!next) break;
    if (next.small > MOST_SMALL) return safe;
    if (next.small <= 1) safe = next.end;
    small = next.small;
    alone = next.alone === true && !proper;
    proper = next.alone === true;
    at = next.end;
    if (next.last) break;
  }
  if (at === headEnd) return standsAlone(scan, start, headEnd) ? headEnd : 0;
  return at;
}

/** An office known by its head alone, or the paper's own "Văn phòng" in a list or before what it does. */
function standsAlone(scan: Scan, start: number, end: number): boolean {
  const head = scan.folded.slice(start, end);
  if (BARE.test(head) || stick(OF_MANY, scan.folded, end)) return true;
  return OWN_OFFICE.test(head) && upper(scan.text[start] ?? '') && !!stick(scan.loose ? LISTED : DOES, scan.folded, end);
}

/** "Báo Gia Lai | tăng thời lượng tin": a sentence of small words after a proper name, where no verb is known. */
function predicate(scan: Scan, headEnd: number, at: number): boolean {
  if (scan.caps || !PROPER.test(scan.text.slice(Math.max(headEnd, at - 24), at))) return false;
  const words = stick(SMALL_WORDS, scan.text, at)?.[0];
  return !!words && !OF_A_NAME.test(fold(words));
}

interface Step {
  end: number;
  /** Small words since the last capital. */
  small: number;
  last: boolean;
  alone?: boolean;
}

/** Verbs of two syllables and joining words end a name even there. */
const STRONG =
  /\s|^(?:và|của|có|là|để|do|về|với|trong|trên|tại|theo|từ|đến|khi|được|đã|sẽ|phải|cần|không|cùng|như|hoặc|các|những|cho|bằng|trình|gửi|làm|mở|lập|giúp)$/;

/** Syllables without a capital that a name may have in a row: "Trung tâm Bảo tồn di tích lịch sử". */
const MOST_SMALL = 5;

function step(scan: Scan, at: number, small: number, first: boolean, alone: boolean): Step | null {
  const gap = stick(GAP, scan.folded, at);
  if (!gap) return null;
  // "Công an, Quân sự": a head alone, and then another office.
  if (first && gap[0].includes(',')) return null;
  const from = at + gap[0].length;
  const capital = upper(scan.text[from] ?? '') || scan.caps;
  if (stick(EXPLANATION, scan.folded, from) && gap[0].includes('-')) return null;
  const whole = stick(WHOLE_NAME, scan.folded, from);
  if (whole && !gap[0].trim()) {
    const after = from + whole[0].length;
    // "Phòng PC04 Công an tỉnh"
    const other = stick(UNIT_HEAD, scan.folded, after + 1);
    const own = other ? null : stick(OWN_PLACE, scan.text, after);
    return { end: after + (own && !scan.caps ? own[0].length : 0), small: 0, last: !other || !/\d$/.test(whole[0]) };
  }
  const body = stick(BODY_NAME, scan.folded, from) ?? stick(FIELD_NAME, scan.folded, from);
  const verb = /nước\s$/.test(scan.folded.slice(Math.max(0, from - 5), from))
    ? null
    : STOPS.exec(scan.folded.slice(from, from + 26));
  if (
    body &&
    (capital ||
      (!verb && (first || scan.loose)) ||
      (first && scan.loose) ||
      PROTECTED.test(body[0]) ||
      (!gap[0].includes('và') && /,|-|\svà\s/.test(body[0])))
  )
    return { end: from + body[0].length, small: 0, last: false };
  if (gap[0].trim() && (!capital || scan.caps || stick(UNIT_HEAD, scan.folded, from) || whole)) return null;
  if (
    gap[0].includes(',') &&
    (stick(WHOLE_NAME, scan.folded, from) ||
      / nam$/.test(scan.folded.slice(0, at)) ||
      !LAST_PART.test(scan.folded.slice(from, from + 60)))
  )
    return null;
  const village = gap[0].trim() ? null : stick(VILLAGE, scan.folded, from);
  if (village?.[0].startsWith('các')) return null;
  if (village) {
    const own = scan.caps ? null : stick(OWN_PLACE, scan.text, from + village[0].length);
    return { end: from + village[0].length + (own?.[0].length ?? 0), small: 0, last: true };
  }
  const place = stick(PLACE, scan.folded, from);
  if (place && !gap[0].trim()) {
    const after = from + place[0].length;
    if (/các|,/.test(place[0])) return null;
    const blank = after + (/^\s+/.exec(scan.folded.slice(after, after + 4))?.[0].length ?? 0);
    const own = scan.caps || stick(UNIT_HEAD, scan.folded, blank) ? null : stick(OWN_PLACE, scan.text, after);
    return { end: after + (own?.[0].length ?? 0), small: 0, last: true };
  }
  if (first && !capital) return null;
  if (verb && !capital && !(alone && small === 0 && !STRONG.test(verb[0]))) return null;
  const pair = capital ? stick(PAIR, scan.folded, from) : null;
  if (pair) return { end: from + pair[0].length, small: 0, last: false };
  const word = stick(WORD, scan.text, from);
  if (!word) return null;
  return { end: from + word[0].length, small: capital ? 0 : small + 1, last: false, alone: capital && /\p{Ll}/u.test(word[0]) };
}

/** "Hải đội 2", "Trung đoàn 719", "Đội 3". */
function numbered(scan: Scan, start: number, at: number): Step | null {
  const number = ARMED.test(scan.folded.slice(start, at)) ? stick(NUMBER, scan.folded, at) : null;
  return number && { end: at + number[0].length, small: 0, last: true };
}

const ARMED = /^(?:hải đội|hải đoàn|binh đoàn|quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|đại đội|công ty|đội|tổ)$/;
const NUMBER = /\s+\d{1,4}(?![\p{L}\d/.])(?:\s+(?:biên phòng|hải quân|cảnh sát biển)(?![\p{L}]))?/uy;

const PROPER = /\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}*$/u;
const SMALL_WORDS = /(?:\s+\p{Ll}[\p{L}\p{M}]*){3}/uy;
const OF_A_NAME = /\s(?:tỉnh|huyện|xã|phường|thành phố|thị xã|khu vực|ủy|thôn|ấp|buôn|làng)(?![\p{L}])/u;

const upper = (char: string) => char !== char.toLowerCase();
const boundary = '(?![\\p{L}\\p{M}\\p{N}])';
const GAP = /\s+và\s+|\s*,\s*|\s+-\s+|\s?-\s?(?=[\p{L}])|\s+/uy;
const EXPLANATION = /(?:cơ quan|đơn vị|thường trực|phó|trưởng|chủ|thành viên|là|đầu mối|các|giao)(?![\p{L}])/uy;
const WHOLE_NAME = new RegExp(`(?:${WHOLE})${boundary}`, 'uy');
const BODY_NAME = new RegExp(
  `(?:${BODY}|nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|biên phòng|kiểm lâm|nhân dân|đa khoa|truyền thanh|quân sự)${boundary}`,
  'uy',
);
const FIELD_NAME = new RegExp(`(?:${FIELD})${boundary}`, 'uy');
const PROTECTED =
  /^(?:hòa giải|giúp việc|bảo vệ an ninh|(?:thông tin|tuyên truyền|truyền thông) (?:lưu|cộng)|vận động quần|dự án|việc|phối hợp phổ biến|giáo dục|đầu tư|phòng|cứu|cháy|các|dịch vụ|cung|xúc tiến|đại diện)/;
const LAST_PART = /^[^,;.:()]{3,40}\s(?:và|-)\s/u;
const PLACE = new RegExp(
  `(?:cấp\\s+(?:tỉnh|huyện|xã)|(?:(?:của|các)\\s+)?(?:${PLACE_KIND}))(?![\\p{L}])(?:\\s*,\\s*(?:${PLACE_KIND})(?![\\p{L}]))*`,
  'uy',
);
const VILLAGE = new RegExp(
  `các\\s+${VILLAGES}(?![\\p{L}])|(?!bản)${VILLAGES}(?:\\s*,\\s*(?!bản)${VILLAGES})*(?![\\p{L}])|khu\\s+vực(?=\\s+(?:[ivx]+|\\d+)(?![\\p{L}\\d]))`,
  'uy',
);
const OWN_PLACE = /\s+(?:\p{Lu}[\p{L}\p{M}'’]*|\d{1,2}(?![\d/.]))(?:(?:\s+|\s?-\s?)\p{Lu}[\p{L}\p{M}'’]*)*/uy;
const UNIT_HEAD = new RegExp(`(?:sở|bộ|phòng|ủy\\s+ban|ubnd|hđnd|các|${HEAD_WORD}|${POSTS})${boundary}`, 'uy');
const PAIR = new RegExp(`(?:${PAIRS})${boundary}`, 'uy');
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}&./'’]*(?<![./])/uy;
const OWN_OFFICE = /^(?:văn phòng|thanh tra)$/;
const DOES =
  /\s+(?:chủ\s+trì|phối\s+hợp|(?:có|chịu)\s+trách\s+nhiệm|thực\s+hiện|đầu\s+mối|tham\s+mưu|theo\s+dõi|tổng\s+hợp|đôn\s+đốc|bố\s+trí)(?![\p{L}])/uy;
const LISTED = new RegExp(`\\s*(?:$|[,;.)(+&-]|và\\s)|${DOES.source}`, 'uy');
/** "Ban quản lý các ấp": whose they are tells them apart. */
const OF_MANY = new RegExp(`\\s+các\\s+(?:${PLACE_KIND}|${VILLAGES})(?![\\p{L}])`, 'uy');
/** Offices known by the head word alone. */
const BARE =
  /^(?:báo\s+và\s.*|ban\s+chỉ\s+đạo|bcđ|công\s+đoàn(?:\s+ngành)?|đảng\s+ủy|c[ôổ]ng\s+thông\s+tin\s+điện\s+tử|mặt\s+trận|bộ\s+tham\s+mưu|khu\s+phố|công\s+an|ban\s+chqs|bchqs|bộ\s+chqs|ban\s+tự\s+quản|btq|ttyt|tyt|cdc|nhcsxh|chi\s+đoàn|đoàn\s+thanh\s+niên|quân\s+sự|biên\s+phòng|kiểm\s+lâm|vnpt|viettel|mobifone|bđbp|kho\s+bạc|hải\s+quan|tòa\s+án(?:\s+nhân\s+dân)?|viện\s+kiểm\s+sát(?:\s+nhân\s+dân)?|tand|vksnd|mttq|ubmttq(?:vn)?|bảo\s+hiểm\s+xã\s+hội)$/;
