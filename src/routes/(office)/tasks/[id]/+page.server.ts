import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { link, unlink } from '#features/plans/linking_commands.server.ts';
import { task } from '#features/plans/task_queries.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  task: await see(event, task, { id: event.params.id }),
  mayLink: may(event.locals.actor, 'plans.adopt'),
  /** Of a link that was just taken away: to put it back. */
  gone: event.url.searchParams.get('gone'),
  key: uuid(),
});

export const actions: Actions = {
  unlink: async (event) => {
    const form = await event.request.formData();
    const parent = String(form.get('parent'));
    const answer = await submit(event, unlink, { task: event.params.id, parent }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/tasks/${event.params.id}?gone=${parent}`);
  },
  link: async (event) => {
    const form = await event.request.formData();
    const links = [{ task: event.params.id, parent: String(form.get('parent')) }];
    const answer = await submit(event, link, { links }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/tasks/${event.params.id}`);
  },
};
