/** Line breaks inside a cell of names: one parts two offices, another only wraps a long name. */
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { scanOf, stick } from './scan.ts';
import { HEAD_WORD } from './unit_words.ts';
import { mentionAt, mentions } from './units.ts';

/** The cell as one line, as long as it was: ";" for a break or slash that parts two names and before a label, a blank for a break inside a name. */
export function parted(written: string, lexicon: Lexicon): string {
  let soFar = '';
  /** What stands since the last break that parts. */
  let own = '';
  for (const line of written.split('\n')) {
    const parts = soFar !== '' && apart(own, line, lexicon);
    own = (parts || !soFar ? line : `${own} ${line}`).slice(-LONGEST);
    soFar += soFar ? `${parts ? ';' : ' '}${line}` : line;
  }
  const scan = scanOf(soFar, lexicon, true);
  return soFar
    .replace(BEFORE_LABEL, ';')
    .replace(SLASH, (slash, gap: string, at: number) => (mentionAt(scan, at + slash.length) ? `;${gap}` : slash));
}

/** Both sides can stand as a name. */
function apart(above: string, below: string, lexicon: Lexicon): boolean {
  if (BULLET.test(below)) return true;
  if (GOES_ON.test(above) || !BEGINS.test(below)) return false;
  const name = above.slice(above.search(LAST)).replace(CLOSING, '');
  if (isPartOf(fold(name), fold(below))) return false;
  const known = mentions(name, lexicon, true).at(-1)?.end === name.length;
  if (SHORT.test(below)) return known || SHORT.test(name);
  if (mentionAt(scanOf(below, lexicon, true), 0)) return known ? !NEEDS_WHOSE.test(fold(name)) : !stick(HEAD, fold(name), 0);
  // A name nobody knows: it is one when the known name above ends at the break all the same.
  const joined = mentions(`${name} ${below}`, lexicon, true).find((unit) => unit.start < name.length && unit.end >= name.length);
  return known && joined?.end === name.length && /\s/.test(below);
}

/** "Ngân hàng Chính sách xã hội | Chi nhánh tỉnh", "Phòng Cảnh sát giao thông | Công an tỉnh": the second says whose or where the first is. */
const isPartOf = (above: string, below: string) =>
  (/^(?:ngân hàng|công ty|tổng công ty|tập đoàn|bảo hiểm|agribank|viettel|vnpt)/.test(above) && /^chi nhánh/.test(below)) ||
  (/^(?:phòng|đội) (?:cảnh sát|an ninh|p[acvx]\d|quản lý (?:xuất nhập cảnh|hành chính))/.test(above) && /^công an/.test(below));

const BULLET = /^[-+•*]\s*\p{L}/u;
const GOES_ON = /(?:[-,;:&/(]|(?:^|\s)(?:và|của|các|thuộc|với|tại|cho|về|trực))\s*$/iu;
const BEGINS = /^(?:\p{Lu}|các\s)/u;
/** No office's name is longer. */
const LONGEST = 200;
const SLASH = /\/(\s?)(?=\p{Lu})/gu;
/** "CT: Sở A PH: Sở B" */
const BEFORE_LABEL =
  /(?<=[\p{L})]) (?=(?:(?:cơ quan|đơn vị) )?(?:chủ trì|đầu mối|phối hợp|thực hiện|ct|ph)(?: thực hiện| chính)?\s?:)/giu;
/** "SNV", "STC" */
const SHORT = /^\p{Lu}[\p{Lu}\d&-]+$/u;
/** The last of the names above. */
const LAST = /[^;,]*$/;
const CLOSING = /^[\s•*+-]+|\s*(?:\([^()]*\))?[\s.]*$/g;
/** Heads that stand for nobody without the office they belong to. */
const NEEDS_WHOSE =
  /^(?:đảng ủy|chi bộ|chi đoàn|công đoàn|đoàn thanh niên|thanh tra|lãnh đạo|thường trực)$|(?:^|\s)(?:bộ đội|(?:ban|bộ) chỉ huy|ban chỉ đạo|ban quản lý|văn phòng|trung tâm|ủy ban|hội đồng|chi cục|chi nhánh|mặt trận|phòng)$/;
const HEAD = new RegExp(`(?:sở|bộ|phòng|ubnd|hđnd|${HEAD_WORD})(?![\\p{L}\\p{M}\\p{N}])`, 'uy');
