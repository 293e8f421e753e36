/** Words drafted by people who do not speak the language are shown as a draft until somebody who does has approved them by name. */
import { createHash } from 'node:crypto';
import approvals from '../../messages/approval.json' with { type: 'json' };
import { LANGUAGES, MESSAGES, type Language } from './text.ts';

/** Who approved the words, on which day, and the SHA-256 of messages/<language>.json as they read it. */
export interface Approval {
  by: string;
  on: string;
  sha256: string;
}

/** null: drafted, and not approved yet. A language that is not listed was written by people who speak it. */
export const APPROVALS = approvals as Partial<Record<Language, Approval | null>>;

const DRAFTS = new Set(
  LANGUAGES.filter((language) => {
    const approval = APPROVALS[language];
    return approval !== undefined && !approves(approval, MESSAGES[language]);
  }),
);

export function isDraft(language: Language): boolean {
  return DRAFTS.has(language);
}

/** An approval counts for the words that were read: when one of them changes, all are a draft again. */
export function approves(approval: Approval | null, words: Record<string, string>): boolean {
  return approval !== null && approval.by.trim() !== '' && approval.sha256 === hashOf(words);
}

/** That of the file, however its lines end on this machine: `sha256sum messages/km.json`. */
export function hashOf(words: Record<string, string>): string {
  return createHash('sha256')
    .update(`${JSON.stringify(words, null, 2)}\n`)
    .digest('hex');
}
