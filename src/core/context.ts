/** Ctx: all that a use case may touch. Whatever is not here, a command cannot reach. */
import type { Readable } from 'node:stream';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor, Verb } from './access.ts';
import type { Command, Input } from './command.server.ts';

/** Of a command: inside its transaction. */
export interface Ctx extends Reads {
  db: Transaction<DB>;
  /** True while a demonstration is being loaded: what is written then is marked and can be removed. */
  demo: boolean;
  threads: Threads;
  vault: Vault;
  /** Write into the record, in this transaction: what happened to which thing. Every write notes one. */
  note(event: Noted): Promise<void>;
  /** Add a job that runs once this transaction has committed. */
  later(job: string, payload: Record<string, unknown>): Promise<void>;
  /** @throws Problem not_allowed unless the actor holds the verb at all of these units: for what only running can tell. */
  hold(verb: Verb, units: Units): Promise<void>;
  /** Run another command within this transaction, by the same actor. */
  run<S extends Input, R, P>(command: Command<S, R, P>, input: unknown, options?: { demo: true }): Promise<R>;
}

/** Of the work before a command's transaction: what it reads may have changed when the command runs. */
export interface Preparing extends Reads {
  threads: Threads;
  vault: Vault;
}

/** Of a query: a read-only transaction. */
export interface Reads {
  db: Kysely<DB>;
  actor: Actor;
  now: Date;
  files: FileStore;
}

/** Units of which a thing is, at each of which the verb must be held; null among them: it belongs to the whole house. */
export type Units = readonly (string | null)[];

export interface Noted {
  subject: readonly [kind: string, id: string];
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  why?: string | undefined;
  /** The unit whose thing it is, where it is not the one that the command was checked against. */
  unit_id?: string | null;
}

/**
 * A field of an event that says something about a person: the event keeps a salted digest of it, and the value stands beside it until the
 * person asks to be forgotten (Law 91/2025/QH15).
 */
export interface Personal {
  about: string;
  value: string;
}
export const personal = (about: string, value: string): Personal => ({ about, value });

/** Files by the SHA-256 of their content, in hex. The same content is kept once. */
export interface FileStore {
  put(content: Uint8Array): Promise<string>;
  /** Throws Problem not_found. */
  open(sha256: string): Promise<Readable>;
  remove(sha256: string): Promise<void>;
}

/** Heavy pure work away from the server's thread, with a limit on memory and time. */
export interface Threads {
  /**
   * Run the default export of a module under src/ ("features/plans/reading/thread.ts") with this input.
   * @throws what the module threw (name, code and detail are kept), ThreadEnded when it ran out of memory or time.
   */
  run(module: string, input: unknown): Promise<unknown>;
}

/** Seals what must be read again but not by whoever finds the database: with the house's secret, which is not in it. */
export interface Vault {
  seal(text: string): Promise<string>;
  /** @throws Error when it was sealed with another secret, or changed. */
  open(sealed: string): Promise<string>;
}

export class ThreadEnded extends Error {
  readonly why: 'memory' | 'time' | 'crash';
  constructor(why: 'memory' | 'time' | 'crash') {
    super(why);
    this.name = 'ThreadEnded';
    this.why = why;
  }
}

/** By name, as isProblem does: see there. */
export function isThreadEnded(error: unknown): error is ThreadEnded {
  return error instanceof Error && error.name === 'ThreadEnded';
}
