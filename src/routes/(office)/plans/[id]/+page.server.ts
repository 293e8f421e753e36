import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { askedPage, pageOf } from '#features/plans/plan_page.ts';
import { show } from '#features/plans/queries.server.ts';
import { viewOfPlan } from '#features/plans/view.ts';
import { timeline } from '#features/record/event_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const today = dayOf(event.locals.house.now());
  const day = event.url.searchParams.get('day') || null;
  const found = await see(event, show, { id: event.params.id, ...(day ? { day } : {}) });
  const { plan, document, left_out, versions, version, parent, children } = found;
  const shown = pageOf(viewOfPlan(found), askedPage(event.url.searchParams), document.period?.value ?? null, today);
  const { events } = await see(event, timeline, { subject_kind: 'plan', subject_id: plan.id });
  const mayChange = may(event.locals.actor, 'plans.adopt');
  const about = { plan: { ...plan, text: undefined }, day, document, left_out, versions, version, parent, children };
  return { ...about, shown, today, mayChange, events };
};
