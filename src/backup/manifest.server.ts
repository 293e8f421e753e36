/**
 * What a backup says of itself. A backup is a folder: `manifest.json`, its digest beside it, and `data`, a data folder as it would be
 * restored. A folder without a manifest is none: the manifest is written last, and only then gets the folder its name.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { BackupProblem, codeOf } from './problem.ts';

export const MANIFEST = 'manifest.json';
export const DIGEST = 'manifest.json.sha256';
export const DATA = 'data';
/** Raised when an older program would read a manifest wrongly. */
export const FORMAT = 1;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Relative, with `/`, and never out of the folder it is meant for: a manifest may come from anywhere. */
const path = v.pipe(
  v.string(),
  v.check((text) => !/^[/\\]|[\\:\0]/.test(text) && text.split('/').every((part) => !['', '.', '..'].includes(part))),
);
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.string(), v.isoTimestamp());
const segment = v.pipe(v.string(), v.regex(/^[0-9A-F]{24}$/));

const SCHEMA = v.object({
  format: v.number(),
  /** Every change that was acknowledged before this moment is in it. */
  holds_until: instant,
  program: v.string(),
  /** "linux-x64": a cluster runs only where it was made, and sorts as the ICU of that place does. */
  platform: v.string(),
  /** The newest migration, null in a house that has none. */
  schema: v.nullable(v.string()),
  /** The newest link of the record's hash chain. */
  audit: v.nullable(v.object({ position: v.number(), hash: v.string() })),
  /** Null where DATABASE_URL named a server of its own: then it is not in here. */
  database: v.nullable(
    v.object({
      postgres: v.string(),
      life: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
      wal: v.object({ first: segment, last: segment, segment_bytes: v.pipe(size, v.minValue(1024 * 1024)) }),
    }),
  ),
  folders: v.array(path),
  files: v.array(v.object({ path, size, sha256 })),
});

/** "linux-x64" */
export const platform = () => `${process.platform}-${process.arch}`;

export type Manifest = v.InferOutput<typeof SCHEMA>;
export type Kept = Manifest['files'][number];

/** The manifest as it is written, and the line that vouches for it. */
export function written(manifest: Manifest): { text: Buffer; digest: Buffer } {
  const text = Buffer.from(JSON.stringify(manifest, null, 1));
  return { text, digest: Buffer.from(`${digestOf(text)}  ${MANIFEST}\n`) };
}

/** @throws BackupProblem no_manifest, damaged, newer_format */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await part(backup, MANIFEST);
  const digest = await part(backup, DIGEST);
  if (digest.toString().slice(0, 64) !== digestOf(text)) throw new BackupProblem('backup.damaged', { backup, files: MANIFEST });
  const raw = JSON.parse(text.toString()) as { format?: unknown; program?: unknown };
  if (Number(raw.format) > FORMAT) throw new BackupProblem('backup.newer', { backup, theirs: String(raw.program) });
  const parsed = v.safeParse(SCHEMA, raw);
  if (!parsed.success) throw new BackupProblem('backup.damaged', { backup, files: MANIFEST }, parsed.issues);
  return parsed.output;
}

const digestOf = (text: Uint8Array) => createHash('sha256').update(text).digest('hex');

async function part(backup: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(backup, name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw new BackupProblem('backup.incomplete', { backup, name }, error);
    throw error;
  }
}
