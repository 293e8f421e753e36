import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { number } from '#features/papers/commands.server.ts';
import { list, options } from '#features/papers/queries.server.ts';
import { PAPER_TYPES } from '#ports/papers/paper.ts';
import { askedBy } from '#ui/list.ts';
import { see, submit } from '../../doors.server.ts';
import { PAPER_FILTERS } from './filters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = askedBy(event.url.searchParams, PAPER_FILTERS);
  const { papers, ...page } = await see(event, list, asked);
  const units = may(event.locals.actor, 'papers.number') ? await see(event, options) : [];
  return { papers, page, asked, units, types: PAPER_TYPES, today: dayOf(event.locals.house.now()), key: uuid() };
};

export const actions: Actions = {
  default: async (event) => {
    const { key, ...form } = Object.fromEntries(await event.request.formData());
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
    const answer = await submit(event, number, given, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, `/papers/${answer.result.id}`);
  },
};
