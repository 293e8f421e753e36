/** A problem in the words of the command line, which has no marked fields to look at. */
import type { FieldProblem, Problem } from '#core/problem.ts';
import { t, tMaybe, type Language, type Values } from '#core/text.ts';

/** A line of its own for the problem and for each wrong field. */
export function told(language: Language, problem: Problem): string {
  const { message, fields = [] } = toldAsJson(language, problem);
  return [message, ...fields.map((field) => `  ${field.path}: ${field.message}`)].join('\n');
}

/** The same for programs: `problem` is the code, the values stand beside it. */
export function toldAsJson(language: Language, { code, values }: Problem): Told {
  const { fields, ...rest } = values;
  const plain = rest as Values;
  const words =
    code === 'bad_input'
      ? t(language, 'cli.bad_input')
      : (plain['reason'] &&
          tMaybe(language, code === 'unreadable_sheet' ? `sheet.${plain['reason']}` : `reading.${plain['reason']}`, plain)) ||
        tMaybe(language, `problem.${code}`, plain);
  const told = { problem: code, message: words ?? code, ...plain };
  return Array.isArray(fields) ? { ...told, fields: (fields as FieldProblem[]).map((field) => inWords(language, field)) } : told;
}

interface Told {
  problem: string;
  message: string;
  fields?: FieldProblem[];
}

/** The words of the checking library itself are English, and give way to general ones. */
function inWords(language: Language, { path, message }: FieldProblem): FieldProblem {
  return { path, message: tMaybe(language, message) ?? t(language, 'field.wrong') };
}
