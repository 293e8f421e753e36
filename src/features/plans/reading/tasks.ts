/** Which nodes oblige whom: tasks, assignments and deadlines, out of the tree. */
import { below, ownersOf } from './below.ts';
import { carry } from './carrying.ts';
import { isExecutionClause, isGeneralRequest } from './closing.ts';
import { deadlinesIn } from './deadlines.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { recipientsOf } from './report_to.ts';
import { begins } from './begins.ts';
import { elsewhere, underOffice } from './obliging.ts';
import { placed } from './places.ts';
import { rolesIn } from './roles.ts';
import { rowDuties } from './row_duties.ts';
import { isNamesOnly, isPlace, subjectOf } from './subject.ts';
import type { Duties, Owner } from './duties.ts';
import type { Branch } from './branch.ts';

export interface Walk {
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

export interface Context {
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
      const own =
        context.part ??
        parent ??
        (others === 1 || groups > 1 || !branch.item.marker ? last : branch.parent) ??
        last ??
        branch.parent;
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
    visitAll(walk, branch.children, branch.row.kind === 'group' ? below(walk, branch, context) : context);
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
  if (
    branch.closing ||
    isExecutionClause(folded) ||
    (context.owners === null && isGeneralRequest(folded) && (context.organising || !branch.item.marker))
  ) {
    reportDays(walk, branch);
    visitAll(walk, branch.children, { ...context, owners: null });
    return;
  }
  const subject = subjectOf(item.text, walk.lexicon);
  if (subject && isNamesOnly(subject) && branch.children.length && (context.organising || !isPlace(subject))) {
    visitAll(walk, branch.children, { ...context, owners: ownersOf(walk, branch, subject) });
    return;
  }
  const spelled = /:$/.test(item.text) && branch.children.some((c) => !c.carrier);
  const naming = spelled && namesOffices(walk, branch.children);
  if (context.owners && spelled && !item.marker && INTRO.test(folded)) {
    visitAll(walk, branch.children, { ...context, owners: context.owners });
    return;
  }
  const made = naming
    ? false
    : context.owners
      ? underOffice(walk, branch, subject, context.owners)
      : elsewhere(walk, branch, subject, context);
  if (made) walk.duties.deadlines(branch, branch, placed(walk, branch));
  else if (context.goals) reportDays(walk, branch);
  else if (context.content) walk.duties.deadlines(branch, branch, placed(walk, branch));
  const inside: Context = { ...context, part: made && spelled ? branch : null, owners: naming ? null : context.owners };
  visitAll(walk, branch.children, naming ? { ...inside, organising: true } : inside);
}

function namesOffices(walk: Walk, children: Branch[]): boolean {
  const own = children.filter((c) => !c.carrier);
  const naming = own.filter((c) => {
    const subject = subjectOf(c.item.text, walk.lexicon);
    return (!!subject && (begins(subject) || isNamesOnly(subject))) || rolesIn(c.item.text, walk.lexicon).some((r) => r.explicit);
  });
  return naming.length > 0 && naming.length * 2 >= own.length;
}

function standAlone(walk: Walk, branch: Branch, context: Context): void {
  if (elsewhere(walk, branch, null, context)) walk.duties.deadlines(branch, branch, placed(walk, branch));
}

/** Reporting days outside any task: the closing request's. */
function reportDays(walk: Walk, branch: Branch): void {
  const found = deadlinesIn(branch.item.text).filter((d) =>
    ['date', 'yearly', 'monthly', 'every', 'on_request', 'month', 'quarter'].includes(d.rule.kind),
  );
  if (!found.length || !REPORTS.test(fold(branch.item.text))) return;
  walk.duties.found(branch, branch.item.text, found, placed(walk, branch), recipientsOf(branch.item.text, walk.lexicon));
}

const REPORTS = /báo cáo|gửi|tổng hợp|sơ kết|tổng kết|hoàn thành|trước ngày|chậm nhất/;
const INTRO =
  /^(?:(?:có|chịu) trách nhiệm|chủ trì|thực hiện|tổ chức|triển khai|phối hợp|căn cứ|ngoài|theo chức năng|nhiệm vụ|trách nhiệm)[^.;]{0,140}:$/;
