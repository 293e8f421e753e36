import type { Shape } from '#ui/list.ts';

export const PLAN_FILTERS: Shape = { kind: 'text', year: 'number' };
