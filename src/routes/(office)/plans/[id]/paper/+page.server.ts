import { redirect } from '@sveltejs/kit';
import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { options } from '#features/papers/queries.server.ts';
import { issue } from '#features/plans/issuing_commands.server.ts';
import { paper } from '#features/plans/paper_queries.server.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const day = event.url.searchParams.get('day') || null;
  const { paper: drawn, ...found } = await see(event, paper, { id: event.params.id, ...(day && { day }) });
  const mayIssue = drawn !== null && found.numbered === null && may(event.locals.actor, 'papers.number');
  return {
    ...found,
    day,
    drawn: drawn && { issuer: drawn.issuer, symbol: drawn.symbol.replace(/-$/, '') },
    units: mayIssue ? await see(event, options) : null,
    today: dayOf(event.locals.house.now()),
    key: uuid(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { key, ...form } = Object.fromEntries(await event.request.formData());
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));
    const answer = await submit(event, issue, { ...given, id: event.params.id }, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, `/papers/${answer.result.paper}`);
  },
};
