import { tasks } from '#features/plans/list_queries.server.ts';
import { named } from '#features/units/list_queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { see } from '../../doors.server.ts';
import { TASK_FILTERS } from './filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = askedBy(event.url.searchParams, TASK_FILTERS);
  const { tasks: rows, ...page } = await see(event, tasks, asked);
  const unit = typeof asked.unit === 'string' ? await see(event, named, { id: asked.unit }) : null;
  return { rows, page, asked, unit };
};
