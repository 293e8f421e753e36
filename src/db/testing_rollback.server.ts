/**
 * A Kysely whose transactions are savepoints within one that is rolled back at the end. Everything goes through one connection, so a
 * statement outside a transaction that is open waits for its end: a command that reads past its ctx hangs here instead of reading
 * what is not yet there. Deferred constraints are checked at each commit, as they would be.
 */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { DB } from './types.ts';

export async function rolledBack(pool: Pool): Promise<{ db: Kysely<DB>; end: () => Promise<void> }> {
  const client = await pool.connect();
  await client.query('begin');
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new OneConnection(client) }) });
  return {
    db,
    async end() {
      await client.query('rollback');
      client.release();
    },
  };
}

class OneConnection implements PostgresPool {
  readonly options = {};
  readonly #client: PoolClient;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async connect(): Promise<PostgresPoolClient> {
    return new Seat(this.#client, () => this.#next()) as unknown as PostgresPoolClient;
  }

  async end() {}

  /** Resolves when everybody who came before is done, with the function that says that oneself is. */
  async #next(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#turn;
    this.#turn = before.then(() => promise);
    await before;
    return resolve;
  }
}

/** What the driver takes for a connection. */
class Seat {
  readonly #client: PoolClient;
  readonly #next: () => Promise<() => void>;
  /** Ends our turn; null outside a transaction. */
  #done: (() => void) | null = null;
  #readOnly = false;

  constructor(client: PoolClient, next: () => Promise<() => void>) {
    this.#client = client;
    this.#next = next;
  }

  async query(text: string, values: readonly unknown[] = []) {
    if (/^(begin|start transaction)/.test(text)) return this.#begin(text.includes('read only'));
    if (text === 'commit') return this.#end(this.#readOnly ? UNDO : KEEP);
    if (text === 'rollback') return this.#end(UNDO);
    if (this.#done) return this.#client.query(text, [...values]);
    // Alone it would be a transaction of its own: a refused statement must not spoil the ones after it.
    await this.#begin(false);
    try {
      const result = await this.#client.query(text, [...values]);
      await this.#end(KEEP);
      return result;
    } catch (error) {
      await this.#end(UNDO);
      throw error;
    }
  }

  release() {}

  async #begin(readOnly: boolean) {
    this.#done = await this.#next();
    this.#readOnly = readOnly;
    await this.#client.query('savepoint test');
    if (readOnly) await this.#client.query('set transaction read only');
    return NOTHING;
  }

  /** A commit that is refused has ended the transaction: the rollback that follows finds nothing to undo, as with a real one. */
  async #end(statements: readonly string[]) {
    if (!this.#done) return NOTHING;
    try {
      for (const statement of statements) await this.#client.query(statement);
    } catch (error) {
      for (const statement of UNDO) await this.#client.query(statement);
      throw error;
    } finally {
      this.#done();
      this.#done = null;
    }
    return NOTHING;
  }
}

const KEEP = ['set constraints all immediate', 'release savepoint test'];
const UNDO = ['rollback to savepoint test', 'release savepoint test'];
const NOTHING = { command: 'SELECT', rowCount: 0, rows: [] };
