import { query } from '#core/command.server.ts';
import { t } from '#core/text.ts';
import { paperOfSubject } from '#features/papers/queries.server.ts';
import type { Paper } from '#ports/papers/paper.ts';
import { formOfPaper } from '#ports/papers/rules/form.ts';
import { remarksOn, RULES } from '#ports/papers/rules/rules.ts';
import * as inputs from './inputs.ts';
import { printed } from './printing.server.ts';
import type { Warning } from './reading/reading.ts';

/**
 * A plan as it stands on a day, as an official paper (Decree 30/2020/NĐ-CP), and what a careful registrar would say of that paper: of its
 * form as it will be printed, and of what it says as it was read. What is not known stays a blank.
 */
export const paper = query({
  name: 'plan.paper',
  verb: 'plans.view',
  input: inputs.plan,
  async run(ctx, asked) {
    const { shown, version, paper: drawn } = await printed(ctx, asked);
    const { id, title, demo, day, unit, unit_id } = shown.plan;
    return {
      plan: { id, title, demo, day, unit },
      numbered: version?.number ?? null,
      whole: unit_id === null,
      paper: drawn,
      remarks: drawn ? remarksOf(drawn, shown.warnings) : shown.warnings,
      issued: await paperOfSubject(ctx.db, 'plan', id),
    };
  },
});

/** The paper's own faults of form are those of what is printed now; what was read and cannot be mended by printing stays said. */
function remarksOf(drawn: Paper, warnings: Warning[]): Warning[] {
  const form = new Set<string>(RULES.map(({ id }) => id));
  const own = remarksOn(formOfPaper(drawn)).map(({ id, source, values = {} }) => ({
    code: id,
    message: t('vi', `reading.warning.${id}`, values),
    values,
    span: null,
    source,
  }));
  return [...own, ...warnings.filter(({ code }) => !form.has(code))];
}
