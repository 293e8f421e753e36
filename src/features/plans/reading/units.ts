/** Finds the offices a sentence names, by the grammar of Vietnamese office names; a registry only adds names and codes. */
import type { Span } from '#ports/documents/document.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { groupAt } from './unit_groups.ts';
import { placesAt } from './unit_places.ts';
import { nameTail } from './unit_tail.ts';
import { FIELD, HEAD_WORD, POSTS, WHOLE } from './unit_words.ts';

/** One office named. In an enumeration with a common head the head is repeated in `name`. Its span is its own part of the enumeration. */
export interface Mention extends Span {
  name: string;
  /** "các cơ quan liên quan" and the like: names nobody. */
  vague: boolean;
  /** A group named as a group: "các cơ quan báo chí". */
  group: boolean;
  /** "Giám đốc", "Chủ tịch": the head stands for the office. */
  post: boolean;
}

/** A text being scanned. `loose`: a heading or a cell, where a name may begin with a small letter. */
export interface Scan {
  text: string;
  folded: string;
  caps: boolean;
  loose: boolean;
  lexicon: Lexicon;
}

export function scanOf(text: string, lexicon: Lexicon, loose = false): Scan {
  return { text, folded: fold(text), caps: isCaps(text), loose, lexicon };
}

/** Every office named in a text, in order. */
export function mentions(text: string, lexicon: Lexicon, loose = false): Mention[] {
  if (loose) return scanned(text, lexicon, loose);
  const known = KNOWN.get(lexicon) ?? new Map<string, Mention[]>();
  KNOWN.set(lexicon, known);
  const found = known.get(text) ?? scanned(text, lexicon, loose);
  if (known.size < 4096) known.set(text, found);
  return found;
}

/** Several rules ask for the offices of the same sentence. */
const KNOWN = new WeakMap<Lexicon, Map<string, Mention[]>>();

function scanned(text: string, lexicon: Lexicon, loose: boolean): Mention[] {
  const scan = scanOf(text, lexicon, loose);
  const found: Mention[] = [];
  const word = /[\p{L}\p{N}]+/gu;
  for (let m = word.exec(scan.folded); m; m = word.exec(scan.folded)) {
    const here = mentionAt(scan, m.index);
    if (!here) continue;
    found.push(...here);
    word.lastIndex = Math.max(word.lastIndex, here.at(-1)?.end ?? 0);
  }
  return found;
}

/** The office, or the enumeration of offices, that begins exactly at `at`. */
export function mentionAt(scan: Scan, at: number): Mention[] | null {
  const first = scan.text[at] ?? '';
  const capital = first !== first.toLowerCase();
  if (!capital && !scan.loose && !SMALL_START.test(scan.folded.slice(at, at + 14))) return null;
  const plain = unitAt(scan, at);
  if (plain) return plain;
  const post = stick(POST, scan.folded, at);
  if (!post) return null;
  const [office] = unitAt(scan, at + post[0].length) ?? unitAt(scan, at + (stick(POST_BUT_OFFICE, scan.folded, at)?.[0].length ?? 0)) ?? [null];
  if (!office) return null;
  const list = unitAt(scan, office.start) ?? [office];
  return list.map((unit, i) => ({ ...unit, start: i ? unit.start : at, post: true }));
}

export function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const plain = (scan: Scan, start: number, end: number): Mention => ({
  start,
  end,
  name: oneLine(scan.text.slice(start, end)),
  vague: false,
  group: false,
  post: false,
});

function unitAt(scan: Scan, at: number): Mention[] | null {
  const known = scan.lexicon.match(scan.folded, at);
  const grammar = committeeAt(scan, at) ?? fieldsAt(scan, at) ?? longer(bodyAt(scan, at), groupAt(scan, at));
  if (known && known > ((grammar?.at(-1)?.end ?? 0) - at)) return [plain(scan, at, at + known)];
  return grammar;
}

const longer = (a: Mention[] | null, b: Mention[] | null) => ((a?.at(-1)?.end ?? -1) >= (b?.at(-1)?.end ?? -1) ? a : b);

/** People's committees and councils: "UBND các huyện: A, B", "HĐND tỉnh". */
function committeeAt(scan: Scan, at: number): Mention[] | null {
  const head = stick(COMMITTEE, scan.folded, at);
  if (!head) return null;
  return placesAt(scan, at, at + head[0].length, true) ?? [plain(scan, at, at + head[0].trimEnd().length)];
}

/** Departments by field: "Sở Y tế", "các sở: Tài chính, Nội vụ", "Phòng Văn hóa và Thông tin huyện". */
function fieldsAt(scan: Scan, at: number): Mention[] | null {
  const head = stick(FIELD_HEAD, scan.folded, at);
  if (!head) return null;
  const word = head[2] ?? '';
  const wordStart = at + (head[1]?.length ?? 0);
  let from = at + head[0].length;
  const found: Mention[] = [];
  for (;;) {
    const field = fieldFrom(scan, from, found.length > 0 || !!head[1]);
    if (!field) break;
    const single = !found.length;
    const start = single ? at : from;
    const name = `${scan.text.slice(wordStart, wordStart + word.length)} ${scan.text.slice(from, field)}`;
    found.push({ ...plain(scan, start, field), name: oneLine(name) });
    const next = stick(LIST_COMMA, scan.folded, field);
    if (!next) break;
    from = field + next[0].length;
  }
  const last = found.at(-1);
  if (!last) return null;
  const own = oneLine(scan.text.slice(at, last.end));
  if (found.length === 1 && !head[1]) last.name = own.replace(/\s*:\s*/, ' ');
  const placed = placesAt(scan, last.start, last.end, false);
  if (placed && found.length === 1) return placed.map((p) => ({ ...p, name: p.name.replace(/^các\s+/iu, '') }));
  if (placed?.length === 1) {
    const tail = placed[0]?.name.slice(oneLine(scan.text.slice(last.start, last.end)).length) ?? '';
    last.end = placed[0]?.end ?? last.end;
    return found.map((f) => ({ ...f, name: f.name + tail }));
  }
  return found;
}

/** End of a field's name that begins at `from`, or 0. A short abbreviation counts in capitals only; in a list each name has a capital. */
function fieldFrom(scan: Scan, from: number, listed: boolean): number {
  const field = stick(FIELD_NAME, scan.folded, from);
  if (!field) return 0;
  const written = scan.text.slice(from, from + field[0].length);
  const first = written[0] ?? '';
  if (field[0].length <= 3 && written !== written.toUpperCase()) return 0;
  if (first === first.toLowerCase() && (listed || !scan.loose) && !/^(y tế|tư pháp|nội vụ|tài chính|văn hóa)/.test(field[0])) return 0;
  if (first === first.toLowerCase() && listed && !scan.loose) return 0;
  return from + field[0].length;
}

/** Any other office: a head word and a name of its own. */
function bodyAt(scan: Scan, at: number): Mention[] | null {
  const whole = stick(WHOLE_NAME, scan.folded, at);
  if (whole && (/[ \s]/.test(whole[0]) || scan.text[at + 1] !== scan.folded[at + 1])) {
    const name = stick(PLACE_NAME, scan.text, at + whole[0].length);
    return [plain(scan, at, at + whole[0].length + (name && !scan.caps ? name[0].length : 0))];
  }
  const many = stick(MANY, scan.folded, at);
  const start = at + (many?.[0].length ?? 0);
  const head = stick(HEAD, scan.folded, start);
  if (!head) return null;
  const letter = scan.text[start] ?? '';
  if (letter === letter.toLowerCase() && !scan.loose && !many) return null;
  const end = nameTail(scan, start, start + head[0].length);
  if (!end) return null;
  const listed = placesAt(scan, at, end, !!many || /^(?:đồn|đoàn)$/.test(head[0]));
  const around = (many || /^đồn$/.test(head[0])) && !listed ? stick(AROUND, scan.folded, end) : null;
  const list = listed ?? [plain(scan, at, end + (around?.[0].length ?? 0))];
  if (many) for (const m of list) m.name = list.length > 1 ? m.name.replace(/^các\s+/iu, '') : m.name;
  return list;
}

const boundary = '(?![\\p{L}\\p{M}\\p{N}])';
const SMALL_START = /^(?:các|những|giám đốc|chủ tịch|thủ trưởng|trưởng|sở[, ]|ngành|chánh|lãnh đạo|hiệu trưởng|ubnd|đồn|phòng|tất cả|toàn thể|chính quyền|cấp ủy|bộ |ủy ban|trung tâm|trạm y|báo |đài )/;
const POST = new RegExp(`${POSTS}\\s+(?:(?:các|của)\\s+(?=ban|văn|thanh|công|đài|báo|trường|hội|chi|trung|bệnh))?`, 'uy');
/** "Trưởng phòng Nội vụ", "Trưởng Công an xã": the office's own head word belongs to the post. */
const POST_BUT_OFFICE = new RegExp(`${POSTS}\\s+(?=(?:các\\s+)?(?:phòng|ban|công an|đài|trạm|cơ quan))`, 'uy');
const COMMITTEE = new RegExp(`(?:các\\s+)?(?:ủy\\s+ban\\s+nhân\\s+dân|ubnd|hội\\s+đồng\\s+nhân\\s+dân|hđnd)(?:\\s*(?:,|và|-|&)\\s*(?:ủy\\s+ban\\s+nhân\\s+dân|ubnd))?${boundary}`, 'uy');
const FIELD_HEAD = new RegExp(`(các\\s+)?(sở|bộ(?!\\s+(?:chỉ|đội|tư\\s+lệnh|phận|máy|chqs|chỉ\\s+huy))|phòng|ban(?=\\s+(?:dân\\s+tộc|tôn\\s+giáo)))${boundary}\\s*:?\\s*`, 'uy');
const FIELD_NAME = new RegExp(`(?:${FIELD})${boundary}`, 'uy');
const LIST_COMMA = /\s*(?:,|;|và|và các|&)\s*(?=[\p{L}])/uy;
const WHOLE_NAME = new RegExp(`(?:${WHOLE})${boundary}`, 'uy');
const PLACE_NAME = /\s+\p{Lu}[\p{L}\p{M}'’]*(?:\s+\p{Lu}[\p{L}\p{M}'’]*)*/uy;
const AROUND = /\s+(?:đóng\s+(?:chân\s+)?)?(?:trên|tại)\s+địa\s+bàn(?:\s+(?:tỉnh|huyện|xã|thành\s+phố)(?![\p{L}]))?/uy;
const MANY = /các\s+(?=[\p{L}])/uy;
const HEAD = new RegExp(HEAD_WORD, 'uy');
