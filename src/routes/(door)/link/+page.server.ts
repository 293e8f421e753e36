import { redirect } from '@sveltejs/kit';
import { link } from '#features/people/persons_queries.server.ts';
import { enterByLink } from '#features/people/self_commands.server.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? '';
  return { token, whose: token ? await see(event, link, { token }) : null };
};

export const actions: Actions = {
  default: async (event) => {
    const form = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, enterByLink, form);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/sign-in');
  },
};
