/** Who is told what. Words: messages/*.json under `notice.<kind>`, filled with the values of the notice. */
import type { Role } from '#core/access.ts';

/** Kind → values that its words need. */
export interface NoticeValues {
  /** A plan gives a unit tasks. */
  plan_adopted: { title: string; unit: string; n: number };
  /** A plan under which a unit has tasks was amended. */
  plan_amended: { title: string; unit: string; n: number };
  /** A paper was read and waits for somebody to look through it. */
  reading_waiting: { name: string };
  role_given: { role: Role; unit: string; from: string };
  /** Days, the last one included. */
  substitution: { role: Role; unit: string; from: string; until: string };
}
export type NoticeKind = keyof NoticeValues;

/** Longer ago, it is no news. */
export const DAYS_TOLD = 180;

/** Who answers for a unit's tasks. */
export const RESPONSIBLE: readonly Role[] = ['coordinator', 'officer'];
/** Who may look through a reading and adopt it. */
export const REVIEWERS: readonly Role[] = ['administrator', 'coordinator', 'officer', 'approver'];

/** The page of what a notice speaks of. */
export function addressOf(subject_kind: string, subject_id: string): string {
  switch (subject_kind) {
    case 'plan':
      return `/plans/${subject_id}`;
    case 'plan_reading':
      return `/plans/readings/${subject_id}`;
    default:
      return '/self';
  }
}
