/** A plan as it stands on a day, as an official paper: what its paper says, and where there is none what is known of its unit. */
import type { Reads } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { namesEver, namesOn } from '#features/units/names.server.ts';
import type { Paper } from '#ports/papers/paper.ts';
import { paperOf, type PlanToPrint } from './paper.ts';
import { show, type ShownPlan } from './queries.server.ts';

export interface Printed {
  shown: ShownPlan;
  /** Number, symbol and day of the version that is shown. */
  version: ShownPlan['versions'][number] | undefined;
  /** Null: the Party's papers have a form of their own, with a head that is not the state's. */
  paper: Paper | null;
}

/** @throws Problem not_found, also when the actor may not see it. */
export async function printed(ctx: Reads, asked: { id: string; day?: Day | undefined }): Promise<Printed> {
  const shown = await show.run(ctx, asked);
  const { plan, versions } = shown;
  const version = versions.find((it) => it.id === shown.version);
  if (shown.document.form === 'party') return { shown, version, paper: null };
  const paper = paperOf({
    ...shown,
    kind: plan.kind,
    title: version?.title ?? plan.title,
    text: plan.text,
    number: version?.number ?? null,
    symbol: version?.symbol ?? null,
    issued_on: version?.issued_on ?? null,
    unit: await unitOf(ctx.db, plan.unit_id, version?.issued_on ?? dayOf(ctx.now)),
  });
  return { shown, version, paper };
}

/** Names are those of the day of issue. */
async function unitOf(db: Reads['db'], id: string | null, day: Day): Promise<PlanToPrint['unit']> {
  if (id === null) return null;
  const unit = await db.selectFrom('unit').select(['parent_id', 'place_id']).where('id', '=', id).executeTakeFirst();
  if (!unit) return null;
  const units = await namesEver(db, 'unit', [id, ...(unit.parent_id ? [unit.parent_id] : [])]);
  const places = await namesEver(db, 'place', unit.place_id ? [unit.place_id] : []);
  const called = (all: typeof units, which: string | null) => {
    const named = which === null ? undefined : all.get(which);
    return named ? (namesOn(named, day).vi ?? null) : null;
  };
  return { name: called(units, id) ?? '', above: called(units, unit.parent_id), place: called(places, unit.place_id) };
}
