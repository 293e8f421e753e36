import { dayOf } from '#core/dates.ts';
import { show } from '#features/plans/queries.server.ts';
import { viewOfPlan } from '#features/plans/view.ts';
import { timeline } from '#features/record/event_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await see(event, show, { id: event.params.id });
  const { plan, document, left_out } = found;
  const { events } = await see(event, timeline, { subject_kind: 'plan', subject_id: plan.id });
  return { plan: { ...plan, text: undefined }, document, left_out, view: viewOfPlan(found), today: dayOf(new Date()), events };
};
