/** What people do about themselves: name, password, second factor, sessions, and the wish to be forgotten. */
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { command } from '#core/command.server.ts';
import type { Ctx, Preparing, Reads } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { succeeded, take } from './attempts.server.ts';
import * as inputs from './inputs.ts';
import { digest, lockPerson } from './persons.server.ts';
import { correctPerson } from './persons_commands.server.ts';
import { newRecoveryCodes, newSecret, recoveryDigest, stepOf } from './second_factor.server.ts';

/** Correct one's own name. */
export const correctSelf = command({
  name: 'self.correct',
  verb: 'self.change',
  input: inputs.selfName,
  async run(ctx, { name }): Promise<{ id: string }> {
    const before = await lockPerson(ctx, self(ctx));
    return correctPerson(ctx, before, { name, username: before.username });
  },
});

/** Set a new password by a one-time link; all sessions end. @throws Problem link_not_valid */
export const enterByLink = command({
  name: 'person.enter',
  verb: 'people.enter',
  input: inputs.enter,
  prepare: (_, { password }) => hashPassword(password),
  async run(ctx, { token }, hash): Promise<{ username: string }> {
    const link = await ctx.db
      .deleteFrom('person_link')
      .where('token_sha256', '=', digest(token))
      .where('expires_at', '>', ctx.now)
      .returning(['person_id', 'without_second_factor'])
      .executeTakeFirst();
    if (!link) throw new Problem('link_not_valid');
    const { id, username } = await lockPerson(ctx, link.person_id);
    if (link.without_second_factor) await ctx.db.deleteFrom('second_factor').where('person_id', '=', id).execute();
    await setPassword(ctx, id, hash);
    await ctx.note({
      subject: ['person', id],
      after: { password: 'set', ...(link.without_second_factor && { second_factor: 'none' }) },
    });
    return { username };
  },
});

/** Set a new password; all sessions end, this one too. @throws Problem wrong_password, too_often */
export const changePassword = command({
  name: 'self.set_password',
  verb: 'self.change',
  input: inputs.selfPassword,
  async prepare(ctx, { password, new_password }) {
    await prove(ctx, password);
    return hashPassword(new_password);
  },
  async run(ctx, _, hash): Promise<{ id: string }> {
    const { id } = await lockPerson(ctx, self(ctx));
    await setPassword(ctx, id, hash);
    await noteSelf(ctx, { password: 'set' });
    return { id };
  },
});

/** Begin with a second factor: its secret, as it is typed and as a picture says it. It counts once a code has confirmed it. @throws Problem wrong_password, too_often, not_possible */
export const beginSecondFactor = command({
  name: 'self.begin_second_factor',
  verb: 'self.change',
  input: inputs.selfProof,
  prepare: (ctx, { password }) => prove(ctx, password),
  async run(ctx): Promise<{ typed: string; url: string }> {
    const { id, username } = await lockPerson(ctx, self(ctx));
    await ctx.db.deleteFrom('second_factor').where('person_id', '=', id).where('confirmed_at', 'is', null).execute();
    const there = await ctx.db.selectFrom('second_factor').select('person_id').where('person_id', '=', id).executeTakeFirst();
    if (there) throw new Problem('not_possible');
    const { secret, typed, url } = newSecret(username);
    const sealed_secret = await ctx.vault.seal(secret);
    await ctx.db.insertInto('second_factor').values({ person_id: id, sealed_secret, begun_at: ctx.now }).execute();
    await noteSelf(ctx, { second_factor: 'begun' });
    return { typed, url };
  },
  again: () => ({ typed: '', url: '' }),
});

/** The first code from the telephone: from now on it is asked for. Gives the recovery codes, once. @throws Problem wrong_code, not_possible */
export const confirmSecondFactor = command({
  name: 'self.confirm_second_factor',
  verb: 'self.change',
  input: inputs.selfCode,
  async run(ctx, { code }): Promise<{ recovery: string[] }> {
    const { id } = await lockPerson(ctx, self(ctx));
    const begun = await ctx.db
      .selectFrom('second_factor')
      .select('sealed_secret')
      .where('person_id', '=', id)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst();
    if (!begun) throw new Problem('not_possible');
    const last_step = await stepOf(await ctx.vault.open(begun.sealed_secret), code, ctx.now, 0);
    if (last_step === null) throw new Problem('wrong_code');
    const recovery = newRecoveryCodes();
    await ctx.db
      .updateTable('second_factor')
      .set({ confirmed_at: ctx.now, last_step, recovery: recovery.map(recoveryDigest) })
      .where('person_id', '=', id)
      .execute();
    await noteSelf(ctx, { second_factor: 'on' });
    return { recovery };
  },
  again: () => ({ recovery: [] }),
});

/** @throws Problem wrong_password, too_often */
export const endSecondFactor = command({
  name: 'self.end_second_factor',
  verb: 'self.change',
  input: inputs.selfProof,
  prepare: (ctx, { password }) => prove(ctx, password),
  async run(ctx): Promise<{ id: string }> {
    const { id } = await lockPerson(ctx, self(ctx));
    await ctx.db.deleteFrom('second_factor').where('person_id', '=', id).execute();
    await noteSelf(ctx, { second_factor: 'none' });
    return { id };
  },
});

/** End one of one's own sessions: it is refused at its next request. @throws Problem not_found */
export const endSession = command({
  name: 'self.end_session',
  verb: 'self.change',
  input: inputs.session,
  async run(ctx, { session }): Promise<{ session: string }> {
    const gone = await ctx.db
      .deleteFrom('auth_session')
      .where('id', '=', session)
      .where('user_id', '=', self(ctx))
      .returning('id')
      .executeTakeFirst();
    if (!gone) throw new Problem('not_found');
    await noteSelf(ctx, { session_ended: session });
    return { session };
  },
});

/** Ask to be forgotten: those who administrate see it, and it is theirs to weigh what the office must keep. */
export const askErasure = command({
  name: 'self.ask_erasure',
  verb: 'self.change',
  input: inputs.nothing,
  async run(ctx): Promise<{ id: string }> {
    const { id } = await lockPerson(ctx, self(ctx));
    await ctx.db
      .updateTable('person')
      .set({ erasure_asked_at: ctx.now })
      .where('id', '=', id)
      .where('erasure_asked_at', 'is', null)
      .execute();
    await noteSelf(ctx, { erasure: 'asked' });
    return { id };
  },
});

/** @throws Problem not_signed_in: the machine has no self. */
export function self({ actor }: Pick<Reads, 'actor'>): string {
  if (actor.kind !== 'person') throw new Problem('not_signed_in');
  return actor.id;
}

/** The unit at which somebody holds a role is the unit at which it is told what they did about themselves. */
async function noteSelf(ctx: Ctx, after: Record<string, unknown>) {
  const unit_id = ctx.actor.kind === 'person' ? (ctx.actor.grants[0]?.unit_id ?? null) : null;
  await ctx.note({ subject: ['person', self(ctx)], unit_id, after });
}

/** That it is the person who asks, not whoever found the PC unlocked. Counts as an attempt, even if nothing else comes of it. */
async function prove(ctx: Preparing, password: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('auth_user')
    .innerJoin('auth_account', 'auth_account.user_id', 'auth_user.id')
    .select(['username', 'password'])
    .where('auth_user.id', '=', self(ctx))
    .executeTakeFirst();
  if (!row?.password) throw new Problem('wrong_password');
  const tried = await take(ctx.db, ctx.now, { kind: 'password', account: row.username ?? '', address: self(ctx) });
  if (tried === null) throw new Problem('too_often');
  if (!(await verifyPassword({ hash: row.password, password }))) throw new Problem('wrong_password');
  await succeeded(ctx.db, tried);
}

async function setPassword(ctx: Ctx, id: string, password: string) {
  await ctx.db.deleteFrom('auth_account').where('user_id', '=', id).execute();
  await ctx.db
    .insertInto('auth_account')
    .values({ id: uuid(), user_id: id, account_id: id, provider_id: 'credential', password })
    .execute();
  await ctx.db.deleteFrom('auth_session').where('user_id', '=', id).execute();
  await ctx.db.deleteFrom('sign_in_pending').where('person_id', '=', id).execute();
  await ctx.db.deleteFrom('person_link').where('person_id', '=', id).execute();
}
