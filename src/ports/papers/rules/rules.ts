/** Every rule of form, in the order of a paper. */
import { BODY_RULES } from './body.ts';
import { FOOT_RULES } from './foot.ts';
import type { Form } from './form.ts';
import { HEAD_RULES } from './head.ts';
import type { Found } from './rule.ts';

export const RULES = [...HEAD_RULES, ...BODY_RULES, ...FOOT_RULES] as const;
export type RuleId = (typeof RULES)[number]['id'];

export interface Remark extends Found {
  id: RuleId;
  source: string;
}

export const remarksOn = (form: Form): Remark[] =>
  RULES.flatMap(({ id, source, look }) => look(form).map((found) => ({ id, source, ...found })));
