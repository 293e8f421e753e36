import { dayOf } from '#core/dates.ts';
import { show } from '#features/plans/queries.server.ts';
import { viewOfPlan } from '#features/plans/view.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await see(event, show, { id: event.params.id });
  const { plan, document, left_out } = found;
  return { plan: { ...plan, text: undefined }, document, left_out, view: viewOfPlan(found), today: dayOf(new Date()) };
};
