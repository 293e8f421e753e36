/** Who may do what: verbs × roles, as data. Everything passes through `may`. */

export const ROLES = ['administrator', 'coordinator', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Verb → roles that may. `operator` is whoever can run `cotmoc` on the machine itself, and so could read the database anyway;
 * he may everything. `nobody`: without signing in.
 */
export const VERBS = {
  'people.found': ['nobody'],
  'people.invite': [],
  'people.view': ['administrator'],
  'self.view': ['administrator', 'coordinator', 'reader', 'nobody'],
  'units.view': ['administrator', 'coordinator', 'reader'],
  'units.change': ['administrator'],
  'plans.view': ['administrator', 'coordinator', 'reader'],
  'plans.import': ['administrator', 'coordinator'],
  'plans.adopt': ['administrator', 'coordinator'],
  'demo.change': ['administrator'],
} as const satisfies Record<string, readonly (Role | 'nobody')[]>;
export type Verb = keyof typeof VERBS;

export type Actor =
  | { kind: 'person'; id: string; name: string; roles: readonly Role[] }
  /** The command line on the machine itself. */
  | { kind: 'operator' }
  /** The server's own jobs. */
  | { kind: 'system' }
  | { kind: 'nobody' };

/** Whether the actor may do what the verb names. */
export function may(actor: Actor, verb: Verb): boolean {
  const roles: readonly string[] = VERBS[verb];
  if (actor.kind === 'operator' || actor.kind === 'system') return true;
  if (roles.includes('nobody')) return true;
  return actor.kind === 'person' && actor.roles.some((role) => roles.includes(role));
}
