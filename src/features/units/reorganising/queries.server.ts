import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import type { Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { nothing } from '../inputs.ts';
import { namesOn } from '../queries.server.ts';
import type { Names, SuccessionKind, Of } from '../rules.ts';
import { hanging } from './hanging.server.ts';
import * as inputs from './inputs.ts';
import type { Draft, Step } from './inputs.ts';
import { registerFor } from './load.server.ts';
import { changeOf } from './plan.ts';
import { keyOf } from './register.ts';
import { obstacles } from './undo.server.ts';

/** What a reorganisation does, or did, to the register. */
export interface Touched {
  ended: { of: Of; code: string; names: Names; kind: SuccessionKind; successors: { code: string; names: Names }[] }[];
  made: { of: Of; code: string; names: Names; parent: string | null; seat: string | null; from: string | null }[];
  renamed: { of: Of; code: string; before: Names; names: Names }[];
}

/**
 * What a reorganisation would do, without doing it: what is wrong with its steps, what would be left under something that ends, who ends,
 * begins and is renamed, and how many rows of other features stay behind with those who end. Their tasks: task.of_ended_units.
 */
export const preview = query({
  name: 'unit.reorganise_preview',
  verb: 'units.view',
  input: inputs.preview,
  async run({ db }, input) {
    const register = await registerFor(db, input);
    const change = changeOf(register, input);
    const nameOf = (of: Of, code: string) =>
      change.made.get(keyOf({ of, code }))?.names ?? register.get(of, code)?.names ?? { vi: code };
    // Who is left without a place is named as such, not as moved to nowhere.
    const left = new Set(change.unresolved.map(({ row }) => keyOf(row)));
    const ended = [...change.ended.values()].filter(({ row, along }) => !along || !left.has(keyOf(row)));
    const made = [...change.made.values()].filter(({ of, from }) => from === null || !left.has(keyOf({ of, code: from })));
    return {
      problems: change.problems,
      /** What the codes in the steps are called: "unit:bp.stttt" → its names. */
      called: Object.fromEntries([...register.rows, ...change.made.values()].map((it) => [keyOf(it), it.names])),
      unresolved: change.unresolved.map(({ row: { of, code, names }, why, on }) => ({
        of,
        code,
        names,
        why,
        on: { ...on, names: nameOf(on.of, on.code) },
      })),
      ended: ended.map(({ row: { of, code, names }, kind, successors, along }) => ({
        of,
        code,
        names,
        kind,
        along,
        successors: successors.map((to) => ({ code: to, names: nameOf(of, to) })),
      })),
      made: made.map(({ of, code, names, parent, seat, from }) => ({ of, code, names, parent, seat, from })),
      renamed: [...change.renamed.values()].map(({ row, names }) => ({ of: row.of, code: row.code, before: row.names, names })),
      hanging: await called(
        db,
        await hanging(
          db,
          ended.map(({ row }) => row.id),
        ),
      ),
    };
  },
});

/** Ids of the units and places that the steps would end: for later features to say what of theirs hangs on them. */
export async function endedBy(db: Reads['db'], input: { day: Day; legal_basis: string; steps: Step[] }): Promise<string[]> {
  const { ended } = changeOf(await registerFor(db, input), input);
  return [...ended.values()].map(({ row }) => row.id);
}

/** All there were, the latest first; those taken back too. */
export const list = query({
  name: 'reorganisation.list',
  verb: 'units.view',
  input: nothing,
  run: ({ db }) =>
    db
      .selectFrom('reorganisation')
      .select(['id', 'day', 'title', 'legal_basis', 'made_at', 'undone_at', 'demo'])
      .orderBy('day', 'desc')
      .orderBy('id', 'desc')
      .execute(),
});

/** One: its paper, its steps, what it did, and what stands in the way of taking it back. @throws Problem not_found. */
export const show = query({
  name: 'reorganisation.show',
  verb: 'units.view',
  input: inputs.byId,
  async run({ db }, { id }) {
    const found = await db.selectFrom('reorganisation').selectAll().where('id', '=', id).executeTakeFirst();
    if (!found) throw new Problem('not_found');
    const touched = [await touchedOf(db, 'place', id, found.day), await touchedOf(db, 'unit', id, found.day)] as const;
    return {
      ...found,
      steps: found.steps as unknown as Step[],
      ended: touched.flatMap(({ ended }) => ended),
      made: touched.flatMap(({ made }) => made),
      renamed: touched.flatMap(({ renamed }) => renamed),
      obstacles: found.undone_at ? [] : await called(db, await obstacles(db, found)),
    };
  },
});

/** Those that are being entered, the latest first. */
export const drafts = query({
  name: 'reorganisation.drafts',
  verb: 'units.change',
  input: nothing,
  async run({ db }) {
    const found = await db.selectFrom('reorganisation_draft').selectAll().orderBy('changed_at', 'desc').execute();
    return found.map(({ content, ...row }) => ({ ...row, content: content as unknown as Draft }));
  },
});

/** @throws Problem not_found. */
export const showDraft = query({
  name: 'reorganisation.show_draft',
  verb: 'units.change',
  input: inputs.byId,
  async run({ db }, { id }) {
    const found = await db.selectFrom('reorganisation_draft').selectAll().where('id', '=', id).executeTakeFirst();
    if (!found) throw new Problem('not_found');
    return { ...found, content: found.content as unknown as Draft };
  },
});

/** With the last names of the units and places spoken of. */
async function called<T extends { of: Of; code: string }>(db: Reads['db'], all: readonly T[]): Promise<(T & { names: Names })[]> {
  const codes = all.map(({ code }) => code);
  const { rows } = await sql<{ of: Of; code: string; names: Names }>`
    select 'unit' as of, code, ${namesOn('unit', 'it')} as names from unit it where code = any (${codes})
    union all select 'place', code, ${namesOn('place', 'it')} from place it where code = any (${codes})`.execute(db);
  const names = new Map(rows.map((row) => [keyOf(row), row.names]));
  return all.map((it) => ({ ...it, names: names.get(keyOf(it)) ?? { vi: it.code } }));
}

/** From the rows that it wrote. */
async function touchedOf(db: Reads['db'], of: Of, id: string, day: Day): Promise<Touched> {
  const [bearer, names, successions, bearer_id] = [
    sql.table(of),
    sql.table(`${of}_name`),
    sql.table(`${of}_succession`),
    sql.ref(`${of}_id`),
  ];
  const before = namesOn(of, 'it', sql`${day}::date - 1`);
  const ended = await sql<Touched['ended'][number]>`
    select ${of}::text as of, it.code, min(s.kind) as kind, ${before} as names,
      coalesce(jsonb_agg(jsonb_build_object('code', heir.code, 'names', ${namesOn(of, 'heir', day)}) order by heir.code)
        filter (where heir.id is not null), '[]') as successors
    from ${successions} s join ${bearer} it on it.id = s.predecessor_id left join ${bearer} heir on heir.id = s.successor_id
    where s.reorganisation_id = ${id} group by it.id order by it.code`.execute(db);
  const made = await sql<Touched['made'][number]>`
    select ${of}::text as of, it.code, ${namesOn(of, 'it', day)} as names, above.code as parent,
      ${of === 'unit' ? sql`(select code from place where id = it.place_id)` : sql`null`} as seat,
      (select was.code from ${successions} s join ${bearer} was on was.id = s.predecessor_id
        where s.successor_id = it.id and s.kind = 'moved' and s.reorganisation_id = ${id}) as from
    from ${bearer} it left join ${bearer} above on above.id = it.parent_id
    where it.reorganisation_id = ${id} order by it.code`.execute(db);
  const renamed = await sql<Touched['renamed'][number]>`
    select ${of}::text as of, it.code, ${before} as before, ${namesOn(of, 'it', day)} as names
    from ${bearer} it where it.id in (select ${bearer_id} from ${names} where reorganisation_id = ${id}) order by it.code`.execute(
    db,
  );
  return { ended: ended.rows, made: made.rows, renamed: renamed.rows };
}
