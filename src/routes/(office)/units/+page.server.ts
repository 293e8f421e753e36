import { dayOf } from '#core/dates.ts';
import { places, units } from '#features/units/queries.server.ts';
import { PLACE_KINDS, UNIT_KINDS } from '#features/units/rules.ts';
import { byKind, stretchesOf } from '#features/units/view.ts';
import { see } from '../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const day = event.url.searchParams.get('day') || dayOf(new Date());
  const [allPlaces, allUnits] = [await see(event, places, { day }), await see(event, units, { day })];
  const all = [...allPlaces, ...allUnits];
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
  };
};
