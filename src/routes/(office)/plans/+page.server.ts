import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { bring } from '#features/plans/commands.server.ts';
import { resembling } from '#features/plans/linking_queries.server.ts';
import { list } from '#features/plans/list_queries.server.ts';
import { owners, readings } from '#features/plans/queries.server.ts';
import { MAX_BYTES } from '#ports/documents/open.ts';
import { askedBy } from '#ui/list.ts';
import { see, submit } from '../../doors.server.ts';
import { PLAN_FILTERS } from './filters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor } = event.locals;
  const mayBring = may(actor, 'plans.import');
  const asked = askedBy(event.url.searchParams, PLAN_FILTERS);
  const { plans, ...page } = await see(event, list, asked);
  return {
    plans,
    page,
    asked,
    owners: mayBring ? await see(event, owners, { to: 'plans.import' }) : null,
    most: MAX_BYTES,
    waiting: await see(event, readings),
    key: uuid(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const name = file instanceof File && file.name ? file.name : 'document';
    const unit = form.get('unit') || undefined;
    const answer = await submit(event, bring, { content, name, unit }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    const { id, again } = answer.result;
    // A paper that is there in another state is shown beside that one first.
    const [other] = again ? [] : await see(event, resembling, { id });
    redirect(303, `/plans/readings/${id}${other ? `/difference?with=${other.reading}` : ''}`);
  },
};
