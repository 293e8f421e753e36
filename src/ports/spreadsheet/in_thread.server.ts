import { isThreadEnded, type Threads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import type { SheetRow } from './read.ts';

/**
 * Read a sheet in a thread of its own, so that neither a huge nor a hostile file can take the server along.
 * @throws Problem unreadable_sheet with `reason`, a RefusalCode.
 */
export async function readSheetInThread(threads: Threads, bytes: Uint8Array): Promise<SheetRow[]> {
  try {
    return (await threads.run('ports/spreadsheet/thread.ts', bytes)) as SheetRow[];
  } catch (error) {
    if (isThreadEnded(error) && error.why !== 'crash')
      throw new Problem('unreadable_sheet', { reason: error.why === 'time' ? 'took_too_long' : 'too_complex' }, error);
    if (error instanceof Error && error.name === 'Refusal' && 'code' in error) {
      const detail =
        'detail' in error && typeof error.detail === 'object' ? (error.detail as Record<string, string | number>) : {};
      throw new Problem('unreadable_sheet', { ...detail, reason: String(error.code) }, error);
    }
    throw error;
  }
}
