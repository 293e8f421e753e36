import { may } from '#core/access.ts';
import { kinds, list } from '#features/record/event_queries.server.ts';
import { see } from '../../doors.server.ts';
import { filtersOf } from './filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filters = filtersOf(event.url);
  return {
    filters,
    ...(await see(event, list, filters)),
    kinds: await see(event, kinds),
    mayVerify: may(event.locals.actor, 'record.verify'),
  };
};
