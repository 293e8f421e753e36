import * as v from 'valibot';
import { paging } from '#core/paging.ts';
import { register, symbol } from '#features/papers/inputs.ts';
import { operation } from './correcting/operations.ts';

/** A file's bytes: the command line takes a path for it, a form a file, JSON base64. */
const file = v.pipe(v.instance(Uint8Array), v.metadata({ file: true }));
const id = v.pipe(v.string(), v.uuid('field.id'));
/** A form sends "" for what was left empty. */
const search = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long')), '');
/** Code of the unit whose paper it is; left out: what the paper itself says. A form sends "" for that. */
const owner = v.optional(v.string());

export const bring = v.object({
  unit: owner,
  content: file,
  name: v.pipe(v.string(), v.minLength(1, 'field.required'), v.maxLength(255, 'field.too_long')),
});

export const reading = v.object({ id });
export const owners = v.object({ to: v.picklist(['plans.import', 'plans.adopt']) });
export const discard = v.object({ id, why: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'field.too_long')), '') });

/** Of a reading as somebody saw it: grows with each correction. */
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

export const correct = v.object({
  id,
  version,
  operations: v.pipe(v.array(operation), v.minLength(1, 'field.required'), v.maxLength(500, 'field.too_long')),
});

export const step = v.object({ id, version });

export const adopt = v.object({
  id,
  unit: owner,
  /** Of the whole house, whatever unit it was brought in for. */
  whole: v.optional(v.boolean()),
  /** Left out: whichever it is now. */
  version: v.optional(version),
  /** It is a plan of its own, though it resembles another one. */
  separate: v.optional(v.boolean()),
  /** Given by a person where the paper has none. */
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, 'field.too_long'))),
});

const day = v.pipe(v.string(), v.isoDate('field.day'));

/** As of a day; left out: today. */
export const plan = v.object({ id, day: v.optional(day) });

export const issue = v.object({
  id,
  /** Code of the unit whose register counts it; left out: the plan's own. */
  unit: owner,
  symbol,
  /** Of issue; left out: today. */
  day: v.optional(day),
  register,
});

export const amend = v.object({
  id,
  plan: id,
  /** First day on which it counts. */
  from: day,
  version: v.optional(version),
});

export const supersede = v.object({ id, of: id });

export const compare = v.object({ id, with: id });

export const parent = v.object({
  id,
  /** Null: none. */
  parent: v.nullable(id),
  relation: v.optional(v.picklist(['year', 'department', 'district'], 'field.wrong'), 'year'),
});

const link = v.object({ task: id, parent: id });

export const links = v.object({
  links: v.pipe(v.array(link), v.minLength(1, 'field.required'), v.maxLength(5000, 'field.too_long')),
});

export const unlink = link;

export const begin = v.object({
  parent: id,
  /** Code of the unit whose plan it becomes: it takes over the tasks that oblige it. */
  unit: v.pipe(v.string(), v.minLength(1, 'field.required')),
  relation: v.picklist(['department', 'district'], 'field.wrong'),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required'), v.maxLength(2000, 'field.too_long')),
});

export const task = v.object({ id });

export const list = v.object({
  search,
  kind: v.optional(v.pipe(v.string(), v.maxLength(40, 'field.too_long'))),
  /** In which it was issued. */
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))),
  sort: v.optional(v.picklist(['-adopted', 'adopted', '-issued', 'issued', 'title', '-title']), '-adopted'),
  ...paging,
});

export const tasks = v.object({
  plan: v.optional(id),
  unit: v.optional(id),
  /** An agency the register does not know, as the text names it. */
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, 'field.too_long'))),
  role: v.optional(v.picklist(['lead', 'coordinate', 'perform'])),
  /** Those of the units at which the caller holds a role. */
  mine: v.optional(v.boolean(), false),
  search,
  sort: v.optional(v.picklist(['plan', '-plan']), '-plan'),
  ...paging,
});

export const deadlines = v.object({
  plan: v.optional(id),
  unit: v.optional(id),
  mine: v.optional(v.boolean(), false),
  /** The first and the last day. */
  from: v.optional(day),
  to: v.optional(day),
  search,
  sort: v.optional(v.picklist(['day', '-day']), 'day'),
  ...paging,
});

/** `to`: left out, a year on. */
export const calendar = v.object({ from: day, to: v.optional(day), plan: v.optional(id) });

export const nothing = v.object({});
