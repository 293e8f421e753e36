import { may, ROLES } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { add } from '#features/people/persons_commands.server.ts';
import { list, options } from '#features/people/persons_queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { see, submit } from '../../doors.server.ts';
import { PEOPLE_FILTERS } from './filters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = askedBy(event.url.searchParams, PEOPLE_FILTERS);
  const { people, ...page } = await see(event, list, asked);
  const mayAdd = may(event.locals.actor, 'people.change');
  return {
    asked,
    people,
    page,
    roles: ROLES,
    options: mayAdd ? await see(event, options) : null,
    key: uuid(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { key, name, username, ...role } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, add, { name, username, roles: [role] }, key);
    if ('refused' in answer) return answer.refused;
    const { id, path, expires_at } = answer.result;
    return { made: { id, name: String(name), link: path && event.url.origin + path, expires_at } };
  },
};
