import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { amend, supersede } from '#features/plans/amendment_commands.server.ts';
import { difference } from '#features/plans/linking_queries.server.ts';
import { reading } from '#features/plans/queries.server.ts';
import { see, submit } from '../../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const other = event.url.searchParams.get('with') ?? '';
  const { reading: read, ...about } = await see(event, reading, { id: event.params.id });
  const { id, file_name, read_at, discarded_at } = await see(event, reading, { id: other });
  const found = await see(event, difference, { id: event.params.id, with: other });
  const waits = !about.plan_id && !about.discarded_at;
  const from = read.document.issued_on?.value ?? dayOf(event.locals.house.now());
  const mayAmend = may(event.locals.actor, 'plans.amend');
  const title = read.document.title?.value ?? about.file_name;
  return { about, title, old: { id, file_name, read_at, discarded_at }, difference: found, waits, from, mayAmend, key: uuid() };
};

export const actions: Actions = {
  amend: async (event) => {
    const form = await event.request.formData();
    const [plan, from, version] = [String(form.get('plan')), String(form.get('from')), Number(form.get('version'))];
    const answer = await submit(event, amend, { id: event.params.id, plan, from, version }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/${plan}?day=${from}`);
  },
  supersede: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, supersede, { id: event.params.id, of: form.get('of') }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/readings/${event.params.id}`);
  },
};
