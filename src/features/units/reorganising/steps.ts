/** What the steps of a reorganisation say: first who ends and who begins, then, once all of that is known, whom they lead to. */
import type { SuccessionKind, Of } from '../rules.ts';
import { carry, codeOnDay } from './along.ts';
import { mayLieIn, moved, refuse, standing, type Change, type Made } from './change.ts';
import type { Step } from './inputs.ts';
import { keyOf, type Row } from './register.ts';

export function begin(change: Change, step: Step, at: string) {
  const basis = step.legal_basis ?? change.legal_basis;
  const ends = (code: string, path: string, kind: SuccessionKind, successors: string[]) =>
    end(change, touched(change, step.of, code, `${at}.${path}`), kind, successors, basis);
  switch (step.do) {
    case 'add':
      return make(change, newcomer(step, basis), `${at}.code`);
    case 'merge':
      return step.from.forEach((code, i) => ends(code, `from.${i}`, 'merged', [step.into]));
    case 'split':
      return ends(step.from, 'from', 'split', step.into);
    case 'replace':
      return ends(step.from, 'from', 'renamed', [step.into]);
    case 'abolish':
      return step.codes.forEach((code, i) => ends(code, `codes.${i}`, 'abolished', []));
    case 'rename': {
      const row = touched(change, step.of, step.code, `${at}.code`, true);
      if (row) change.renamed.set(keyOf(row), { row, names: step.names, legal_basis: basis });
      return;
    }
    case 'move': {
      const row = touched(change, step.of, step.code, `${at}.code`);
      const as = step.as ?? codeOnDay(step.code, change.day);
      end(change, row, 'moved', [as], basis);
      if (row) make(change, moved(row, as, step.names, basis), `${at}.as`);
    }
  }
}

export function settle(change: Change, step: Step, at: string) {
  const { register } = change;
  const target = (code: string, path: string, from: string[], around: string) => {
    const to = register.get(step.of, code);
    const own = from.map((it) => register.get(step.of, it)).find((it) => it && to && register.isUnder(to, it));
    if (own) return refuse(change, `${at}.${path}`, own === to ? 'units.into_itself' : around);
    return standing(change, step.of, code, `${at}.${path}`);
  };
  switch (step.do) {
    case 'add': {
      const made = change.made.get(keyOf(step));
      if (!made) return;
      if (step.parent) made.parent = standing(change, step.of, step.parent, `${at}.parent`);
      if (step.of === 'unit' && step.place) made.seat = standing(change, 'place', step.place, `${at}.place`);
      return fits(change, made, `${at}.parent`);
    }
    case 'merge':
    case 'replace': {
      const from = [step.from].flat();
      const into = target(step.into, 'into', from, 'units.into_own_child');
      return lead(change, step.of, from, into === null ? [] : [into]);
    }
    case 'split': {
      const into = step.into.map((code, i) => target(code, `into.${i}`, [step.from], 'units.into_own_child'));
      return lead(
        change,
        step.of,
        [step.from],
        into.filter((code) => code !== null),
      );
    }
    case 'move': {
      const row = register.get(step.of, step.code);
      const made = change.made.get(keyOf({ of: step.of, code: step.as ?? codeOnDay(step.code, change.day) }));
      if (!row || made?.from !== row.code) return;
      if (step.parent === undefined && step.place === undefined) moves(change, row, at);
      made.parent = step.parent
        ? target(step.parent, 'parent', [step.code], 'units.under_itself')
        : carry(change, row, row.of, row.parent);
      if (row.of === 'unit')
        made.seat = step.place ? standing(change, 'place', step.place, `${at}.place`) : carry(change, row, 'place', row.seat);
      return fits(change, made, `${at}.parent`);
    }
  }
}

/** Somebody that a step lets end or be called otherwise: there before the day, and nothing else happens to it on that day or later. */
function touched(change: Change, of: Of, code: string, path: string, onlyRenamed = false): Row | null {
  const row = change.register.get(of, code);
  if (!row) return refuse(change, path, 'units.unknown');
  const { ended, renamed, day } = change;
  if (ended.has(keyOf(row)) || renamed.has(keyOf(row))) return refuse(change, path, 'units.twice');
  if (row.valid_from > day) return refuse(change, path, 'units.before_birth');
  if ([row.valid_from, row.valid_to, row.named_from].includes(day)) return refuse(change, path, 'units.changed_that_day');
  if (row.valid_to !== null && row.valid_to < day) return refuse(change, path, 'units.ended_before');
  if (row.valid_to !== null && !onlyRenamed) return refuse(change, path, 'units.ends_later');
  return row.named_from > day ? refuse(change, path, 'units.named_later') : row;
}

function end(change: Change, row: Row | null, kind: SuccessionKind, successors: string[], legal_basis: string) {
  if (row) change.ended.set(keyOf(row), { row, kind, successors, legal_basis, along: false });
}

function make(change: Change, made: Made, path: string) {
  const taken = change.made.has(keyOf(made)) || change.register.get(made.of, made.code);
  if (taken) refuse(change, path, 'units.taken');
  else change.made.set(keyOf(made), made);
}

function newcomer(step: Extract<Step, { do: 'add' }>, legal_basis: string): Made {
  const own =
    step.of === 'unit' ? { aliases: step.aliases, border_order: null } : { aliases: [], border_order: step.border_order ?? null };
  return {
    of: step.of,
    code: step.code,
    kind: step.kind,
    names: step.names,
    parent: null,
    seat: null,
    from: null,
    legal_basis,
    ...own,
  };
}

function lead(change: Change, of: Of, from: string[], into: string[]) {
  for (const code of from) {
    const ended = change.ended.get(keyOf({ of, code }));
    if (ended) ended.successors = into;
  }
}

/** A step that moves nowhere would only make a new row: its parent or its seat must have ended. */
function moves(change: Change, row: Row, at: string) {
  const legs = [
    row.parent && keyOf({ of: row.of, code: row.parent }),
    row.seat && keyOf({ of: 'place', code: row.seat }),
  ] as const;
  if (!legs.some((leg) => leg && change.ended.has(leg))) refuse(change, `${at}.parent`, 'units.moves_nowhere');
}

/** A place lies only in what such places lie in. */
function fits(change: Change, made: Made, path: string) {
  if (!mayLieIn(change, made)) refuse(change, path, 'units.parent_kind');
}
