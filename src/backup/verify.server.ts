/** Whether a backup is what it was when it was made. */
import { join } from 'node:path';
import { measure } from './copy.server.ts';
import { DATA, readManifest, type Kept, type Manifest } from './manifest.server.ts';
import { BackupProblem, codeOf } from './problem.ts';

/**
 * Read every file of a backup and hold it against the manifest. What lies there beside is not looked at, and not restored either.
 * @throws BackupProblem incomplete, damaged (naming the files)
 */
export async function verifyBackup(backup: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  const wrong: string[] = [];
  for (const file of manifest.files) {
    const path = join(backup, DATA, file.path);
    if (!(await holdsAgainst(file, path, () => measure(path)))) wrong.push(file.path);
  }
  if (wrong.length > 0) throw damaged(backup, wrong);
  return manifest;
}

const NAMED_AT_MOST = 10;

export function damaged(backup: string, paths: string[]): BackupProblem {
  const more = paths.length > NAMED_AT_MOST ? [`… (${paths.length})`] : [];
  return new BackupProblem('backup.damaged', { backup, files: [...paths.slice(0, NAMED_AT_MOST), ...more].join(', ') });
}

/** Whether what is read of a source is what was kept. EIO: a place of the disk that cannot be read any more. */
export async function holdsAgainst(kept: Kept, source: string, read: () => Promise<Omit<Kept, 'path'>>): Promise<boolean> {
  try {
    const { size, sha256 } = await read();
    return size === kept.size && sha256 === kept.sha256;
  } catch (error) {
    const about = error instanceof Error && 'path' in error ? error.path : source;
    if (about === source && ['ENOENT', 'EISDIR', 'ENOTDIR', 'EIO'].includes(codeOf(error))) return false;
    throw error;
  }
}
