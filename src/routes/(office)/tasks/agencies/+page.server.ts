import { agencies } from '#features/plans/task_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ agencies: await see(event, agencies, {}) });
