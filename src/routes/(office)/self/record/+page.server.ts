import { error } from '@sveltejs/kit';
import { byPerson } from '#features/record/event_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor } = event.locals;
  if (actor.kind !== 'person') error(404);
  const before = event.url.searchParams.get('before');
  const { events, next } = await see(event, byPerson, { person: actor.id, ...(before ? { before } : {}) });
  return { events, next };
};
