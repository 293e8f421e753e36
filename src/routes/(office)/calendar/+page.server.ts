import { addDays, dayOf } from '#core/dates.ts';
import { daysOf, monthOf } from '#features/plans/month.ts';
import { calendar } from '#features/plans/task_queries.server.ts';
import { see } from '../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const today = dayOf(event.locals.house.now());
  const month = monthOf(event.url.searchParams.get('month') ?? '', today);
  const plan = event.url.searchParams.get('plan') || null;
  const due = await see(event, calendar, { from: month.from, to: addDays(month.next, -1), ...(plan ? { plan } : {}) });
  return { today, month, plan, count: due.length, ...daysOf(due, event.url.searchParams) };
};
