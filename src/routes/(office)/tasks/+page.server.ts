import { agencies, tasks } from '#features/plans/queries.server.ts';
import { see } from '../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams.get('search') ?? '';
  const unit = event.url.searchParams.get('unit') || null;
  const list = await see(event, agencies, {});
  const found = unit || search ? await see(event, tasks, { search, ...(unit ? { unit } : {}) }) : [];
  return { search, unit, agencies: list, tasks: found };
};
