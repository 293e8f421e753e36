/** Files in a folder, named by the SHA-256 of their content: `ab/cdef…`. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#core/context.ts';
import { Problem } from '#core/problem.ts';

/** The store in this folder, which is made when the first file comes. */
export function folderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('not_found');
    return { parent: join(folder, sha256.slice(0, 2)), path: join(folder, sha256.slice(0, 2), sha256.slice(2)) };
  };
  return {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const { parent, path } = placeOf(sha256);
      await mkdir(parent, { recursive: true, mode: 0o700 });
      if (!(await holds(path, content.byteLength))) await write(parent, path, content);
      return sha256;
    },
    async open(sha256) {
      try {
        return (await open(placeOf(sha256).path)).createReadStream();
      } catch (error) {
        throw missing(error) ? new Problem('not_found', {}, error) : error;
      }
    },
    async remove(sha256) {
      await rm(placeOf(sha256).path, { force: true });
    },
  };
}

async function holds(path: string, size: number): Promise<boolean> {
  try {
    const file = await open(path);
    const stat = await file.stat();
    await file.close();
    return stat.size === size;
  } catch (error) {
    if (missing(error)) return false;
    throw error;
  }
}

/** Under another name first: after a power cut a file is there whole or not at all, and the row that names it was not committed. */
async function write(parent: string, path: string, content: Uint8Array) {
  const aside = join(parent, `.${randomUUID()}`);
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  if (process.platform === 'win32') return;
  const folder = await open(parent);
  await folder.sync();
  await folder.close();
}

const missing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
