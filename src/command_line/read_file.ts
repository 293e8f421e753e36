import { readFile } from 'node:fs/promises';
import { Misuse } from './misuse.ts';

const WHY = {
  ENOENT: 'cli.no_file',
  ENOTDIR: 'cli.no_file',
  EISDIR: 'cli.folder',
  EACCES: 'cli.not_readable',
  EPERM: 'cli.not_readable',
} as const;

/** The bytes of a file named on the command line. @throws Misuse when there is none, or it is a folder, or may not be read. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code in WHY ? new Misuse(WHY[code as keyof typeof WHY], { path }) : error;
  }
}
