import * as v from 'valibot';
import { command, type Command, type Input } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { forgetDemo as forgetNotices } from '#features/notices/commands.server.ts';
import { forgetDemo as forgetPapers } from '#features/papers/commands.server.ts';
import { adopt, bring, forgetDemo as forgetPlans } from '#features/plans/commands.server.ts';
import * as units from '#features/units/commands.server.ts';
import { demoSize } from '#features/units/queries.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { DEMO_PLAN_NAME, demoPlan } from '../../../seeds/demo-plan.ts';
import { PLACES } from '../../../seeds/places.ts';
import { REORGANISATIONS } from '../../../seeds/reorganisations.ts';
import { UNIT_ALIASES } from '../../../seeds/unit-changes.ts';
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
    if ((await demoSize(ctx.db)).units > 0) throw new Problem('demo_loaded');
    await all(ctx, units.addPlace, PLACES);
    await all(ctx, units.addUnit, UNITS);
    await all(ctx, units.aliasUnit, UNIT_ALIASES);
    await all(ctx, reorganise, REORGANISATIONS);
    const reading = await ctx.run(bring, { content: await demoPlan(), name: DEMO_PLAN_NAME }, { demo: true });
    const plan = await ctx.run(adopt, { id: reading.id }, { demo: true });
    const loaded = { ...(await demoSize(ctx.db)), plan: plan.id, tasks: plan.tasks };
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
    if ((await demoSize(ctx.db)).units === 0) throw new Problem('not_found');
    const { plans } = await ctx.run(forgetPlans, {});
    await ctx.run(forgetNotices, {});
    const { files } = await ctx.run(forgetPapers, {});
    if (files.length > 0) await ctx.later('plan.sweep', { files });
    const { units: gone, places } = await ctx.run(units.forgetDemo, {});
    await ctx.note({ subject: ['demo', 'all'], before: { plans, units: gone, places } });
    return { plans, units: gone, places };
  },
});

async function all<S extends Input, R>(ctx: Ctx, it: Command<S, R>, inputs: readonly unknown[]) {
  for (const input of inputs) await ctx.run(it, input, { demo: true });
}
