/** The queue of things that happen later, in the same database: a job exists exactly when the change that asked for it was committed. */
import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, parseCronItems, run, type Task, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { House } from '#core/command.server.ts';

/** Something that happens later, in the server or a worker. Tried again, ever later, when it throws. */
export interface Job {
  name: string;
  /** A divisor of 60: it also comes by itself, once for all workers together. Missed times are not made up for, except the last. */
  everyMinutes?: number;
  run(house: House, payload: unknown): Promise<void>;
}

/** Job name → what it does with the payload. */
export type Jobs = Record<string, Task>;

/** Job name → minutes from one time to the next. */
export type Clock = Record<string, number>;

export interface Working {
  /** Take no more jobs, and wait for those in hand (5 s, then they are told to stop). */
  stop(): Promise<void>;
}

/** How many jobs run at once in one process. */
export const AT_ONCE = 2;

/**
 * Take jobs from now on. The pool needs AT_ONCE + 2 connections: one listens, one sees to the clock.
 * @throws the error of the first look into the queue: the library would keep it for ever, and never run a job
 */
export async function work(pool: Pool, jobs: Jobs, log: Logger, clock: Clock = {}): Promise<Working> {
  // The library takes an empty list for a mistake.
  if (Object.keys(jobs).length === 0) return { stop: async () => {} };
  const logger = new QueueLogger((scope) => (level, message, meta) => {
    log[level === 'warning' ? 'warn' : level]({ queue: scope, err: meta?.['error'] }, message);
  });
  const events: WorkerEvents = new EventEmitter();
  const looked = firstLook(events);
  looked.catch(() => {});
  const runner = await run({
    pgPool: pool,
    taskList: jobs,
    parsedCronItems: byTheClock(clock),
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger,
    events,
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the job queue has ended'));
  try {
    await looked;
  } catch (error) {
    await runner.stop();
    throw error;
  }
  events.on('worker:getJob:error', ({ error }) => log.error({ err: error }, 'the job queue cannot be read'));
  return { stop: () => runner.stop() };
}

/** Of one name only one waits, however many workers start and however long none was there. */
function byTheClock(clock: Clock) {
  return parseCronItems(
    Object.entries(clock).map(([task, minutes]) => ({
      task,
      match: `*/${minutes} * * * *`,
      identifier: task,
      options: { backfillPeriod: minutes * 60_000, jobKey: task, maxAttempts: 1 },
    })),
  );
}

function firstLook(events: WorkerEvents): Promise<void> {
  return new Promise((resolve, reject) => {
    events.once('worker:getJob:empty', () => resolve());
    events.once('job:start', () => resolve());
    events.once('worker:getJob:error', ({ error }) => reject(error));
  });
}
