/** A plan as its page shows it: the text cut where something is known of it, the tree, who has which tasks. */
import type { Span } from '#ports/documents/document.ts';
import type { Corrected } from './correcting/corrected.ts';
import type { Part } from './parts.ts';
import type { ShownPlan } from './queries.server.ts';
import type { AssignmentRole, DeadlineRule, DocumentFields, NodeKind, TableCell, Warning } from './reading/reading.ts';

export interface PlanView {
  text: string;
  /** Where in the whole text this one begins: spans are those of the whole. */
  offset: number;
  nodes: ViewNode[];
  /** Whole spans of fields, legal bases and form: what the text says outside its nodes. */
  around: { what: 'field' | 'basis' | 'formal'; start: number; end: number }[];
  warnings: Warning[];
}

export interface ViewNode {
  id: string;
  parent: string | null;
  marker: string | null;
  level: number;
  kind: NodeKind;
  text: string;
  start: number;
  end: number;
  task: boolean;
  /** Its identity once adopted. */
  task_id: string | null;
  assignments: ViewAssignment[];
  deadlines: ViewDeadline[];
  cells: TableCell[] | null;
}

export interface ViewAssignment extends Partial<Span> {
  /** By which it can be corrected; of a plan: none. */
  id: string | null;
  unit_id: string | null;
  name: string;
  known: boolean;
  role: AssignmentRole;
}

/** Without a span: a person said it, the text does not. */
export interface ViewDeadline extends Partial<Span> {
  id: string | null;
  text: string;
  rule: DeadlineRule;
}

/** A stretch of one line of the text, all of it of one kind. */
export interface Segment {
  text: string;
  /** Its place in the text when a warning points there. */
  warned: number | null;
  node: string | null;
  heading: boolean;
  /** The marker Word computes, which the text itself does not hold: to be shown before the node's first words. */
  label: string | null;
  /** True on the first segment of its node: where a link to the node lands. */
  first: boolean;
  task: boolean;
  around: 'field' | 'basis' | 'formal' | null;
  unit: boolean;
  deadline: boolean;
}

/** The view of a reading that nobody has adopted yet. */
export function viewOf(reading: Corrected): PlanView {
  const obliged = new Set(reading.tasks);
  const assignments = Map.groupBy(reading.assignments, (it) => it.node);
  const deadlines = Map.groupBy(reading.deadlines, (it) => it.node);
  return {
    text: reading.text,
    offset: 0,
    nodes: reading.nodes.map(({ id, parent, marker, level, kind, text, span, cells }) => ({
      id,
      parent,
      marker,
      level,
      kind,
      text,
      ...span,
      task: obliged.has(id),
      task_id: null,
      assignments: (assignments.get(id) ?? []).map(({ id: own, unit, role, span: at }) => ({
        id: own,
        unit_id: null,
        name: unit.name,
        known: unit.code !== null,
        role,
        ...at,
      })),
      deadlines: (deadlines.get(id) ?? []).map(({ id: own, text: words, rule, span: at }) => ({
        id: own,
        text: words,
        rule,
        ...at,
      })),
      cells: cells ?? null,
    })),
    around: aroundOf(
      reading.document,
      reading.legal_bases.map(({ span }) => span),
    ),
    warnings: reading.warnings,
  };
}

/** The view of an adopted plan: what people made of the reading, in the same text. */
export function viewOfPlan(shown: ShownPlan): PlanView {
  const assignments = Map.groupBy(shown.assignments, (it) => it.node_id);
  const deadlines = Map.groupBy(shown.deadlines, (it) => it.node_id);
  return {
    text: shown.plan.text,
    offset: 0,
    nodes: shown.nodes.map(({ id, task_id, parent_id, marker, level, kind, text, span_start, span_end, cells }) => ({
      id,
      parent: parent_id,
      marker,
      level,
      kind: kind as NodeKind,
      text,
      start: span_start,
      end: span_end,
      task: task_id !== null,
      task_id,
      assignments: (assignments.get(id) ?? []).map(({ unit_id, unit_name, role, span_start, span_end }) => ({
        id: null,
        unit_id,
        name: unit_name,
        known: unit_id !== null,
        role,
        ...spanOf(span_start, span_end),
      })),
      deadlines: (deadlines.get(id) ?? []).map(({ text: words, rule, span_start, span_end }) => ({
        id: null,
        text: words,
        rule,
        ...spanOf(span_start, span_end),
      })),
      cells,
    })),
    around: aroundOf(
      shown.document,
      shown.legal_bases.map(({ span_start: start, span_end: end }) => ({ start, end })),
    ),
    warnings: shown.warnings,
  };
}

/** The view of a part alone: its text and its nodes. Remarks stay all: they are listed together. */
export function partOf(view: PlanView, part: Part | undefined): PlanView {
  if (!part) return view;
  const { from, to, start, end } = part;
  return {
    ...view,
    text: view.text.slice(start, end),
    offset: start,
    nodes: view.nodes.slice(from, to),
    around: view.around.filter((it) => it.start < end && it.end > start),
  };
}

const spanOf = (start: number | null, end: number | null): Partial<Span> =>
  start === null || end === null ? {} : { start, end };

function aroundOf(document: DocumentFields, legal_bases: Span[]): PlanView['around'] {
  const { kind, number, symbol, issued_on, place, issuer, parent_issuer, title, signatory, recipients, formal } = document;
  const fields = [kind, number, symbol, issued_on, place, issuer, parent_issuer, title]
    .concat(signatory.authority, signatory.post, signatory.name, recipients)
    .flatMap((field) => field?.span ?? [])
    // What a person said and the text does not has no place in it.
    .filter(({ start, end }) => start < end);
  return [
    ...fields.map((span) => ({ what: 'field' as const, ...span })),
    ...legal_bases.map((span) => ({ what: 'basis' as const, ...span })),
    ...formal.map((span) => ({ what: 'formal' as const, ...span })),
  ].toSorted((a, b) => a.start - b.start);
}

/** The text as lines of segments, every character once. */
export function linesOf(view: PlanView): Segment[][] {
  const marks = view.nodes.flatMap((node) => [
    ...node.assignments.flatMap((it) => marked(it, 'unit')),
    ...node.deadlines.flatMap((it) => marked(it, 'deadline')),
  ]);
  const cuts = cutPoints(view, marks);
  const owner = pointer(view.nodes);
  const around = pointer(view.around);
  const units = pointer(marks.filter((it) => it.what === 'unit'));
  const deadlines = pointer(marks.filter((it) => it.what === 'deadline'));
  const warned = new Set(view.warnings.map(({ span }) => span?.start));
  const lines: Segment[][] = [[]];
  const seen = new Set<string>();
  for (const [i, start] of cuts.entries()) {
    const text = view.text.slice(start - view.offset, (cuts[i + 1] ?? Infinity) - view.offset);
    if (text === '\n') lines.push([]);
    if (text === '\n' || text === '') continue;
    const node = owner(start);
    lines.at(-1)?.push({
      text,
      warned: warned.has(start) ? start : null,
      node: node?.id ?? null,
      heading: node?.kind === 'heading',
      label: node?.marker && !seen.has(node.id) && !text.startsWith(node.marker) ? node.marker : null,
      first: node ? !seen.has(node.id) : false,
      task: node?.task ?? false,
      around: node ? null : (around(start)?.what ?? null),
      unit: units(start) !== undefined,
      deadline: deadlines(start) !== undefined,
    });
    if (node) seen.add(node.id);
  }
  return lines.filter((line) => line.length > 0);
}

export interface ViewAgency {
  name: string;
  unit_id: string | null;
  known: boolean;
  tasks: { node: ViewNode; roles: AssignmentRole[] }[];
}

/** Every agency with its tasks, most tasks first. */
export function agenciesOf(view: PlanView): ViewAgency[] {
  const agencies = new Map<string, ViewAgency>();
  for (const node of view.nodes.filter((it) => it.task))
    for (const { name, unit_id, known, role } of node.assignments) {
      const agency = agencies.get(name) ?? { name, unit_id, known, tasks: [] };
      agencies.set(name, agency);
      const last = agency.tasks.at(-1);
      if (last?.node !== node) agency.tasks.push({ node, roles: [role] });
      else if (!last.roles.includes(role)) last.roles.push(role);
    }
  return [...agencies.values()].toSorted((a, b) => b.tasks.length - a.tasks.length || a.name.localeCompare(b.name, 'vi'));
}

const marked = <W extends 'unit' | 'deadline'>({ start, end }: Partial<Span>, what: W) =>
  start === undefined || end === undefined ? [] : [{ start, end, what }];

interface Stretch {
  start: number;
  end: number;
}

function cutPoints(view: PlanView, marks: Stretch[]): number[] {
  const [from, to] = [view.offset, view.offset + view.text.length];
  const cuts = new Set<number>([from]);
  for (const { start, end } of [...view.nodes, ...view.around, ...marks]) cuts.add(start).add(end);
  for (const { span } of view.warnings) if (span) cuts.add(span.start);
  for (let at = view.text.indexOf('\n'); at >= 0; at = view.text.indexOf('\n', at + 1)) cuts.add(from + at).add(from + at + 1);
  return [...cuts].filter((at) => from <= at && at < to).toSorted((a, b) => a - b);
}

/** Finds the stretch that holds a place; to be asked with places that only grow. */
function pointer<T extends Stretch>(stretches: T[]): (at: number) => T | undefined {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  let i = 0;
  return (at) => {
    while (i < sorted.length && (sorted[i] as T).end <= at) i++;
    const it = sorted[i];
    return it && it.start <= at ? it : undefined;
  };
}
