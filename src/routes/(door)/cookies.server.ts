import type { Cookies } from '@sveltejs/kit';
import { parseSetCookie } from 'cookie';

/** Hand the cookies of the sign-in library on to the browser. */
export function keepCookies(headers: Headers, cookies: Cookies) {
  for (const line of headers.getSetCookie()) {
    const { name, value, ...options } = parseSetCookie(line) ?? {};
    if (name && value !== undefined) cookies.set(name, value, { ...options, path: options.path ?? '/', encode: (it) => it });
  }
}
