/** The filters that an address of the record carries; a form sends "" for what was left empty. */
const NAMES = ['search', 'command', 'subject_kind', 'person', 'unit', 'role', 'from', 'to', 'before'] as const;
export type Filters = Partial<Record<(typeof NAMES)[number], string>>;

export function filtersOf({ searchParams }: URL): Filters {
  return Object.fromEntries(NAMES.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : []))) as Filters;
}
