import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { adopt, discard } from '#features/plans/commands.server.ts';
import { doubtsOf } from '#features/plans/correcting/doubts.ts';
import { resembling } from '#features/plans/linking_queries.server.ts';
import { askedPage, pageOf } from '#features/plans/plan_page.ts';
import { owners, reading } from '#features/plans/queries.server.ts';
import { viewOf } from '#features/plans/view.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { reading: read, ...about } = await see(event, reading, { id: event.params.id });
  const today = dayOf(event.locals.house.now());
  const { actor } = event.locals;
  const [mayBring, mayAdopt] = [may(actor, 'plans.import'), may(actor, 'plans.adopt')];
  const waits = !about.plan_id && !about.discarded_at;
  const alike = waits && mayBring ? await see(event, resembling, { id: about.id }) : [];
  const shown = pageOf(viewOf(read), askedPage(event.url.searchParams), read.document.period?.value ?? null, today);
  const { document, left_out } = read;
  return {
    about,
    document,
    left_out,
    shown,
    today,
    doubted: doubtsOf(read).length,
    mayBring,
    owners: waits && mayAdopt ? await see(event, owners, { to: 'plans.adopt' }) : null,
    alike,
    key: uuid(),
  };
};

/** In place of a unit's code, which never looks like this: of the whole house. */
const WHOLE = '*';

export const actions: Actions = {
  adopt: async (event) => {
    const form = await event.request.formData();
    const [title, unit] = [String(form.get('title') ?? '').trim(), String(form.get('unit') ?? '')];
    const owner = unit === WHOLE ? { whole: true } : { unit };
    const input = { id: event.params.id, version: Number(form.get('version')), separate: form.has('separate'), ...owner };
    const answer = await submit(event, adopt, { ...input, ...(title ? { title } : {}) }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/${answer.result.id}`);
  },
  discard: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, discard, { id: event.params.id, why: form.get('why') ?? '' }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, '/plans');
  },
};
