import type { Shape } from '#ui/list.ts';

export const UNIT_FILTERS: Shape = { day: 'text', kind: 'text' };
