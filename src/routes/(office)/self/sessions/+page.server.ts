import { redirect } from '@sveltejs/kit';
import { deviceOf } from '#features/people/devices.ts';
import { endSession } from '#features/people/self_commands.server.ts';
import { sessions } from '#features/people/self_queries.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const all = await see(event, sessions);
  return {
    sessions: all.map(({ agent, ...one }) => ({ ...one, device: deviceOf(agent), here: one.id === event.locals.session })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { session } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, endSession, { session });
    if ('refused' in answer) return answer.refused;
    redirect(303, '/self/sessions');
  },
};
