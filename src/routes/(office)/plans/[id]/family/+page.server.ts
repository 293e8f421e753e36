import { redirect } from '@sveltejs/kit';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { begin, link, setParent } from '#features/plans/linking_commands.server.ts';
import { proposals } from '#features/plans/linking_queries.server.ts';
import { list } from '#features/plans/list_queries.server.ts';
import { show } from '#features/plans/queries.server.ts';
import { agencies } from '#features/plans/task_queries.server.ts';
import { see, submit } from '../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const search = event.url.searchParams.get('search') ?? '';
  const { plan, parent, children } = await see(event, show, { id, day: dayOf(event.locals.house.now()) });
  const others = (await see(event, list, { search })).plans.filter((other) => other.id !== id);
  const proposed = await see(event, proposals, { id });
  const units = (await see(event, agencies, { plan: id })).filter(({ unit_code }) => unit_code !== null);
  return {
    plan: { id, title: plan.title, relation: plan.parent_relation },
    parent,
    children,
    search,
    others,
    proposed,
    units,
    key: uuid(),
  };
};

export const actions: Actions = {
  parent: async (event) => {
    const form = await event.request.formData();
    const [parent, relation] = [String(form.get('parent') ?? ''), form.get('relation') ?? 'year'];
    const answer = await submit(event, setParent, { id: event.params.id, parent: parent || null, relation });
    return 'refused' in answer ? answer.refused : { saved: true };
  },
  link: async (event) => {
    const links = (await event.request.formData()).getAll('link').map((both) => String(both).split(' '));
    const answer = await submit(event, link, { links: links.map(([task, parent]) => ({ task, parent })) });
    return 'refused' in answer ? answer.refused : { saved: true };
  },
  begin: async (event) => {
    const { unit, relation, title, key } = Object.fromEntries(await event.request.formData());
    const answer = await submit(event, begin, { parent: event.params.id, unit, relation, title }, key);
    if ('refused' in answer) return answer.refused;
    redirect(303, `/plans/${answer.result.id}`);
  },
};
