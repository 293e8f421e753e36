import { uuid } from '#core/id.ts';
import { behind, moving } from '#features/people/moving_queries.server.ts';
import { move } from '#features/people/roles_commands.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** All units with roles left at them; or, of one of them and a successor, who would be moved. */
export const load: PageServerLoad = async (event) => {
  const units = await see(event, behind);
  const { from, to, day } = Object.fromEntries(event.url.searchParams);
  const old = units.find(({ code }) => code === from);
  const heir = old?.successors.find(({ code }) => code === to);
  if (!old || !heir) return { units, one: null, key: uuid() };
  const asked = { from, to, day: day ?? old.ended_on };
  return { units, one: { old, heir, day: asked.day, roles: await see(event, moving, asked) }, key: uuid() };
};

export const actions: Actions = {
  default: async (event) => {
    const { key, ...asked } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, move, asked, key);
    return 'refused' in answer ? answer.refused : { done: answer.result };
  },
};
