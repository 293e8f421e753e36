/** The sheet in which people are brought in: what its columns are called, and what a row of it says. Pure. */
import * as v from 'valibot';
import { ROLES, type Role } from '#core/access.ts';
import type { FieldProblem } from '#core/problem.ts';
import { LANGUAGES, t } from '#core/text.ts';
import * as inputs from './inputs.ts';

export const COLUMNS = ['name', 'username', 'role', 'unit', 'from', 'to'] as const;
export type SheetColumn = (typeof COLUMNS)[number];

export interface SheetPerson {
  /** Number of the row, as Excel counts it. */
  row: number;
  name: string;
  username: string;
  role: Role;
  /** As written: a code, a name, or "whole house". */
  unit: string;
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * Rows as people with a role each, and what is wrong, by "row.column". The first row names the columns, in any order, in any language.
 * Other columns are nobody's business.
 */
export function peopleIn(rows: readonly { number: number; cells: readonly string[] }[]): {
  people: SheetPerson[];
  wrong: FieldProblem[];
} {
  const [head, ...body] = rows;
  const at = new Map(
    COLUMNS.map((column) => [column, (head?.cells ?? []).findIndex((cell) => headings(column).includes(fold(cell)))]),
  );
  const missing = (['name', 'username', 'role', 'unit'] as const).filter((column) => at.get(column) === -1);
  if (missing.length > 0)
    return { people: [], wrong: missing.map((column) => ({ path: `1.${column}`, message: 'import.no_column' })) };
  const people: SheetPerson[] = [];
  const wrong: FieldProblem[] = [];
  for (const { number, cells } of body) {
    const cell = (column: SheetColumn) => cells[at.get(column) ?? -1] ?? '';
    const row = {
      name: cell('name'),
      username: cell('username'),
      role: roleCalled(cell('role')),
      unit: cell('unit'),
      from: dayWritten(cell('from')),
      to: dayWritten(cell('to')),
    };
    const parsed = v.safeParse(ROW, row);
    if (parsed.success) people.push({ row: number, ...parsed.output });
    else for (const [column, message] of firstOfEach(parsed.issues)) wrong.push({ path: `${number}.${column}`, message });
  }
  return { people, wrong };
}

const day = v.optional(inputs.day);
const ROW = v.object({
  name: inputs.name,
  username: inputs.username,
  role: inputs.role,
  unit: v.pipe(v.string(), v.minLength(1, 'field.required'), v.maxLength(500, 'field.too_long')),
  from: day,
  to: day,
});

/** One thing at a time is enough to say of a cell. */
function firstOfEach(issues: v.InferIssue<typeof ROW>[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const issue of issues) {
    const column = v.getDotPath(issue) ?? '';
    if (!first.has(column)) first.set(column, issue.message);
  }
  return first;
}

/** Letter case, diacritics and blanks do not count: sheets are typed by people. */
export const fold = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();

const headings = (column: SheetColumn) => [column, ...LANGUAGES.map((language) => fold(t(language, `import.${column}`)))];

/** Whether these words mean the whole house. */
export const isWholeHouse = (words: string) =>
  LANGUAGES.some((language) => fold(t(language, 'import.whole_house')) === fold(words));

function roleCalled(words: string): string {
  const wanted = fold(words);
  return (
    ROLES.find((role) => role === wanted || LANGUAGES.some((language) => fold(t(language, `role.${role}`)) === wanted)) ?? words
  );
}

/** "1/7/2025", as people write it, or "2025-07-01", as a cell that is a day says it. */
function dayWritten(words: string): string | undefined {
  if (words === '') return undefined;
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  return year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : words;
}
