/** Copying a file and knowing what was copied. Everything written is brought to the disk before anybody is told. */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Kept } from './manifest.server.ts';

const CHUNK = 1 << 20;

/** Copy to where nothing is yet. @returns what was read, which is what was written */
export async function copyFile(source: string, target: string): Promise<Omit<Kept, 'path'>> {
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'wx', 0o600);
    try {
      const copied = await pour(from, to);
      await to.sync();
      return copied;
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

/** A new name in a folder outlives a power cut only after this. Windows knows no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
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
