/** What goes into a backup, file by file, with what is known of each. */
import { link, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sink } from '#db/embedded_backup.server.ts';
import { copyFile, measure, syncFiles, syncFolder, writeNew } from './copy.server.ts';
import { DATA, type Kept, type Manifest } from './manifest.server.ts';
import { codeOf } from './problem.ts';

/** A backup on the same shelf, whose files need not be copied again. */
export interface Earlier {
  backup: string;
  manifest: Manifest;
}

export interface Packing {
  /** Copies the house's own files that are not in yet. */
  packFiles(): Promise<void>;
  /** Takes the cluster. */
  sink: Sink;
  /** Waits until all of it outlives a power cut. */
  sync(): Promise<void>;
  files: Kept[];
  folders: Set<string>;
  linked(): number;
  damaged: string[];
}

/** @param data the folder to fill, which is there and empty */
export function packing(folder: string, data: string, earlier: Earlier | null): Packing {
  const before = new Map(earlier?.manifest.files.map((file) => [file.path, file]));
  const files = new Map<string, Kept>();
  const folders = new Set<string>();
  const damaged: string[] = [];
  const linked = new Set<string>();

  const makeFolder = async (path: string): Promise<void> => {
    if (path === '.' || folders.has(path)) return;
    await makeFolder(dirname(path));
    await mkdir(join(data, path), { mode: 0o700 });
    folders.add(path);
  };
  const copy = async (source: string, path: string): Promise<boolean> => {
    await makeFolder(dirname(path));
    const copied = await orGone(source, () => copyFile(source, join(data, path)));
    if (copied) files.set(path, { path, ...copied });
    return copied !== null;
  };
  const packFile = async (path: string) => {
    const named = STORED.exec(path)?.slice(1).join('');
    const known = named === undefined ? undefined : before.get(path);
    if (known?.sha256 === named && known && (await linkEarlier(earlier!, known))) {
      files.set(path, known);
      linked.add(path);
    } else if ((await copy(join(folder, path), path)) && named !== undefined && files.get(path)!.sha256 !== named)
      damaged.push(path);
  };
  const linkEarlier = async ({ backup }: Earlier, known: Kept): Promise<boolean> => {
    const there = join(backup, DATA, known.path);
    const found = await orGone(there, () => measure(there));
    if (found?.sha256 !== known.sha256) return false;
    await makeFolder(dirname(known.path));
    try {
      await link(there, join(data, known.path));
      return true;
    } catch (error) {
      // File systems without such links, or with no more of them.
      if (['EPERM', 'ENOTSUP', 'EMLINK', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error))) return false;
      throw error;
    }
  };

  return {
    async packFiles() {
      for (const { path } of await ownFiles(folder)) if (!files.has(path)) await packFile(path);
    },
    sink: {
      folder: (path) => makeFolder(`${CLUSTER}/${path}`),
      copy: (source, path) => copy(source, `${CLUSTER}/${path}`),
      async put(path, content) {
        const place = `${CLUSTER}/${path}`;
        await makeFolder(dirname(place));
        await writeNew(join(data, place), content);
        files.set(place, { path: place, ...(await measure(join(data, place))) });
      },
    },
    async sync() {
      await syncFiles([...files.keys()].filter((path) => !linked.has(path)).map((path) => join(data, path)));
      for (const path of ['', ...folders]) await syncFolder(join(data, path));
    },
    get files() {
      return [...files.values()];
    },
    folders,
    linked: () => linked.size,
    damaged,
  };
}

export const CLUSTER = 'postgres';
/** In the data folder itself: for what is put aside before a migration. */
export const OWN_SHELF = 'backups';
/** What is not a house's own: the cluster is copied its own way, the rest is made anew. */
const NOT_FILES = /^(postgres(\.|$)|backups$|restoring)/;
/** A file of the store: its name is the digest of its content. */
const STORED = /^files\/([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** The files of a house beside its database. */
export async function ownFiles(folder: string): Promise<Found[]> {
  const names = (await readdir(folder)).filter((name) => !NOT_FILES.test(name));
  const all = await Promise.all(names.map((name) => walk(folder, name)));
  // Those whose name begins with a dot are being written.
  return all.flat().filter(({ path }) => !/(^|\/)\./.test(path));
}

export interface Found {
  /** Below the data folder, with `/`. */
  path: string;
  size: number;
}

/** The files under a path, as far as they stay there. */
export async function walk(folder: string, path: string): Promise<Found[]> {
  const here = join(folder, path);
  const found = await orGone(here, () => stat(here));
  if (!found?.isDirectory()) return found?.isFile() ? [{ path, size: found.size }] : [];
  const names = (await orGone(here, () => readdir(here))) ?? [];
  const inside: Found[] = [];
  for (const name of names) inside.push(...(await walk(folder, `${path}/${name}`)));
  return inside;
}

/** Null when what was to be read has gone; an ENOENT about anything else stays one. */
async function orGone<T>(source: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && error instanceof Error && 'path' in error && error.path === source) return null;
    throw error;
  }
}
