import type { Day } from '#core/dates.ts';

/** The register that several types of a unit share. */
export const SHARED = 'chung';

export type PaperState = 'given' | 'exported' | 'signed' | 'void';

export interface Standing {
  exported_sha256: string | null;
  signed_sha256: string | null;
  void_at: Date | string | null;
}

/** How far a paper has come: a number was given, its PDF waits to be signed, it is signed; or it did not go out. */
export function stateOf({ exported_sha256, signed_sha256, void_at }: Standing): PaperState {
  if (void_at !== null) return 'void';
  if (signed_sha256 !== null) return 'signed';
  return exported_sha256 === null ? 'given' : 'exported';
}

/** Numbers follow the days of issue (art. 15): not before the last one's day, and not a day that has not come. */
export const mayIssueOn = (day: Day, last: Day | null, today: Day): boolean => day <= today && (last === null || day >= last);

/** "05/KH-UBND" */
export const written = ({ number, symbol }: { number: number; symbol: string }): string =>
  `${number < 10 ? `0${number}` : number}/${symbol}`;
