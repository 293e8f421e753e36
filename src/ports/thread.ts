/** The inside of a thread: loads the named module, runs it, answers once. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from './threads.server.ts';

const { module, input } = workerData as { module: string; input: unknown };
parentPort?.postMessage(await answer());

async function answer(): Promise<Answer> {
  try {
    const { default: run } = (await import(new URL(`../${module}`, import.meta.url).href)) as {
      default: (input: unknown) => unknown;
    };
    return { result: await run(input) };
  } catch (error) {
    if (!(error instanceof Error)) return { error: { name: 'Error', message: String(error) } };
    const { name, message } = error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    const detail = 'detail' in error ? error.detail : undefined;
    return { error: { name, message, ...(code === undefined ? {} : { code }), ...(detail === undefined ? {} : { detail }) } };
  }
}
