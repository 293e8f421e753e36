import { may, ROLES } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { add } from '#features/people/persons_commands.server.ts';
import { list, options, PEOPLE_A_PAGE, PEOPLE_COUNTED } from '#features/people/persons_queries.server.ts';
import { see, submit } from '../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const of = (name: string) => asked.get(name) ?? '';
  const filter = { search: of('search'), role: of('role'), unit: of('unit'), state: of('state') || 'here' };
  const page = Number(asked.get('page') || 1);
  const { total, people } = await see(event, list, { ...filter, page });
  const mayAdd = may(event.locals.actor, 'people.change');
  return {
    filter,
    people,
    page,
    total,
    more: total > PEOPLE_COUNTED,
    pages: Math.ceil(Math.min(total, PEOPLE_COUNTED) / PEOPLE_A_PAGE),
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
