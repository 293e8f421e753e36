/** What units and places have in common: both bear names for a time, and nothing changes them but one at a time. */
import { sql } from 'kysely';
import type { Ctx } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { livesOn, type Life, type Names, type Of } from './rules.ts';

export interface Bearer extends Life {
  id: string;
  code: string;
  kind: string;
}

/**
 * The register changes one at a time, which is seldom enough: a parent that is there when a command begins is there when it ends, and no
 * two can each let end what the other leads to. Held until the transaction ends.
 */
export async function alone({ db }: Ctx) {
  await sql`select pg_advisory_xact_lock(hashtext('cotmoc: register'))`.execute(db);
}

/**
 * The one with this code, or none. @throws Problem bad_input when nobody has it, or when it is not there from the day on: what is entered
 * has no end, so what it stands on may have none.
 */
export async function found(ctx: Ctx, of: Of, code: string | undefined, path: string, day?: Day): Promise<Bearer | null> {
  if (code === undefined) return null;
  const columns = ['id', 'code', 'kind', 'valid_from', 'valid_to'] as const;
  const it = await ctx.db.selectFrom(of).select(columns).where('code', '=', code).executeTakeFirst();
  if (!it) throw wrong(path, 'units.unknown');
  if (day && !livesOn(it, day)) throw wrong(path, 'units.not_alive');
  if (day && it.valid_to !== null) throw wrong(path, 'units.ends_later');
  return it;
}

export interface Named extends Life {
  id: string;
  names: Names;
  legal_basis: string | null;
  reorganisation_id?: string;
}

export async function writeNames({ db }: Ctx, of: Of, bearers: readonly Named[]) {
  const rows = bearers.flatMap(({ id, names, ...about }) =>
    Object.entries(names).map(([lang, name]) => ({ id, lang, name, ...about })),
  );
  for (const some of chunks(rows))
    if (of === 'unit')
      await db
        .insertInto('unit_name')
        .values(some.map(({ id, ...row }) => ({ unit_id: id, ...row })))
        .execute();
    else
      await db
        .insertInto('place_name')
        .values(some.map(({ id, ...row }) => ({ place_id: id, ...row })))
        .execute();
}

/** A statement holds 65535 values at most. */
export function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 1000) }, (_, i) => all.slice(i * 1000, (i + 1) * 1000));
}

export const wrong = (path: string, message: string) => new Problem('bad_input', { fields: [{ path, message }] });
