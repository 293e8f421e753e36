import type { InferOutput } from 'valibot';
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';

/** @throws Problem already_there. */
export const add = command({
  name: 'language.add',
  verb: 'units.change',
  input: inputs.add,
  async run(ctx, { aliases, ...language }) {
    await ctx.db.insertInto('language').values(language).execute();
    await call(ctx, language.tag, aliases);
    await ctx.note({ subject: ['language', language.tag], after: { ...language, aliases } });
    return { tag: language.tag };
  },
});

/** @throws Problem not_found. */
export const change = command({
  name: 'language.change',
  verb: 'units.change',
  input: inputs.change,
  async run(ctx, { tag, aliases, ...language }) {
    const before = await ctx.db.selectFrom('language').selectAll().where('tag', '=', tag).forUpdate().executeTakeFirst();
    if (!before) throw new Problem('not_found');
    const called = await ctx.db.selectFrom('language_alias').select('alias').where('tag', '=', tag).orderBy('alias').execute();
    await ctx.db.updateTable('language').set(language).where('tag', '=', tag).execute();
    await ctx.db.deleteFrom('language_alias').where('tag', '=', tag).execute();
    await call(ctx, tag, aliases);
    await ctx.note({
      subject: ['language', tag],
      before: { ...before, aliases: called.map(({ alias }) => alias) },
      after: { ...language, aliases },
    });
    return { tag };
  },
});

async function call({ db }: Ctx, tag: string, aliases: InferOutput<typeof inputs.add>['aliases']) {
  const rows = [...new Set(aliases)].map((alias) => ({ tag, alias }));
  if (rows.length > 0) await db.insertInto('language_alias').values(rows).execute();
}
