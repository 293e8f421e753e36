import type { Shape } from '#ui/list.ts';

export const PEOPLE_FILTERS: Shape = { role: 'text', unit: 'text', state: 'text' };
