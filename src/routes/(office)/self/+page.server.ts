import { redirect } from '@sveltejs/kit';
import { uuid } from '#core/id.ts';
import { askErasure, correctSelf } from '#features/people/self_commands.server.ts';
import { events, mine } from '#features/people/self_queries.server.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  mine: await see(event, mine),
  events: await see(event, events),
  key: uuid(),
});

export const actions: Actions = {
  correct: async (event) => {
    const { key, name } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, correctSelf, { name }, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/self');
  },
  erasure: async (event) => {
    const answer = await submit(event, askErasure, {});
    if ('refused' in answer) return answer.refused;
    redirect(303, '/self');
  },
};
