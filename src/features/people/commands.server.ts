import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { command } from '#core/command.server.ts';
import { personal } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import * as inputs from './inputs.ts';
import { digest, ongoing } from './persons.server.ts';
import { FOUNDING_LINK_HOURS } from './rules.ts';

/** Make the one-time link for the first administrator; an earlier link ends. Null when there is an administrator already. */
export const invite = command({
  name: 'people.invite_founder',
  verb: 'people.invite',
  input: inputs.nothing,
  async run(ctx): Promise<{ token: string; expires_at: Date } | null> {
    if (await hasAdministrator(ctx)) return null;
    const token = randomBytes(24).toString('base64url');
    const id = uuid();
    const expires_at = new Date(ctx.now.getTime() + FOUNDING_LINK_HOURS * 3_600_000);
    await ctx.db.deleteFrom('founding_link').where('used_at', 'is', null).execute();
    await ctx.db
      .insertInto('founding_link')
      .values({ id, token_sha256: digest(token), made_at: ctx.now, expires_at })
      .execute();
    await ctx.note({ subject: ['founding_link', id], after: { expires_at } });
    return { token, expires_at };
  },
});

/** Become the first administrator, with the token of the one-time link. @throws Problem link_not_valid, already_there (user name). */
export const found = command({
  name: 'people.found',
  verb: 'people.found',
  input: inputs.found,
  async run(ctx, input): Promise<{ id: string }> {
    const link = await ctx.db
      .selectFrom('founding_link')
      .select('id')
      .where('token_sha256', '=', digest(input.token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .forUpdate()
      .executeTakeFirst();
    if (!link || (await hasAdministrator(ctx))) throw new Problem('link_not_valid');
    const id = uuid();
    await ctx.db.insertInto('person').values({ id, name: input.name, created_at: ctx.now }).execute();
    await ctx.db
      .insertInto('role_grant')
      .values({ id: uuid(), person_id: id, role: 'administrator', granted_at: ctx.now, valid_from: dayOf(ctx.now) })
      .execute();
    await ctx.db
      .insertInto('auth_user')
      .values({ id, name: input.name, email: `${id}@users.invalid`, username: input.username })
      .execute();
    await ctx.db
      .insertInto('auth_account')
      .values({
        id: uuid(),
        user_id: id,
        account_id: id,
        provider_id: 'credential',
        password: await hashPassword(input.password),
      })
      .execute();
    await ctx.db.updateTable('founding_link').set({ used_at: ctx.now }).where('id', '=', link.id).execute();
    await ctx.note({ subject: ['person', id], after: { name: personal(id, input.name), role: 'administrator' } });
    return { id };
  },
});

/** Sign everybody out, as after a restore: a session of then may have been ended since, for a reason. */
export const endSessions = command({
  name: 'people.end_sessions',
  verb: 'people.sign_out',
  input: inputs.endSessions,
  async run(ctx, { why }): Promise<{ ended: number }> {
    const { numDeletedRows } = await ctx.db.deleteFrom('auth_session').executeTakeFirst();
    // A link of then may have been used since.
    await ctx.db.deleteFrom('person_link').execute();
    await ctx.db.deleteFrom('sign_in_pending').execute();
    const ended = Number(numDeletedRows);
    await ctx.note({ subject: ['auth_session', 'all'], after: { ended }, ...(why !== undefined && { why }) });
    return { ended };
  },
});

type Db = Parameters<typeof invite.run>[0];

async function hasAdministrator({ db, now }: Pick<Db, 'db' | 'now'>): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'administrator')
    .where('unit_id', 'is', null)
    .where('instead_of', 'is', null)
    .where(ongoing('role_grant', dayOf(now)))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
