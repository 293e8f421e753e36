import { fail, redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { uuid } from '#core/id.ts';
import { add, change } from '#features/languages/commands.server.ts';
import { list } from '#features/languages/queries.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  languages: await see(event, list),
  mayChange: may(event.locals.actor, 'units.change'),
  key: uuid(),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
    const { aliases = '', chosen, key, ...given } = values;
    const language = {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
      aliases: aliases.split(/[\n;]+/).filter((alias) => alias.trim()),
    };
    const answer = await submit(event, chosen ? change : add, language, key);
    if ('refused' in answer) return fail(answer.refused.status, { ...answer.refused.data, values });
    redirect(303, `/units/languages#${answer.result.tag}`);
  },
};
