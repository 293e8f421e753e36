import { sql } from 'kysely';
import type { Reads } from '#core/context.ts';
import { livesOn, type Life, type Names, type Of } from './rules.ts';

export interface Named {
  code: string;
  /** Newest first. */
  names: (Life & { lang: string; name: string })[];
}

/** Code and all names ever of these units or places, by id: for texts that speak of them on many days. */
export async function namesEver(db: Reads['db'], of: Of, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Named & { id: string }>`
    select it.id, it.code, coalesce(jsonb_agg(jsonb_build_object(
      'lang', lang, 'name', name, 'valid_from', n.valid_from, 'valid_to', n.valid_to) order by n.valid_from desc)
      filter (where name is not null), '[]') as names
    from ${sql.table(of)} it left join ${sql.table(`${of}_name`)} n on ${sql.ref(`n.${of}_id`)} = it.id
    where it.id = any(${[...ids]}::uuid[]) group by it.id`.execute(db);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** What it was called on a day; outside of its life, by the first or the last names it had. */
export function namesOn({ names }: Named, day: string): Names {
  const then = names.filter((it) => livesOn(it, day));
  const first = names.every((it) => day < it.valid_from);
  // Of several in one language the last one stays: they come newest first.
  const nearest = first ? names : names.toReversed();
  return Object.fromEntries((then.length > 0 ? then : nearest).map(({ lang, name }) => [lang, name]));
}
