import { sql, type RawBuilder } from 'kysely';
import type { Role } from '#core/access.ts';
import { query } from '#core/command.server.ts';
import type { Reads } from '#core/context.ts';
import { addDays, dayOf } from '#core/dates.ts';
import { pageOf, type Listing } from '#core/listing.server.ts';
import type { Names } from '#features/units/rules.ts';
import * as inputs from './inputs.ts';
import { DAYS_TOLD, type NoticeKind } from './rules.ts';

export interface ListedNotice {
  id: string;
  kind: NoticeKind;
  values: Record<string, string | number>;
  subject_kind: string;
  subject_id: string;
  at: Date;
  demo: boolean;
  read_at: Date | null;
  /** Why it is told: the role by which, and the names of the unit at which it is held (null: the whole house); null: it is about oneself. */
  because: { role: Role; names: Names | null } | null;
}

/** What somebody was told within half a year, newest first. */
export const list = query({
  name: 'notice.list',
  verb: 'self.view',
  input: inputs.list,
  async run(ctx, { unread, ...paging }) {
    const where = [toldTo(ctx)];
    if (unread) where.push(sql`notice_read.read_at is null`);
    const listing: Listing = {
      from: sql`notice left join notice_read on notice_read.notice_id = notice.id and notice_read.person_id = ${personOf(ctx)}`,
      where,
      id: { by: sql`notice.id`, type: 'uuid' },
      sort: [
        { by: sql`notice.at`, type: 'timestamptz', desc: true },
        { by: sql`notice.id`, type: 'uuid', desc: true },
      ],
    };
    const columns = sql<ListedNotice>`
      notice.id, notice.kind, notice.values, subject_kind, subject_id, notice.at, notice.demo, notice_read.read_at,
      (select jsonb_build_object('role', held.role, 'names', (
          select jsonb_object_agg(lang, name order by valid_from) from unit_name where unit_name.unit_id = held.unit_id))
        from ${held(ctx)} where held.role = any(notice.roles)
          and (held.unit_id is null and notice.unit_id is null or notice.unit_id in (select unit_forerunners(held.unit_id))) limit 1) as because`;
    const { rows: notices, ...page } = await pageOf(ctx.db, listing, columns, paging);
    return { notices, ...page };
  },
});

/** How many of them were not looked at yet. */
export const unread = query({
  name: 'notice.unread',
  verb: 'self.view',
  input: inputs.nothing,
  async run(ctx): Promise<{ unread: number }> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (
        select from notice where ${toldTo(ctx)}
          and not exists (select from notice_read where notice_id = notice.id and person_id = ${personOf(ctx)}) limit 100) found`.execute(
      ctx.db,
    );
    return { unread: rows[0]?.n ?? 0 };
  },
});

/** What is told to the actor: to themselves, or to roles they hold today; not what they did, nor what was before they came. */
export function toldTo(ctx: Reads): RawBuilder<unknown> {
  const me = personOf(ctx);
  const since = addDays(dayOf(ctx.now), -DAYS_TOLD);
  return sql`notice.id in (
      select id from notice told where told.person_id = ${me} and told.at >= ${since}
      union
      select told.id from ${held(ctx)} cross join lateral unit_forerunners(held.unit_id) told_unit
        join notice told on told.unit_id = told_unit and held.role = any(told.roles) and told.at >= ${since}
      union
      select told.id from ${held(ctx)} join notice told on told.unit_id is null and held.role = any(told.roles) and told.at >= ${since}
      where held.unit_id is null)
    and notice.by_id is distinct from ${me}
    and notice.at >= coalesce((select created_at from person where id = ${me}), '-infinity')`;
}

export const personOf = ({ actor }: Reads): RawBuilder<string | null> => sql`${actor.kind === 'person' ? actor.id : null}::uuid`;

function held({ actor }: Reads): RawBuilder<unknown> {
  const grants = actor.kind === 'person' ? actor.grants : [];
  return sql`unnest(${grants.map(({ role }) => role)}::text[], ${grants.map(({ unit_id }) => unit_id)}::uuid[]) as held (role, unit_id)`;
}
