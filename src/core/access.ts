/** Who may do what, and where: verbs × roles × scope, as data. `execute` and `ask` alone ask it. Printed as docs/access.md. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/types.ts';

export const ROLES = [
  'administrator',
  'coordinator',
  'officer',
  'approver',
  'translator',
  'accountant',
  'trainer',
  'surveyor',
  'auditor',
  'reader',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Where a role must be held. `open`: nowhere, not even signed in. `self`: signed in, about oneself. `anywhere`: at any unit, for what the
 * whole house shares. `reach`: at the unit of the thing or at one above it. `involved`: as `reach`, and for all whom the thing
 * concerns: it is the feature's own to say in SQL whom. `house`: for the whole house. `machine`: no role at all, only
 * whoever can run `cotmoc` on the machine itself, and so could read the database anyway.
 */
export type Scope = 'open' | 'self' | 'anywhere' | 'reach' | 'involved' | 'house' | 'machine';

interface Rule {
  scope: Scope;
  by: readonly Role[];
}

const everybody = ROLES;
const planners = ['administrator', 'coordinator', 'officer'] as const;
const deciders = ['administrator', 'coordinator', 'approver'] as const;
/** Whoever signs, and the clerks who keep the agency's own certificate (Decree 30/2020/NĐ-CP, art. 13, 26). */
const signers = ['coordinator', 'officer', 'approver'] as const;

export const VERBS = {
  'people.found': { scope: 'open', by: [] },
  'people.enter': { scope: 'open', by: [] },
  'people.invite': { scope: 'machine', by: [] },
  'people.sign_out': { scope: 'machine', by: [] },
  'people.view': { scope: 'reach', by: ['administrator', 'auditor'] },
  'people.change': { scope: 'reach', by: ['administrator'] },
  'self.view': { scope: 'open', by: [] },
  'self.read': { scope: 'self', by: [] },
  'self.change': { scope: 'self', by: [] },
  'keys.use': { scope: 'machine', by: [] },
  'units.view': { scope: 'anywhere', by: everybody },
  'units.change': { scope: 'house', by: ['administrator'] },
  'plans.view': { scope: 'involved', by: everybody },
  'plans.import': { scope: 'reach', by: planners },
  'plans.correct': { scope: 'reach', by: planners },
  'plans.adopt': { scope: 'reach', by: deciders },
  'plans.amend': { scope: 'reach', by: deciders },
  'papers.view': { scope: 'reach', by: everybody },
  'papers.number': { scope: 'reach', by: planners },
  'papers.sign': { scope: 'reach', by: signers },
  'record.own': { scope: 'self', by: [] },
  'record.view': { scope: 'reach', by: ['administrator', 'auditor'] },
  'record.verify': { scope: 'house', by: ['administrator', 'auditor'] },
  'record.conclude': { scope: 'machine', by: [] },
  'demo.change': { scope: 'house', by: ['administrator'] },
} as const satisfies Record<string, Rule>;
export type Verb = keyof typeof VERBS;

/** A role somebody holds today. */
export interface Grant {
  id: string;
  role: Role;
  /** At this unit and all below it; null: in the whole house. */
  unit_id: string | null;
  /** The person for whom it is held meanwhile, or null. */
  instead_of: string | null;
  /** The first day on which it holds no more, if one is known. */
  until?: string | null;
}

/** A personal key by which a program acts for somebody: it carries some of the verbs, and never more than the person holds. */
export interface Key {
  id: string;
  verbs: readonly Verb[];
}

export type Actor =
  | { kind: 'person'; id: string; name: string; grants: readonly Grant[]; key?: Key }
  /** The command line on the machine itself. */
  | { kind: 'operator' }
  /** The server's own jobs. */
  | { kind: 'system' }
  | { kind: 'nobody' };

/** Whether the actor may do what the verb names at some place: whether it is worth showing a button. Where is for `covering` to say. */
export function may(actor: Actor, verb: Verb): boolean {
  const { scope } = VERBS[verb];
  if (actor.kind === 'operator' || actor.kind === 'system' || scope === 'open') return true;
  if (actor.kind !== 'person' || scope === 'machine' || !carries(actor.key, verb)) return false;
  return scope === 'self' || grantsFor(actor, verb).length > 0;
}

/** What the actor holds that carries the verb. */
export function grantsFor(actor: Actor, verb: Verb): Grant[] {
  if (actor.kind !== 'person' || !carries(actor.key, verb)) return [];
  const { scope, by }: Rule = VERBS[verb];
  return actor.grants.filter(({ role, unit_id }) => by.includes(role) && (scope !== 'house' || unit_id === null));
}

const carries = (key: Key | undefined, verb: Verb) => !key || key.verbs.includes(verb);

/** Units at which the actor may do what the verb names, themselves and all below: 'house' when it is everywhere. */
export function rootsFor(actor: Actor, verb: Verb): 'house' | string[] {
  if (actor.kind === 'operator' || actor.kind === 'system') return 'house';
  const grants = grantsFor(actor, verb);
  const roots = grants.flatMap(({ unit_id }) => unit_id ?? []);
  return roots.length < grants.length ? 'house' : roots;
}

/**
 * The grant under which the actor does it at these units (null among them: in the whole house), 'unbound' for who needs none, or null when no
 * grant covers them all.
 */
export async function covering(
  db: Kysely<DB>,
  actor: Actor,
  verb: Verb,
  units: readonly (string | null)[],
): Promise<Grant | 'unbound' | null> {
  if (actor.kind === 'operator' || actor.kind === 'system') return 'unbound';
  const grants = grantsFor(actor, verb);
  const wanted = [...new Set(units)];
  const whole = grants.find(({ unit_id }) => unit_id === null);
  if (whole || wanted.length === 0) return whole ?? grants[0] ?? 'unbound';
  for (const grant of grants) {
    const { rows } = await sql<{ all: boolean }>`
      select array(select unit_reach(array[${grant.unit_id}::uuid])) @> ${wanted}::uuid[] as all`.execute(db);
    if (!wanted.includes(null) && rows[0]?.all) return grant;
  }
  return null;
}
