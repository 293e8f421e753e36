/** What a person may correct of a reading: one operation each. Ids are those of the reading, which never change. */
import * as v from 'valibot';

/** Of a node, an assignment or a deadline: "n12", "a3", "d7"; "c4.1" when made by a correction. */
const id = v.pipe(v.string(), v.regex(/^[nadc]\d+(\.\d+)?$/, 'field.id'));
const day = v.pipe(v.string(), v.isoDate('field.day'));
const words = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'field.required'), v.maxLength(most, 'field.too_long'));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer('field.wrong'), v.minValue(least, 'field.wrong'), v.maxValue(most, 'field.wrong'));
const year = whole(1900, 2200);
const span = v.pipe(
  v.object({ start: whole(0, 1e9), end: whole(1, 1e9) }),
  v.check(({ start, end }) => start < end, 'field.wrong'),
);

const role = v.picklist(['lead', 'coordinate', 'perform'], 'field.wrong');
/** The register's code, or null for an agency it does not know. */
const unit = v.object({ name: words(500), code: v.nullable(v.string()) });

const period = v.picklist(['month', 'quarter', 'half_year', 'nine_months', 'year'], 'field.wrong');
const bound = v.picklist(['before', 'by'], 'field.wrong');
const report = { report: v.exactOptional(period), to: v.exactOptional(v.array(v.string())) };

/** DeadlineRule of reading/reading.ts. */
export const rule = v.variant('kind', [
  v.object({ kind: v.literal('date'), bound, date: day, ...report }),
  v.object({ kind: v.literal('yearly'), bound, month: whole(1, 12), day: whole(1, 31), ...report }),
  v.object({ kind: v.literal('monthly'), bound, day: whole(1, 31), every: v.picklist(['month', 'quarter']), ...report }),
  v.object({
    kind: v.literal('month'),
    months: v.pipe(v.array(whole(1, 12)), v.minLength(1, 'field.required')),
    year: v.nullable(year),
  }),
  v.object({
    kind: v.literal('quarter'),
    quarters: v.pipe(v.array(whole(1, 4)), v.minLength(1, 'field.required')),
    year: v.nullable(year),
  }),
  v.object({ kind: v.literal('year'), year }),
  v.pipe(
    v.object({ kind: v.literal('range'), from: day, to: day }),
    v.check(({ from, to }) => from <= to, 'field.wrong'),
  ),
  v.object({ kind: v.literal('ongoing') }),
  v.object({ kind: v.literal('every'), period: v.nullable(v.union([period, v.literal('week')])), ...report }),
  v.object({ kind: v.literal('on_request'), to: v.exactOptional(v.array(v.string())) }),
]);

/** Of the paper's form; null: the paper does not say it. What is left out stays. */
const head = v.object({
  number: v.exactOptional(v.nullable(words(40))),
  symbol: v.exactOptional(v.nullable(words(80))),
  issued_on: v.exactOptional(v.nullable(day)),
  issuer: v.exactOptional(v.nullable(words(500))),
  title: v.exactOptional(v.nullable(words(2000))),
  period: v.exactOptional(
    v.nullable(
      v.pipe(
        v.object({ from: day, to: day }),
        v.check(({ from, to }) => from <= to, 'field.to_after_from'),
      ),
    ),
  ),
});
export type Head = v.InferOutput<typeof head>;

/** `id` and `span` of what is added may be left out: the command finds the words in the node and makes the id. */
const added = { node: id, id: v.optional(id), span: v.optional(v.nullable(span)) };

export const operation = v.variant('do', [
  v.object({ do: v.literal('head'), head }),
  v.object({ do: v.literal('kind'), node: id, kind: v.picklist(['heading', 'item', 'paragraph', 'table_row'], 'field.wrong') }),
  v.object({ do: v.literal('task'), node: id, task: v.boolean() }),
  v.object({ do: v.literal('move'), node: id, parent: v.nullable(id) }),
  v.object({ do: v.literal('marker'), node: id, marker: v.nullable(words(40)) }),
  v.object({ do: v.literal('add_assignment'), ...added, unit, role }),
  v.object({ do: v.literal('change_assignment'), id, unit, role }),
  v.object({ do: v.literal('remove_assignment'), id }),
  v.object({ do: v.literal('add_deadline'), ...added, text: words(500), rule }),
  v.object({ do: v.literal('change_deadline'), id, text: words(500), rule }),
  v.object({ do: v.literal('remove_deadline'), id }),
  /** Somebody looked at it and found it right: it is no longer among those to be looked at. */
  v.object({ do: v.literal('settle'), node: id, settled: v.boolean() }),
]);
export type Operation = v.InferOutput<typeof operation>;
