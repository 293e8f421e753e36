/** The long list of units, a page at a time. */
import { sql, type RawBuilder } from 'kysely';
import { query } from '#core/command.server.ts';
import { dayOf, type Day } from '#core/dates.ts';
import { matches, pageOf, type Listing, type Sort } from '#core/listing.server.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import type { Names, UnitKind } from './rules.ts';

interface ListedUnit {
  id: string;
  code: string;
  kind: UnitKind;
  names: Names;
  parent: { code: string; names: Names } | null;
  place: { code: string; names: Names } | null;
  valid_from: Day;
  valid_to: Day | null;
  demo: boolean;
}

/** A page of the units that live on a day (without one: today), called as they are then; search is for words of any name or alias they ever had. */
export const search = query({
  name: 'unit.search',
  verb: 'units.view',
  input: inputs.search,
  async run({ db, now }, { day = dayOf(now), search: words, kind, sort, ...paging }) {
    const where: RawBuilder<unknown>[] = [sql`unit.valid_from <= ${day} and (unit.valid_to is null or ${day} < unit.valid_to)`];
    if (kind) where.push(sql`unit.kind = ${kind}`);
    if (words)
      where.push(sql`unit.id in (select unit_id from unit_name where ${matches('unit_name.tokens', words)}
        union select unit_id from unit_alias where ${matches('unit_alias.tokens', words)})`);
    const desc = sort.startsWith('-');
    const by: Sort =
      sort.replace('-', '') === 'code'
        ? { by: sql`unit.code collate "C"`, type: 'text', desc }
        : { by: sql`coalesce(called.name, unit.code) collate "vi-x-icu"`, type: 'text', desc };
    const listing: Listing = {
      from: sql`unit left join lateral (
        select name from unit_name where unit_id = unit.id and lang = 'vi' and valid_from <= ${day} order by valid_from desc limit 1) called on true`,
      where,
      id: { by: sql`unit.id`, type: 'uuid' },
      sort: [by, { by: sql`unit.id`, type: 'uuid' }],
    };
    const names = (of: 'unit' | 'place', id: string) => sql`coalesce((select jsonb_object_agg(lang, name order by valid_from)
      from ${sql.table(`${of}_name`)} where ${sql.ref(`${of}_id`)} = ${sql.ref(id)} and valid_from <= ${day}), '{}')`;
    const columns = sql<ListedUnit>`
      unit.id, unit.code, unit.kind, unit.valid_from, unit.valid_to, unit.demo, ${names('unit', 'unit.id')} as names,
      (select jsonb_build_object('code', parent.code, 'names', ${names('unit', 'parent.id')}) from unit parent where parent.id = unit.parent_id) as parent,
      (select jsonb_build_object('code', place.code, 'names', ${names('place', 'place.id')}) from place where place.id = unit.place_id) as place`;
    const { rows: units, ...page } = await pageOf(db, listing, columns, paging);
    return { units, ...page };
  },
});

/** What a unit is called, by its id. @throws Problem not_found */
export const named = query({
  name: 'unit.named',
  verb: 'units.view',
  input: inputs.byId,
  async run({ db }, { id }): Promise<{ code: string; names: Names }> {
    const { rows } = await sql<{ code: string; names: Names }>`
      select code, coalesce((select jsonb_object_agg(lang, name order by valid_from) from unit_name where unit_id = unit.id), '{}') as names
      from unit where id = ${id}`.execute(db);
    if (!rows[0]) throw new Problem('not_found');
    return rows[0];
  },
});
