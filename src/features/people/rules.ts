/** How long the link for the first administrator is good: long enough to walk to another desk, short enough to be forgotten. */
export const FOUNDING_LINK_HOURS = 24;

/** NIST SP 800-63B asks for 8 as the least and for 64 to be allowed; length counts, not kinds of characters. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Letters without diacritics, digits, dot, hyphen: what an office can dictate over the telephone. */
export const USERNAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
export const USERNAME_MIN = 3;
export const USERNAME_MAX = 40;

/** Name used for signing in, as kept: "  An.Nguyen " → "an.nguyen". */
export function normalUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}
