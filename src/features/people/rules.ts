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

/** How long a link is good: a reset is asked for now; who is new may be on leave. */
export const RESET_HOURS = 24;
export const WELCOME_HOURS = 24 * 7;

/** What a link made by person.reset takes away: the password alone, or the second factor with it. */
export const RESETS = ['password', 'second_factor'] as const;

/** Codes of the second factor, as RFC 6238 and the apps on telephones have it. */
export const CODE = /^\d{6}$/;
export const RECOVERY_CODES = 10;

/** A recovery code as it was meant, however it was typed: "abcd-efgh23 " → "ABCDEFGH23". */
export function normalCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}

/**
 * What is kept about a person, and what for (Law 91/2025/QH15 asks for a purpose of each). Ethnic origin, birth date and numbers of papers are
 * not among it. `duty`: needed for the office's own work. `security`: needed to keep others out, and gone after `days` where that is said.
 */
export const PERSONAL_DATA = {
  name: { basis: 'duty' },
  username: { basis: 'duty' },
  password: { basis: 'security' },
  second_factor: { basis: 'security' },
  roles: { basis: 'duty' },
  sessions: { basis: 'security', days: 14 },
  keys: { basis: 'duty' },
  attempts: { basis: 'security', days: 1 },
  record: { basis: 'duty' },
} as const satisfies Record<string, { basis: 'duty' | 'security'; days?: number }>;
