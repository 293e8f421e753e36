/** What of a reading a person should look at, and first what the reader is least sure of (C-0). Pure. */
import type { Corrected } from './corrected.ts';
import type { DeadlineRule, Warning } from '../reading/reading.ts';

export interface Doubt {
  /** unclear: not understood; nobody: a task without an agency; deadline: a rule that can hardly be meant; unit: not in the register. */
  why: 'unclear' | 'nobody' | 'deadline' | 'unit' | 'warning';
  /** Of the agency or deadline in doubt. */
  about: string | null;
  warning: Warning | null;
}

export interface Doubted {
  node: string;
  doubts: Doubt[];
}

/** Nodes in doubt, the most doubtful first, then in text order. What a person found right is not among them. */
export function doubtsOf(corrected: Corrected): Doubted[] {
  const settled = new Set(corrected.settled);
  const found = new Map<string, Doubt[]>();
  const say = (node: string, why: Doubt['why'], about: string | null = null, warning: Warning | null = null) =>
    void found.set(node, [...(found.get(node) ?? []), { why, about, warning }]);
  sayWarnings(corrected, say);
  sayTasks(corrected, say);
  const period = corrected.document.period?.value ?? null;
  for (const { node, text, rule } of corrected.deadlines)
    if (isDoubtful(rule, corrected.document.issued_on?.value ?? null, period)) say(node, 'deadline', text);
  const order = new Map(corrected.nodes.map(({ id }, i) => [id, i]));
  return [...found]
    .filter(([node]) => !settled.has(node))
    .map(([node, doubts]) => ({ node, doubts }))
    .toSorted((a, b) => weight(b) - weight(a) || (order.get(a.node) ?? 0) - (order.get(b.node) ?? 0));
}

type Say = (node: string, why: Doubt['why'], about?: string | null, warning?: Warning | null) => void;

const WEIGHTS: Record<Doubt['why'], number> = { unclear: 5, nobody: 4, deadline: 4, unit: 2, warning: 1 };
const weight = ({ doubts }: Doubted) => Math.max(...doubts.map(({ why }) => WEIGHTS[why])) + doubts.length / 100;

/** Remarks about the paper's form lie outside the nodes; of those within, each stands at its node. */
function sayWarnings({ nodes, tasks, warnings }: Corrected, say: Say): void {
  const obliged = new Set(tasks);
  const sorted = warnings.filter(({ code }) => code !== 'unit_unresolved').toSorted((a, b) => at(a) - at(b));
  let i = 0;
  for (const warning of sorted) {
    while (i < nodes.length && (nodes[i]?.span.end ?? 0) <= at(warning)) i++;
    const node = nodes[i];
    if (!node || !warning.span || warning.span.start < node.span.start) continue;
    if (warning.code !== 'unclear') say(node.id, 'warning', null, warning);
    // What a person has put in its place is understood.
    else if (node.kind === 'paragraph' && node.parent === null && !obliged.has(node.id)) say(node.id, 'unclear');
  }
}

const at = ({ span }: Warning) => span?.start ?? -1;

/** With an empty register no agency can be known, and nothing is said of it. */
function sayTasks({ tasks, assignments, warnings }: Corrected, say: Say): void {
  const registered =
    assignments.some(({ unit }) => unit.code !== null) || warnings.some(({ code }) => code === 'unit_unresolved');
  const obliged = new Set(tasks);
  const assigned = new Set(assignments.map(({ node }) => node));
  for (const task of tasks) if (!assigned.has(task)) say(task, 'nobody');
  for (const { node, unit } of assignments)
    if (registered && obliged.has(node) && unit.code === null) say(node, 'unit', unit.name);
}

/** "Định kỳ" without saying how often, an end before its beginning, a day before the paper or outside its period. */
function isDoubtful(rule: DeadlineRule, issued_on: string | null, period: { from: string; to: string } | null): boolean {
  if (rule.kind === 'every') return rule.period === null;
  const day = rule.kind === 'date' ? rule.date : rule.kind === 'range' ? rule.to : null;
  if (rule.kind === 'range' && rule.from > rule.to) return true;
  if (rule.kind === 'year' && period && (`${rule.year}` < period.from.slice(0, 4) || `${rule.year}` > period.to.slice(0, 4)))
    return true;
  return day !== null && ((issued_on !== null && day < issued_on) || (period !== null && (day < period.from || day > period.to)));
}
