import { redirect } from '@sveltejs/kit';
import { found } from '#features/people/commands.server.ts';
import { foundingLink } from '#features/people/queries.server.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? '';
  return { token, ...(await see(event, foundingLink, { token })) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, found, form);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/sign-in?to=/plans');
  },
};
