import * as v from 'valibot';
import { normalUsername, PASSWORD_MAX, PASSWORD_MIN, USERNAME, USERNAME_MAX, USERNAME_MIN } from './rules.ts';

/** Messages are keys of messages/*.json: whoever shows them translates them. */
export const found = v.object({
  token: v.pipe(v.string(), v.minLength(1, 'field.required')),
  name: v.pipe(
    v.string(),
    v.transform((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim()),
    v.minLength(1, 'field.required'),
    v.maxLength(120, 'field.too_long'),
  ),
  username: v.pipe(
    v.string(),
    v.transform(normalUsername),
    v.minLength(USERNAME_MIN, 'field.username'),
    v.maxLength(USERNAME_MAX, 'field.username'),
    v.regex(USERNAME, 'field.username'),
  ),
  password: v.pipe(v.string(), v.minLength(PASSWORD_MIN, 'field.password'), v.maxLength(PASSWORD_MAX, 'field.too_long')),
});

export const nothing = v.object({});

export const endSessions = v.object({ why: v.optional(v.string()) });
