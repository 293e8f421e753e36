import { Worker } from 'node:worker_threads';
import { ThreadEnded, type Threads } from '#core/context.ts';

/** What a thread answers: the result, or what was thrown. */
export type Answer = { result: unknown } | { error: { name: string; message: string; code?: string; detail?: unknown } };

/** Heap of one thread. With what lies outside the heap a reading stays under 300 MB. */
const MEGABYTES = 220;
const SECONDS = 60;

/** Those of a process, which it ends when it ends. */
export interface OwnThreads extends Threads {
  /** End what runs and refuse what waits or comes later, each with ThreadEnded "crash". */
  close(): Promise<void>;
}

/** Each run has a thread of its own, ended with it; at most `width` at once, the others wait in order. */
export function threads(width = 2, seconds = SECONDS): OwnThreads {
  let closed = false;
  let running = 0;
  const workers = new Set<Worker>();
  const waiting: (() => void)[] = [];
  return {
    async run(module, input) {
      if (running >= width) await new Promise<void>((go) => waiting.push(go));
      running++;
      try {
        if (closed) throw new ThreadEnded('crash');
        return await runOnce(workers, module, input, seconds);
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
    async close() {
      closed = true;
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

function runOnce(workers: Set<Worker>, module: string, input: unknown, seconds: number): Promise<unknown> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { module, input },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: false,
  });
  workers.add(worker);
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      reject(new ThreadEnded('time'));
      void worker.terminate();
    }, seconds * 1000);
    worker.once('message', (answer: Answer) => {
      clearTimeout(clock);
      if ('result' in answer) resolve(answer.result);
      else reject(Object.assign(new Error(answer.error.message), answer.error));
      void worker.terminate();
    });
    worker.once('error', (error) => {
      clearTimeout(clock);
      const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new ThreadEnded(memory ? 'memory' : 'crash'));
    });
    worker.once('exit', () => {
      workers.delete(worker);
      clearTimeout(clock);
      reject(new ThreadEnded('crash'));
    });
  });
}
