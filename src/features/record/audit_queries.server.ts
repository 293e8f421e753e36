import { query } from '#core/command.server.ts';
import { head as lastLink } from '#core/chain.server.ts';
import * as inputs from './inputs.ts';
import { readHead, type Head } from './rules.ts';
import { verify as verifyChain, type Anchored, type Verified } from './verify.server.ts';

/**
 * Whether the record is as it was written: every link recomputed, the chain held against each head written down elsewhere and against one
 * given by hand. Takes about as long as reading the record once.
 */
export const verify = query({
  name: 'audit.verify',
  verb: 'record.verify',
  input: inputs.verify,
  run: ({ db }, { head }): Promise<Verified> => verifyChain(db, head ? readHead(head) : null),
});

/** The last link of the chain, to be written down elsewhere; null while there is none. */
export const head = query({
  name: 'audit.head',
  verb: 'record.verify',
  input: inputs.nothing,
  run: ({ db }): Promise<Head | null> => lastLink(db),
});

/** One verification that was asked for, running or done. */
export interface Check {
  id: string;
  begun_at: Date;
  moved_at: Date | null;
  position: number;
  links: number;
  ended_at: Date | null;
  result: Verified | null;
}

/** What a page on the chain shows: its head, what waits, the last verification and where heads were written down, newest first. */
export const chain = query({
  name: 'audit.show',
  verb: 'record.verify',
  input: inputs.nothing,
  async run({ db }) {
    const { waiting } = await db
      .selectFrom('event_unlinked')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .executeTakeFirstOrThrow();
    const check = await db.selectFrom('audit_check').selectAll().orderBy('begun_at', 'desc').limit(1).executeTakeFirst();
    const anchors: Anchored[] = await db
      .selectFrom('audit_anchor')
      .select(['position', 'hash', 'kind', 'place', 'at'])
      .orderBy('at', 'desc')
      .limit(ANCHORS_SHOWN)
      .execute();
    return { head: await lastLink(db), waiting, check: (check ?? null) as unknown as Check | null, anchors };
  },
});

const ANCHORS_SHOWN = 20;
