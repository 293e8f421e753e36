/** A step as a form without JavaScript sends it: one field for each of its words. */

/** What a step may be, in the order in which people look for it. */
export const DOINGS = ['merge', 'split', 'replace', 'rename', 'move', 'abolish', 'add'] as const;
export type Doing = (typeof DOINGS)[number];

/** Fields that are asked for, by what is done. */
export const FIELDS: Record<Doing, readonly string[]> = {
  merge: ['from', 'into'],
  split: ['from', 'into'],
  replace: ['from', 'into'],
  rename: ['code', 'vi', 'en', 'km'],
  move: ['code', 'parent', 'place', 'as', 'vi', 'en', 'km'],
  abolish: ['codes'],
  add: ['code', 'kind', 'vi', 'en', 'km', 'parent', 'place', 'aliases', 'border_order'],
};

/** Those that hold several codes: there are several fields of that name, and each may hold several. */
export const LISTS: Record<Doing, readonly string[]> = {
  merge: ['from'],
  split: ['into'],
  replace: [],
  rename: [],
  move: [],
  abolish: ['codes'],
  add: [],
};

/** Fields that only units, or only places, have. */
export const ONLY: Record<string, 'unit' | 'place'> = { place: 'unit', aliases: 'unit', border_order: 'place' };

/** What a command takes; what is wrong with it is for its schema to say. */
export function stepOf(form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [doing, of] = [text('do') as Doing, text('of')];
  const step: Record<string, unknown> = { do: doing, of };
  for (const name of FIELDS[doing] ?? []) {
    const given = text(name);
    if (LISTS[doing].includes(name))
      step[name] = form
        .getAll(name)
        .join(' ')
        .split(/[\s,;]+/)
        .filter(Boolean);
    else if (given && !['vi', 'en', 'km'].includes(name)) step[name] = given;
  }
  const names = Object.fromEntries(['vi', 'en', 'km'].map((tag) => [tag, text(tag)]).filter(([, name]) => name));
  if (Object.keys(names).length > 0 || doing === 'add' || doing === 'rename') step['names'] = names;
  if (doing === 'add' && of === 'unit')
    step['aliases'] = text('aliases')
      .split(/[\n;]+/)
      .map((it) => it.trim())
      .filter(Boolean);
  if (step['border_order'] !== undefined) step['border_order'] = Number(step['border_order']);
  if (text('legal_basis')) step['legal_basis'] = text('legal_basis');
  return step;
}

/** What is wrong with a field: "add.from.0" belongs to `from`, "add.names.vi" to all names. */
export function problemOf(fields: Record<string, string> | undefined, name: string): string | undefined {
  const under = `add.${['vi', 'en', 'km'].includes(name) ? 'names' : name}`;
  return Object.entries(fields ?? {}).find(([path]) => path === under || path.startsWith(`${under}.`))?.[1];
}
