import { may } from '#core/access.ts';
import { COMMANDS } from '#features/all.server.ts';
import { list } from '#features/record/event_queries.server.ts';
import { see } from '../../doors.server.ts';
import { filtersOf } from './filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filters = filtersOf(event.url);
  return {
    filters,
    ...(await see(event, list, filters)),
    commands: [...COMMANDS.keys()],
    mayVerify: may(event.locals.actor, 'record.verify'),
  };
};
