import { buffer } from 'node:stream/consumers';
import type { Ctx, Preparing } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { stateOf } from './rules.ts';

/** A paper as it stands, locked when it is about to be changed. @throws Problem not_found, paper_void, paper_signed. */
export async function openPaper({ db }: Pick<Ctx | Preparing, 'db'>, id: string, lock: boolean) {
  const row = await db
    .selectFrom('paper')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  const state = stateOf(row);
  if (state === 'void') throw new Problem('paper_void');
  if (state === 'signed') throw new Problem('paper_signed');
  return row;
}

/** Its PDF that left to be signed. @throws Problem paper_not_exported. */
export async function exportedOf({ files }: Pick<Ctx | Preparing, 'files'>, sha256: string | null): Promise<Uint8Array> {
  if (sha256 === null) throw new Problem('paper_not_exported');
  return new Uint8Array(await buffer(await files.open(sha256)));
}
