/** What units and places have in common: both bear names for a time, end on a day and are succeeded. */
import type { Ctx } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import type * as v from 'valibot';
import type * as inputs from './inputs.ts';
import { livesOn, mayEndOn, type Life, type Names } from './rules.ts';

export type Of = 'unit' | 'place';

export interface Bearer extends Life {
  id: string;
  code: string;
  kind: string;
}

/**
 * The bearers with these codes, in this order, locked: whoever else would end or rename them waits until we are done.
 * @throws Problem bad_input, naming the codes that nobody has by their path, such as "predecessors.1".
 */
export async function locked(ctx: Ctx, of: Of, codes: readonly string[], path: string): Promise<Bearer[]> {
  if (codes.length === 0) return [];
  const found = new Map((await TABLES[of].lock(ctx.db, codes)).map((row) => [row.code, row]));
  const unknown = codes.flatMap((code, i) => (found.has(code) ? [] : [codes.length > 1 ? `${path}.${i}` : path]));
  if (unknown.length > 0)
    throw new Problem('bad_input', { fields: unknown.map((at) => ({ path: at, message: 'units.unknown' })) });
  return codes.map((code) => found.get(code) as Bearer);
}

/** As `locked`, for one that must live on a day, or none. @throws Problem bad_input */
export async function lockedOn(ctx: Ctx, of: Of, code: string | undefined, day: Day, path: string): Promise<Bearer | null> {
  const [it] = code === undefined ? [] : await locked(ctx, of, [code], path);
  if (it && !livesOn(it, day)) throw new Problem('bad_input', { fields: [{ path, message: 'units.not_alive' }] });
  return it ?? null;
}

export async function writeNames(ctx: Ctx, of: Of, id: string, names: Names, life: Life, legal_basis: string | null) {
  const rows = Object.entries(names).map(([lang, name]) => ({ lang, name, ...life, legal_basis }));
  await TABLES[of].addNames(ctx.db, id, rows);
}

/** End the names of all languages on a day and begin new ones. @throws Problem bad_input, succession_day. */
export async function rename(ctx: Ctx, of: Of, { code, names, day, legal_basis }: v.InferOutput<typeof inputs.rename>) {
  const [it] = (await locked(ctx, of, [code], 'code')) as [Bearer];
  const { id, valid_to } = it;
  if (!livesOn(it, day)) throw new Problem('succession_day', { code, day });
  const before = await endNames(ctx, of, it, day);
  await writeNames(ctx, of, id, names, { valid_from: day, valid_to }, legal_basis);
  await ctx.note({
    subject: [of, id],
    unit_id: of === 'unit' ? id : null,
    before: { names: before },
    after: { names, day, legal_basis },
    why: legal_basis,
  });
  return { id, code };
}

/**
 * Let some end on a day and others come after them. Whoever comes after is there already and lives on from that day.
 * @throws Problem bad_input, succession_day, already_there.
 */
export async function succeed(ctx: Ctx, of: Of, input: v.InferOutput<typeof inputs.succeed>) {
  const { kind, day, legal_basis } = input;
  // All at once: two successions between the same ones, the other way round, must not wait for each other.
  await TABLES[of].lock(ctx.db, [...input.predecessors, ...input.successors]);
  const predecessors = await locked(ctx, of, input.predecessors, 'predecessors');
  const successors = await locked(ctx, of, input.successors, 'successors');
  const wrong = predecessors.find((it) => !mayEndOn(it, day)) ?? successors.find((it) => !livesOn(it, day));
  if (wrong) throw new Problem('succession_day', { code: wrong.code, day });
  for (const { id, ...predecessor } of predecessors) {
    const after = successors.length > 0 ? successors.map((successor) => successor.id) : [null];
    const rows = after.map((successor_id) => ({
      id: uuid(),
      kind,
      predecessor_id: id,
      successor_id,
      day,
      legal_basis,
      demo: ctx.demo,
    }));
    await endNames(ctx, of, { id, ...predecessor }, day);
    await TABLES[of].end(ctx.db, id, day);
    await TABLES[of].addSuccessions(ctx.db, rows);
    await ctx.note({
      subject: [of, id],
      unit_id: of === 'unit' ? id : null,
      why: legal_basis,
      before: { valid_to: predecessor.valid_to },
      after: { valid_to: day, succession: kind, successors: input.successors, legal_basis },
    });
  }
  return { predecessors: predecessors.map(({ id }) => id), successors: successors.map(({ id }) => id) };
}

/** End the names of a day. Gives those that stood then. */
async function endNames(ctx: Ctx, of: Of, { id, code }: Bearer, day: Day): Promise<Names> {
  const names = (await TABLES[of].names(ctx.db, id)).filter(({ valid_to }) => valid_to === null || day < valid_to);
  if (names.some(({ valid_from }) => day <= valid_from)) throw new Problem('succession_day', { code, day });
  await TABLES[of].endNames(ctx.db, id, day);
  return Object.fromEntries(names.map(({ lang, name }) => [lang, name]));
}

type Db = Ctx['db'];
type NameRow = { lang: string; name: string; legal_basis: string | null } & Life;
type SuccessionRow = {
  id: string;
  kind: string;
  predecessor_id: string;
  successor_id: string | null;
  day: Day;
  legal_basis: string;
  demo: boolean;
};

/** The same statements for either. Locks are taken in the order of ids, so that two that need the same rows do not wait for each other. */
const TABLES = {
  unit: {
    lock: (db: Db, codes: readonly string[]) =>
      db
        .selectFrom('unit')
        .select(['id', 'code', 'kind', 'valid_from', 'valid_to'])
        .where('code', 'in', codes)
        .orderBy('id')
        .forUpdate()
        .execute(),
    end: (db: Db, id: string, day: Day) => db.updateTable('unit').set({ valid_to: day }).where('id', '=', id).execute(),
    names: (db: Db, id: string) => db.selectFrom('unit_name').selectAll().where('unit_id', '=', id).execute(),
    addNames: (db: Db, id: string, rows: NameRow[]) =>
      db
        .insertInto('unit_name')
        .values(rows.map((row) => ({ unit_id: id, ...row })))
        .execute(),
    endNames: (db: Db, id: string, day: Day) =>
      db
        .updateTable('unit_name')
        .set({ valid_to: day })
        .where('unit_id', '=', id)
        .where(({ eb }) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
        .execute(),
    addSuccessions: (db: Db, rows: SuccessionRow[]) => db.insertInto('unit_succession').values(rows).execute(),
  },
  place: {
    lock: (db: Db, codes: readonly string[]) =>
      db
        .selectFrom('place')
        .select(['id', 'code', 'kind', 'valid_from', 'valid_to'])
        .where('code', 'in', codes)
        .orderBy('id')
        .forUpdate()
        .execute(),
    end: (db: Db, id: string, day: Day) => db.updateTable('place').set({ valid_to: day }).where('id', '=', id).execute(),
    names: (db: Db, id: string) => db.selectFrom('place_name').selectAll().where('place_id', '=', id).execute(),
    addNames: (db: Db, id: string, rows: NameRow[]) =>
      db
        .insertInto('place_name')
        .values(rows.map((row) => ({ place_id: id, ...row })))
        .execute(),
    endNames: (db: Db, id: string, day: Day) =>
      db
        .updateTable('place_name')
        .set({ valid_to: day })
        .where('place_id', '=', id)
        .where(({ eb }) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
        .execute(),
    addSuccessions: (db: Db, rows: SuccessionRow[]) => db.insertInto('place_succession').values(rows).execute(),
  },
};
