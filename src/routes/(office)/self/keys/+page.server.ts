import { may } from '#core/access.ts';
import { addDays, dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { makeKey, revokeKey } from '#features/people/keys_commands.server.ts';
import { keys } from '#features/people/keys_queries.server.ts';
import { KEY_VERBS, lastDay } from '#features/people/keys.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const today = dayOf(event.locals.house.now());
  const verbs = KEY_VERBS.filter((verb) => may(event.locals.actor, verb));
  return { keys: await see(event, keys), verbs, today, last: lastDay(today), soon: addDays(today, 90), key: uuid() };
};

export const actions: Actions = {
  make: async (event) => {
    const form = await event.request.formData();
    const input = { name: form.get('name'), verbs: form.getAll('verbs'), expires_on: form.get('expires_on') };
    const answer = await submit(event, makeKey, input, form.get('key'));
    return 'refused' in answer ? answer.refused : { made: answer.result.key };
  },
  revoke: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, revokeKey, { id: form.get('id') }, form.get('key'));
    return 'refused' in answer ? answer.refused : {};
  },
};
