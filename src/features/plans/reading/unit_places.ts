/** The places an office's name ends with: "tỉnh", "huyện Lộc Ninh", "các huyện: A, B và thị xã C". */
import { oneLine } from './fold.ts';
import { plain, stick } from './scan.ts';
import type { Mention, Scan } from './scan.ts';
import { STOPS } from './unit_verbs.ts';
import { HEAD_WORD, PLACE_KIND, POSTS, VILLAGES } from './unit_words.ts';

/**
 * Continues an office whose own words lie in [start, end) with the places that follow. Several named places are several offices.
 * `bare`: a proper name may follow without a word such as "huyện" ("Đồn Biên phòng Hoa Lư, Lộc Thịnh"). Null when no place follows.
 */
export function placesAt(scan: Scan, start: number, end: number, bare: boolean): Mention[] | null {
  const kinds = stick(KINDS, scan.folded, end);
  if (!kinds) return bare ? bareNames(scan, start, end) : null;
  const kindsEnd = end + kinds[0].length;
  const colon = stick(COLON, scan.folded, kindsEnd);
  const from = kindsEnd + (colon?.[0].length ?? 0);
  const many = /các|,|và|\//.test(kinds[0]) || !!colon?.[0].includes(':');
  const head = oneLine(scan.text.slice(start, end)).replace(/:$/, '');
  const kind = /(?:các\s+)?(.*?)(?:\s*[,/].*|\s+và\s.*)?$/u.exec(oneLine(scan.text.slice(end, kindsEnd)))?.[1] ?? '';
  const found = named(scan, from, start, `${head} ${kind}`, head, many);
  // "UBND các xã biên giới Ia Dom, Ia Nan"
  const narrowed = many && !found.length ? stick(NARROWED, scan.folded, kindsEnd) : null;
  const these = narrowed ? named(scan, kindsEnd + narrowed[0].length, start, `${head} ${kind}`, head, true) : [];
  if (these.length > 1) return these;
  if (found.length > 1 || (found.length === 1 && many && !scan.caps)) return found;
  if (found.length === 1) return [plain(scan, start, found[0]?.end ?? from)];
  const modified = stick(MODIFIER, scan.folded, kindsEnd);
  return [plain(scan, start, kindsEnd + (modified?.[0].length ?? 0))];
}

function named(scan: Scan, from: number, start: number, head: string, bareHead: string, many: boolean): Mention[] {
  const found: Mention[] = [];
  let at = from;
  let words = head;
  for (;;) {
    if (stick(OTHER_UNIT, scan.folded, at) && !(found.length && stick(LIKE_AN_OFFICE, scan.text, at))) break;
    const name = stick(NAME, scan.text, at);
    if (!name || (!scan.caps && (SHORT.test(name[0]) || (!found.length && beginsSentence(scan, at, name[0]))))) break;
    const end = at + name[0].trimEnd().length;
    found.push({ ...plain(scan, found.length ? at : start, end), name: oneLine(`${words} ${name[0]}`) });
    const next = stick(NEXT, scan.folded, end);
    if (!next || scan.caps || (!next[1] && !many && !listed(scan, end + next[0].length))) break;
    at = end + next[0].length;
    if (next[1]) words = `${bareHead} ${oneLine(scan.text.slice(at - next[1].length, at))}`;
  }
  return found;
}

/** "UBND các huyện: Quan tâm bố trí …", "UBND các xã: Giao cho …": a capital after the colon that begins a sentence, no place. */
function beginsSentence(scan: Scan, at: number, name: string): boolean {
  if (!/:\s*$/.test(scan.folded.slice(0, at)) || /[\s-]/.test(name)) return false;
  const after = scan.folded.slice(at + name.length, at + name.length + 26);
  return STOPS.test(scan.folded.slice(at, at + name.length)) || (/^\s+\p{Ll}/u.test(after) && !STOPS.test(after.trim()));
}

/** "UBND xã A, B và phường C": a name of two syllables that another one, a verb or the end follows. */
function listed(scan: Scan, at: number): boolean {
  const name = stick(NAME, scan.text, at);
  if (!name || !/\s/.test(name[0]) || stick(OTHER_UNIT, scan.folded, at)) return false;
  const after = scan.folded.slice(at + name[0].length, at + name[0].length + 26);
  return /^\s*(?:$|[,.;]|và\s)/.test(after) || STOPS.test(after.trim());
}

function bareNames(scan: Scan, start: number, end: number): Mention[] | null {
  const head = oneLine(scan.text.slice(start, end));
  const colon = stick(COLON, scan.folded, end);
  // A colon after a name that is complete begins a sentence, not a list of places.
  const first = /^các\s|biên phòng:?$/i.test(head) ? named(scan, end + (colon?.[0].length ?? 0), start, head, head, true) : [];
  if (first.length) return first;
  const own = /^(.*?biên phòng|các\s+\p{L}+(?:\s+\p{Ll}+)*)\s+(\p{Lu}.*)$/iu.exec(head);
  if (!own || !/biên phòng/i.test(own[1] ?? '')) return null;
  const next = stick(NEXT, scan.folded, end);
  if (!next || next[1]) return null;
  const rest = named(scan, end + next[0].length, start, own[1] ?? '', own[1] ?? '', true);
  if (!rest.length) return null;
  return [plain(scan, start, end), ...rest.map((m, i) => (i ? m : { ...m, start: end + next[0].length }))];
}

const KINDS = new RegExp(
  `\\s+các\\s+${VILLAGES}(?:(?:\\s*,\\s*|\\s+và\\s+)${VILLAGES})*(?![\\p{L}])|\\s+(?:các\\s+)?(?:cấp\\s+(?:tỉnh|huyện|xã)|(?:${PLACE_KIND}))(?![\\p{L}])(?!\\s+(?:đoàn|ủy)(?![\\p{L}]))(?:(?:\\s*,\\s*|\\s+và\\s+|\\s*/\\s*|\\s*-\\s*)(?:các\\s+)?(?:cấp\\s+)?(?:${PLACE_KIND})(?![\\p{L}])(?!\\s+(?:\\p{Lu}|(?:đoàn|ủy)(?![\\p{L}]))))*`,
  'uy',
);
const COLON = /\s*[:(]?\s*/uy;
const NAME =
  /(?:(?:[Cc]ửa khẩu(?: (?:[Qq]uốc tế|[Cc]hính|[Pp]hụ))? )?\p{Lu}[\p{L}\p{M}'’]*|\d{1,2}(?![\d/.]))(?:\s+(?:\p{Lu}[\p{L}\p{M}'’]*|\d{1,2}(?![\d/.]))|\s?-\s?\p{Lu}[\p{L}\p{M}'’]*)*/uy;
const NEXT = new RegExp(`(?:\\s*[,;]\\s*(?:và\\s+)?|\\s+và\\s+)(?:các\\s+)?((?:${PLACE_KIND})\\s+)?(?=[\\p{L}\\d])`, 'uy');
const OTHER_UNIT = new RegExp(
  `(?:sở|bộ|phòng|ủy\\s+ban|ubnd|hđnd|các|${HEAD_WORD}|${POSTS}|tỉnh\\s+(?:đoàn|ủy)|huyện\\s+(?:đoàn|ủy)|quyết\\s+định|kế\\s+hoạch|nghị\\s+quyết|chủ\\s+trì|phối\\s+hợp|thời)(?![\\p{L}])`,
  'uy',
);
/** "Đồn Biên phòng Nậm Cắn, GVCN": an abbreviation is no place. */
const SHORT = /^\p{Lu}{2,}/u;
/** "UBND các xã Sóc Hà, Trường Hà": a place of two syllables, though the first of them begins offices too. */
const LIKE_AN_OFFICE = /\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?=\s*(?:[,;.)]|$)|\svà\s)/uy;
const NARROWED = /\s+(?:biên giới|vùng cao|vùng biên|miền núi|ven biển|trọng điểm)\s*[:(]?\s*/uy;
const MODIFIER =
  /\s+(?:trực\s+thuộc\s+trung\s+ương(?![\p{L}])|(?:có|nơi\s+có)\s+(?!trách|nhiệm)(?:(?!chịu|chủ|phối|trách|tổ\s+chức|thực\s+hiện)\p{Ll}+\s+){0,6}\p{Ll}+(?=\s+(?:chịu|có|chủ\s+trì|phối|tổ\s+chức|thực\s+hiện)\s)|còn\s+lại|biên\s+giới|vùng\s+cao|miền\s+núi|ven\s+biển|giáp\s+biên|có\s+(?:đường\s+)?biên\s+giới|nơi\s+có\s+biên\s+giới|khu\s+vực\s+biên\s+giới|vùng\s+biên|đảo)(?![\p{L}])/uy;
