/** The part of the register that a reorganisation can touch: whom it names, what stands on whom it ends, and what its targets lie under. */
import { sql } from 'kysely';
import type { Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { namesOn } from '../queries.server.ts';
import { codeOnDay } from './along.ts';
import type { Step } from './inputs.ts';
import { registerOf, type Register, type Row } from './register.ts';
import type { Of } from '../rules.ts';

type Db = Reads['db'];

export async function registerFor(db: Db, { day, steps }: { day: Day; steps: readonly Step[] }): Promise<Register> {
  const { rows } = await sql<{ id: string }>`with recursive
    place_on (id) as (
      select id from place where code = any (${ending(steps, 'place')})
      union
      select below.id from place below join place_on on below.parent_id = place_on.id
      where below.valid_to is null or below.valid_to > ${day}
    ),
    unit_on (id) as (
      (select id from unit where code = any (${ending(steps, 'unit')})
        union select id from unit where place_id in (select id from place_on) and (valid_to is null or valid_to > ${day}))
      union
      select below.id from unit below join unit_on on below.parent_id = unit_on.id
      where below.valid_to is null or below.valid_to > ${day}
    ),
    place_up (id, parent_id) as (
      select id, parent_id from place where code = any (${named(steps, 'place')})
      union
      select above.id, above.parent_id from place above join place_up on above.id = place_up.parent_id
    ),
    unit_up (id, parent_id) as (
      select id, parent_id from unit where code = any (${named(steps, 'unit')})
      union
      select above.id, above.parent_id from unit above join unit_up on above.id = unit_up.parent_id
    )
    select id from place_on union select id from unit_on union select id from place_up union select id from unit_up`.execute(db);
  const all = await rowsOf(db, day, sql`it.id = any (${rows.map(({ id }) => id)})`);
  // Whether the codes that movers would get are free.
  const codes = all.map(({ code }) => codeOnDay(code, day)).filter((code) => !all.some((row) => row.code === code));
  return registerOf([...all, ...(await rowsOf(db, day, sql`it.code = any (${codes})`))]);
}

async function rowsOf(db: Db, day: Day, where: ReturnType<typeof sql>): Promise<Row[]> {
  const units = await sql<Row>`select 'unit' as of, it.id, it.code, it.kind, it.valid_from, it.valid_to,
      parent.code as parent, seat.code as seat, null as border_order, ${namesOn('unit', 'it', day)} as names,
      array(select alias from unit_alias where unit_id = it.id order by alias) as aliases,
      (select max(valid_from) from unit_name where unit_id = it.id) as named_from
    from unit it left join unit parent on parent.id = it.parent_id left join place seat on seat.id = it.place_id
    where ${where}`.execute(db);
  const places = await sql<Row>`select 'place' as of, it.id, it.code, it.kind, it.valid_from, it.valid_to,
      parent.code as parent, null as seat, it.border_order, ${namesOn('place', 'it', day)} as names, '{}'::text[] as aliases,
      (select max(valid_from) from place_name where place_id = it.id) as named_from
    from place it left join place parent on parent.id = it.parent_id
    where ${where}`.execute(db);
  return [...units.rows, ...places.rows];
}

/** Codes that a step names, whatever for. */
function named(steps: readonly Step[], of: Of): string[] {
  return steps.flatMap((step) => {
    const seat = of === 'place' && 'place' in step && step.place ? [step.place] : [];
    if (step.of !== of) return seat;
    switch (step.do) {
      case 'add':
        return [...seat, step.code, ...(step.parent ? [step.parent] : [])];
      case 'merge':
      case 'split':
      case 'replace':
        return [step.from, step.into].flat();
      case 'rename':
        return [step.code];
      case 'move':
        return [...seat, step.code, ...(step.as ? [step.as] : []), ...(step.parent ? [step.parent] : [])];
      case 'abolish':
        return step.codes;
    }
  });
}

/** Codes of whom a step ends. */
function ending(steps: readonly Step[], of: Of): string[] {
  return steps.flatMap((step) => {
    if (step.of !== of) return [];
    if (step.do === 'move') return [step.code];
    if (step.do === 'abolish') return step.codes;
    return step.do === 'merge' || step.do === 'split' || step.do === 'replace' ? [step.from].flat() : [];
  });
}
