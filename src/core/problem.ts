/** Every way to fail that a person can do something about, in one table. Words: messages/*.json under `problem.<code>`. */

/** Code → HTTP status. */
export const PROBLEMS = {
  not_signed_in: 401,
  /** values: verb */
  not_allowed: 403,
  not_found: 404,
  /** values: fields, a list of { path, message } */
  bad_input: 400,
  key_reused: 409,
  already_there: 409,
  demo_loaded: 409,
  still_used: 409,
  not_possible: 409,
  unreadable_document: 422,
  too_large: 413,
  link_not_valid: 410,
  plan_already_adopted: 409,
  reading_discarded: 409,
  stale_reading: 409,
  resembles_another: 409,
  amendment_day: 409,
  plan_of_itself: 409,
  parent_is_later: 409,
  nothing_to_take_over: 409,
  correction_not_possible: 409,
  nothing_to_undo: 409,
  /** values: codes, of what would be left under something that ends */
  reorganisation_unresolved: 409,
  /** values: codes, of what builds on it */
  reorganisation_built_on: 409,
  draft_changed: 409,
  overlapping: 409,
  /** A role beyond the giver's own, in place or in time. */
  beyond_own: 403,
  last_administrator: 409,
  person_ended: 409,
  unit_ended: 409,
  wrong_password: 403,
  wrong_code: 403,
  too_often: 429,
  /** values: reason, a RefusalCode */
  unreadable_sheet: 422,
  paper_too_long: 422,
  paper_image: 422,
  certificate_unreadable: 422,
  certificate_password: 403,
  /** values: name, day */
  certificate_expired: 422,
  certificate_not_yet: 422,
  certificate_usage: 422,
  signature_missing: 422,
  signature_broken: 422,
  signature_not_whole: 422,
  signature_other: 422,
  /** values: last, the day of the last number */
  paper_day: 409,
  paper_void: 409,
  /** values: number */
  plan_numbered: 409,
  paper_signed: 409,
  paper_not_exported: 409,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemValues = Record<string, string | number | readonly FieldProblem[]>;

/** What is wrong with one field of an input; path such as "names.0.lang". */
export interface FieldProblem {
  path: string;
  message: string;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  readonly status: number;

  constructor(code: ProblemCode, values: ProblemValues = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'Problem';
    this.code = code;
    this.values = values;
    this.status = PROBLEMS[code];
  }
}

/** Constraints whose violation means something to a person; all others are our mistake and stay what they are. */
const CONSTRAINTS: Record<string, ProblemCode> = {
  language_pkey: 'already_there',
  place_code_key: 'already_there',
  unit_code_key: 'already_there',
  auth_user_username_key: 'already_there',
  place_parent_id_fkey: 'not_found',
  unit_parent_id_fkey: 'not_found',
  unit_place_id_fkey: 'not_found',
  plan_version_reading_once: 'plan_already_adopted',
  assignment_unit_id_fkey: 'still_used',
  plan_reading_unit_id_fkey: 'still_used',
  plan_unit_id_fkey: 'still_used',
  plan_parent_id_fkey: 'still_used',
  plan_parent_other: 'plan_of_itself',
  plan_version_day: 'amendment_day',
  unit_succession_once: 'already_there',
  place_succession_once: 'already_there',
  paper_unit_id_fkey: 'still_used',
};

/**
 * Values no column can hold, which only a hand-made input has: a NUL in a text (22021), a day outside the calendar (22007, 22008), a place in a
 * list that is of another list (22P02).
 */
const STATES: Record<string, ProblemCode> = {
  '22021': 'bad_input',
  '22007': 'bad_input',
  '22008': 'bad_input',
  '22P02': 'bad_input',
};

/** The problem a database error stands for, or the error as it was. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || isProblem(error)) return error;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null;
  const state = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const code = (constraint && CONSTRAINTS[constraint]) || STATES[state];
  return code
    ? new Problem(code, constraint ? { constraint } : { fields: [{ path: '', message: 'field.wrong' }] }, error)
    : error;
}

/** By name, not by class: the built web app has a copy of this class of its own, while files and threads throw ours. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'status' in error;
}
