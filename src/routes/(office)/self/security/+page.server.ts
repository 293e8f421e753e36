import { redirect } from '@sveltejs/kit';
import { encodeQR } from 'qr';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
} from '#features/people/self_commands.server.ts';
import { mine } from '#features/people/self_queries.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { second_factor, recovery_left, username } = await see(event, mine);
  return { second_factor, recovery_left, username, urged: may(event.locals.actor, 'people.change'), key: uuid() };
};

export const actions: Actions = {
  password: async (event) => {
    const { key, password, new_password } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, changePassword, { password, new_password }, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/sign-in?to=/self/security');
  },
  begin: async (event) => {
    const { key, password } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, beginSecondFactor, { password }, key);
    if ('refused' in answer) return answer.refused;
    const { typed, url } = answer.result;
    return { typed, picture: url ? encodeQR(url, 'raw') : [] };
  },
  confirm: async (event) => {
    const { key, code } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, confirmSecondFactor, { code }, key);
    return 'refused' in answer ? answer.refused : { recovery: answer.result.recovery };
  },
  end: async (event) => {
    const { key, password } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, endSecondFactor, { password }, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, '/self/security');
  },
};
