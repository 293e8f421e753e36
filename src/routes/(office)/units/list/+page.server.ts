import { search } from '#features/units/list_queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { see } from '../../../doors.server.ts';
import { UNIT_FILTERS } from './filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = askedBy(event.url.searchParams, UNIT_FILTERS);
  const { units: rows, ...page } = await see(event, search, asked);
  return { rows, page, asked };
};
