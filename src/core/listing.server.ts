/** A page of a list that may have a million rows: what is asked for stays cheap wherever in the list it is, and however many rows match. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DB } from '#db/types.ts';
import { COUNTED, placeOf, written, type Page, type Paging } from './paging.ts';
import { Problem } from './problem.ts';

export interface Listing {
  /** Tables, joined, as far as they are needed to find and to sort. */
  from: RawBuilder<unknown>;
  /** All of them hold. */
  where: readonly Where[];
  /** What tells the rows apart. */
  id: Value;
  /** By the first, then the next; all together differ in every row. */
  sort: readonly Sort[];
  /** Joins that only what is shown needs. */
  shown?: RawBuilder<unknown>;
}

/**
 * A condition; or one said in two ways: `few` is quick to find what little there is, `many` quick to say of one row whether it is one of many.
 */
export type Where = RawBuilder<unknown> | { few: RawBuilder<unknown>; many: RawBuilder<unknown> };

interface Value {
  /** Never null. */
  by: RawBuilder<unknown>;
  type: 'uuid' | 'date' | 'bigint' | 'integer' | 'text' | 'timestamptz';
}
export interface Sort extends Value {
  desc?: boolean;
}

/**
 * @param columns of `from` and `shown`, that a row shows
 * @throws Problem bad_input for a place that is none of this list
 */
export async function pageOf<Row>(
  db: Kysely<DB>,
  listing: Listing,
  columns: RawBuilder<Row>,
  paging: Paging,
): Promise<Page<Row>> {
  const { from, id, shown = sql`` } = listing;
  // A page is a small thing: to call helpers for it, or to compile it, takes longer than to make it.
  await sql`select set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`.execute(db);
  // Few rows: find them all by their index, then sort. Many: they stand so close that a page of them is soon met on the way along the order.
  let found = await lookUp(db, listing, paging, 'few');
  const more = found.n > COUNTED;
  if (more) found = await lookUp(db, listing, paging, 'many');
  const back = paging.before !== undefined;
  const further = found.page.length > paging.size;
  const page = found.page.slice(0, paging.size);
  if (back) page.reverse();
  const ids = page.map(([value = '']) => value);
  const { rows } = await sql<Row & { page_id: string }>`
    select ${id.by}::text as page_id, ${columns} from ${from} ${shown}
    where ${id.by} = any(${ids}::text[]::${sql.raw(id.type)}[])`.execute(db);
  const byId = new Map(rows.map(({ page_id, ...row }) => [page_id, row as Row]));
  const [first, last] = [page.at(0), page.at(-1)];
  return {
    rows: ids.flatMap((value) => byId.get(value) ?? []),
    total: Math.min(found.n, COUNTED),
    more,
    after: last && (further || back) ? written(last.slice(1)) : null,
    before: first && (back ? further : paging.after !== undefined) ? written(first.slice(1)) : null,
  };
}

/** Rows whose words (a column made by tokens_of) are all those of a search; the last one may be half typed. */
export const matches = (tokens: string, search: string): RawBuilder<unknown> => sql`${sql.ref(tokens)} @@ search_of(${search})`;

/** How many there are, up to one more than are counted; and of one page, and of the next row, the id and the values of the order. */
async function lookUp(db: Kysely<DB>, { from, where, id, sort }: Listing, paging: Paging, way: 'few' | 'many') {
  const said = where.map((it) => ('few' in it ? it[way] : it));
  const kept = said.length > 0 ? sql`where ${sql.join(said, sql` and `)}` : sql``;
  const keys = sql.join(sort.map(({ by }, i) => sql`${by} as ${key(i)}`));
  const matching = sql`select ${id.by} as id, ${keys} from ${from} ${kept}`;
  const found =
    way === 'few'
      ? sql`found as materialized (${matching} limit ${COUNTED + 1}), counted as (select count(*)::int as n from found)`
      : sql`found as not materialized (${matching}), counted as (select ${COUNTED + 1}::int as n)`;
  const { rows } = await sql<{ n: number; page: string[][] }>`
    with ${found}, page as (select * from found ${beyond(sort, paging)} order by ${order(sort, paging)} limit ${paging.size + 1})
    select n, (select coalesce(json_agg(json_build_array(id::text, ${sql.join(sort.map((_, i) => sql`${key(i)}::text`))})), '[]') from page) as page
    from counted`.execute(db);
  return rows[0] ?? { n: 0, page: [] };
}

const key = (i: number) => sql.ref(`k${i}`);

function order(sort: readonly Sort[], { before }: Paging): RawBuilder<unknown> {
  const back = before !== undefined;
  return sql.join(sort.map(({ desc = false }, i) => sql`${key(i)} ${sql.raw(desc === back ? 'asc' : 'desc')}`));
}

/** After a place in the order, or before it: beyond in the first, or the same in the first and beyond in the next, and so on. */
function beyond(sort: readonly Sort[], { after, before }: Paging): RawBuilder<unknown> {
  const text = before ?? after;
  if (text === undefined) return sql``;
  const values = placeOf(text);
  if (values?.length !== sort.length) throw new Problem('bad_input', { fields: [{ path: 'after', message: 'field.wrong' }] });
  const sign = ({ desc = false }: Sort) => sql.raw(desc === (before !== undefined) ? '>' : '<');
  const from = (i: number): RawBuilder<unknown> => {
    const by = sort[i] as Sort;
    const value = sql`${values[i]}::${sql.raw(by.type)}`;
    if (i === sort.length - 1) return sql`${key(i)} ${sign(by)} ${value}`;
    return sql`(${key(i)} ${sign(by)}= ${value} and (${key(i)} ${sign(by)} ${value} or ${from(i + 1)}))`;
  };
  return sql`where ${from(0)}`;
}
