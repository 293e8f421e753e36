import { RULES, type RuleId } from '#ports/papers/rules/rules.ts';

/** Every warning, with the article of law behind it. Its words stand in `messages/*.json` under `reading.warning.<code>`. */
const FORM = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục';

export const WARNING_SOURCES = {
  ...(Object.fromEntries(RULES.map(({ id, source }) => [id, source])) as Record<RuleId, string>),
  citation_repeated: `${FORM} II.6.b`,
  written_two_ways: null,
  symbol_two_ways: `${FORM} II.3.b`,
  numbering_skipped: `${FORM} II.6.đ`,
  numbering_repeated: `${FORM} II.6.đ`,
  basis_replaced: null,
  basis_replaced_since: null,
  basis_amended: null,
  basis_after_issue: null,
  basis_year: null,
  day_impossible: null,
  weekday_wrong: null,
  deadline_before_issue: null,
  deadline_after_period: null,
  report_before_cutoff: 'Nghị định 09/2019/NĐ-CP, Điều 12',
  unit_unresolved: null,
  unclear: null,
} satisfies Record<string, string | null>;

export type WarningCode = keyof typeof WARNING_SOURCES;
