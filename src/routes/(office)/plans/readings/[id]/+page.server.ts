import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { adopt, discard } from '#features/plans/commands.server.ts';
import { doubtsOf } from '#features/plans/correcting/doubts.ts';
import { reading } from '#features/plans/queries.server.ts';
import { viewOf } from '#features/plans/view.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { reading: read, ...about } = await see(event, reading, { id: event.params.id });
  return {
    about,
    document: read.document,
    left_out: read.left_out,
    view: viewOf(read),
    today: dayOf(new Date()),
    doubted: doubtsOf(read).length,
    mayAdopt: may(event.locals.actor, 'plans.adopt'),
    key: uuid(),
  };
};

export const actions: Actions = {
  adopt: async (event) => {
    const form = await event.request.formData();
    const title = String(form.get('title') ?? '').trim();
    const version = Number(form.get('version'));
    const input = { id: event.params.id, version, ...(title ? { title } : {}) };
    const answer = await submit(event, adopt, input, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/${answer.result.id}`);
  },
  discard: async (event) => {
    const answer = await submit(event, discard, { id: event.params.id });
    if ('refused' in answer) return answer.refused;
    redirect(303, '/plans');
  },
};
