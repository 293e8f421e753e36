/** The offices in a cell of a table's column of names, where each name counts, known or not. */
import { parted } from './cell_breaks.ts';
import { saidInCell, withoutRoleWords } from './cell_roles.ts';
import { fold, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole } from './reading.ts';
import { plain, scanOf, stick } from './scan.ts';
import type { Mention } from './scan.ts';
import type { RowCell } from './tables.ts';
import { BODY, FIELD } from './unit_names.ts';
import { STOPS } from './unit_verbs.ts';
import { mentions } from './units.ts';

const ROLES: Partial<Record<RowCell['role'], AssignmentRole>> = { lead: 'lead', coordinate: 'coordinate', perform: 'perform' };

/** Each with its role: what the cell says of it, else what its column is. */
export function unitsOfCell(cell: RowCell, lexicon: Lexicon): { unit: Mention; role: AssignmentRole }[] {
  const own = ROLES[cell.role] ?? 'perform';
  const text = parted(cell.written, lexicon);
  const folded = fold(text);
  const named = mentions(text, lexicon, true).map((unit, i, all) => longer(text, unit, all[i + 1]));
  const all = [...named, ...between(withoutRoleWords(text), named, lexicon)].toSorted((a, b) => a.start - b.start);
  const said = own === 'coordinate' ? [] : saidInCell(folded, all);
  const list = all.flatMap((unit, i) => (unit.vague ? [] : [{ unit, role: said[i] ?? null }]));
  // "Chủ trì, phối hợp": the first of them leads.
  const both = own === 'perform' && list.length > 1 && BOTH.test(fold(cell.heading ?? '')) && list.every(({ role }) => !role);
  return list.map(({ unit, role }, i) => ({ unit, role: both ? (i ? 'coordinate' : 'lead') : (role ?? own) }));
}

/** "Phòng Xây dựng nếp sống văn hóa": small words that are no verb go on with a name that only seemed to have ended. */
function longer(text: string, unit: Mention, next: Mention | undefined): Mention {
  const before = text.slice(unit.end, next?.start).replace(JOINS, '');
  const rest = unit.group ? null : TAIL.exec(before)?.[0];
  const words = fold(rest ?? '');
  if (!rest || ROLE.test(words) || STOPS.test(words.replace(/^(?:,| -)? /, ''))) return unit;
  return { ...unit, end: unit.end + rest.length, name: oneLine(`${unit.name}${rest}`) };
}

/** Names the grammar does not know still are names in a column of names: what stands between commas and holds no known one. */
export function between(text: string, named: Mention[], lexicon: Lexicon): Mention[] {
  const scan = scanOf(text, lexicon, true);
  const found: Mention[] = [];
  for (let at = 0; at < text.length;) {
    const from = at + (stick(GAP, text, at)?.[0].length ?? 0);
    const end = partEnd(scan, from);
    at = Math.max(end, at + 1);
    const part = plain(scan, from, end);
    if (!named.some((m) => m.start < end && m.end > from) && NAME.test(part.name) && !NOBODY.test(fold(part.name)))
      found.push(part);
  }
  return found;
}

/** Up to the next comma, or the end of a field's name with commas of its own; another field may follow on the next line. */
function partEnd(scan: ReturnType<typeof scanOf>, from: number): number {
  const known = stick(KNOWN, scan.folded, from);
  const own = from + (known?.[0].length ?? 0);
  const next = stick(GAP, scan.text, own);
  if (known && next && stick(KNOWN, scan.folded, own + next[0].length)) return own;
  const cut = scan.text.slice(own).search(/[;,]/);
  return cut < 0 ? scan.text.length : own + cut;
}

const KNOWN = new RegExp(`(?:${BODY}|${FIELD})(?![\\p{L}\\p{M}\\p{N}])`, 'uy');
const BOTH = /chủ trì.*phối hợp/;
const JOINS = /(?:\s(?:và|cùng|&))?\s*$/;
const TAIL = /^(?=(?:,\s|\s-\s|\s)\p{Ll})(?:(?:,\s|\s-\s)\p{Ll}+|\s\p{Lu}?\p{Ll}+)+(?=\s*(?:[;,(]|$))/u;
const ROLE = /chủ trì|phối hợp|thực hiện|đầu mối|thường trực/;
const GAP = /[\s;,+•-]*/uy;
const NAME = /^\p{Lu}[^:.()]{2,88}$/u;
/** Others, nobody, or when and where. */
const NOBODY =
  /liên quan|chức năng|^(?:chủ trì|phối hợp|như |không|các |(?:trên|tại|trong|từ|đến|trước|sau|khi|theo|năm|quý|tháng|ngày|cả|mỗi|hằng|hàng|toàn|định kỳ|thường xuyên)(?![\p{L}]))/u;
