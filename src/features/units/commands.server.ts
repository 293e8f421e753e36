import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { alone, found, writeNames, wrong } from './bearers.server.ts';
import * as inputs from './inputs.ts';
import { PLACE_PARENTS, type PlaceKind } from './rules.ts';

/** Enter a place. What it lies in must be there from the same day. @throws Problem bad_input, already_there (code). */
export const addPlace = command({
  name: 'place.add',
  verb: 'units.change',
  input: inputs.place,
  async run(ctx, { parent, names, border_order = null, legal_basis = null, ...place }) {
    await alone(ctx);
    const above = await found(ctx, 'place', parent, 'parent', place.valid_from);
    if (above && !PLACE_PARENTS[place.kind].includes(above.kind as PlaceKind)) throw wrong('parent', 'units.parent_kind');
    const id = uuid();
    await ctx.db
      .insertInto('place')
      .values({ id, ...place, parent_id: above?.id ?? null, border_order, legal_basis, demo: ctx.demo })
      .execute();
    await writeNames(ctx, 'place', [{ id, names, valid_from: place.valid_from, valid_to: null, legal_basis }]);
    await ctx.note({ subject: ['place', id], after: { ...place, names, parent: parent ?? null, border_order, legal_basis } });
    return { id, code: place.code };
  },
});

/** Enter a unit. Its parent and its place must be there from the same day. @throws Problem bad_input, already_there (code). */
export const addUnit = command({
  name: 'unit.add',
  verb: 'units.change',
  input: inputs.unit,
  async run(ctx, { parent, place, names, aliases, legal_basis = null, ...unit }) {
    await alone(ctx);
    const above = await found(ctx, 'unit', parent, 'parent', unit.valid_from);
    const seat = await found(ctx, 'place', place, 'place', unit.valid_from);
    const id = uuid();
    await ctx.db
      .insertInto('unit')
      .values({ id, ...unit, parent_id: above?.id ?? null, place_id: seat?.id ?? null, legal_basis, demo: ctx.demo })
      .execute();
    await writeNames(ctx, 'unit', [{ id, names, valid_from: unit.valid_from, valid_to: null, legal_basis }]);
    const distinct = [...new Set(aliases)];
    if (distinct.length > 0)
      await ctx.db
        .insertInto('unit_alias')
        .values(distinct.map((other) => ({ unit_id: id, alias: other })))
        .execute();
    await ctx.note({
      subject: ['unit', id],
      unit_id: id,
      after: { ...unit, names, aliases: distinct, parent: parent ?? null, place: place ?? null, legal_basis },
    });
    return { id, code: unit.code };
  },
});

/** Enter another name under which papers call a unit. @throws Problem bad_input, already_there. */
export const aliasUnit = command({
  name: 'unit.alias',
  verb: 'units.change',
  input: inputs.alias,
  async run(ctx, { code, alias }) {
    await alone(ctx);
    const unit_id = (await found(ctx, 'unit', code, 'code'))?.id as string;
    const added = await ctx.db
      .insertInto('unit_alias')
      .values({ unit_id, alias })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) throw new Problem('already_there', { alias });
    await ctx.note({ subject: ['unit', unit_id], unit_id, after: { alias } });
    return { id: unit_id, code };
  },
});

/**
 * Take out the units and places of the demonstration, with what was entered about them.
 * @throws Problem still_used while a task, a unit or a place that is no demonstration hangs on one of them; then all stays.
 */
export const forgetDemo = command({
  name: 'unit.forget_demo',
  verb: 'demo.change',
  input: inputs.nothing,
  async run(ctx): Promise<{ units: number; places: number }> {
    await alone(ctx);
    await refuseWhileUsed(ctx);
    const units = Number((await ctx.db.deleteFrom('unit').where('demo', '=', true).executeTakeFirst()).numDeletedRows);
    const places = Number((await ctx.db.deleteFrom('place').where('demo', '=', true).executeTakeFirst()).numDeletedRows);
    await ctx.db.deleteFrom('reorganisation').where('demo', '=', true).execute();
    await ctx.note({ subject: ['demo', 'units'], before: { units, places } });
    return { units, places };
  },
});

/** Successions and names would go silently with the demonstration's units, and of a parent the database says only that there is none. */
async function refuseWhileUsed({ db }: Ctx) {
  const demoUnits = db.selectFrom('unit').select('id').where('demo', '=', true);
  const demoPlaces = db.selectFrom('place').select('id').where('demo', '=', true);
  const real = db.selectFrom('reorganisation').select('id').where('demo', '=', false);
  const using = [
    db
      .selectFrom('unit')
      .select('id')
      .where('demo', '=', false)
      .where((eb) => eb.or([eb('parent_id', 'in', demoUnits), eb('place_id', 'in', demoPlaces)])),
    db.selectFrom('place').select('id').where('demo', '=', false).where('parent_id', 'in', demoPlaces),
    db
      .selectFrom('unit_succession')
      .select('id')
      .where('demo', '=', false)
      .where((eb) => eb.or([eb('predecessor_id', 'in', demoUnits), eb('successor_id', 'in', demoUnits)])),
    db
      .selectFrom('place_succession')
      .select('id')
      .where('demo', '=', false)
      .where((eb) => eb.or([eb('predecessor_id', 'in', demoPlaces), eb('successor_id', 'in', demoPlaces)])),
    db.selectFrom('unit_name').select('unit_id').where('unit_id', 'in', demoUnits).where('reorganisation_id', 'in', real),
    db.selectFrom('place_name').select('place_id').where('place_id', 'in', demoPlaces).where('reorganisation_id', 'in', real),
  ];
  for (const rows of using) if (await rows.executeTakeFirst()) throw new Problem('still_used');
}
