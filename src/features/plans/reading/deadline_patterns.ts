/** The ways of saying when, from the most to the least exact; the first that takes some words keeps them. */
import { ALWAYS, CLOCKS } from './deadline_clocks.ts';
import { DAYS } from './deadline_days.ts';
import { RANGES } from './deadline_ranges.ts';
import { MONTHS, YEARS } from './deadline_spans.ts';

export const PATTERNS = [...RANGES, ...DAYS, ...MONTHS, ...ALWAYS, ...YEARS, ...CLOCKS];
