/** Finds the offices a sentence names, by the grammar of Vietnamese office names; a registry only adds names and codes. */
import { oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { plain, scanOf, stick } from './scan.ts';
import type { Mention, Scan } from './scan.ts';
import { fieldsAt } from './unit_fields.ts';
import { groupAt } from './unit_groups.ts';
import { listAt, villagesAt, villagesNamedAt } from './unit_lists.ts';
import { placesAt } from './unit_places.ts';
import { nameTail } from './unit_tail.ts';
import { HEAD_WORD, POSTS, WHOLE } from './unit_words.ts';

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
    const last = here.at(-1) as Mention;
    word.lastIndex = Math.max(word.lastIndex, last.end + otherName(scan, last));
  }
  return found;
}

/** Length of the bracket behind an office that only says how else it is called: "Phòng Chính sách (sau đây gọi tắt là Phòng CS)". */
function otherName(scan: Scan, { start, end }: Mention): number {
  const bracket = stick(BRACKET, scan.folded, end);
  const words = bracket?.[1] ?? '';
  const [head] = scan.folded.slice(start, end).split(' ');
  return bracket && (CALLED.test(words) || (words.startsWith(`${head} `) && words.length < end - start)) ? bracket[0].length : 0;
}

/** The office, or the enumeration of offices, that begins exactly at `at`. */
export function mentionAt(scan: Scan, at: number): Mention[] | null {
  const first = scan.text[at] ?? '';
  const capital = first !== first.toLowerCase();
  if (!capital && !scan.loose && !SMALL_START.test(scan.folded.slice(at, at + 14))) return null;
  const office = unitAt(scan, at);
  if (office) return office;
  const members = stick(MEMBERS, scan.folded, at);
  const body = members && unitAt(scan, at + members[0].length)?.[0];
  if (body) return [{ ...plain(scan, at, body.end), group: true }];
  const post = stick(POST, scan.folded, at);
  if (!post) return null;
  const but = stick(POST_BUT_OFFICE, scan.folded, at)?.[0].length ?? 0;
  // What a post is of may be written small: "Bí thư chi bộ".
  const written = { ...scan, loose: true };
  const list =
    unitAt(scan, at + post[0].length) ??
    unitAt(scan, at + but) ??
    unitAt(written, at + post[0].length) ??
    unitAt(written, at + but);
  return list?.map((unit, i) => ({ ...unit, start: i ? unit.start : at, post: true })) ?? null;
}

function unitAt(scan: Scan, at: number): Mention[] | null {
  const known = scan.lexicon.match(scan.folded, at);
  const grammar =
    committeeAt(scan, at) ??
    fieldsAt(scan, at) ??
    longer(insideAt(scan, at), longer(longer(bodyAt(scan, at), groupAt(scan, at)), villagesNamedAt(scan, at)));
  const whose = grammar?.length === 1 && grammar[0] && !grammar[0].group ? ofMany(scan, grammar[0]) : null;
  if (whose) return [whose];
  if (known && known > (grammar?.at(-1)?.end ?? 0) - at) return [plain(scan, at, at + known)];
  return grammar;
}

/** "Ban Tuyên giáo và Dân vận các đảng ủy trực thuộc": a group right behind a name says whose offices these are. */
function ofMany(scan: Scan, unit: Mention): Mention | null {
  const group = scan.folded.startsWith(' các ', unit.end) ? groupAt(scan, unit.end + 1)?.[0] : null;
  return group && !group.vague ? { ...unit, end: group.end, name: `${unit.name} ${group.name}` } : null;
}

const longer = (a: Mention[] | null, b: Mention[] | null) => ((a?.at(-1)?.end ?? -1) >= (b?.at(-1)?.end ?? -1) ? a : b);

/** People's committees and councils: "UBND các huyện: A, B", "HĐND tỉnh". */
function committeeAt(scan: Scan, at: number): Mention[] | null {
  const head = stick(COMMITTEE, scan.folded, at);
  if (!head) return null;
  return placesAt(scan, at, at + head[0].length, true) ?? [plain(scan, at, at + head[0].trimEnd().length)];
}

/** The Party's or a union's body within an office: "Đảng ủy các đồn Biên phòng", "Chi bộ Viện Kiểm sát nhân dân huyện". */
function insideAt(scan: Scan, at: number): Mention[] | null {
  const head = stick(INSIDE, scan.folded, at);
  const of = at + (head?.[0].length ?? 0);
  const capital = scan.text[of] !== scan.folded[of];
  if (!head || stick(INSIDE, scan.folded, of) || !(capital || scan.loose || scan.folded.startsWith('các ', of))) return null;
  const own = oneLine(scan.text.slice(at, of));
  return unitAt(scan, of)?.map((unit, i) => ({ ...unit, start: i ? unit.start : at, name: `${own} ${unit.name}` })) ?? null;
}

/** Any other office: a head word and a name of its own. */
function bodyAt(scan: Scan, at: number): Mention[] | null {
  const whole = stick(WHOLE_NAME, scan.folded, at);
  if (whole && (/[ \s]/.test(whole[0]) || scan.text[at + 1] !== scan.folded[at + 1])) {
    const name = stick(PLACE_NAME, scan.text, at + whole[0].length);
    const other = name && stick(HEAD, scan.folded, at + whole[0].length + (/^\s+/.exec(name[0])?.[0].length ?? 0));
    return [plain(scan, at, at + whole[0].length + (name && !other && !scan.caps ? name[0].length : 0))];
  }
  const many = stick(MANY, scan.folded, at);
  const start = at + (many?.[0].length ?? 0);
  const head = stick(HEAD, scan.folded, start);
  if (!head) return null;
  const letter = scan.text[start] ?? '';
  // "phòng Hợp tác quốc tế": a small head word before a name with a capital.
  const named = scan.text.slice(start + head[0].length).match(/^\s+(?:\p{Lu}|công nghệ số)/u);
  if (letter === letter.toLowerCase() && !scan.loose && !many && !named) return null;
  const common = many ? listAt(scan, at, scan.text.slice(start, start + head[0].length), start + head[0].length) : null;
  if (common) return common;
  const end = nameTail(scan, start, start + head[0].length);
  if (!end) return null;
  const listed = villagesAt(scan, at, end) ?? placesAt(scan, at, end, !!many || /^(?:đồn|đoàn)$/.test(head[0]));
  const around = (many || /^đồn$/.test(head[0])) && !listed ? stick(AROUND, scan.folded, end) : null;
  const list = listed ?? [plain(scan, at, end + (around?.[0].length ?? 0))];
  if (many) for (const m of list) m.name = list.length > 1 ? m.name.replace(/^các\s+/iu, '') : m.name;
  return list;
}

const BRACKET = /\s*\(([^()]{1,120})\)/uy;
const CALLED = /^(?:(?:sau|dưới) đây|(?:gọi|viết) (?:tắt|chung)|(?:cơ quan|đơn vị) thường trực)/;
const boundary = '(?![\\p{L}\\p{M}\\p{N}])';
const SMALL_START =
  /^(?:các|những|giám đốc|chủ tịch|thủ trưởng|trưởng|sở[, ]|ngành|chánh|lãnh đạo|hiệu trưởng|ubnd|đồn|phòng|tất cả|toàn thể|chính quyền|cấp ủy|bộ |ủy ban|trung tâm|trạm y|báo |đài |tổ công|tổ hòa|ban tự quản|đ\/c |thôn |bản |ấp |buôn |khu phố |công chức |công an |ban nhân dân )/;
const POST = new RegExp(
  `${POSTS}(?:(?:\\s*,\\s*|\\s+và\\s+)${POSTS})*\\s+(?:(?:các|của)\\s+(?=ban|văn|thanh|công|đài|báo|trường|hội|chi|trung|bệnh))?`,
  'uy',
);
/** "Các thành viên Ban Chỉ đạo" are a group, and not the board itself. */
const MEMBERS = /(?:các\s+)?(?:đồng\s+chí\s+)?(?:ủy\s+viên|thành\s+viên)\s+(?=ban|tổ|hội|bch|bcđ)/uy;
/** "Trưởng phòng Nội vụ", "Trưởng Công an xã": the office's own head word belongs to the post. */
const POST_BUT_OFFICE = new RegExp(`${POSTS}\\s+(?=(?:các\\s+)?(?:phòng|ban|công an|đài|trạm|cơ quan|khoa))`, 'uy');
const COMMITTEE = new RegExp(
  `(?:các\\s+)?(?:ủy\\s+ban\\s+nhân\\s+dân|ubnd|hội\\s+đồng\\s+nhân\\s+dân|hđnd)(?:\\s*(?:,|và|-|&)\\s*(?:ủy\\s+ban\\s+nhân\\s+dân|ubnd))?${boundary}`,
  'uy',
);
const INSIDE =
  /(?:cấp\s+ủy|đảng\s+ủy|đảng\s+bộ|chi\s+bộ|ban\s+cán\s+sự\s+đảng|công\s+đoàn|chi\s+đoàn|đoàn\s+thanh\s+niên|ban\s+chấp\s+hành|ban\s+thường\s+vụ)\s+(?=\p{L})/uy;
const WHOLE_NAME = new RegExp(`(?:${WHOLE})${boundary}`, 'uy');
const PLACE_NAME = /\s+\p{Lu}[\p{L}\p{M}'’]*(?:\s+\p{Lu}[\p{L}\p{M}'’]*)*/uy;
const AROUND = /\s+(?:đóng\s+(?:chân\s+)?)?(?:trên|tại)\s+địa\s+bàn(?:\s+(?:tỉnh|huyện|xã|thành\s+phố)(?![\p{L}]))?/uy;
const MANY = /các\s+(?=[\p{L}])/uy;
const HEAD = new RegExp(HEAD_WORD, 'uy');
