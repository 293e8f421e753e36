import { sql } from 'kysely';
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import { personOf, toldTo } from './queries.server.ts';
import { addressOf } from './rules.ts';

/** Have looked at a notice; gives the page of what it speaks of. @throws Problem not_found for what was told to others */
export const read = command({
  name: 'notice.read',
  verb: 'self.change',
  input: inputs.notice,
  async run(ctx, { id }): Promise<{ address: string }> {
    const { rows } = await sql<{ subject_kind: string; subject_id: string }>`
      select subject_kind, subject_id from notice where id = ${id} and ${toldTo(ctx)}`.execute(ctx.db);
    const [notice] = rows;
    if (!notice) throw new Problem('not_found');
    await markRead(ctx, id);
    return { address: addressOf(notice.subject_kind, notice.subject_id) };
  },
});

/** Have looked at all of them. */
export const readAll = command({
  name: 'notice.read_all',
  verb: 'self.change',
  input: inputs.nothing,
  run: async (ctx): Promise<{ read: number }> => ({ read: await markRead(ctx, null) }),
});

/** A person's own: a program that asks has nothing to read. */
async function markRead(ctx: Ctx, id: string | null): Promise<number> {
  if (ctx.actor.kind !== 'person') throw new Problem('not_possible');
  const { rows } = await sql<{ id: string }>`
    select id from notice where ${toldTo(ctx)} and ${id === null ? sql`true` : sql`id = ${id}`}
      and not exists (select from notice_read where notice_id = notice.id and person_id = ${personOf(ctx)})`.execute(ctx.db);
  if (rows.length === 0) return 0;
  const read = rows.map((notice) => ({ notice_id: notice.id, person_id: (ctx.actor as { id: string }).id, read_at: ctx.now }));
  for (let i = 0; i < read.length; i += 10_000)
    await ctx.db
      .insertInto('notice_read')
      .values(read.slice(i, i + 10_000))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await ctx.note({ subject: ['notice', id ?? 'all'], after: { read: rows.length } });
  return rows.length;
}

/** Take out what the demonstration told. */
export const forgetDemo = command({
  name: 'notice.forget_demo',
  verb: 'demo.change',
  input: inputs.nothing,
  async run(ctx): Promise<{ notices: number }> {
    const gone = await ctx.db.deleteFrom('notice').where('demo', '=', true).executeTakeFirst();
    const notices = Number(gone.numDeletedRows);
    await ctx.note({ subject: ['demo', 'notices'], before: { notices } });
    return { notices };
  },
});
