import * as v from 'valibot';
import { isLanguage } from './rules.ts';

const words = v.pipe(
  v.string(),
  v.transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()),
  v.minLength(1, 'field.required'),
  v.maxLength(200, 'field.too_long'),
);
const tag = v.pipe(v.string(), v.trim(), v.check(isLanguage, 'languages.tag'));
/** Null: nobody has told, or not needed. */
const maybe = v.optional(v.nullable(words), null);

const about = {
  name_vi: words,
  name_en: words,
  name_km: maybe,
  own_name: maybe,
  script: v.pipe(v.string(), v.trim(), v.regex(/^[A-Z][a-z]{3}$/, 'languages.script')),
  direction: v.optional(v.picklist(['ltr', 'rtl'], 'languages.direction'), 'ltr'),
  font: maybe,
  aliases: v.optional(v.array(words), []),
};

export const add = v.object({ tag, ...about });

/** All of it anew, as a form sends it; its tag stays. */
export const change = v.object({ tag, ...about });

/** Without words: all there are. */
export const list = v.object({ called: v.optional(words) });
