import { agencies, tasks, TASKS_A_PAGE } from '#features/plans/task_queries.server.ts';
import { see } from '../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams.get('search') ?? '';
  const unit = event.url.searchParams.get('unit') || null;
  const name = event.url.searchParams.get('name') || null;
  const page = Number(event.url.searchParams.get('page') || 1);
  const asked = { search, page, ...(unit ? { unit } : {}), ...(name ? { name } : {}) };
  const list = await see(event, agencies, {});
  const found = unit || name || search ? await see(event, tasks, asked) : null;
  return { search, unit, name, agencies: list, found, page, pages: Math.ceil((found?.total ?? 0) / TASKS_A_PAGE) };
};
