/** What a press on the review screen means, in operations. Pure. */
import { Problem } from '#core/problem.ts';
import { deadlinesIn } from '../reading/deadlines.ts';
import type { AssignmentRole, DeadlineRule, DocumentFields, NodeKind } from '../reading/reading.ts';
import type { Corrected } from './corrected.ts';
import type { Head, Operation } from './operations.ts';
import { indent, outdent } from './outline.ts';
import { readRule } from './written_rule.ts';

/** Fields of the form; `do` is "indent", "kind:heading", "remove_deadline:d3" and the like. */
export type Entered = Record<string, string>;

/** @throws Problem bad_input, with the field; correction_not_possible where there is nowhere to go. */
export function operationsOf(entered: Entered, corrected: Corrected): Operation[] {
  const { node = '' } = entered;
  const [what = '', detail = ''] = (entered['do'] ?? '').split(':');
  switch (what) {
    case 'head':
      return [{ do: 'head', head: headOf(entered, corrected.document) }];
    case 'kind':
      return [{ do: 'kind', node, kind: detail as NodeKind }];
    case 'task':
      return [{ do: 'task', node, task: !corrected.tasks.includes(node) }];
    case 'settle':
      return [{ do: 'settle', node, settled: !corrected.settled.includes(node) }];
    case 'indent':
      return [possible(indent(corrected.nodes, node))];
    case 'outdent':
      return [possible(outdent(corrected.nodes, node))];
    case 'move':
      return [{ do: 'move', node, parent: entered['parent'] || null }];
    case 'marker':
      return [{ do: 'marker', node, marker: entered['marker']?.trim() || null }];
    case 'add_assignment':
      return [{ do: 'add_assignment', node, ...agencyOf(entered) }];
    case 'change_assignment':
      return [{ do: 'change_assignment', id: detail, ...agencyOf(entered) }];
    case 'remove_assignment':
      return [{ do: 'remove_assignment', id: detail }];
    case 'add_deadline':
      return [{ do: 'add_deadline', node, ...deadlineOf(entered, null) }];
    case 'change_deadline': {
      const before = corrected.deadlines.find(({ id }) => id === detail)?.rule ?? null;
      return [{ do: 'change_deadline', id: detail, ...deadlineOf(entered, before) }];
    }
    case 'remove_deadline':
      return [{ do: 'remove_deadline', id: detail }];
    default:
      throw wrong('do', 'field.wrong');
  }
}

/** Only what was changed: a correction that is carried over to another reading of the paper must not say all the rest again. */
function headOf({ number, symbol, issued_on, issuer, title, from, to }: Entered, read: DocumentFields): Head {
  const said = (value: string | undefined) => value?.trim().normalize('NFC') || null;
  const [begin, end] = [said(from), said(to)];
  if ((begin === null) !== (end === null)) throw wrong(begin ? 'to' : 'from', 'field.required');
  const all = {
    number: said(number),
    symbol: said(symbol),
    issued_on: said(issued_on),
    issuer: said(issuer),
    title: said(title),
    period: begin && end ? { from: begin, to: end } : null,
  };
  const changed = (Object.keys(all) as (keyof Head)[]).filter(
    (name) => JSON.stringify(all[name]) !== JSON.stringify(read[name]?.value ?? null),
  );
  return Object.fromEntries(changed.map((name) => [name, all[name]])) as Head;
}

function agencyOf({ unit = '', role = 'lead' }: Entered) {
  if (!unit.trim()) throw wrong('unit', 'field.required');
  return { unit: { name: unit.trim(), code: null }, role: role as AssignmentRole };
}

/** The words, and the rule that was chosen for them, or the one that reading finds in them. */
function deadlineOf({ text = '', rule = '', value = '', bound = 'by' }: Entered, before: DeadlineRule | null) {
  if (!text.trim()) throw wrong('text', 'field.required');
  const kind = rule as DeadlineRule['kind'] | '';
  const found = kind
    ? readRule({ kind, value, bound: bound as 'before' | 'by' }, before)
    : deadlinesIn(text.normalize('NFC'), true)[0]?.rule;
  if (!found) throw wrong(kind ? 'value' : 'text', kind ? 'review.value_wrong' : 'review.words_without_deadline');
  return { text: text.trim().normalize('NFC'), rule: found };
}

function possible(move: Operation | null): Operation {
  if (!move) throw new Problem('correction_not_possible');
  return move;
}

const wrong = (path: string, message: string) => new Problem('bad_input', { fields: [{ path, message }] });
