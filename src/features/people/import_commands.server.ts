/** People brought in from a sheet: all of them or, when anything is wrong, none. */
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { isProblem, Problem, type FieldProblem } from '#core/problem.ts';
import { readSheetInThread } from '#ports/spreadsheet/in_thread.server.ts';
import * as inputs from './inputs.ts';
import { ongoing, withoutPath, type OneTimeLink } from './persons.server.ts';
import { add } from './persons_commands.server.ts';
import { grant } from './roles_commands.server.ts';
import { fold, isWholeHouse, peopleIn, type SheetPerson } from './sheet.ts';

export interface Imported {
  added: (OneTimeLink & { id: string; name: string; username: string })[];
  /** Roles given to people who were here. */
  roles: number;
  /** Rows that say what is so already. */
  unchanged: number;
}

/**
 * Add the people of an .xlsx sheet with their roles (several rows of one user name: several roles). The same sheet again changes nothing.
 * @throws Problem unreadable_sheet, bad_input with fields "row.column"
 */
export const importPeople = command({
  name: 'person.import',
  verb: 'people.change',
  input: inputs.sheet,
  // No `at`: each row is held against the actor's reach by itself, so that each can be told what is wrong with it.
  prepare: (ctx, { content }) => readSheetInThread(ctx.threads, content),
  async run(ctx, _, rows): Promise<Imported> {
    const { people, wrong } = peopleIn(rows);
    if (people.length + wrong.length === 0) throw new Problem('unreadable_sheet', { reason: 'empty' });
    const done: Imported = { added: [], roles: 0, unchanged: 0 };
    const unit = await unitsByName(ctx);
    for (const person of people) {
      const found = unit(person.unit);
      if (found.wrong) wrong.push({ path: `${person.row}.unit`, message: found.wrong });
      else wrong.push(...(await bringIn(ctx, done, person, found.code)));
    }
    if (wrong.length > 0) throw new Problem('bad_input', { fields: wrong });
    return done;
  },
  again: ({ added, ...rest }) => ({ ...rest, added: added.map((one) => withoutPath(one)) }),
});

/** One row; what is wrong with it. What was written before goes back with the whole sheet. */
async function bringIn(ctx: Ctx, done: Imported, row: SheetPerson, unit: string | undefined): Promise<FieldProblem[]> {
  const { name, username, role, from, to } = row;
  const there = await ctx.db
    .selectFrom('auth_user')
    .innerJoin('person', 'person.id', 'auth_user.id')
    .select(['person.id', 'person.name'])
    .where('username', '=', username)
    .executeTakeFirst();
  if (there && there.name !== name) return [{ path: `${row.row}.name`, message: 'import.other_name' }];
  try {
    if (!there) {
      const made = await ctx.run(add, { name, username, roles: [{ role, unit, from, to }] });
      done.added.push({ name, username, ...made });
    } else if (await holdsAlready(ctx, there.id, row, unit)) done.unchanged++;
    else {
      await ctx.run(grant, { person: username, role, unit, from, to });
      done.roles++;
    }
    return [];
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    return [toldOf(problem, row.row)];
  }
}

async function holdsAlready(
  ctx: Ctx,
  person_id: string,
  { role, from, to }: SheetPerson,
  unit: string | undefined,
): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('role_grant')
    .leftJoin('unit', 'unit.id', 'role_grant.unit_id')
    .select(['role_grant.valid_from', 'role_grant.valid_to'])
    .where('person_id', '=', person_id)
    .where('role', '=', role)
    .where('unit.code', 'is not distinct from', unit ?? null)
    .where('instead_of', 'is', null)
    .where(ongoing('role_grant', dayOf(ctx.now)))
    .execute();
  return held.some(({ valid_from, valid_to }) => (from === undefined || from === valid_from) && (to ?? null) === valid_to);
}

function toldOf({ code, values }: Problem, row: number): FieldProblem {
  const [field] = Array.isArray(values['fields']) ? (values['fields'] as FieldProblem[]) : [];
  if (field) return { path: `${row}.${field.path.split('.').at(-1)}`, message: field.message };
  const [column, message] = WRONG[code] ?? ['name', `problem.${code}`];
  return { path: `${row}.${column}`, message };
}

const WRONG: Record<string, [column: string, message: string]> = {
  not_allowed: ['unit', 'import.beyond'],
  beyond_own: ['to', 'problem.beyond_own'],
  overlapping: ['role', 'problem.overlapping'],
  unit_ended: ['unit', 'import.unit_ended'],
  person_ended: ['username', 'problem.person_ended'],
};

/** The code of a unit called by code or by its name of today. */
async function unitsByName({ db, now }: Ctx): Promise<(words: string) => { code?: string | undefined; wrong?: string }> {
  const today = dayOf(now);
  const rows = await db
    .selectFrom('unit')
    .innerJoin('unit_name', 'unit_name.unit_id', 'unit.id')
    .select(['unit.code', 'unit_name.name'])
    .where('unit_name.valid_from', '<=', today)
    .where(({ eb, or }) => or([eb('unit_name.valid_to', 'is', null), eb('unit_name.valid_to', '>', today)]))
    .execute();
  const codes = new Set(rows.map(({ code }) => code));
  const named = Map.groupBy(rows, ({ name }) => fold(name));
  return (words) => {
    if (isWholeHouse(words)) return { code: undefined };
    const code = words.trim().toLowerCase();
    if (codes.has(code)) return { code };
    const found = [...new Set(named.get(fold(words))?.map((row) => row.code))];
    return found.length === 1 ? { code: found[0] } : { wrong: found.length === 0 ? 'import.no_unit' : 'import.which_unit' };
  };
}
