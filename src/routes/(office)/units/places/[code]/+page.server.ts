import { dayOf } from '#core/dates.ts';
import { timeline } from '#features/record/event_queries.server.ts';
import { place } from '#features/units/queries.server.ts';
import { livesOn } from '#features/units/rules.ts';
import { see } from '../../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await see(event, place, { code: event.params.code });
  const { events } = await see(event, timeline, { subject_kind: 'place', subject_id: found.id });
  return { events, place: found, living: livesOn(found, dayOf(event.locals.house.now())) };
};
