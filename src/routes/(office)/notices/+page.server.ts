import { redirect } from '@sveltejs/kit';
import { read, readAll } from '#features/notices/commands.server.ts';
import { list } from '#features/notices/queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { search: _, sort: __, ...asked } = askedBy(event.url.searchParams, { unread: 'flag' });
  const { notices, ...page } = await see(event, list, asked);
  return { notices, page, onlyUnread: asked.unread === true };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, read, { id: form.get('id') });
    if ('refused' in answer) return answer.refused;
    redirect(303, answer.result.address);
  },
  all: async (event) => {
    const answer = await submit(event, readAll, {});
    if ('refused' in answer) return answer.refused;
    redirect(303, '/notices');
  },
};
