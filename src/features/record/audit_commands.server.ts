import { head as lastLink } from '#core/chain.server.ts';
import { command } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import { readHead, type Head } from './rules.ts';
import type { Verified } from './verify.server.ts';

/**
 * Remember that the chain's head was written down outside of this database: whoever changes the record later can no longer make a chain that
 * fits. @throws Problem not_possible while nothing is linked, bad_input when the head given is none of this chain's.
 */
export const anchor = command({
  name: 'audit.anchor',
  verb: 'record.verify',
  input: inputs.anchor,
  async run(ctx, { kind, place, head }): Promise<Head> {
    const last = await lastLink(ctx.db);
    if (!last) throw new Problem('not_possible');
    const { position, hash } = (head && readHead(head)) || last;
    const there = await ctx.db.selectFrom('event_link').select('hash').where('position', '=', position).executeTakeFirst();
    if (there?.hash !== hash) throw new Problem('bad_input', { fields: [{ path: 'head', message: 'chain.head_unknown' }] });
    const id = uuid();
    await ctx.db.insertInto('audit_anchor').values({ id, position, hash, kind, place, at: ctx.now }).execute();
    await ctx.note({ subject: ['audit_anchor', id], after: { position, hash, kind, place } });
    return { position, hash };
  },
});

/** A verification that has not moved for so long has died with its worker. */
const STILL_MS = 2 * 60_000;

/** Have the record verified by the worker. One that is under way is enough: it is that one then. */
export const check = command({
  name: 'audit.check',
  verb: 'record.verify',
  input: inputs.nothing,
  async run(ctx): Promise<{ id: string }> {
    const running = await ctx.db
      .selectFrom('audit_check')
      .select(['id', 'begun_at', 'moved_at'])
      .where('ended_at', 'is', null)
      .orderBy('begun_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (running && ctx.now.getTime() - (running.moved_at ?? running.begun_at).getTime() < STILL_MS) return { id: running.id };
    const id = uuid();
    const links = (await lastLink(ctx.db))?.position ?? 0;
    await ctx.db.insertInto('audit_check').values({ id, begun_at: ctx.now, links }).execute();
    await ctx.note({ subject: ['audit_check', id], after: { links } });
    await ctx.later('record.check', { id });
    return { id };
  },
});

/** Write down what a verification found. For the worker alone: nobody may say so who has not looked. */
export const conclude = command({
  name: 'audit.conclude',
  verb: 'record.conclude',
  input: inputs.conclude,
  async run(ctx, { id, result }): Promise<void> {
    const { whole, links, findings } = result as unknown as Verified;
    const done = await ctx.db
      .updateTable('audit_check')
      .set({ ended_at: ctx.now, moved_at: ctx.now, position: links, result: JSON.stringify(result) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new Problem('not_found');
    await ctx.note({ subject: ['audit_check', id], before: { whole: null }, after: { whole, links, findings: findings.length } });
  },
});
