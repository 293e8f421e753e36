import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { behind } from '#features/people/moving_queries.server.ts';
import { timeline } from '#features/record/event_queries.server.ts';
import { undo } from '#features/units/reorganising/commands.server.ts';
import { begin } from '#features/units/reorganising/draft_commands.server.ts';
import { show } from '#features/units/reorganising/queries.server.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor } = event.locals;
  const it = await see(event, show, event.params);
  const left = may(actor, 'people.change') && !it.undone_at ? await see(event, behind) : [];
  const { events } = await see(event, timeline, { subject_kind: 'reorganisation', subject_id: it.id });
  return {
    it,
    behind: left.filter(({ code }) => it.ended.some((unit) => unit.of === 'unit' && unit.code === code)),
    events,
    mayChange: may(actor, 'units.change'),
    key: uuid(),
  };
};

export const actions: Actions = {
  undo: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, undo, event.params, form.get('key'));
    return 'refused' in answer ? answer.refused : {};
  },
  /** Enter it again, to put right what was wrong with it. */
  again: async (event) => {
    const form = await event.request.formData();
    const { title, day, legal_basis, steps } = await see(event, show, event.params);
    const answer = await submit(event, begin, { title, day, legal_basis, steps }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/units/reorganisations/drafts/${answer.result.id}`);
  },
};
