/** What the finder asks each feature for, and gets. */
import * as v from 'valibot';

export const finding = v.object({
  search: v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long')),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 5),
});

export interface Found {
  /** The page that shows it. */
  href: string;
  /** Its names by language; in Vietnamese at least. */
  names: Record<string, string>;
  /** What tells it from others of its name. */
  note: string | null;
  demo: boolean;
}
