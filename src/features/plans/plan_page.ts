/** What a page of a plan or reading is sent: one part of text and tree, and of the panel beside it what is looked at. Pure. */
import { addDays, type Day } from '#core/dates.ts';
import { partAt, partsOf } from './parts.ts';
import { dueDays, hasDay } from './rules.ts';
import type { AssignmentRole, Warning } from './reading/reading.ts';
import { agenciesOf, partOf, type PlanView, type ViewAgency, type ViewDeadline, type ViewNode } from './view.ts';

export const PANELS = ['tree', 'agencies', 'calendar', 'warnings'] as const;
export type Panel = (typeof PANELS)[number];

/** Lines of a list in one page of a panel. */
const LINES = 200;

export interface PlanPageView {
  view: PlanView;
  /** Titles of the parts, and which one is shown, from 0. */
  parts: (string | null)[];
  part: number;
  panel: Panel;
  counts: { tasks: number; deadlines: number; warnings: number };
  agencies: Omit<ViewAgency & { count: number }, 'tasks'>[];
  /** The agency that was chosen, with its tasks under their headings. */
  agency: { name: string; unit_id: string | null; lines: AgencyLine[] } | null;
  due: DueLine[];
  warnings: Warning[];
  /** Of the list in the panel, from 1. */
  page: number;
  pages: number;
}

export interface AgencyLine {
  node: Pick<ViewNode, 'id' | 'marker' | 'text' | 'level' | 'task_id'>;
  /** Empty: a heading that only says where the tasks stand. */
  roles: ViewAgency['tasks'][number]['roles'];
  deadlines: string[];
}

export interface DueLine {
  /** Null: without a day; of what recurs: the next one. */
  day: Day | null;
  group: 'dated' | 'recurring' | 'outside' | 'undated';
  deadline: Pick<ViewDeadline, 'text' | 'rule'>;
  node: Pick<ViewNode, 'id' | 'text'>;
}

export interface AskedPage {
  panel: string | null;
  /** A node whose part is wanted, or a place in the text. */
  at: string | null;
  place: number | null;
  part: number | null;
  agency: string | null;
  page: number;
}

/** As the address says: ?panel=agencies&agency=Sở Y tế&part=2&page=1, or ?at=<node> */
export function askedPage(address: URLSearchParams): AskedPage {
  const part = address.get('part');
  const page = Number(address.get('page') ?? 1);
  return {
    panel: address.get('panel'),
    at: address.get('at'),
    place: address.has('place') ? Number(address.get('place')) : null,
    part: part ? Number(part) : null,
    agency: address.get('agency'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** @param period of the plan; null: it names none, and is shown for the year that comes */
export function pageOf(whole: PlanView, asked: AskedPage, period: { from: Day; to: Day } | null, today: Day): PlanPageView {
  const parts = partsOf(whole.nodes, whole.text.length);
  const { place } = asked;
  const at = place === null ? -1 : parts.findIndex(({ start, end }) => start <= place && place < end);
  const part = at >= 0 ? at : partAt(parts, whole.nodes, asked.at, asked.part);
  const panel = PANELS.find((it) => it === asked.panel) ?? 'tree';
  const agencies = panel === 'agencies' ? agenciesOf(whole) : [];
  const chosen = agencies.find(({ name }) => name === asked.agency);
  const due = panel === 'calendar' ? dueOf(whole, period ?? { from: today, to: addDays(today, 365) }, today) : [];
  const warnings = panel === 'warnings' ? whole.warnings : [];
  const lines = chosen ? linesOfAgency(whole, chosen) : [];
  const all = Math.max(due.length, warnings.length, lines.length, 1);
  const pages = Math.ceil(all / LINES);
  const page = Math.min(asked.page, pages);
  const shown = <T>(list: T[]) => list.slice((page - 1) * LINES, page * LINES);
  const { start = 0, end = 0 } = parts[part] ?? {};
  const near = whole.warnings.filter(({ span }) => span && span.start >= start && span.start < end);
  return {
    view: { ...partOf(whole, parts[part]), warnings: near },
    parts: parts.map(({ title }) => title),
    part,
    panel,
    counts: {
      tasks: whole.nodes.filter(({ task }) => task).length,
      deadlines: whole.nodes.reduce((sum, { deadlines }) => sum + deadlines.length, 0),
      warnings: whole.warnings.length,
    },
    agencies: agencies.map(({ tasks, ...agency }) => ({ ...agency, count: tasks.length })),
    agency: chosen ? { name: chosen.name, unit_id: chosen.unit_id, lines: shown(lines) } : null,
    due: shown(due),
    warnings: shown(warnings),
    page,
    pages,
  };
}

/** An agency's tasks in the plan's tree, with the headings they stand under (IV.10). */
export function linesOfAgency({ nodes }: Pick<PlanView, 'nodes'>, { tasks }: Pick<ViewAgency, 'tasks'>): AgencyLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const roles = new Map(tasks.map((task) => [task.node.id, task.roles]));
  const kept = new Set<string>();
  for (const { node } of tasks)
    for (let at: ViewNode | undefined = node; at && !kept.has(at.id); at = byId.get(at.parent ?? '')) kept.add(at.id);
  return nodes
    .filter(({ id }) => kept.has(id))
    .map(({ id, marker, text, level, task_id, deadlines }) => ({
      node: { id, marker, text, level, task_id },
      roles: roles.get(id) ?? [],
      deadlines: roles.has(id) ? deadlines.map((it) => it.text) : [],
    }));
}

/** A line of a printed plan: a heading, or a task with who does it. */
export interface SheetLine {
  node: AgencyLine['node'];
  /** Null: whose sheet it is. */
  who: { name: string | null; role: AssignmentRole }[];
  deadlines: string[];
}

/** Of one agency, or all of the plan with every agency. */
export function sheetOf(view: Pick<PlanView, 'nodes'>, agency: Pick<ViewAgency, 'tasks'> | null): SheetLine[] {
  if (agency)
    return linesOfAgency(view, agency).map(({ node, roles, deadlines }) => ({
      node,
      who: roles.map((role) => ({ name: null, role })),
      deadlines,
    }));
  return view.nodes.map(({ id, marker, text, level, task_id, assignments, deadlines }) => ({
    node: { id, marker, text, level, task_id },
    who: assignments.map(({ name, role }) => ({ name, role })),
    deadlines: deadlines.map((it) => it.text),
  }));
}

const ORDER = ['dated', 'recurring', 'outside', 'undated'];

/** What comes every month or quarter would bury the rest: it stands by itself, with its next day. */
function dueOf({ nodes }: PlanView, { from, to }: { from: Day; to: Day }, today: Day): DueLine[] {
  const all = nodes.flatMap(({ id, text, deadlines }) =>
    deadlines.map((it) => ({ node: { id, text }, deadline: { text: it.text, rule: it.rule } })),
  );
  const lines = all.flatMap((it): DueLine[] => {
    const { rule } = it.deadline;
    if (rule.kind === 'monthly')
      return [{ ...it, group: 'recurring', day: dueDays(rule, today < from ? from : today, to)[0] ?? null }];
    if (!hasDay(rule)) return [{ ...it, group: 'undated', day: null }];
    const days = dueDays(rule, from, to);
    return days.length === 0 ? [{ ...it, group: 'outside', day: null }] : days.map((day) => ({ ...it, group: 'dated', day }));
  });
  return lines.toSorted((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || (a.day ?? '').localeCompare(b.day ?? ''));
}
