/** What a list shows stands in its address, so that it can be kept, sent and gone back to. */

/** What a form sends as one word becomes what a query takes. */
export type Shape = Record<string, 'text' | 'number' | 'flag'>;
type Params = Pick<URLSearchParams, 'get'>;

/** Every list has these. */
const COMMON: Shape = { search: 'text', sort: 'text', after: 'text', before: 'text' };

/** The input of a list's query, as its address says it; what is empty is left out. */
export function askedBy(params: Params, shape: Shape): Record<string, string | number | boolean> {
  const found = Object.entries({ ...COMMON, ...shape }).flatMap(([name, kind]) => {
    const value = params.get(name)?.trim();
    if (!value) return [];
    return [[name, kind === 'number' ? Number(value) : kind === 'flag' ? value === '1' : value] as const];
  });
  return Object.fromEntries(found);
}

/** The address with some things changed; null takes one out. The page begins anew unless the change is to another page. */
export function changed(search: string, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(search);
  for (const name of ['after', 'before']) params.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  return `?${params}`;
}

/** Where the heading of a sortable column leads: to that order, or to the other way round. */
export const sorted = (search: string, column: string, now: string): string =>
  changed(search, { sort: now === column ? `-${column}` : column });

/** As aria-sort says it. */
export function direction(column: string, now: string): 'ascending' | 'descending' | 'none' {
  return now === column ? 'ascending' : now === `-${column}` ? 'descending' : 'none';
}
