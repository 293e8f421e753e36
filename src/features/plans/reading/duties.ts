/** Collects what the tree says of duties, once each, with its place in the text. */
import type { Span } from '#ports/documents/document.ts';
import { deadlinesIn } from './deadlines.ts';
import type { FoundDeadline } from './deadlines.ts';
import { nameKey } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole, DeadlineRule } from './reading.ts';
import { recipientsOf } from './report_to.ts';
import type { Branch } from './branch.ts';
import type { Mention } from './scan.ts';

/** An office named over the items that are its duties. `role`: told by the heading itself, else by each item's words. */
export interface Owner extends Span {
  unit: Mention;
  role: AssignmentRole | null;
}

export interface Given extends Span {
  branch: Branch;
  name: string;
  role: AssignmentRole;
}

export interface Due extends Span {
  branch: Branch;
  /** The words themselves. */
  text: string;
  rule: DeadlineRule;
}

type Placing = (start: number, end: number) => Span;

export interface Duties {
  tasks: Set<Branch>;
  given: Given[];
  due: Due[];
  task: (branch: Branch) => void;
  isTask: (branch: Branch) => boolean;
  /** An office has one role in a task: leading before cooperating before the rest. */
  assign: (branch: Branch, unit: Mention, role: AssignmentRole, span: Span) => void;
  /** Deadlines in the words of `line` (or a part of them), for the task `own`. */
  deadlines: (line: Branch, own: Branch, at: Placing, start?: number, end?: number, cell?: boolean) => void;
  found: (branch: Branch, words: string, deadlines: FoundDeadline[], at: Placing, to: string[]) => void;
}

export function duties(lexicon: Lexicon): Duties {
  const byBranch = new Map<Branch, Map<string, Given>>();
  const own: Duties = {
    tasks: new Set(),
    given: [],
    due: [],
    task: (branch) => void own.tasks.add(branch),
    isTask: (branch) => own.tasks.has(branch),
    assign: (branch, unit, role, span) => {
      if (unit.vague && !unit.group) return;
      const key = nameKey(unit.name);
      const here = byBranch.get(branch) ?? new Map<string, Given>();
      byBranch.set(branch, here);
      const known = here.get(key);
      if (!known) {
        const given = { branch, name: unit.name, role, start: span.start, end: span.end };
        here.set(key, given);
        own.given.push(given);
      } else if (WEIGHT[role] > WEIGHT[known.role]) known.role = role;
    },
    deadlines: (line, task, at, start = 0, end = line.item.text.length, cell = false) => {
      const words = line.item.text.slice(start, end);
      own.found(task, words, deadlinesIn(words, cell), (a, b) => at(a + start, b + start), recipientsOf(line.item.text, lexicon));
    },
    found: (branch, words, deadlines, at, to) => {
      for (const { rule, start, end } of deadlines) {
        const toWhom = to.length && 'kind' in rule && REPORTED.has(rule.kind) ? { ...rule, to } : rule;
        own.due.push({ branch, text: words.slice(start, end), rule: toWhom as DeadlineRule, ...at(start, end) });
      }
    },
  };
  return own;
}

const WEIGHT: Record<AssignmentRole, number> = { lead: 2, coordinate: 1, perform: 0 };
const REPORTED = new Set(['date', 'yearly', 'monthly', 'every', 'on_request']);
