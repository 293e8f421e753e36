/** An event as a sentence: "Nguyễn Thị An (Điều phối, Sở Ngoại vụ) tiếp nhận kế hoạch …"; and its values as people write them. */
import { day, instant, number, t, tMaybe, type Language } from '#core/text.ts';
import { nameIn } from '#features/units/rules.ts';
import type { Somebody, Thing, Told, Value } from './tell.server.ts';

export function whoIn(language: Language, { actor }: Pick<Told, 'actor'>): string {
  if (actor.kind !== 'person') return t(language, `actor.${actor.kind}`);
  return personIn(language, actor.person);
}

/** In which role, held where, in whose place, and whether by a program; null for who needs none. */
export function roleIn(language: Language, told: Pick<Told, 'role' | 'role_unit' | 'instead_of' | 'by_key'>): string | null {
  const { role, role_unit, instead_of, by_key } = told;
  const parts = [
    ...(role === null ? [] : [tMaybe(language, `role.${role}`) ?? role]),
    ...(role_unit ? [thingIn(language, role_unit)] : []),
    ...(instead_of ? [t(language, 'record.instead_of', { name: personIn(language, instead_of) })] : []),
    ...(by_key ? [t(language, 'record.by_key')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

export function whatIn(language: Language, { command, subject }: Pick<Told, 'command' | 'subject'>): string {
  return tMaybe(language, `event.${command}`, { subject: thingIn(language, subject) }) ?? command;
}

/** All of it in one line, for lists without marks. */
export function sentenceIn(language: Language, told: Told): string {
  const role = roleIn(language, told);
  return `${whoIn(language, told)}${role ? ` (${role})` : ''} ${whatIn(language, told)}`;
}

export function personIn(language: Language, person: Somebody | null): string {
  return person?.name ?? t(language, 'record.erased_person');
}

/** Its name of that day; what is known by its id alone by the end of that. */
export function thingIn(language: Language, { kind, id, names }: Thing): string {
  const name = names && nameIn(names, language);
  if (name) return name;
  if (kind === 'person') return t(language, 'record.erased_person');
  return `${tMaybe(language, `subject.${kind}`) ?? kind} …${id.slice(-8)}`;
}

/** Where the thing can be seen, or null. */
export function hrefOf({ kind, id, code }: Thing): string | null {
  if (kind === 'unit') return code && `/units/${code}`;
  if (kind === 'place') return code && `/units/places/${code}`;
  if (kind === 'plan') return `/plans/${id}`;
  if (kind === 'paper') return `/papers/${id}`;
  if (kind === 'reorganisation') return `/units/reorganisations/${id}`;
  return kind === 'plan_reading' ? `/plans/readings/${id}` : null;
}

/** @param of kind of the event's subject: some fields are called otherwise there */
export function fieldIn(language: Language, of: string, field: string): string {
  return tMaybe(language, `changed_of.${of}.${field}`) ?? tMaybe(language, `changed.${field}`) ?? field;
}

/** @param of kind of the event's subject: a unit's kind and a plan's kind have words of their own */
export function valueIn(language: Language, of: string, field: string, value: Value | null): string {
  if (value === null) return '—';
  if (value.as === 'thing') return thingIn(language, value.thing);
  return value.as === 'is' ? plain(language, of, field, value.value) : t(language, `record.${value.as}`);
}

function plain(language: Language, of: string, field: string, value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return t(language, value ? 'record.yes' : 'record.no');
  if (typeof value === 'number') return number(language, value);
  if (typeof value === 'string') return word(language, of, field, value);
  if (Array.isArray(value)) return value.map((it) => plain(language, of, field, it)).join('; ') || '—';
  const entries = Object.entries(value).map(([key, it]) => `${fieldIn(language, of, key)}: ${plain(language, of, key, it)}`);
  return entries.join('; ') || '—';
}

function word(language: Language, of: string, field: string, value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instant(new Date(value));
  return (
    tMaybe(language, `${of}_${field}.${value}`) ??
    tMaybe(language, `${field}.${value}`) ??
    tMaybe(language, `value.${value}`) ??
    value
  );
}
