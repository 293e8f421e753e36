/** The one way in: verb → input → transaction → run → event. Web, command line, API and jobs all come through here. */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import * as v from 'valibot';
import type { DB } from '#db/types.ts';
import { covering, may, type Actor, type Grant, type Verb } from './access.ts';
import { link } from './chain.server.ts';
import type { Ctx, FileStore, Preparing, Reads, Threads, Units, Vault } from './context.ts';
import { asProblem, Problem, type FieldProblem } from './problem.ts';
import { note } from './record.server.ts';

export type Input = v.GenericSchema;

export interface Command<S extends Input = Input, R = unknown, P = unknown> {
  kind: 'command';
  /** "plan.adopt" */
  name: string;
  verb: Verb;
  input: S;
  /**
   * Where the verb must be held, of a verb whose scope is `reach`: the units of the thing. What the actor may not even see is not_found here.
   */
  at?(ctx: Reads, input: v.InferOutput<S>): Promise<Units>;
  /** Long work that needs no transaction: it must not hold a connection while others wait for one. It changes nothing. */
  prepare?(ctx: Preparing, input: v.InferOutput<S>): Promise<P>;
  run(ctx: Ctx, input: v.InferOutput<S>, prepared: P): Promise<R>;
  /** What the same key gives again: a secret in the answer is said once and kept nowhere. */
  again?(answer: NoInfer<R>): NoInfer<R>;
}

export interface Query<S extends Input = Input, R = unknown> {
  kind: 'query';
  name: string;
  verb: Verb;
  input: S;
  /** As of a command; a query without it filters by the actor's roots itself, in SQL. */
  at?(ctx: Reads, input: v.InferOutput<S>): Promise<Units>;
  run(ctx: Reads, input: v.InferOutput<S>): Promise<R>;
}

export const command = <S extends Input, R, P = undefined>(it: Omit<Command<S, R, P>, 'kind'>): Command<S, R, P> => ({
  kind: 'command',
  ...it,
});
export const query = <S extends Input, R>(it: Omit<Query<S, R>, 'kind'>): Query<S, R> => ({ kind: 'query', ...it });

/** What the process opened once: the database and the outside world. */
export interface House {
  db: Kysely<DB>;
  files: FileStore;
  threads: Threads;
  vault: Vault;
  now(): Date;
}

/** The same key again (a UUID made by the caller) gives the same answer and changes nothing. */
export interface Call {
  actor: Actor;
  key?: string | undefined;
}

/**
 * Run a command: all of it, or nothing.
 * @throws Problem not_signed_in, not_allowed, bad_input, key_reused, or one of the command's own.
 */
export async function execute<S extends Input, R, P>(house: House, it: Command<S, R, P>, input: unknown, call: Call): Promise<R> {
  allow(call.actor, it.verb);
  const parsed = parse(it.input, input);
  try {
    // Before the long work too: what somebody may not do costs the house nothing.
    if (it.prepare) await held(it, readsOf(house, house.db, call.actor), parsed);
    const prepared = (await it.prepare?.(
      { ...readsOf(house, house.db, call.actor), threads: house.threads, vault: house.vault },
      parsed,
    )) as P;
    const answer = await house.db.transaction().execute(async (db) => {
      const replay = call.key ? await claim(db, call.key, it.name, call.actor, input, house.now()) : null;
      if (replay) return replay.output as R;
      const result = await it.run(await context(house, db, it, call.actor, parsed, false), parsed, prepared);
      if (call.key) {
        const output = JSON.stringify((it.again ? it.again(result) : result) ?? null);
        await db.updateTable('idempotency').set({ output }).where('key', '=', call.key).execute();
      }
      return result;
    });
    // It has been done: that its link in the chain comes later is no reason to say otherwise.
    await link(house.db).catch(() => {});
    return answer;
  } catch (error) {
    throw asProblem(error);
  }
}

/** Answer a query in a read-only transaction. @throws Problem not_signed_in, not_allowed, bad_input, not_found. */
export async function ask<S extends Input, R>(house: House, it: Query<S, R>, input: unknown, actor: Actor): Promise<R> {
  allow(actor, it.verb);
  const parsed = parse(it.input, input);
  try {
    return await house.db
      .transaction()
      .setAccessMode('read only')
      .execute(async (db) => {
        const ctx = readsOf(house, db, actor);
        await held(it, ctx, parsed);
        return it.run(ctx, parsed);
      });
  } catch (error) {
    throw asProblem(error);
  }
}

const readsOf = ({ files, now }: House, db: Kysely<DB>, actor: Actor): Reads => ({ db, actor, now: now(), files });

function allow(actor: Actor, verb: Verb) {
  if (may(actor, verb)) return;
  throw actor.kind === 'nobody' ? new Problem('not_signed_in') : new Problem('not_allowed', { verb });
}

function parse<S extends Input>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const fields = result.issues.map((issue): FieldProblem => ({ path: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new Problem('bad_input', { fields });
}

/** The grant under which it is done, or 'unbound'; and the units it is about. @throws Problem not_allowed, and what `at` throws. */
async function held<S extends Input>(
  it: { verb: Verb; at?: Command<S>['at'] },
  ctx: Reads,
  input: v.InferOutput<S>,
): Promise<{ grant: Grant | 'unbound'; units: Units }> {
  const units = (await it.at?.(ctx, input)) ?? [];
  const grant = await covering(ctx.db, ctx.actor, it.verb, units);
  if (grant === null) throw new Problem('not_allowed', { verb: it.verb });
  return { grant, units };
}

async function context<S extends Input, R, P>(
  house: House,
  db: Transaction<DB>,
  it: Command<S, R, P>,
  actor: Actor,
  input: v.InferOutput<S>,
  demo: boolean,
): Promise<Ctx> {
  const reads = readsOf(house, db, actor);
  const { grant, units } = await held(it, reads, input);
  const by = {
    command: it.name,
    actor,
    grant: grant === 'unbound' ? null : grant,
    unit_id: units[0] ?? null,
    at: reads.now,
    demo,
  };
  return {
    ...reads,
    db,
    demo,
    threads: house.threads,
    vault: house.vault,
    note: (event) => note(db, by, event),
    later: async (job, payload) => {
      await sql`select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json)`.execute(db);
    },
    async hold(verb, at) {
      allow(actor, verb);
      if ((await covering(db, actor, verb, at)) === null) throw new Problem('not_allowed', { verb });
    },
    async run(other, given, options) {
      allow(actor, other.verb);
      const parsed = parse(other.input, given);
      const inner = await context(house, db, other, actor, parsed, demo || options?.demo === true);
      return other.run(inner, parsed, (await other.prepare?.(inner, parsed)) as never);
    },
  };
}

/** Take the key, or find what it gave before. A rival with the same key waits here until the first has committed or failed. */
async function claim(db: Transaction<DB>, key: string, name: string, actor: Actor, input: unknown, now: Date) {
  const who = actor.kind === 'person' ? actor.id : actor.kind;
  const input_hash = createHash('sha256')
    .update(JSON.stringify(input, filesByDigest) ?? '')
    .digest('hex');
  const taken = await db
    .insertInto('idempotency')
    .values({ key, command: name, actor: who, input_hash, at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return null;
  const before = await db.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
  if (before.command !== name || before.actor !== who || before.input_hash !== input_hash) throw new Problem('key_reused');
  return before;
}

const filesByDigest = (_: string, value: unknown) =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;
