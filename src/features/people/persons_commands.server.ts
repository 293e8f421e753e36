/** People come, are corrected, leave, return and are forgotten. */
import { sql } from 'kysely';
import { command } from '#core/command.server.ts';
import { personal, type Ctx } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { forget } from '#core/record.server.ts';
import { giveRole, placesFor, type Wanted } from './grants.server.ts';
import * as inputs from './inputs.ts';
import {
  closeSignIn,
  keepAdministrator,
  lockPerson,
  makeLink,
  ongoing,
  placesOf,
  seen,
  withoutPath,
  type OneTimeLink,
} from './persons.server.ts';
import { RESET_HOURS } from './rules.ts';

/** A new person with first roles, and the link by which they set their password. @throws Problem already_there (user name), and of roles. */
export const add = command({
  name: 'person.add',
  verb: 'people.change',
  input: inputs.add,
  at: (ctx, { roles }) => placesFor(ctx, roles),
  run: (ctx, input): Promise<OneTimeLink & { id: string }> => addPerson(ctx, input),
  again: (answer) => withoutPath(answer),
});

export async function addPerson(
  ctx: Ctx,
  { name, username, roles }: { name: string; username: string; roles: readonly Wanted[] },
) {
  const id = uuid();
  await ctx.db.insertInto('person').values({ id, name, created_at: ctx.now, demo: ctx.demo }).execute();
  await ctx.db
    .insertInto('auth_user')
    .values({ id, name, email: `${id}@users.invalid`, username })
    .execute();
  await ctx.note({ subject: ['person', id], after: { name: personal(id, name), username: personal(id, username) } });
  for (const wanted of roles) await giveRole(ctx, id, wanted);
  return { id, ...(await makeLink(ctx, id)) };
}

/** Correct name or user name. @throws Problem already_there (user name). */
export const correct = command({
  name: 'person.correct',
  verb: 'people.change',
  input: inputs.correct,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person, name, username }): Promise<{ id: string }> {
    const before = await lockPerson(ctx, await seen(ctx, person));
    return correctPerson(ctx, before, { name: name ?? before.name, username: username ?? before.username });
  },
});

export async function correctPerson(
  ctx: Ctx,
  { id, ...before }: { id: string; name: string; username: string },
  after: { name: string; username: string },
): Promise<{ id: string }> {
  if (before.name === after.name && before.username === after.username) return { id };
  await ctx.db.updateTable('person').set({ name: after.name }).where('id', '=', id).execute();
  await ctx.db
    .updateTable('auth_user')
    .set({ ...after, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  const said = ({ name, username }: typeof after) => ({ name: personal(id, name), username: personal(id, username) });
  await ctx.note({ subject: ['person', id], before: said(before), after: said(after) });
  return { id };
}

/** Somebody leaves: roles and sessions end, sign-in is closed; the record keeps the name. @throws Problem last_administrator */
export const end = command({
  name: 'person.end',
  verb: 'people.change',
  input: inputs.because,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person, why }): Promise<{ id: string }> {
    const { id, ended_at } = await lockPerson(ctx, await seen(ctx, person), { ended: true });
    if (!ended_at) await leave(ctx, id, why);
    return { id };
  },
});

async function leave(ctx: Ctx, id: string, why: string) {
  const held = await ctx.db
    .selectFrom('role_grant')
    .select(['id', 'role'])
    .where('person_id', '=', id)
    .where(ongoing('role_grant', dayOf(ctx.now)))
    .execute();
  const grants = held.map((grant) => grant.id);
  if (held.some(({ role }) => role === 'administrator')) await keepAdministrator(ctx, grants);
  if (grants.length > 0) await ctx.db.updateTable('role_grant').set({ ended_at: ctx.now }).where('id', 'in', grants).execute();
  await closeSignIn(ctx, id);
  await ctx.db.updateTable('person').set({ ended_at: ctx.now }).where('id', '=', id).execute();
  await ctx.note({ subject: ['person', id], before: { grants }, after: { ended: true }, why });
}

/** Somebody comes back: a new link; roles are given anew. */
export const comeBack = command({
  name: 'person.return',
  verb: 'people.change',
  input: inputs.person,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person }): Promise<OneTimeLink & { id: string }> {
    const { id } = await lockPerson(ctx, await seen(ctx, person), { ended: true });
    await ctx.db.updateTable('person').set({ ended_at: null }).where('id', '=', id).execute();
    await ctx.note({ subject: ['person', id], after: { ended: false } });
    return { id, ...(await makeLink(ctx, id)) };
  },
  again: (answer) => withoutPath(answer),
});

/**
 * A one-time link by which a person who has lost the password (or the telephone, and with it the second factor) sets a new one. Until it is
 * used nothing changes. By the operator on the machine it is the way back for an administrator.
 */
export const reset = command({
  name: 'person.reset',
  verb: 'people.change',
  input: inputs.reset,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person, what }): Promise<OneTimeLink & { id: string }> {
    const { id } = await lockPerson(ctx, await seen(ctx, person));
    await ctx.note({ subject: ['person', id], after: { link_for: what } });
    return { id, ...(await makeLink(ctx, id, { hours: RESET_HOURS, without_second_factor: what === 'second_factor' })) };
  },
  again: (answer) => withoutPath(answer),
});

/** End all sessions of a person: for a lost telephone or a shared PC left open. */
export const signOutEverywhere = command({
  name: 'person.sign_out',
  verb: 'people.change',
  input: inputs.person,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person }): Promise<{ sessions: number }> {
    const { id } = await lockPerson(ctx, await seen(ctx, person), { ended: true });
    const gone = await ctx.db.deleteFrom('auth_session').where('user_id', '=', id).returning('id').execute();
    await ctx.note({ subject: ['person', id], after: { sessions_ended: gone.length } });
    return { sessions: gone.length };
  },
});

/**
 * Forget who a person was (Law 91/2025/QH15): name, user name, credentials, sessions and what the record says of them go. Their id stays in the
 * record and in the history of roles, which then speaks of somebody who was erased. @throws Problem last_administrator
 */
export const erase = command({
  name: 'person.erase',
  verb: 'people.change',
  input: inputs.because,
  at: (ctx, { person }) => placesOf(ctx, person),
  async run(ctx, { person, why }): Promise<{ id: string }> {
    const { id, ended_at } = await lockPerson(ctx, await seen(ctx, person), { ended: true });
    if (!ended_at) await leave(ctx, id, why);
    await closeSignIn(ctx, id);
    await ctx.db.deleteFrom('api_key').where('person_id', '=', id).execute();
    await ctx.db.deleteFrom('auth_user').where('id', '=', id).execute();
    await forget(ctx.db, id);
    await ctx.db
      .updateTable('person')
      .set({ name: null, ended_at: sql`coalesce(ended_at, ${ctx.now})`, erased_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await ctx.note({ subject: ['person', id], after: { erased: true }, why });
    return { id };
  },
});
