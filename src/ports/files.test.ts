import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test as plain } from 'vitest';
import { folderStore } from './files.server.ts';

const test = plain.extend('folder', async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-store-'));
  onCleanup(() => rmSync(folder, { recursive: true }));
  return folder;
});
const bytes = async (stream: AsyncIterable<unknown>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
};
const kept = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('the store of files', () => {
  test('gives back what was put, byte for byte, under its digest', async ({ folder }) => {
    const store = folderStore(folder);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
        const sha256 = await store.put(content);
        expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
        expect(await bytes(await store.open(sha256))).toEqual(content);
      }),
      { numRuns: 25 },
    );
  });

  test('keeps the same content once, also when it comes many times at once, for the owner alone', async ({ folder }) => {
    const store = folderStore(folder);
    const content = new Uint8Array(100_000).fill(7);
    const digests = await Promise.all(Array.from({ length: 8 }, () => store.put(content)));
    expect(new Set(digests).size).toBe(1);
    const [file, ...more] = kept(folder);
    expect(more).toEqual([]);
    expect(statSync(join(file!.parentPath, file!.name)).mode & 0o077).toBe(0);
  });

  test('writes again what stands there cut short', async ({ folder }) => {
    const store = folderStore(folder);
    const content = new TextEncoder().encode('Kế hoạch');
    const sha256 = await store.put(content);
    writeFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2)), 'Kế');
    await store.put(content);
    expect(await bytes(await store.open(sha256))).toEqual(content);
  });

  test('knows nothing of what was removed, never came, or is no digest', async ({ folder }) => {
    const store = folderStore(folder);
    const sha256 = await store.put(new Uint8Array([1]));
    await store.remove(sha256);
    await store.remove(sha256);
    for (const name of [sha256, 'f'.repeat(64), '../../etc/passwd', '']) {
      await expect(store.open(name)).rejects.toMatchObject({ name: 'Problem', code: 'not_found' });
    }
  });
});
