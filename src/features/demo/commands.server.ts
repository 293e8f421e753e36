import * as v from 'valibot';
import { command, type Command, type Input } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { adopt, bring, forgetDemo as forgetPlans } from '#features/plans/commands.server.ts';
import * as units from '#features/units/commands.server.ts';
import { hasDemo } from '#features/units/queries.server.ts';
import { DEMO_PLAN_NAME, demoPlan } from '../../../seeds/demo-plan.ts';
import { PLACE_RENAMES, PLACE_SUCCESSIONS } from '../../../seeds/place-changes.ts';
import { PLACES } from '../../../seeds/places.ts';
import { LATER_UNITS, UNIT_ALIASES, UNIT_RENAMES, UNIT_SUCCESSIONS } from '../../../seeds/unit-changes.ts';
import { UNITS } from '../../../seeds/units.ts';

const nothing = v.object({});

/**
 * Load the demonstration: a border province with its agencies and posts through the reorganisations of 2025 and 2026, and a plan, adopted.
 * All of it by the commands people use, marked. @throws Problem demo_loaded when one is loaded already, already_there when one of its codes is taken,
 * plan_already_adopted when the office has adopted the demonstration's paper by itself.
 */
export const load = command({
  name: 'demo.load',
  verb: 'demo.change',
  input: nothing,
  async run(ctx): Promise<{ places: number; units: number; plan: string; tasks: number }> {
    if (await hasDemo(ctx.db)) throw new Problem('demo_loaded');
    await all(ctx, units.addPlace, PLACES);
    await all(ctx, units.addUnit, [...UNITS, ...LATER_UNITS]);
    await all(ctx, units.aliasUnit, UNIT_ALIASES);
    await all(ctx, units.renamePlace, PLACE_RENAMES);
    await all(ctx, units.renameUnit, UNIT_RENAMES);
    await all(ctx, units.succeedUnit, UNIT_SUCCESSIONS);
    await all(ctx, units.succeedPlace, PLACE_SUCCESSIONS);
    const reading = await ctx.run(bring, { content: await demoPlan(), name: DEMO_PLAN_NAME }, { demo: true });
    const plan = await ctx.run(adopt, { id: reading.id }, { demo: true });
    const loaded = { places: PLACES.length, units: UNITS.length + LATER_UNITS.length, plan: plan.id, tasks: plan.tasks };
    await ctx.note({ subject: ['demo', 'all'], after: loaded });
    return loaded;
  },
});

/**
 * Take the demonstration out again, with everything that was entered into it as part of it; the record stays.
 * @throws Problem not_found when none is loaded, still_used when something real hangs on it; then all stays.
 */
export const remove = command({
  name: 'demo.remove',
  verb: 'demo.change',
  input: nothing,
  async run(ctx): Promise<{ plans: number; units: number; places: number }> {
    if (!(await hasDemo(ctx.db))) throw new Problem('not_found');
    const { plans, files } = await ctx.run(forgetPlans, {});
    const { units: gone, places } = await ctx.run(units.forgetDemo, {});
    await ctx.note({ subject: ['demo', 'all'], before: { plans, units: gone, places } });
    // Last, as files do not come back when the rest is undone.
    for (const file of files) await ctx.files.remove(file);
    return { plans, units: gone, places };
  },
});

async function all<S extends Input, R>(ctx: Ctx, it: Command<S, R>, inputs: readonly unknown[]) {
  for (const input of inputs) await ctx.run(it, input, { demo: true });
}
