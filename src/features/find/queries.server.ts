import { may } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import { finding, type Found } from '#core/finding.ts';
import { findPeople } from '#features/people/find_queries.server.ts';
import { findPlans, findTasks } from '#features/plans/find_queries.server.ts';
import { findPlaces, findUnits } from '#features/units/find_queries.server.ts';

/** In the order in which they are shown. */
const KINDS = { plan: findPlans, unit: findUnits, place: findPlaces, person: findPeople, task: findTasks } as const;

export interface FoundKind {
  kind: keyof typeof KINDS;
  found: Found[];
}

/** A few of each kind of thing that the words fit, as far as the one who asks may see it. */
export const anything = query({
  name: 'find.anything',
  verb: 'units.view',
  input: finding,
  async run(ctx, input): Promise<FoundKind[]> {
    const kinds: FoundKind[] = [];
    for (const [kind, it] of Object.entries(KINDS) as [FoundKind['kind'], (typeof KINDS)[FoundKind['kind']]][]) {
      if (input.search === '' || !may(ctx.actor, it.verb)) continue;
      const found = await it.run(ctx, input);
      if (found.length > 0) kinds.push({ kind, found });
    }
    return kinds;
  },
});
