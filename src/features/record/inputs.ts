import * as v from 'valibot';
import { ROLES } from '#core/access.ts';
import { ANCHOR_KINDS, EVENTS_A_PAGE, readHead } from './rules.ts';

const id = v.pipe(v.string(), v.uuid('field.id'));
const short = v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long'));
const day = v.pipe(v.string(), v.isoDate('field.day'));
/** POSITION:HASH as a backup or a report prints it. */
const head = v.pipe(
  short,
  v.check((typed) => readHead(typed) !== null, 'chain.head_form'),
);
/** The event that was seen last: the page after it begins with the next older one. */
const before = v.optional(id);
const limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), EVENTS_A_PAGE);

export const nothing = v.object({});

export const verify = v.object({ head: v.optional(head) });

export const anchor = v.object({
  kind: v.picklist(ANCHOR_KINDS),
  /** Where it was written down: a folder, a file's name, "sổ văn thư, trang 12". */
  place: v.pipe(short, v.minLength(1, 'field.required')),
  /** The one that was written down, when it was not the last one just now. */
  head: v.optional(head),
});

/** The result is what `verify` gave: only the worker hands it over. */
export const conclude = v.object({
  id,
  result: v.looseObject({ whole: v.boolean(), links: v.number(), findings: v.array(v.unknown()) }),
});

export const list = v.object({
  search: v.optional(short, ''),
  command: v.optional(short),
  subject_kind: v.optional(short),
  /** Who did it. */
  person: v.optional(id),
  /** Whose thing it is: this unit's, or that of one below it. */
  unit: v.optional(id),
  role: v.optional(v.picklist(ROLES)),
  from: v.optional(day),
  /** The last day. */
  to: v.optional(day),
  before,
  limit,
});

export const timeline = v.object({ subject_kind: short, subject_id: short, before, limit });

export const byPerson = v.object({ person: id, before, limit });
