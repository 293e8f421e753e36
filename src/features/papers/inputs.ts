import * as v from 'valibot';
import { paging } from '#core/paging.ts';
import { PAPER_TYPES } from '#ports/papers/paper.ts';

const id = v.pipe(v.string(), v.uuid('field.id'));
const day = v.pipe(v.string(), v.isoDate('field.day'));
const unit = v.pipe(v.string(), v.minLength(1, 'field.required'));
const title = v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required'), v.maxLength(2000, 'field.too_long'));
const why = v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required'), v.maxLength(1000, 'field.too_long'));
const file = v.pipe(v.instance(Uint8Array), v.metadata({ file: true }));

export const type = v.picklist(PAPER_TYPES, 'field.wrong');

/** "KH-UBND": groups of letters joined by hyphens, without blanks (appendix I, part I, II.3.c). */
export const symbol = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(60, 'field.too_long'),
  v.regex(/^\p{Lu}[\p{L}\d&]*(?:-[\p{L}\d&]+)+$/u, 'papers.symbol_form'),
);

/** Code of a register that several types share; left out: as the unit counted this type last, else by itself. */
export const register = v.optional(v.picklist(['own', 'shared'], 'field.wrong'));

export const number = v.object({
  unit,
  type,
  symbol,
  title,
  /** Of issue; left out: today. */
  day: v.optional(day),
  register,
});

export const paper = v.object({ id });

export const voiding = v.object({ id, why });

export const signing = v.object({
  id,
  certificate: file,
  password: v.pipe(v.string(), v.maxLength(1000, 'field.too_long')),
});

export const signed = v.object({ id, content: file });

export const file_of = v.object({ id, which: v.picklist(['exported', 'signed'], 'field.wrong') });

export const list = v.object({
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long')), ''),
  /** Code. */
  unit: v.optional(v.string()),
  type: v.optional(type),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2999))),
  /** Of which something remains to be done. */
  state: v.optional(v.picklist(['unsigned', 'signed', 'void'], 'field.wrong')),
  sort: v.optional(v.picklist(['-issued', 'issued', 'title', '-title']), '-issued'),
  ...paging,
});

export const nothing = v.object({});
