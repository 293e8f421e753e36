import { createContext } from 'svelte';
import { t, tMaybe, type Key, type Language, type Values } from '#core/text.ts';

const [languageOf, setLanguage] = createContext<() => Language>();

/** To be called once, by the outermost layout. */
export const speak = setLanguage;

/** The words of the page's language: `const say = words()`, then `say('plans.title')`. */
export function words() {
  const language = languageOf();
  return (key: Key, values?: Values) => t(language(), key, values);
}

/** Words for a key that exists only at run time, or the fallback. */
export function wordsOr() {
  const language = languageOf();
  return (key: string, values: Values, fallback: string) => tMaybe(language(), key, values) ?? fallback;
}
