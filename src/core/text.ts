/** Words for people. Keys are typed by vi.json, the source; web, command line, mail and print all use `t`. */
import en from '../../messages/en.json' with { type: 'json' };
import km from '../../messages/km.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };

export const LANGUAGES = ['vi', 'en', 'km'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Key = keyof typeof vi;
export type Values = Record<string, string | number>;

/** Vietnam has one time zone and no summer time. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

export const MESSAGES: Record<Language, Record<string, string>> = { vi, en, km };

/**
 * As whom each writes its figures. Cambodian papers use Khmer and Arabic digits and both separators, and ICU has changed sides between
 * versions: in Khmer a figure stands as in the Vietnamese paper beside it, the same on every phone.
 */
const FIGURES: Record<Language, string> = { vi: 'vi', en: 'en', km: 'vi' };

/** The language of a tag or locale such as "km" or "km_KH.UTF-8"; Vietnamese where it is none of ours. */
export function languageOf(tag: string | undefined): Language {
  const [primary] = (tag ?? '').split(/[-_.@]/);
  return LANGUAGES.find((language) => language === primary) ?? 'vi';
}

/**
 * The words for a key, with {names} filled in. A value of the form `{n, one # task, other # tasks}` chooses by Intl.PluralRules.
 * Numbers are written as the language writes them.
 */
export function t(language: Language, key: Key, values: Values = {}): string {
  return fill(language, MESSAGES[language][key] ?? vi[key], values);
}

/** The words for a key that only exists at run time (a problem's or a warning's code), or null when there are none. */
export function tMaybe(language: Language, key: string, values: Values = {}): string | null {
  const words = MESSAGES[language][key];
  return words === undefined ? null : fill(language, words, values);
}

/** 1.234,5 in Vietnamese and Khmer. */
export function number(language: Language, value: number): string {
  return new Intl.NumberFormat(FIGURES[language]).format(value);
}

/** A day "2023-01-05" as 05/01/2023, whatever the language: it is how the papers write it. */
export function day(iso: string): string {
  const [year, month, date] = iso.split('-');
  return `${date}/${month}/${year}`;
}

/** An instant as 05/01/2023 14:30, in Vietnam's time. */
export function instant(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(at).replace(',', '');
}

function fill(language: Language, words: string, values: Values): string {
  return words.replace(/\{(\w+)(?:, one ([^{}]*?), other ([^{}]*?))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const written = typeof value === 'number' ? number(language, value) : value;
    if (one === undefined || other === undefined || typeof value !== 'number') return written;
    const chosen = new Intl.PluralRules(language).select(value) === 'one' ? one : other;
    return chosen.replaceAll('#', written);
  });
}
