import * as v from 'valibot';
import { code, day, names, place, unit, words } from '../inputs.ts';

const of = v.picklist(['unit', 'place'], 'units.kind');
const codes = v.pipe(
  v.array(code),
  v.check((given) => new Set(given).size === given.length, 'units.twice'),
);
const some = v.pipe(codes, v.minLength(1, 'field.required'));
/** Without one of its own a step rests on the paper of the whole. */
const basis = { legal_basis: v.optional(words) };

const { valid_from: _unitDay, ...unitEntries } = unit.entries;
const { valid_from: _placeDay, ...placeEntries } = place.entries;

/** All steps happen together on the day, so their order says nothing. */
const step = v.variant(
  'do',
  [
    v.variant('of', [
      v.object({ do: v.literal('add'), of: v.literal('unit'), ...unitEntries }),
      v.object({ do: v.literal('add'), of: v.literal('place'), ...placeEntries }),
    ]),
    /** One may be merged into another that goes on living. */
    v.object({ do: v.literal('merge'), of, from: some, into: code, ...basis }),
    v.object({ do: v.literal('split'), of, from: code, into: v.pipe(codes, v.minLength(2, 'units.split_into')), ...basis }),
    /** One other comes in its place. */
    v.object({ do: v.literal('replace'), of, from: code, into: code, ...basis }),
    /** The same, under new names in all languages. */
    v.object({ do: v.literal('rename'), of, code, names, ...basis }),
    /**
     * The same under another parent or at another seat: a new row, called `as` (else its code with the day), that keeps names, other names
     * and, where none is given, parent and seat.
     */
    v.object({
      do: v.literal('move'),
      of,
      code,
      as: v.optional(code),
      parent: v.optional(code),
      place: v.optional(code),
      names: v.optional(names),
      ...basis,
    }),
    v.object({ do: v.literal('abolish'), of, codes: some, ...basis }),
  ],
  'units.step',
);

export type Step = v.InferOutput<typeof step>;

export const reorganise = v.object({
  title: words,
  day,
  legal_basis: words,
  steps: v.pipe(v.array(step), v.minLength(1, 'units.no_steps'), v.maxLength(5000, 'field.too_long')),
  /** A draft that is done with when this is. */
  draft: v.optional(v.pipe(v.string(), v.uuid('field.id'))),
});

/** The paper may not be there yet when one asks what it would do. */
export const preview = v.object({ day, legal_basis: v.optional(words, '…'), steps: reorganise.entries.steps });

const id = v.pipe(v.string(), v.uuid('field.id'));
/** As far as it is known. */
const head = { title: v.optional(words), day: v.optional(day), legal_basis: v.optional(words) };

export const draft = v.object({ ...head, steps: v.optional(v.pipe(v.array(step), v.maxLength(5000, 'field.too_long')), []) });
export type Draft = v.InferOutput<typeof draft>;

const place_in_list = v.pipe(v.number(), v.integer(), v.minValue(0));
export const changeDraft = v.object({
  id,
  ...head,
  add: v.optional(step),
  /** Which step, of how many as they were seen. */
  drop: v.optional(v.object({ at: place_in_list, of: place_in_list })),
});

export const byId = v.object({ id });
