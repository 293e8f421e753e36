import { dayOf } from '#core/dates.ts';
import { may } from '#core/access.ts';
import { list, readings } from '#features/plans/queries.server.ts';
import { calendar } from '#features/plans/task_queries.server.ts';
import { see } from '../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const today = dayOf(new Date());
  const [plans, due] = [await see(event, list, {}), await see(event, calendar, { from: today })];
  const waiting = may(event.locals.actor, 'plans.import') ? await see(event, readings) : [];
  return { today, plans: plans.total, waiting, due: due.slice(0, 8) };
};
