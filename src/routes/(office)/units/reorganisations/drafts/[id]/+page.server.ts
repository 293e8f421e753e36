import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { ofEndedUnits } from '#features/plans/reorganised_queries.server.ts';
import { ofEndedUnits as rolesOf } from '#features/people/moving_queries.server.ts';
import { places, units } from '#features/units/queries.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { change, discard } from '#features/units/reorganising/draft_commands.server.ts';
import { stepOf } from '#features/units/reorganising/form.ts';
import { preview, showDraft } from '#features/units/reorganising/queries.server.ts';
import { see, submit } from '../../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, content } = await see(event, showDraft, event.params);
  const day = content.day ?? dayOf(event.locals.house.now());
  const asked = { day, steps: content.steps };
  const [allUnits, allPlaces] = [await see(event, units, { day }), await see(event, places, { day })];
  return {
    id,
    content,
    preview: content.steps.length > 0 ? await see(event, preview, asked) : null,
    tasks: content.steps.length > 0 ? await see(event, ofEndedUnits, asked) : [],
    roles: content.steps.length > 0 && may(event.locals.actor, 'people.view') ? await see(event, rolesOf, asked) : [],
    units: allUnits.map(({ code, names }) => ({ code, names })),
    places: allPlaces.map(({ code, names }) => ({ code, names })),
    key: uuid(),
  };
};

export const actions: Actions = {
  head: async (event) => {
    const form = await event.request.formData();
    const given = ['title', 'day', 'legal_basis'].map((name) => [name, form.get(name)]).filter(([, value]) => value);
    return changed(event, 'head', form, Object.fromEntries(given));
  },
  add: async (event) => {
    const form = await event.request.formData();
    return changed(event, 'step', form, { add: stepOf(form) });
  },
  drop: async (event) => {
    const form = await event.request.formData();
    return changed(event, 'list', form, { drop: { at: Number(form.get('at')), of: Number(form.get('of')) } });
  },
  confirm: async (event) => {
    const form = await event.request.formData();
    const { id, content } = await see(event, showDraft, event.params);
    const answer = await submit(event, reorganise, { ...content, draft: id }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, `/units/reorganisations/${answer.result.id}`);
  },
  discard: async (event) => {
    const answer = await submit(event, discard, event.params);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/units#reorganisations');
  },
};

/** What was entered and refused comes back with what is wrong. */
async function changed(event: RequestEvent, part: string, form: FormData, input: object) {
  const answer = await submit(event, change, { id: event.params['id'], ...input }, form.get('key'));
  if (!('refused' in answer)) redirect(303, `${event.url.pathname}#steps`);
  const values = Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name).map(String)]));
  return fail(answer.refused.status, { ...answer.refused.data, part, values });
}
