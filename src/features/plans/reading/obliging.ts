/** Whether an item obliges somebody, and whom: below an office's heading, and anywhere else. */
import { labelled } from './among_offices.ts';
import { DUTY, begins } from './begins.ts';
import { carried } from './carriers.ts';
import type { Owner } from './duties.ts';
import { fold } from './fold.ts';
import { placed } from './places.ts';
import type { AssignmentRole } from './reading.ts';
import { dutyRole, rolesIn } from './roles.ts';
import type { Subject } from './subject.ts';
import type { Context, Walk } from './tasks.ts';
import type { Branch } from './branch.ts';

/** Under an office's heading each item is its task, unless it begins with an office of its own. */
export function underOffice(walk: Walk, branch: Branch, subject: Subject | null, owners: Owner[]): boolean {
  const { text } = branch.item;
  if (!/\p{L}{2}/u.test(text)) return false;
  // A bullet "- Đề nghị Công an tỉnh …" is what the office itself has to ask for.
  const asks = branch.item.marker?.ordinal === null && /^(?:đề nghị|kiến nghị)\s/.test(fold(text));
  const own = subject && begins(subject) && !asks ? subject : null;
  if (own) bySubject(walk, branch, own);
  else for (const owner of owners) walk.duties.assign(branch, owner.unit, owner.role ?? dutyRole(text), owner);
  const at = placed(walk, branch);
  for (const found of rolesIn(text, walk.lexicon, own ? own.restAt : 0)) {
    if (!own && (asks || found.start === 0)) continue;
    walk.duties.assign(branch, found.unit, found.role, at(found.start, found.end));
  }
  walk.duties.task(branch);
  return true;
}

/** Anywhere else an item is a task only when it says in words of assignment who is to do it. */
export function elsewhere(walk: Walk, branch: Branch, subject: Subject | null, context: Context): boolean {
  const { text, marker } = branch.item;
  const folded = fold(text);
  const at = placed(walk, branch);
  const own = subject && begins(subject) ? subject : null;
  const role = own ? dutyRole(own.rest) : 'perform';
  const carriedWho = carried(folded).some((c) => c.role === 'lead' || c.role === 'perform');
  const found = rolesIn(text, walk.lexicon, own ? own.restAt : 0);
  const numbered = !context.goals && (marker?.ordinal ?? null) !== null;
  const cooperatesOnly = role === 'coordinate' && !context.organising && !own?.asked && !numbered;
  const acts = !context.goals && (own?.colon || context.organising || (!!marker && !own?.units.every((u) => u.group)));
  const bySelf =
    own && !cooperatesOnly && (own.asked || acts || DUTY.test(fold(own.rest))) && (own.colon || !ISSUES.test(fold(own.rest)));
  const assigned = found.filter((f) => f.explicit);
  const named = !own && !assigned.length && context.organising && !context.goals ? labelled(branch, walk.lexicon) : null;
  if (named) walk.duties.assign(branch, named.unit, dutyRole(named.rest), at(named.unit.start, named.unit.end));
  if (!bySelf && !assigned.length && !named) return false;
  if (!bySelf && !named && carriedWho === false && !context.organising && !branch.item.marker && ISSUES.test(folded))
    return false;
  if (bySelf && own) bySubject(walk, branch, own);
  for (const f of found) walk.duties.assign(branch, f.unit, f.role, at(f.start, f.end));
  walk.duties.task(branch);
  return true;
}

function bySubject(walk: Walk, branch: Branch, subject: Subject): void {
  const at = placed(walk, branch);
  const role: AssignmentRole = dutyRole(subject.rest);
  for (const unit of subject.units) if (!unit.vague) walk.duties.assign(branch, unit, role, at(unit.start, unit.end));
}

/** The issuer's own sentence: it issues, asks, assigns. */
const ISSUES =
  /^(?:(?:yêu cầu|đề nghị|giao|ban hành|phê duyệt|thống nhất|quyết định|phân công|đã|được(?! giao| phân công))(?![\p{L}])|xây dựng kế hoạch[^.]{0,300}(?:như sau|cụ thể)\s*:)/u;
