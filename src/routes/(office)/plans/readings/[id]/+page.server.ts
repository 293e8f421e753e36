import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { adopt, discard } from '#features/plans/commands.server.ts';
import { doubtsOf } from '#features/plans/correcting/doubts.ts';
import { resembling } from '#features/plans/linking_queries.server.ts';
import { askedPage, pageOf } from '#features/plans/plan_page.ts';
import { reading } from '#features/plans/queries.server.ts';
import { viewOf } from '#features/plans/view.ts';
import { units } from '#features/units/queries.server.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { reading: read, ...about } = await see(event, reading, { id: event.params.id });
  const today = dayOf(event.locals.house.now());
  const mayAdopt = may(event.locals.actor, 'plans.adopt');
  const waits = !about.plan_id && !about.discarded_at;
  const alike = waits && may(event.locals.actor, 'plans.import') ? await see(event, resembling, { id: about.id }) : [];
  const owners = waits && mayAdopt ? (await see(event, units, { day: today })).map(({ code, name }) => ({ code, name })) : [];
  const shown = pageOf(viewOf(read), askedPage(event.url.searchParams), read.document.period?.value ?? null, today);
  const { document, left_out } = read;
  return { about, document, left_out, shown, today, doubted: doubtsOf(read).length, mayAdopt, alike, owners, key: uuid() };
};

export const actions: Actions = {
  adopt: async (event) => {
    const form = await event.request.formData();
    const [title, unit] = [String(form.get('title') ?? '').trim(), String(form.get('unit') ?? '')];
    const input = { id: event.params.id, version: Number(form.get('version')), separate: form.has('separate'), unit };
    const answer = await submit(event, adopt, { ...input, ...(title ? { title } : {}) }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/${answer.result.id}`);
  },
  discard: async (event) => {
    const answer = await submit(event, discard, { id: event.params.id });
    if ('refused' in answer) return answer.refused;
    redirect(303, '/plans');
  },
};
