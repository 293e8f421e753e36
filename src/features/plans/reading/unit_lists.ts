/** Offices of one kind under a common head: "Các Chi cục: Kiểm lâm, Thủy lợi, Chăn nuôi và Thú y". */
import { oneLine } from './fold.ts';
import { plain, stick } from './scan.ts';
import type { Mention, Scan } from './scan.ts';
import { nameTail } from './unit_tail.ts';
import { BODY } from './unit_names.ts';
import { HEAD_WORD } from './unit_words.ts';

/** `start`: where the whole begins; `head`: the common word without "các", which ends at `end`. Null when no such list follows. */
export function listAt(scan: Scan, start: number, head: string, end: number): Mention[] | null {
  const colon = stick(COLON, scan.folded, end) ?? stick(BEFORE_NAME, scan.text, end);
  if (!colon) return null;
  const found: Mention[] = [];
  let at = end + colon[0].length;
  for (;;) {
    const stop = nameEnd(scan, at);
    if (!stop) break;
    const own = plain(scan, found.length ? at : start, stop);
    found.push({ ...own, name: oneLine(`${head} ${scan.text.slice(at, stop)}`) });
    const next = stick(NEXT, scan.folded, stop);
    // "các Trung tâm Y tế, Bệnh viện đa khoa": without a colon another head begins another office.
    if (!next || (!colon[0].includes(':') && stick(OTHER, scan.folded, stop + next[0].length))) break;
    at = stop + next[0].length;
  }
  return found.length > 1 ? found : null;
}

/** "Ban nhân dân làng Kloong và làng Bi": an office [start, end) that ends with a village, and its like in further ones. */
export function villagesAt(scan: Scan, start: number, end: number): Mention[] | null {
  const head = OF_VILLAGE.exec(scan.text.slice(start, end))?.[1];
  if (!head) return null;
  const found = [plain(scan, start, end)];
  for (;;) {
    const from = found.at(-1)?.end ?? end;
    const next = stick(VILLAGE, scan.text, from);
    if (!next?.[1]) break;
    const at = from + next[0].length - next[1].length;
    found.push({ ...plain(scan, at, from + next[0].length), name: oneLine(`${head} ${next[1]}`) });
  }
  return found.length > 1 ? found : null;
}

/** "Các thôn: A, B, C", "thôn A": villages as those who act. A village alone is one mention; the common word is repeated for each of several. */
export function villagesNamedAt(scan: Scan, at: number): Mention[] | null {
  const head = stick(VILLAGES, scan.folded, at);
  if (!head?.[2]) return null;
  const kind = scan.text.slice(
    at + head[0].length - head[2].length - (head[3]?.length ?? 0),
    at + head[0].length - (head[3]?.length ?? 0),
  );
  const found: Mention[] = [];
  let from = at + head[0].length;
  for (;;) {
    const name = stick(VILLAGE_NAME, scan.text, from);
    if (!name) break;
    const end = from + name[0].length;
    found.push({ ...plain(scan, found.length ? from : at, end), name: oneLine(`${kind} ${name[0]}`), village: true });
    const next = head[1] ? stick(NEXT_VILLAGE, scan.folded, end) : null;
    if (!next) break;
    from = end + next[0].length;
  }
  return found.length ? found : null;
}

function nameEnd(scan: Scan, at: number): number {
  const known = stick(KNOWN, scan.folded, at);
  if (!/^\p{Lu}/u.test(scan.text.slice(at, at + 1))) return 0;
  if (known) return at + known[0].length;
  const cut = scan.folded.slice(at).search(/[,;.:]|\svà\s/);
  const until = cut < 0 ? scan.text.length : at + cut;
  return nameTail({ ...scan, text: scan.text.slice(0, until), folded: scan.folded.slice(0, until) }, at - 1, at - 1);
}

const OF_VILLAGE = /^(.*?)\s+(?:thôn|ấp|làng|bản|buôn|sóc|xóm|khu\s+phố)\s+[\p{Lu}\d][^,]*$/su;
const VILLAGE =
  /(?:\s*,\s*|\s+và\s+)((?:thôn|ấp|làng|bản|buôn|sóc|xóm|khu\s+phố)\s+[\p{Lu}\d][\p{L}\d]*(?:\s+[\p{Lu}\d][\p{L}\d]*)*)/uy;
const VILLAGES = /(các\s+)?(thôn|ấp|bản|buôn|khu\s+phố|khóm|xóm|tổ\s+dân\s+phố)(\s*:\s*|\s+)(?=[\p{L}\d])/uy;
const VILLAGE_NAME = /[\p{Lu}\d][\p{L}\p{M}\d’']*(?:\s+[\p{Lu}\d][\p{L}\p{M}\d’']*)*/uy;
const NEXT_VILLAGE = /(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?=[\p{L}\d])/uy;
const COLON = /\s*:\s+/uy;
const OTHER = new RegExp(`${HEAD_WORD}\\s+\\p{L}`, 'uy');
const BEFORE_NAME = /\s+(?=\p{Lu})/uy;
/** A name's abbreviation may stand in brackets behind it. */
const NEXT = /(?:\s*\([^()]{1,30}\))?(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?=\p{L})/uy;
const KNOWN = new RegExp(`(?:${BODY})(?![\\p{L}\\p{M}\\p{N}])`, 'uy');
