import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { list as notices } from '#features/notices/queries.server.ts';
import { deadlines, list as plans } from '#features/plans/list_queries.server.ts';
import { readings } from '#features/plans/queries.server.ts';
import { search as units } from '#features/units/list_queries.server.ts';
import { behind as rolesBehind } from '#features/people/moving_queries.server.ts';
import { list as people } from '#features/people/persons_queries.server.ts';
import { see } from '../doors.server.ts';
import { daysOf } from './deadlines/window.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor, house } = event.locals;
  const today = dayOf(house.now());
  const due = (window: 'overdue' | 'soon' | 'quarter', size: number) =>
    see(event, deadlines, { mine: true, ...daysOf(window, today), size });
  const [overdue, soon, quarter] = [await due('overdue', 3), await due('soon', 1), await due('quarter', 6)];
  const waiting = await see(event, readings);
  const newest = await see(event, plans, { size: 5 });
  const { notices: news } = await see(event, notices, { size: 5 });
  const founding = may(actor, 'units.change') && newest.total === 0;
  const steps = founding && {
    units: (await see(event, units, { size: 1 })).total > 0,
    people: (await see(event, people, { size: 1 })).total > 1,
    plan: waiting.length > 0,
  };
  const behind = may(actor, 'people.change') ? await see(event, rolesBehind) : [];
  return { overdue, soon, quarter, waiting, newest, news, steps, behind: behind.reduce((sum, { roles }) => sum + roles, 0) };
};
