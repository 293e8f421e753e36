/** Taking a reorganisation back: what stands in the way, and how the rows become again what they were before. */
import { sql } from 'kysely';
import type { Ctx, Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { hanging, type Hanging } from './hanging.server.ts';
import type { Of } from '../rules.ts';

type Db = Reads['db'];
interface Which {
  id: string;
  day: Day;
}

/**
 * Everything that builds on what it made or changed: what other features hang on its new units and places; what was put under them;
 * later successions and names of those it made, led to or renamed; and parents and seats that those it ended would come back to, but that have ended since.
 */
export async function obstacles(db: Db, { id, day }: Which): Promise<Hanging[]> {
  const { rows: made } = await sql<{ id: string }>`
    select id from unit where reorganisation_id = ${id} union all select id from place where reorganisation_id = ${id}`.execute(
    db,
  );
  const others = await hanging(
    db,
    made.map((row) => row.id),
  );
  const own = await Promise.all((['place', 'unit'] as const).map((of) => builtOn(db, of, id, day)));
  const seated = await sql<Hanging>`
    select 'child' as what, 'unit' as of, it.code, 1 as rows from unit it join place seat on seat.id = it.place_id
    where seat.reorganisation_id = ${id} and it.reorganisation_id is distinct from ${id} order by it.code`.execute(db);
  const seats = await sql<Hanging>`
    select distinct 'support' as what, 'place' as of, seat.code, 1 as rows
    from unit_succession gone join unit it on it.id = gone.predecessor_id join place seat on seat.id = it.place_id
    where gone.reorganisation_id = ${id} and seat.valid_to is not null and not exists (
      select from place_succession its where its.predecessor_id = seat.id and its.reorganisation_id = ${id})
    order by seat.code`.execute(db);
  return [...others, ...own.flat(), ...seated.rows, ...seats.rows];
}

async function builtOn(db: Db, of: Of, id: string, day: Day): Promise<Hanging[]> {
  const [bearer, names, successions, bearer_id] = [
    sql.table(of),
    sql.table(`${of}_name`),
    sql.table(`${of}_succession`),
    sql.ref(`${of}_id`),
  ];
  const { rows } = await sql<Hanging>`
    with made (id) as (select id from ${bearer} where reorganisation_id = ${id}),
      led (id) as (select successor_id from ${successions} where reorganisation_id = ${id} and successor_id is not null),
      ended (id) as (select predecessor_id from ${successions} where reorganisation_id = ${id}),
      renamed (id) as (select ${bearer_id} from ${names} where reorganisation_id = ${id})
    select 'child' as what, ${of}::text as of, code, 1 as rows from ${bearer}
    where parent_id in (select id from made) and reorganisation_id is distinct from ${id}
    union
    select 'succession', ${of}, it.code, 1 from ${successions} s join ${bearer} it on it.id = s.predecessor_id
    where s.reorganisation_id is distinct from ${id} and (
      s.predecessor_id in (select id from made union select id from led union select id from renamed)
      or s.successor_id in (select id from made))
    union
    select 'name', ${of}, it.code, 1 from ${names} n join ${bearer} it on it.id = n.${bearer_id}
    where n.valid_from > ${day} and n.${bearer_id} in (select id from made union select id from renamed)
    union
    select 'support', ${of}, above.code, 1 from ended join ${bearer} it on it.id = ended.id join ${bearer} above on above.id = it.parent_id
    where above.valid_to is not null and above.id not in (select id from ended)
    order by 1, 3`.execute(db);
  return rows;
}

/** Who hangs something on the new rows now waits, and then finds them gone. */
export async function lockMade({ db }: Ctx, id: string) {
  await db.selectFrom('unit').select('id').where('reorganisation_id', '=', id).orderBy('id').forUpdate().execute();
  await db.selectFrom('place').select('id').where('reorganisation_id', '=', id).orderBy('id').forUpdate().execute();
}

/** The rows as they were before. Nothing may stand in the way. */
export async function takeBack(ctx: Ctx, which: Which) {
  // Units first: they are seated in places.
  for (const register of ['unit', 'place'] as const) await takeBackOf(ctx, register, which);
}

async function takeBackOf(ctx: Ctx, of: Of, { id, day }: Which) {
  const { db } = ctx;
  const back = await idsOf(
    db,
    sql`select distinct predecessor_id as id from ${sql.table(`${of}_succession`)} where reorganisation_id = ${id}`,
  );
  const renamed = await idsOf(
    db,
    sql`select distinct ${sql.ref(`${of}_id`)} as id from ${sql.table(`${of}_name`)} where reorganisation_id = ${id}`,
  );
  const made = await idsOf(db, sql`select id from ${sql.table(of)} where reorganisation_id = ${id}`);
  const was = await sql<{ id: string; code: string; aliases: string[] | null }>`
    select id, code, ${of === 'unit' ? sql`array(select alias from unit_alias where unit_id = it.id order by alias)` : sql`null`} as aliases
    from ${sql.table(of)} it where reorganisation_id = ${id} order by code`.execute(db);

  await db.deleteFrom(`${of}_succession`).where('reorganisation_id', '=', id).execute();
  await db.deleteFrom(`${of}_name`).where('reorganisation_id', '=', id).execute();
  // In one statement, as they may lie in each other.
  if (made.length > 0) await db.deleteFrom(of).where('id', 'in', made).execute();
  if (back.length > 0) await db.updateTable(of).set({ valid_to: null }).where('id', 'in', back).execute();
  // Names that ended on the day go on as long as who bears them: they ended with it, or for a new name.
  await sql`update ${sql.table(`${of}_name`)} as called set valid_to = it.valid_to from ${sql.table(of)} it
    where it.id = called.${sql.ref(`${of}_id`)} and called.valid_to = ${day} and it.id = any (${[...back, ...renamed]})`.execute(
    db,
  );

  const after = { reorganisation: id, undone: true };
  const about = (it: string) => ({ subject: [of, it] as const, unit_id: of === 'unit' ? it : null });
  for (const { id: it, code, aliases } of was.rows)
    await ctx.note({ ...about(it), before: { code, ...(aliases ? { aliases } : {}), valid_from: day }, after });
  for (const it of back) await ctx.note({ ...about(it), before: { valid_to: day }, after: { valid_to: null, ...after } });
  for (const it of renamed) await ctx.note({ ...about(it), before: { named_from: day }, after });
}

async function idsOf(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return rows.map((row) => (row as { id: string }).id);
}
