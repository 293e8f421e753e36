import * as v from 'valibot';
import { paging } from '#core/paging.ts';
import { ROLES } from '#core/access.ts';
import {
  CODE,
  normalCode,
  normalUsername,
  PASSWORD_MAX,
  PASSWORD_MIN,
  RESETS,
  USERNAME,
  USERNAME_MAX,
  USERNAME_MIN,
} from './rules.ts';

/** Messages are keys of messages/*.json: whoever shows them translates them. */
const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.normalize('NFC').replace(/\s+/g, ' ').trim()),
    v.minLength(1, 'field.required'),
    v.maxLength(most, 'field.too_long'),
  );
export const name = words(120);
export const username = v.pipe(
  v.string(),
  v.transform(normalUsername),
  v.minLength(USERNAME_MIN, 'field.username'),
  v.maxLength(USERNAME_MAX, 'field.username'),
  v.regex(USERNAME, 'field.username'),
);
const newPassword = v.pipe(v.string(), v.minLength(PASSWORD_MIN, 'field.password'), v.maxLength(PASSWORD_MAX, 'field.too_long'));
/** Of who is asked for it once more: what it is like is not told. */
const password = v.pipe(v.string(), v.minLength(1, 'field.required'), v.maxLength(1000, 'field.too_long'));
const id = v.pipe(v.string(), v.uuid('field.id'));
const token = v.pipe(v.string(), v.minLength(1, 'field.required'), v.maxLength(200, 'field.too_long'));
const why = words(500);
/** By id, or by user name. */
const who = v.pipe(v.string(), v.transform(normalUsername), v.minLength(1, 'field.required'), v.maxLength(80, 'field.too_long'));
export const day = v.pipe(v.string(), v.isoDate('field.day'), v.check(isDay, 'field.day'));
export const role = v.picklist(ROLES, 'field.role');
/** A form sends "" for what was left empty: no unit is the whole house, no day is no day. */
const orNone = <S extends v.GenericSchema<string, string>>(schema: S) =>
  v.optional(
    v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => undefined),
      ),
      schema,
    ]),
  );
const unit = orNone(v.pipe(v.string(), v.trim(), v.maxLength(80, 'field.too_long')));
const place = { role, unit, from: orNone(day), to: orNone(day) };

export const found = v.object({ token, name, username, password: newPassword });

export const add = v.object({
  name,
  username,
  roles: v.pipe(v.array(v.object(place)), v.minLength(1, 'field.required'), v.maxLength(20, 'field.too_long')),
});
export const correct = v.object({ person: who, name: v.optional(name), username: v.optional(username) });
export const person = v.object({ person: who });
export const because = v.object({ person: who, why });
export const reset = v.object({ person: who, what: v.optional(v.picklist(RESETS), 'password') });
/** A file's bytes: the command line takes a path for it, a form a file, JSON base64. */
export const sheet = v.object({ content: v.pipe(v.instance(Uint8Array), v.metadata({ file: true })) });

export const grant = v.object({ person: who, ...place });
export const endRole = v.object({ grant: id, why });
export const substitute = v.object({ grant: id, person: who, from: orNone(day), to: day });
export const move = v.object({ from: words(80), to: words(80), day });

export const link = v.object({ token });
export const enter = v.object({ token, password: newPassword });

export const selfName = v.object({ name });
export const selfPassword = v.object({ password, new_password: newPassword });
export const selfProof = v.object({ password });
export const selfCode = v.object({ code: v.pipe(v.string(), v.transform(normalCode), v.regex(CODE, 'field.code')) });
export const session = v.object({ session: id });

const search = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, 'field.too_long')), '');
export const list = v.object({
  search,
  role: orNone(role),
  unit,
  state: v.optional(v.picklist(['here', 'ended', 'erasure'] as const), 'here'),
  sort: v.optional(v.picklist(['name', '-name']), 'name'),
  ...paging,
});

export const nothing = v.object({});

export const endSessions = v.object({ why: v.optional(v.string()) });

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
