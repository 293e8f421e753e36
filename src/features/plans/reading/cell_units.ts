/** The offices in a cell of a table's column of names, where each name counts, known or not. */
import { carried } from './carriers.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole, TableCell } from './reading.ts';
import { rolesIn } from './roles.ts';
import { plain, scanOf, stick } from './scan.ts';
import type { Mention } from './scan.ts';
import { BODY, FIELD } from './unit_names.ts';
import { mentions } from './units.ts';

const ROLES: Partial<Record<TableCell['role'], AssignmentRole>> = { lead: 'lead', coordinate: 'coordinate', perform: 'perform' };

export function unitsOfCell(cell: TableCell, lexicon: Lexicon): { unit: Mention; role: AssignmentRole }[] {
  const role = ROLES[cell.role] ?? 'perform';
  const folded = fold(cell.text);
  const parts = carried(folded);
  if (cell.role === 'perform' && parts.length) {
    const said = rolesIn(cell.text, lexicon);
    if (said.length) return said.map((s) => ({ unit: s.unit, role: s.role }));
  }
  const named = mentions(cell.text, lexicon, true);
  const list = [...named.filter((m) => !m.vague), ...between(cell.text, named, lexicon)].toSorted((a, b) => a.start - b.start);
  const both = cell.role === 'perform' && /chủ trì.*phối hợp/.test(fold(cell.heading ?? '')) && list.length > 1;
  const out = list.map((unit, i) => ({
    unit,
    role: both ? (i === 0 ? ('lead' as const) : ('coordinate' as const)) : roleInCell(folded, unit, role),
  }));
  return out;
}

/** "Sở Y tế (chủ trì)" in a column of doers. */
function roleInCell(folded: string, unit: Mention, role: AssignmentRole): AssignmentRole {
  if (role !== 'perform') return role;
  const after = folded.slice(unit.end, unit.end + 24);
  if (/^\s*\(?(?:chủ trì|đầu mối)/.test(after)) return 'lead';
  return /^\s*\(?phối hợp/.test(after) || /phối hợp(?: với)?:?\s*$/.test(folded.slice(0, unit.start)) ? 'coordinate' : 'perform';
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
const GAP = /[\s;,+•-]*/uy;
const NAME = /^\p{Lu}[^:.()]{2,88}$/u;
/** Others, nobody, or when and where. */
const NOBODY =
  /liên quan|chức năng|^(?:chủ trì|phối hợp|như trên|không|các |(?:trên|tại|trong|từ|đến|trước|sau|khi|theo|năm|quý|tháng|ngày|cả|mỗi|hằng|hàng|toàn|định kỳ|thường xuyên)(?![\p{L}]))/u;
