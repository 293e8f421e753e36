import { byPerson } from '#features/record/event_queries.server.ts';
import { notThere, see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor } = event.locals;
  if (actor.kind !== 'person') notThere(event);
  const before = event.url.searchParams.get('before');
  const { events, next } = await see(event, byPerson, { person: actor.id, ...(before ? { before } : {}) });
  return { events, next };
};
