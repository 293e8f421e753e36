import { dayOf } from '#core/dates.ts';
import { place } from '#features/units/queries.server.ts';
import { livesOn } from '#features/units/rules.ts';
import { see } from '../../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await see(event, place, { code: event.params.code });
  return { place: found, living: livesOn(found, dayOf(new Date())) };
};
