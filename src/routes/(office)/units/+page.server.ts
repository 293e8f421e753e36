import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { places, units } from '#features/units/queries.server.ts';
import { begin } from '#features/units/reorganising/draft_commands.server.ts';
import { drafts, list } from '#features/units/reorganising/queries.server.ts';
import { PLACE_KINDS, UNIT_KINDS } from '#features/units/rules.ts';
import { byKind, stretchesOf } from '#features/units/view.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const day = event.url.searchParams.get('day') || dayOf(event.locals.house.now());
  const [allPlaces, allUnits] = [await see(event, places, { day }), await see(event, units, { day })];
  const all = [...allPlaces, ...allUnits];
  const mayChange = may(event.locals.actor, 'units.change');
  return {
    day,
    empty: all.length === 0,
    /** What is all a demonstration says so once. */
    demo: all.length > 0 && all.every(({ demo }) => demo),
    border: stretchesOf(
      allPlaces.filter(({ border_order }) => border_order !== null),
      allUnits,
    ),
    away: byKind(
      allPlaces.filter(({ border_order }) => border_order === null),
      PLACE_KINDS,
    ),
    units: byKind(allUnits, UNIT_KINDS),
    reorganisations: await see(event, list),
    drafts: mayChange ? await see(event, drafts) : [],
    mayChange,
    key: uuid(),
  };
};

export const actions: Actions = {
  reorganise: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, begin, {}, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/units/reorganisations/drafts/${answer.result.id}`);
  },
};
