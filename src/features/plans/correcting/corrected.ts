/** The corrected reading: a fold of what was read and what people corrected of it (C-0). Pure; the reading is never changed. */
import type { Span } from '#ports/documents/document.ts';
import type { Assignment, Deadline, DocumentFields, Located, Node, Reading } from '../reading/reading.ts';
import type { Head, Operation } from './operations.ts';

export interface Corrected extends Omit<Reading, 'assignments' | 'deadlines'> {
  /** Span null: said by a person, not by the text. */
  assignments: (Omit<Assignment, 'span'> & { id: string; span: Span | null })[];
  deadlines: (Omit<Deadline, 'span'> & { id: string; span: Span | null })[];
  /** Ids of nodes that a person found right. */
  settled: string[];
}

/** The reading with ids on everything that can be corrected, and with the corrections that stand, in their order. */
export function correctedOf(reading: Reading, operations: readonly Operation[] = []): Corrected {
  const draft = draftOf(reading);
  for (const one of operations) apply(draft, one);
  return finished(reading, draft);
}

/** The operations of these that can be made, one after the other. For corrections carried over to another reading of the paper. */
export function applicable(reading: Reading, operations: readonly Operation[]): Operation[] {
  const draft = draftOf(reading);
  return operations.filter((one) => apply(draft, one));
}

interface Draft {
  document: DocumentFields;
  nodes: Map<string, Node>;
  order: Map<string, number>;
  children: Map<string | null, Set<string>>;
  tasks: Set<string>;
  assignments: Map<string, Corrected['assignments'][number]>;
  deadlines: Map<string, Corrected['deadlines'][number]>;
  settled: Set<string>;
}

function draftOf({ document, nodes, tasks, assignments, deadlines }: Reading): Draft {
  const children: Draft['children'] = new Map();
  for (const { id, parent } of nodes) children.getOrInsertComputed(parent, () => new Set()).add(id);
  return {
    document,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    order: new Map(nodes.map(({ id }, i) => [id, i])),
    children,
    tasks: new Set(tasks),
    assignments: new Map(assignments.map((it, i) => [`a${i + 1}`, { id: `a${i + 1}`, ...it }])),
    deadlines: new Map(deadlines.map((it, i) => [`d${i + 1}`, { id: `d${i + 1}`, ...it }])),
    settled: new Set(),
  };
}

function finished(reading: Reading, { document, nodes, order, tasks, assignments, deadlines, settled }: Draft): Corrected {
  const inOrder = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return {
    ...reading,
    document,
    nodes: [...nodes.values()],
    tasks: [...tasks].toSorted(inOrder),
    assignments: [...assignments.values()],
    deadlines: [...deadlines.values()],
    settled: [...settled].toSorted(inOrder),
  };
}

/** False, and nothing changed, when it speaks of what is not there or would put a node under one that comes after it. */
function apply(draft: Draft, it: Operation): boolean {
  const node = 'node' in it ? draft.nodes.get(it.node) : undefined;
  if ('node' in it && !node) return false;
  switch (it.do) {
    case 'head':
      draft.document = headed(draft.document, it.head);
      return true;
    case 'kind':
      return put(draft.nodes, it.node, { ...(node as Node), kind: it.kind });
    case 'marker':
      return put(draft.nodes, it.node, { ...(node as Node), marker: it.marker });
    case 'task':
      return mark(draft.tasks, it.node, it.task);
    case 'settle':
      return mark(draft.settled, it.node, it.settled);
    case 'move':
      return move(draft, node as Node, it.parent);
    case 'add_assignment': {
      const { node: of, id = '', unit, role, span = null } = it;
      return !draft.assignments.has(id) && put(draft.assignments, id, { id, node: of, unit, role, span });
    }
    case 'change_assignment': {
      const before = draft.assignments.get(it.id);
      return before !== undefined && put(draft.assignments, it.id, { ...before, unit: it.unit, role: it.role });
    }
    case 'remove_assignment':
      return draft.assignments.delete(it.id);
    case 'add_deadline': {
      const { node: of, id = '', text, rule, span = null } = it;
      return !draft.deadlines.has(id) && put(draft.deadlines, id, { id, node: of, text, rule, span });
    }
    case 'change_deadline': {
      const before = draft.deadlines.get(it.id);
      // Other words than the text's: it no longer points there.
      const span = before && before.text === it.text ? before.span : null;
      return before !== undefined && put(draft.deadlines, it.id, { ...before, text: it.text, rule: it.rule, span });
    }
    case 'remove_deadline':
      return draft.deadlines.delete(it.id);
  }
}

/** A value that a person gave points to where the text says another one, or to nothing where it says none; what it does not say is a part of the form. */
function headed(document: DocumentFields, head: Head): DocumentFields {
  const left: Span[] = [];
  const put = <T>(before: Located<T> | null, value: T | null | undefined): Located<T> | null => {
    if (value === undefined) return before;
    if (value === null && before) left.push(before.span);
    return value === null ? null : { value, span: before?.span ?? { start: 0, end: 0 } };
  };
  const { number, symbol, issued_on, issuer, title } = document;
  const said = {
    number: put(number, head.number),
    symbol: put(symbol, head.symbol),
    issued_on: put(issued_on, head.issued_on),
    issuer: put(issuer, head.issuer),
    title: put(title, head.title),
  };
  const formal = [...document.formal, ...left];
  // Its words lie in the title or in a node: they have an owner without it.
  return { ...document, ...said, formal, period: put(document.period, head.period) };
}

function put<T>(map: Map<string, T>, id: string, value: T): true {
  map.set(id, value);
  return true;
}

function mark(set: Set<string>, id: string, on: boolean): true {
  if (on) set.add(id);
  else set.delete(id);
  return true;
}

/**
 * A parent stands before its children in the text, so there can be no cycle. A node that leaves its parent for one further up takes the
 * siblings after it along as its children: the tree goes on reading as the text does.
 */
function move(draft: Draft, node: Node, parent: string | null): boolean {
  const at = (id: string) => draft.order.get(id) ?? Infinity;
  if (parent !== null && at(parent) >= at(node.id)) return false;
  const later = isAbove(draft, parent, node.parent)
    ? [...(draft.children.get(node.parent) ?? [])].filter((id) => at(id) > at(node.id))
    : [];
  hang(draft, node.id, parent);
  for (const id of later) hang(draft, id, node.id);
  relevel(draft, node.id);
  return true;
}

/** Whether `above` is an ancestor of `below`; null, the root, is one of every node. */
function isAbove(draft: Draft, above: string | null, below: string | null): boolean {
  for (let id = below; id !== null;) {
    id = draft.nodes.get(id)?.parent ?? null;
    if (id === above) return true;
  }
  return false;
}

function hang(draft: Draft, id: string, parent: string | null): void {
  const node = draft.nodes.get(id) as Node;
  draft.children.get(node.parent)?.delete(id);
  draft.children.getOrInsertComputed(parent, () => new Set()).add(id);
  draft.nodes.set(id, { ...node, parent });
}

/** A node's level is one more than its parent's, and so on down; without recursion, as a hostile paper may be deep. */
function relevel(draft: Draft, top: string): void {
  for (const rest = [top]; rest.length > 0;) {
    const node = draft.nodes.get(rest.pop() as string) as Node;
    const level = node.parent === null ? 1 : (draft.nodes.get(node.parent)?.level ?? 0) + 1;
    draft.nodes.set(node.id, { ...node, level });
    rest.push(...(draft.children.get(node.id) ?? []));
  }
}
