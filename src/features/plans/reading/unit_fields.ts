/** Departments named by their field: "Sở Y tế", "các sở: Tài chính, Nội vụ". */
import { oneLine } from './fold.ts';
import { plain, stick } from './scan.ts';
import type { Mention, Scan } from './scan.ts';
import { placesAt } from './unit_places.ts';
import { FIELD } from './unit_names.ts';

/** Departments by field: "Sở Y tế", "các sở: Tài chính, Nội vụ", "Phòng Văn hóa và Thông tin huyện". */
export function fieldsAt(scan: Scan, at: number): Mention[] | null {
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
  if (first === first.toLowerCase() && (listed || !scan.loose) && !/^(y tế|tư pháp|nội vụ|tài chính|văn hóa)/.test(field[0]))
    return 0;
  if (first === first.toLowerCase() && listed && !scan.loose) return 0;
  return from + field[0].length;
}

const boundary = '(?![\\p{L}\\p{M}\\p{N}])';
const FIELD_HEAD = new RegExp(
  `(các\\s+)?(sở|bộ(?!\\s+(?:chỉ|đội|tham\\s+mưu|tư\\s+lệnh|phận|máy|chqs|chỉ\\s+huy))|phòng|ban(?=\\s+(?:dân\\s+tộc|tôn\\s+giáo)(?!\\s+(?:của\\s+)?(?:hđnd|hội\\s+đồng))))${boundary}\\s*:?\\s*`,
  'uy',
);
const FIELD_NAME = new RegExp(`(?:${FIELD})${boundary}`, 'uy');
const LIST_COMMA = /\s*(?:\([^()]{1,30}\)\s*)?(?:,|;|và|và các|&)\s*(?=[\p{L}])/uy;
