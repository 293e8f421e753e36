import { byPerson } from '#features/record/event_queries.server.ts';
import { see } from '../../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = event.url.searchParams.get('before');
  const { person: about, ...page } = await see(event, byPerson, { person: event.params.id, ...(before ? { before } : {}) });
  return { about, ...page };
};
