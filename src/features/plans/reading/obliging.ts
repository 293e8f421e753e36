/** Whether an item obliges somebody, and whom: below an office's heading, and anywhere else. */
import { carried } from './carriers.ts';
import type { Owner } from './duties.ts';
import { fold } from './fold.ts';
import { placed } from './places.ts';
import type { AssignmentRole } from './reading.ts';
import { dutyRole, rolesIn } from './roles.ts';
import type { Subject } from './subject.ts';
import type { Context, Walk } from './tasks.ts';
import type { Branch } from './branch.ts';
import { STOPS } from './unit_verbs.ts';

/** Under an office's heading each item is its task, unless it begins with an office of its own. */
export function underOffice(walk: Walk, branch: Branch, subject: Subject | null, owners: Owner[]): boolean {
  const { text } = branch.item;
  if (!/\p{L}{2}/u.test(text)) return false;
  const own = subject && begins(subject) ? subject : null;
  if (own) bySubject(walk, branch, own);
  else for (const owner of owners) walk.duties.assign(branch, owner.unit, owner.role ?? dutyRole(text), owner);
  const at = placed(walk, branch);
  for (const found of rolesIn(text, walk.lexicon, own ? own.restAt : 0)) {
    if (!own && found.start === 0) continue;
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
  const cooperatesOnly = role === 'coordinate' && !context.organising && !own?.asked;
  const acts = !context.goals && (own?.colon || context.organising || (!!marker && !own?.units.every((u) => u.group)));
  const bySelf =
    own && !cooperatesOnly && (own.asked || acts || DUTY.test(fold(own.rest))) && (own.colon || !ISSUES.test(fold(own.rest)));
  const assigned = found.filter((f) => f.explicit);
  if (!bySelf && !assigned.length) return false;
  if (!bySelf && carriedWho === false && !context.organising && !branch.item.marker && ISSUES.test(folded)) return false;
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

/** True when the offices at the start are those who act: a verb follows, or a colon. */
export function begins(subject: Subject): boolean {
  if (subject.units.every((u) => u.vague) || !subject.rest) return false;
  if (subject.colon || subject.asked) return true;
  const rest = fold(subject.rest).replace(/^,\s*/, '');
  // "Già làng tiêu biểu, trưởng thôn, người có uy tín": a list of people.
  if (
    subject.rest.startsWith(',') &&
    !STOPS.test(rest) &&
    !DUTY.test(fold(subject.rest)) &&
    !/(?:có|chịu) trách nhiệm|chủ trì/.test(rest)
  )
    return false;
  if (/^,[^.;:]{0,90}(?:(?:có|chịu) trách nhiệm|chủ trì)(?![\p{L}])/u.test(fold(subject.rest))) return true;
  return (
    (/^\p{Ll}/u.test(subject.rest.replace(/^,\s*/, '')) && !NO_VERB.test(rest)) ||
    /^(?:theo|căn cứ|trên cơ sở|với|trong|hằng|định kỳ)/.test(rest)
  );
}

const DUTY =
  /^(?:,\s*)?(?:(?:có|chịu) trách nhiệm|chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|chủ trì)|đầu mối)/;
/** The issuer's own sentence: it issues, asks, assigns. */
const ISSUES =
  /^(?:(?:yêu cầu|đề nghị|giao|ban hành|phê duyệt|thống nhất|quyết định|phân công|đã|được)(?![\p{L}])|xây dựng kế hoạch[^.]{0,300}(?:như sau|cụ thể)\s*:)/u;
const NO_VERB =
  /^(?:của|thuộc|tại|ở|trên|và|là(?! (?:cơ quan|đơn vị|đầu mối))|như|các|những|này|khác|hoặc|đã|được|bị|cho|nơi|trực thuộc|do|bằng|tiêu biểu|nòng cốt|chủ chốt|ưu tú)(?![\p{L}])/u;
