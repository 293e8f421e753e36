import * as v from 'valibot';
import { paging } from '#core/paging.ts';
import { isLanguage } from '#features/languages/rules.ts';
import { PLACE_KINDS, UNIT_KINDS } from './rules.ts';

/** Short, stable, readable: "bp.stttt". Units and places are called by it on the command line and in addresses. */
export const code = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(80, 'field.too_long'),
  v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'units.code'),
);
export const words = v.pipe(
  v.string(),
  v.transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()),
  v.minLength(1, 'field.required'),
  v.maxLength(500, 'field.too_long'),
);
/** A day that the calendar has. */
export const day = v.pipe(v.string(), v.isoDate('field.day'), v.check(isDay, 'field.day'));

/** { "vi": "Sở Tài chính", "en": "Department of Finance" } */
export const names = v.pipe(
  v.record(v.string(), words),
  v.check((given) => Object.keys(given).every(isLanguage), 'units.language'),
  v.check((given) => 'vi' in given, 'units.needs_vi'),
);

export const place = v.object({
  code,
  kind: v.picklist(PLACE_KINDS, 'units.kind'),
  parent: v.optional(code),
  names,
  border_order: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  valid_from: day,
  legal_basis: v.optional(words),
});

export const unit = v.object({
  code,
  kind: v.picklist(UNIT_KINDS, 'units.kind'),
  parent: v.optional(code),
  place: v.optional(code),
  names,
  aliases: v.optional(v.array(words), []),
  valid_from: day,
  legal_basis: v.optional(words),
});

export const alias = v.object({ code, alias: words });

export const byCode = v.object({ code });

/** Without a day: all there ever were. */
export const units = v.object({
  day: v.optional(day),
  kind: v.optional(v.picklist(UNIT_KINDS, 'units.kind')),
  place: v.optional(code),
});

export const places = v.object({
  day: v.optional(day),
  kind: v.optional(v.picklist(PLACE_KINDS, 'units.kind')),
  border: v.optional(v.boolean(), false),
});

export const nothing = v.object({});

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

export const search = v.object({
  day: v.optional(day),
  kind: v.optional(v.picklist(UNIT_KINDS, 'units.kind')),
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long')), ''),
  sort: v.optional(v.picklist(['name', '-name', 'code', '-code']), 'name'),
  ...paging,
});

export const byId = v.object({ id: v.pipe(v.string(), v.uuid('field.id')) });
