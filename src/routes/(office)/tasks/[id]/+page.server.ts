import { task } from '#features/plans/task_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ task: await see(event, task, { id: event.params.id }) });
