/** Which nodes oblige whom: tasks, assignments and deadlines, out of the tree. */
import { carried } from './carriers.ts';
import { isExecutionClause, isGeneralRequest } from './closing.ts';
import { deadlinesIn } from './deadlines.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole } from './reading.ts';
import { recipientsOf } from './report_to.ts';
import { dutyRole, rolesIn } from './roles.ts';
import { rowDuties } from './row_duties.ts';
import { isNamesOnly, subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import type { Duties, Owner } from './duties.ts';
import type { Branch } from './tree.ts';

interface Walk {
  lexicon: Lexicon;
  duties: Duties;
  /** The whole text, for places. */
  text: string;
}

/** `directive`: its numbered points are orders, whatever their section is called. */
export function readDuties(roots: Branch[], text: string, lexicon: Lexicon, duties: Duties, directive: boolean): void {
  const walk: Walk = { lexicon, duties, text };
  visitAll(walk, roots, { owners: null, part: null, organising: directive, content: false, goals: false });
}

interface Context {
  /** The offices whose duties stand here, by the heading above. */
  owners: Owner[] | null;
  /** The task that what stands here is part of. */
  part: Branch | null;
  /** In the section that hands out the work. */
  organising: boolean;
  /** Below a heading: what is to be done there has its time though nobody is named. */
  content: boolean;
  /** Aims, requirements, the state of things: their years are no deadlines. */
  goals: boolean;
}

function visitAll(walk: Walk, branches: Branch[], context: Context): void {
  let last: Branch | null = null;
  const groups = branches.filter((b, i) => b.carrier && !branches[i - 1]?.carrier).length;
  const others = branches.filter((b) => !b.carrier && b.kind !== 'heading').length;
  for (const branch of branches) {
    if (branch.carrier) {
      const parent = branch.parent && branch.parent.kind !== 'heading' ? branch.parent : null;
      const own = context.part ?? parent ?? (others === 1 || groups > 1 || !branch.item.marker ? last : branch.parent) ?? last ?? branch.parent;
      if (own) for (const line of [branch, ...branch.children]) carry(walk, line, own);
      else standAlone(walk, branch, context);
      continue;
    }
    visit(walk, branch, context);
    if (branch.kind !== 'heading') last = branch;
  }
}

function visit(walk: Walk, branch: Branch, context: Context): void {
  const { item } = branch;
  if (branch.row) {
    rowDuties(walk, branch, context.owners);
    visitAll(walk, branch.children, context);
    return;
  }
  const folded = fold(item.text);
  if (context.part) {
    walk.duties.deadlines(branch, context.part, placed(walk, branch));
    visitAll(walk, branch.children, context);
    return;
  }
  if (branch.kind === 'heading') {
    visitAll(walk, branch.children, below(walk, branch, context));
    return;
  }
  if (branch.closing || isExecutionClause(folded) || (context.owners === null && isGeneralRequest(folded) && (context.organising || !branch.item.marker))) {
    reportDays(walk, branch);
    visitAll(walk, branch.children, { ...context, owners: null });
    return;
  }
  const subject = subjectOf(item.text, walk.lexicon);
  if (subject && isNamesOnly(subject) && branch.children.length) {
    visitAll(walk, branch.children, { ...context, owners: ownersOf(walk, branch, subject) });
    return;
  }
  const spelled = /:$/.test(item.text) && branch.children.some((c) => !c.carrier);
  const naming = spelled && namesOffices(walk, branch.children);
  if (context.owners && spelled && !item.marker && INTRO.test(folded)) {
    visitAll(walk, branch.children, { ...context, owners: context.owners });
    return;
  }
  const made = naming ? false : context.owners ? underOffice(walk, branch, subject, context.owners) : elsewhere(walk, branch, subject, context);
  if (made) walk.duties.deadlines(branch, branch, placed(walk, branch));
  else if (context.goals) reportDays(walk, branch);
  else if (context.content) walk.duties.deadlines(branch, branch, placed(walk, branch));
  const inside: Context = { ...context, part: made && spelled ? branch : null, owners: naming ? null : context.owners };
  visitAll(walk, branch.children, naming ? { ...inside, organising: true } : inside);
}

/** What stands below a heading: the duties of the offices it names, or of those the heading above named. */
function below(walk: Walk, branch: Branch, context: Context): Context {
  const { text, title } = branch.item;
  const folded = fold(text);
  const subject = subjectOf(text, walk.lexicon, true);
  const organising = title ? false : context.organising || ORGANISING.test(folded);
  const goals = !title && (context.goals || GOALS.test(folded));
  if (!title && subject && isNamesOnly(subject)) return { owners: ownersOf(walk, branch, subject), part: null, organising: true, content: true, goals: false };
  const assigned = title ? [] : rolesIn(text, walk.lexicon).filter((r) => r.explicit || r.role === 'coordinate');
  if (assigned.some((r) => r.explicit)) return { owners: assigned.map((r) => ({ unit: r.unit, start: branch.start, end: branch.end, role: r.role })), part: null, organising, content: true, goals };
  return { owners: title ? null : context.owners, part: null, organising, content: true, goals };
}

function ownersOf(walk: Walk, branch: Branch, subject: Subject): Owner[] {
  return subject.units.map((unit) => {
    const at = placed(walk, branch)(unit.start, unit.end);
    return { unit, ...at, role: null };
  });
}

/** Under an office's heading each item is its task, unless it begins with an office of its own. */
function underOffice(walk: Walk, branch: Branch, subject: Subject | null, owners: Owner[]): boolean {
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
function elsewhere(walk: Walk, branch: Branch, subject: Subject | null, context: Context): boolean {
  const { text, marker } = branch.item;
  const folded = fold(text);
  const at = placed(walk, branch);
  const own = subject && begins(subject) ? subject : null;
  const role = own ? dutyRole(own.rest) : 'perform';
  const carriedWho = carried(folded).some((c) => c.role === 'lead' || c.role === 'perform');
  const found = rolesIn(text, walk.lexicon, own ? own.restAt : 0);
  const cooperatesOnly = role === 'coordinate' && !context.organising && !own?.asked;
  const bySelf = own && !cooperatesOnly && (own.asked || own.colon || context.organising || DUTY.test(fold(own.rest)) || (!!marker && !own.units.every((u) => u.group))) && (own.colon || !ISSUES.test(fold(own.rest)));
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
function begins(subject: Subject): boolean {
  if (subject.units.every((u) => u.vague) || !subject.rest) return false;
  if (subject.colon || subject.asked) return true;
  const rest = fold(subject.rest).replace(/^,\s*/, '');
  if (/^,[^.;:]{0,90}(?:(?:có|chịu) trách nhiệm|chủ trì)(?![\p{L}])/u.test(fold(subject.rest))) return true;
  return (/^\p{Ll}/u.test(subject.rest.replace(/^,\s*/, '')) && !NO_VERB.test(rest)) || /^(?:theo|căn cứ|trên cơ sở|với|trong|hằng|định kỳ)/.test(rest);
}

function namesOffices(walk: Walk, children: Branch[]): boolean {
  const own = children.filter((c) => !c.carrier);
  const naming = own.filter((c) => {
    const subject = subjectOf(c.item.text, walk.lexicon);
    return !!subject && (begins(subject) || isNamesOnly(subject)) || rolesIn(c.item.text, walk.lexicon).some((r) => r.explicit);
  });
  return naming.length > 0 && naming.length * 2 >= own.length;
}

/** Puts who and when of a carrier line on the item it belongs to. */
function carry(walk: Walk, line: Branch, own: Branch): void {
  const folded = fold(line.item.text);
  const at = placed(walk, line);
  let named = false;
  for (const found of rolesIn(line.item.text, walk.lexicon)) {
    walk.duties.assign(own, found.unit, found.role, at(found.start, found.end));
    named = true;
  }
  if (named && !walk.duties.isTask(own)) {
    walk.duties.task(own);
    if (own.kind === 'heading') own.kind = 'item';
    walk.duties.deadlines(own, own, placed(walk, own));
  }
  for (const part of carried(folded)) {
    if (part.role === 'time') walk.duties.deadlines(line, own, placed(walk, line), part.start, part.end, true);
  }
  if (!carried(folded).some((p) => p.role === 'time')) walk.duties.deadlines(line, own, placed(walk, line));
}

function standAlone(walk: Walk, branch: Branch, context: Context): void {
  if (elsewhere(walk, branch, null, context)) walk.duties.deadlines(branch, branch, placed(walk, branch));
}

/** Reporting days outside any task: the closing request's. */
function reportDays(walk: Walk, branch: Branch): void {
  const found = deadlinesIn(branch.item.text).filter((d) => ['date', 'yearly', 'monthly', 'every', 'on_request', 'month', 'quarter'].includes(d.rule.kind));
  if (!found.length || !REPORTS.test(fold(branch.item.text))) return;
  walk.duties.found(branch, branch.item.text, found, placed(walk, branch), recipientsOf(branch.item.text, walk.lexicon));
}

/** Places in an item's own words → places in the whole text. Words joined from several lines are looked for again. */
export function placed(walk: { text: string }, branch: Branch): (start: number, end: number) => { start: number; end: number } {
  let places: number[] | null = null;
  return (start, end) => {
    const map = (places ??= placesOf(walk.text, branch));
    return { start: map[start] ?? branch.start, end: (map[Math.max(start, end - 1)] ?? branch.end - 1) + 1 };
  };
}

function placesOf(text: string, branch: Branch): number[] {
  const own = branch.item.text;
  const map: number[] = [];
  let at = branch.start + (branch.item.markerInText && branch.item.marker && !branch.item.title ? branch.item.marker.length : 0);
  for (let i = 0; i < own.length; i++) {
    const char = own[i] ?? '';
    if (char === ' ') {
      map.push(at);
      while (at < branch.end && /\s/.test(text[at] ?? '')) at++;
      continue;
    }
    while (at < branch.end && text[at] !== char) at++;
    map.push(Math.min(at, branch.end - 1));
    at++;
  }
  return map;
}

const ORGANISING = /tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm|tổ chức triển khai|nhiệm vụ (?:cụ thể )?của các|giao nhiệm vụ|triển khai thực hiện/;
const GOALS = /mục đích|mục tiêu|^yêu cầu|quan điểm|chỉ tiêu|tình hình|kết quả|đánh giá|thực trạng|sự cần thiết|phạm vi|đối tượng|căn cứ|kinh phí|nguồn vốn/;
const REPORTS = /báo cáo|gửi|tổng hợp|sơ kết|tổng kết|hoàn thành|trước ngày|chậm nhất/;
const DUTY = /^(?:,\s*)?(?:(?:có|chịu) trách nhiệm|chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|chủ trì)|đầu mối)/;
/** The issuer's own sentence: it issues, asks, assigns. */
const ISSUES = /^(?:(?:yêu cầu|đề nghị|giao|ban hành|phê duyệt|thống nhất|quyết định|phân công|đã|được)(?![\p{L}])|xây dựng kế hoạch[^.]{0,300}(?:như sau|cụ thể)\s*:)/u;
const NO_VERB = /^(?:của|thuộc|tại|ở|trên|và|là(?! (?:cơ quan|đơn vị|đầu mối))|như|các|những|này|khác|hoặc|đã|được|bị|cho|nơi|trực thuộc|do|bằng)(?![\p{L}])/u;
const INTRO = /^(?:(?:có|chịu) trách nhiệm|chủ trì|thực hiện|tổ chức|triển khai|phối hợp|căn cứ|ngoài|theo chức năng|nhiệm vụ|trách nhiệm)[^.;]{0,140}:$/;
