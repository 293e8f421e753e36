import { sql } from 'kysely';
import { rootsFor } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import { matches, pageOf, type Listing, type Sort, type Where } from '#core/listing.server.ts';
import type { Day } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { namesEver, namesOn } from '#features/units/names.server.ts';
import { livingIn } from '#features/units/queries.server.ts';
import type { Names } from '#features/units/rules.ts';
import type { Bearer } from '#ports/signing/certificate.ts';
import type { PaperType } from '#ports/papers/paper.ts';
import * as inputs from './inputs.ts';
import { stateOf, type PaperState, type Standing } from './rules.ts';
import { papersOf, unitOfPaper } from './whose.server.ts';

interface Row extends Standing {
  id: string;
  unit_id: string;
  type: PaperType;
  register: string;
  number: number;
  symbol: string;
  title: string;
  issued_on: Day;
  demo: boolean;
}

export interface ListedPaper extends Omit<Row, keyof Standing> {
  state: PaperState;
  /** As the unit was called on the day of issue. */
  unit: { code: string; names: Names } | null;
}

/** A page of the register: of a unit, a type, a year, by words of the title or by number. */
export const list = query({
  name: 'paper.list',
  verb: 'papers.view',
  input: inputs.list,
  async run({ db, actor }, { search, unit, type, year, state, sort, ...paging }) {
    const where: Where[] = [papersOf(actor)];
    if (unit) where.push(sql`paper.unit_id = (select id from unit where code = ${unit})`);
    if (type) where.push(sql`paper.type = ${type}`);
    if (year) where.push(sql`paper.issued_on >= make_date(${year}, 1, 1) and paper.issued_on < make_date(${year + 1}, 1, 1)`);
    if (state) where.push(STATES[state]);
    if (search) where.push(matches('paper.tokens', search));
    const listing: Listing = { from: sql`paper`, where, id: { by: sql`paper.id`, type: 'uuid' }, sort: order(sort) };
    const columns = sql<Row>`paper.id, unit_id, type, register, number, symbol, title, issued_on, demo, exported_sha256, signed_sha256, void_at`;
    const { rows, ...page } = await pageOf(db, listing, columns, paging);
    const units = await namesEver(db, 'unit', [...new Set(rows.map(({ unit_id }) => unit_id))]);
    const papers = rows.map(({ exported_sha256, signed_sha256, void_at, ...row }): ListedPaper => {
      const named = units.get(row.unit_id);
      return {
        ...row,
        state: stateOf({ exported_sha256, signed_sha256, void_at }),
        unit: named ? { code: named.code, names: namesOn(named, row.issued_on) } : null,
      };
    });
    return { papers, ...page };
  },
});

const STATES = {
  unsigned: sql`paper.signed_at is null and paper.void_at is null`,
  signed: sql`paper.signed_at is not null`,
  void: sql`paper.void_at is not null`,
};

function order(sort: string): Sort[] {
  const desc = sort.startsWith('-');
  const last: Sort = { by: sql`paper.id`, type: 'uuid', desc };
  if (sort.endsWith('title')) return [{ by: sql`paper.title collate "vi-x-icu"`, type: 'text', desc }, last];
  return [{ by: sql`paper.issued_on`, type: 'date', desc }, last];
}

/** One paper of the register. @throws Problem not_found. */
export const show = query({
  name: 'paper.show',
  verb: 'papers.view',
  input: inputs.paper,
  at: (ctx, { id }) => unitOfPaper(ctx, id),
  async run({ db }, { id }) {
    const row = await db.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { tokens: _, signatures, ...paper } = row;
    const unit = (await namesEver(db, 'unit', [row.unit_id])).get(row.unit_id);
    return {
      ...paper,
      type: paper.type as PaperType,
      state: stateOf(row),
      unit: unit ? { code: unit.code, names: namesOn(unit, row.issued_on) } : null,
      signatures: signatures as unknown as (Bearer & { at: string | null })[],
    };
  },
});

/** The PDF that waits to be signed, or the one that is. @throws Problem not_found. */
export const file = query({
  name: 'paper.file',
  verb: 'papers.view',
  input: inputs.file_of,
  at: (ctx, { id }) => unitOfPaper(ctx, id),
  async run({ db, files }, { id, which }) {
    const row = await db
      .selectFrom('paper')
      .select(['number', 'symbol', 'exported_sha256', 'signed_sha256'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const sha256 = row[`${which}_sha256`];
    if (!sha256) throw new Problem('not_found');
    return { number: row.number, symbol: row.symbol, content: await files.open(sha256) };
  },
});

/** The paper that was issued of something, if one was and still stands. */
export async function paperOfSubject(db: Parameters<typeof namesEver>[0], kind: string, id: string) {
  const row = await db
    .selectFrom('paper')
    .select(['id', 'number', 'symbol'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Units in whose registers the actor may take a number today, by name. */
export const options = query({
  name: 'paper.options',
  verb: 'papers.number',
  input: inputs.nothing,
  run: (ctx) => livingIn(ctx, rootsFor(ctx.actor, 'papers.number')),
});
