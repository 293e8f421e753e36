import type { Shape } from '#ui/list.ts';

export const TASK_FILTERS: Shape = { plan: 'text', unit: 'text', name: 'text', role: 'text', mine: 'flag' };
