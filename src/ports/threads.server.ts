import { Worker } from 'node:worker_threads';
import { ThreadEnded, type Threads } from '#core/context.ts';

/** What a thread answers: the result, or what was thrown. */
export type Answer = { result: unknown } | { error: { name: string; message: string; code?: string; detail?: unknown } };

/** Heap of one thread. With what lies outside the heap a reading stays under 300 MB. */
const MEGABYTES = 220;
const SECONDS = 60;

/** Each run has a thread of its own, ended with it; at most `width` at once, the others wait in order. */
export function threads(width = 2, seconds = SECONDS): Threads {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(module, input) {
      if (running >= width) await new Promise<void>((go) => waiting.push(go));
      running++;
      try {
        return await runOnce(module, input, seconds);
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
  };
}

function runOnce(module: string, input: unknown, seconds: number): Promise<unknown> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { module, input },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: false,
  });
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
      clearTimeout(clock);
      reject(new ThreadEnded('crash'));
    });
  });
}
