import { isThreadEnded, type Threads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import type { Reading, RegistryUnit } from './reading/reading.ts';
import type { ToRead } from './reading/thread.ts';

/**
 * Read a document in a thread of its own, so that neither a huge nor a hostile file can take the server along.
 * @throws Problem unreadable_document with `reason`, a RefusalCode.
 */
export async function readInThread(threads: Threads, content: Uint8Array, name: string, units: RegistryUnit[]): Promise<Reading> {
  const registry = units.map(({ code, name: unit, aliases, valid_from, valid_to }) => ({
    code,
    name: unit,
    aliases,
    valid_from,
    valid_to,
  }));
  const input: ToRead = { content, name, registry };
  try {
    return (await threads.run('features/plans/reading/thread.ts', input)) as Reading;
  } catch (error) {
    if (isThreadEnded(error) && error.why !== 'crash')
      throw new Problem('unreadable_document', { reason: error.why === 'time' ? 'took_too_long' : 'too_complex' }, error);
    if (error instanceof Error && error.name === 'Refusal' && 'code' in error)
      throw new Problem('unreadable_document', { reason: String(error.code), ...detail(error) }, error);
    throw error;
  }
}

function detail(error: Error): Record<string, string | number> {
  return 'detail' in error && typeof error.detail === 'object' ? (error.detail as Record<string, string | number>) : {};
}
