import type { Shape } from '#ui/list.ts';

export const PAPER_FILTERS: Shape = { unit: 'text', type: 'text', year: 'number', state: 'text' };
