/** A row of a table of tasks: who leads, who cooperates, by when. */
import { carried } from './carriers.ts';
import { deadlinesIn } from './deadlines.ts';
import type { Duties, Owner } from './duties.ts';
import { fold, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole, TableCell } from './reading.ts';
import { begins } from './obliging.ts';
import { dutyRole, rolesIn } from './roles.ts';
import { subjectOf } from './subject.ts';
import type { Branch } from './branch.ts';
import { mentions } from './units.ts';
import type { Mention } from './scan.ts';

export function rowDuties(
  walk: { lexicon: Lexicon; duties: Duties; text: string },
  branch: Branch,
  owners: Owner[] | null,
): void {
  const row = branch.row;
  if (!row || row.kind !== 'row' || !row.text || !/\p{L}/u.test(row.text)) return;
  const who = row.cells.filter((c) => c.role === 'lead' || c.role === 'coordinate' || c.role === 'perform');
  const time = row.cells.filter((c) => c.role === 'time');
  const subject = owners && subjectOf(row.text, walk.lexicon);
  const own = subject && begins(subject) ? subject : null;
  const found = rolesIn(row.text, walk.lexicon, own?.restAt).filter((r) => r.explicit || owners);
  if (!who.some((c) => /\p{L}/u.test(c.text)) && !owners && !found.length && !(time.length && who.length)) return;
  if (!who.length && !owners && !found.length) return;
  walk.duties.task(branch);
  if (!who.some((c) => c.role !== 'coordinate' && /\p{L}/u.test(c.text))) {
    const doers = own
      ? own.units.map((unit) => ({ unit, role: dutyRole(own.rest), start: branch.start, end: branch.end }))
      : (owners ?? []);
    for (const doer of doers) walk.duties.assign(branch, doer.unit, doer.role ?? dutyRole(row.text), doer);
  }
  for (const cell of who) {
    const span = cell.span ?? branch;
    const duty = cell.role === 'perform' ? dutyRole(row.text) : null;
    for (const { unit, role } of unitsOfCell(cell, walk.lexicon))
      walk.duties.assign(branch, unit, role === 'perform' && duty ? duty : role, span);
  }
  for (const { unit, role } of found) walk.duties.assign(branch, unit, role, branch);
  for (const cell of row.cells) {
    if (cell.role !== 'time' && !(cell.role === 'task' && !time.some((t) => t.text))) continue;
    for (const d of deadlinesIn(cell.text, cell.role === 'time')) {
      const at = placeIn(walk.text, cell, d.start, d.end, branch);
      walk.duties.due.push({ branch, text: cell.text.slice(d.start, d.end), rule: d.rule, ...at });
    }
  }
}

/** Where words of a cell stand in the text; a carried cell's words stand in the row above, so the row itself is given. */
function placeIn(text: string, cell: TableCell, start: number, end: number, branch: Branch): { start: number; end: number } {
  if (!cell.span) return { start: branch.start, end: branch.end };
  const words = cell.text.slice(start, end);
  const at = text.slice(cell.span.start, branch.end).indexOf(words);
  if (at >= 0) return { start: cell.span.start + at, end: cell.span.start + at + words.length };
  return { start: cell.span.start, end: cell.span.end };
}

const ROLES: Partial<Record<TableCell['role'], AssignmentRole>> = { lead: 'lead', coordinate: 'coordinate', perform: 'perform' };

function unitsOfCell(cell: TableCell, lexicon: Lexicon): { unit: Mention; role: AssignmentRole }[] {
  const role = ROLES[cell.role] ?? 'perform';
  const folded = fold(cell.text);
  const parts = carried(folded);
  if (cell.role === 'perform' && parts.length) {
    const said = rolesIn(cell.text, lexicon);
    if (said.length) return said.map((s) => ({ unit: s.unit, role: s.role }));
  }
  const named = mentions(cell.text, lexicon, true);
  const list = named.filter((m) => !m.vague);
  const both = cell.role === 'perform' && /chủ trì.*phối hợp/.test(fold(cell.heading ?? '')) && list.length > 1;
  const out = list.map((unit, i) => ({
    unit,
    role: both ? (i === 0 ? ('lead' as const) : ('coordinate' as const)) : roleInCell(folded, unit, role),
  }));
  return out.length || named.length ? out : plainNames(cell.text, role);
}

/** "Sở Y tế (chủ trì)" in a column of doers. */
function roleInCell(folded: string, unit: Mention, role: AssignmentRole): AssignmentRole {
  if (role !== 'perform') return role;
  const after = folded.slice(unit.end, unit.end + 24);
  if (/^\s*\(?(?:chủ trì|đầu mối)/.test(after)) return 'lead';
  return /^\s*\(?phối hợp/.test(after) || /phối hợp(?: với)?:?\s*$/.test(folded.slice(0, unit.start)) ? 'coordinate' : 'perform';
}

/** Names the grammar does not know still are names in a column of names. */
function plainNames(text: string, role: AssignmentRole): { unit: Mention; role: AssignmentRole }[] {
  return text
    .split(/[;,\n]+/)
    .map(oneLine)
    .map((name) => name.replace(/^[-+•]\s*/, ''))
    .filter((name) => /^\p{Lu}/u.test(name) && name.length > 2 && name.length < 90 && !/liên quan|chức năng/.test(fold(name)))
    .map((name) => ({ unit: { name, start: 0, end: 0, vague: false, group: false, post: false }, role }));
}
