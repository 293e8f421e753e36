/** How a caller asks for a page of a long list. Pages are found by the place of a row in the order, not counted off from the top. */
import * as v from 'valibot';

/** Rows are counted up to here; beyond it is "more than". */
export const COUNTED = 10_000;
export const A_PAGE = 50;

const place = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => placeOf(text) !== null, 'field.wrong'),
  ),
);

/** Fields of the input of every paged query. */
export const paging = {
  /** The rows after this place; what an answer gave as `after`. */
  after: place,
  /** The rows before it; what an answer gave as `before`. */
  before: place,
  /** Rows a page; an export asks for many at once. */
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), A_PAGE),
};
export type Paging = { after?: string | undefined; before?: string | undefined; size: number };

export interface Page<Row> {
  rows: Row[];
  /** How many there are in all; at least so many when `more` is true. */
  total: number;
  more: boolean;
  /** Place of the last row, to go on from; null at the end. */
  after: string | null;
  /** Place of the first row, to go back from; null at the beginning. */
  before: string | null;
}

/** A place as a caller can hand it back: the values by which the row is sorted. */
export const written = (values: readonly string[]): string => JSON.stringify(values);

/** The values, or null for what no answer ever gave. */
export function placeOf(text: string): string[] | null {
  try {
    const values: unknown = JSON.parse(text);
    return Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string') ? values : null;
  } catch {
    return null;
  }
}
