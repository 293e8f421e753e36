/** A row of a table of tasks: who leads, who cooperates, by when. */
import { unitsOfCell } from './cell_units.ts';
import { deadlinesIn } from './deadlines.ts';
import type { Duties, Owner } from './duties.ts';
import type { Lexicon } from './lexicon.ts';
import type { TableCell } from './reading.ts';
import { begins } from './begins.ts';
import { dutyRole, rolesIn } from './roles.ts';
import { subjectOf } from './subject.ts';
import type { Branch } from './branch.ts';

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
  const at = text.slice(cell.span.start, branch.end).replace(/\s/g, ' ').indexOf(words);
  if (at >= 0) return { start: cell.span.start + at, end: cell.span.start + at + words.length };
  return { start: cell.span.start, end: cell.span.end };
}
