/** Answers that the command line tells in words unless --json was asked for; and those that mean that something is wrong. */
import type { Language } from '#core/text.ts';
import { verifiedIn } from '#features/record/findings.ts';
import { written, type Head } from '#features/record/rules.ts';
import type { Verified } from '#features/record/verify.server.ts';

/** By the name of what was asked. */
const WORDS: Record<string, (language: Language, answer: unknown) => string | null> = {
  'audit.verify': (language, answer) => verifiedIn(language, answer as Verified).join('\n'),
  'audit.head': (_, answer) => (answer ? written(answer as Head) : null),
  'audit.anchor': (_, answer) => written(answer as Head),
};

/** Null where the answer is to be printed as it is. */
export function spoken(language: Language, name: string, answer: unknown): string | null {
  return WORDS[name]?.(language, answer) ?? null;
}

/** A record that was tampered with is no success, whoever asks: exit code 1. */
export function exitCodeOf(name: string, answer: unknown): number {
  return name === 'audit.verify' && !(answer as Verified).whole ? 1 : 0;
}
