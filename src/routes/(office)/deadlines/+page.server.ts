import { dayOf } from '#core/dates.ts';
import { deadlines } from '#features/plans/list_queries.server.ts';
import { see } from '../../doors.server.ts';
import { askedFor } from './window.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { window, asked } = askedFor(event.url.searchParams, dayOf(event.locals.house.now()));
  const { deadlines: rows, ...page } = await see(event, deadlines, asked);
  return { rows, page, asked, window };
};
