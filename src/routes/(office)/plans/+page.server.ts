import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { bring } from '#features/plans/commands.server.ts';
import { list, readings } from '#features/plans/queries.server.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams.get('search') ?? '';
  const mayBring = may(event.locals.actor, 'plans.import');
  const plans = await see(event, list, { search });
  return { search, plans, mayBring, waiting: mayBring ? await see(event, readings) : [], key: uuid() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const name = file instanceof File && file.name ? file.name : 'document';
    const answer = await submit(event, bring, { content, name }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/readings/${answer.result.id}`);
  },
};
