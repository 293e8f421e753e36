/** What the doors note of people who come and go. Not in the list of commands: nobody else could say it truly. */
import * as v from 'valibot';
import { command } from '#core/command.server.ts';
import { personal, type Ctx } from '#core/context.ts';

export const signedIn = command({
  name: 'session.begin',
  verb: 'self.change',
  input: v.object({ address: v.string(), session: v.string() }),
  run: (ctx, { address, session }) => noteSelf(ctx, { session, address: (id) => personal(id, address) }),
});

export const signedOut = command({
  name: 'session.finish',
  verb: 'self.change',
  input: v.object({ session: v.string() }),
  run: (ctx, { session }) => noteSelf(ctx, { session }),
});

/** `name`: a keyed digest of what was given as user name. */
export const failed = command({
  name: 'session.refuse',
  verb: 'people.enter',
  input: v.object({ name: v.string(), kind: v.picklist(['password', 'code']) }),
  async run(ctx, { name, kind }) {
    await ctx.note({ subject: ['sign_in', name], after: { refused: kind } });
  },
});

async function noteSelf({ actor, note }: Ctx, { address, ...rest }: { session: string; address?: (id: string) => unknown }) {
  if (actor.kind !== 'person') return;
  const after = { ...rest, ...(address && { address: address(actor.id) }) };
  await note({ subject: ['person', actor.id], unit_id: actor.grants[0]?.unit_id ?? null, after });
}
