/** Copying a file and knowing what was copied, and bringing to the disk what was written. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Kept } from './manifest.server.ts';

const CHUNK = 1 << 20;

/** Copy to where nothing is yet, not waiting for the disk. @returns what was read, which is what was written */
export async function copyFile(source: string, target: string): Promise<Omit<Kept, 'path'>> {
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'wx', 0o600);
    try {
      return await pour(from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

export async function writeNew(target: string, content: Uint8Array): Promise<void> {
  const file = await open(target, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What is in a file. */
export async function measure(path: string): Promise<Omit<Kept, 'path'>> {
  const file = await open(path, 'r');
  try {
    return await pour(file, null);
  } finally {
    await file.close();
  }
}

const AT_ONCE = 8;

/**
 * Wait until files outlive a power cut. All of them at the end and several at once: file systems bring many to the disk in one go, which is
 * ten times faster than one after the other.
 */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  let next = 0;
  const work = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) await sync(path, 'r+');
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** A new name in a folder outlives a power cut only after this. Windows knows no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path, 'r');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function pour(from: FileHandle, to: FileHandle | null): Promise<Omit<Kept, 'path'>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let size = 0;
  for (;;) {
    const { bytesRead } = await from.read(buffer, 0, CHUNK, null);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    // Not write(): that may write a part only, where the disk is about to be full.
    await to?.writeFile(chunk);
    size += bytesRead;
  }
}
