/** Giving numbers: in the transaction of what the number is for, so that a number is given if and only if that is done. */
import { sql } from 'kysely';
import type { Ctx } from '#core/context.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import type { PaperType } from '#ports/papers/paper.ts';
import { mayIssueOn, SHARED } from './rules.ts';

export interface ToNumber {
  unit_id: string;
  type: PaperType;
  /** "KH-UBND" */
  symbol: string;
  title: string;
  /** Left out: today. */
  day?: Day | undefined;
  register?: 'own' | 'shared' | undefined;
  subject?: readonly [kind: string, id: string];
}

export interface Numbered {
  id: string;
  number: number;
  issued_on: Day;
}

/**
 * The next number of a unit's register, for a paper that is issued on a day.
 * @throws Problem paper_day when numbers of a later day have been given, or the day has not come; unit_ended.
 */
export async function takeNumber(
  ctx: Ctx,
  { unit_id, type, symbol, title, day, register, subject }: ToNumber,
): Promise<Numbered> {
  const today = dayOf(ctx.now);
  const issued_on = day ?? today;
  const year = Number(issued_on.slice(0, 4));
  const unit = await ctx.db
    .selectFrom('unit')
    .select(['valid_from', 'valid_to', 'demo'])
    .where('id', '=', unit_id)
    .executeTakeFirst();
  if (!unit) throw new Problem('not_found');
  if (issued_on < unit.valid_from || (unit.valid_to !== null && issued_on >= unit.valid_to)) throw new Problem('unit_ended');
  const run = await registerOf(ctx, unit_id, type, register);
  // Locked from here to the end of the transaction: whoever comes second waits, and sees what the first one left.
  await sql`select pg_advisory_xact_lock(hashtext(${`paper: ${unit_id} ${run} ${year}`}))`.execute(ctx.db);
  const before = await ctx.db
    .selectFrom('paper_run')
    .select('last_day')
    .where('unit_id', '=', unit_id)
    .where('register', '=', run)
    .where('year', '=', year)
    .executeTakeFirst();
  if (!mayIssueOn(issued_on, before?.last_day ?? null, today))
    throw new Problem('paper_day', { last: before?.last_day ?? today });
  const { last } = await ctx.db
    .insertInto('paper_run')
    .values({ unit_id, register: run, year, last: 1, last_day: issued_on })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'register', 'year'])
        .doUpdateSet({ last: sql`paper_run.last + 1`, last_day: sql`greatest(paper_run.last_day, excluded.last_day)` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const id = uuid();
  const about = { type, symbol, title, issued_on, register: run, year, number: last };
  const { actor } = ctx;
  await ctx.db
    .insertInto('paper')
    .values({
      id,
      unit_id,
      ...about,
      subject_kind: subject?.[0] ?? null,
      subject_id: subject?.[1] ?? null,
      given_by: actor.kind === 'person' ? actor.id : null,
      given_at: ctx.now,
      // What is written in a demonstration province goes with it.
      demo: ctx.demo || unit.demo,
    })
    .execute();
  await ctx.note({ subject: ['paper', id], unit_id, after: { ...about, unit_id } });
  return { id, number: last, issued_on };
}

/** How the unit's head has types counted: as this one was counted last, until somebody says otherwise. */
async function registerOf({ db }: Ctx, unit_id: string, type: PaperType, said: ToNumber['register']): Promise<string> {
  if (said) return said === 'shared' ? SHARED : type;
  const last = await db
    .selectFrom('paper')
    .select('register')
    .where('unit_id', '=', unit_id)
    .where('type', '=', type)
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.register ?? type;
}
