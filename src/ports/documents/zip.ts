/** Opens a zip archive from untrusted hands: nothing is inflated unless asked for, and nothing is believed about its size. */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { Refusal } from './document.ts';

export interface Archive {
  /** Names of the entries as written in the archive's directory, "/" between folders. */
  names: string[];
  /**
   * Inflates one entry and hands on its bytes piece by piece; false when there is none of that name (letter case is ignored).
   * @throws Refusal 'archive_bomb' over a limit, 'broken' when the data do not inflate to what their checksum says.
   */
  read(name: string, take: (piece: Uint8Array) => void): boolean;
}

/** No office document comes near these. Sizes are bytes after inflating. */
export const ZIP_LIMITS = { entries: 10_000, entry: 60e6, total: 120e6, ratio: 300, ratio_from: 8e6 };

/**
 * Reads the archive's directory.
 * @throws Refusal 'broken' (no zip, or cut off), 'encrypted' (an entry needs a password), 'archive_bomb' (too many entries).
 */
export function openZip(bytes: Uint8Array, limits = ZIP_LIMITS): Archive {
  const entries = directory(bytes, limits.entries);
  let total = 0;
  return {
    names: [...entries.values()].map((entry) => entry.name),
    read(name, take) {
      const entry = entries.get(key(name));
      if (!entry) return false;
      let size = 0;
      let sum = 0;
      inflate(entry, compressed(bytes, entry), (piece) => {
        size += piece.length;
        total += piece.length;
        const blown = size > limits.ratio_from && size > entry.packed * limits.ratio;
        if (blown || size > limits.entry || total > limits.total) throw new Refusal('archive_bomb');
        sum = crc32(piece, sum);
        take(piece);
      });
      if (sum !== entry.checksum) throw new Refusal('broken');
      return true;
    },
  };
}

interface Entry {
  name: string;
  method: number;
  checksum: number;
  /** Bytes as they lie in the archive. */
  packed: number;
  /** Where its local header lies. */
  at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Handed to the inflater at once: deflate grows at most 1032-fold, so one push makes 8 MB at most. */
const PUSH = 8192;

function directory(bytes: Uint8Array, most: number): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  try {
    const { count, start } = whereabouts(view);
    if (count > most) throw new Refusal('archive_bomb');
    let at = start;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL) throw new Refusal('broken');
      const length = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      if (view.getUint16(at + 8, true) & 1) throw new Refusal('encrypted');
      const name = new TextDecoder().decode(slice(bytes, at + 46, length)).replaceAll('\\', '/');
      const entry = {
        name,
        method: view.getUint16(at + 10, true),
        checksum: view.getUint32(at + 16, true),
        ...sizes(view, at, at + 46 + length, extra),
      };
      if (!entries.has(key(name))) entries.set(key(name), entry);
      at += 46 + length + extra + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof RangeError ? new Refusal('broken') : error;
  }
  return entries;
}

/** The end record lies last, behind it only a comment of up to 65,535 bytes. */
function whereabouts(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, start };
    const end = wide(view, at - 12);
    if (view.getUint32(end, true) !== END_64) throw new Refusal('broken');
    return { count: wide(view, end + 32), start: wide(view, end + 48) };
  }
  throw new Refusal('broken');
}

/** Packed size and place, from the zip64 field where the plain ones are full. */
function sizes(view: DataView, at: number, extraAt: number, extraLength: number): { packed: number; at: number } {
  let packed = view.getUint32(at + 20, true);
  let place = view.getUint32(at + 42, true);
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    if (view.getUint32(at + 24, true) === 0xffffffff) value += 8;
    if (packed === 0xffffffff) {
      packed = wide(view, value);
      value += 8;
    }
    if (place === 0xffffffff) place = wide(view, value);
    break;
  }
  return { packed, at: place };
}

function compressed(bytes: Uint8Array, entry: Entry): Uint8Array {
  const head = slice(bytes, entry.at, 30);
  const view = new DataView(head.buffer, head.byteOffset, 30);
  if (view.getUint32(0, true) !== LOCAL) throw new Refusal('broken');
  return slice(bytes, entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true), entry.packed);
}

function inflate(entry: Entry, packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  if (entry.method === STORED) return take(packed);
  if (entry.method !== DEFLATED) throw new Refusal('broken');
  const stream = new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += PUSH) stream.push(packed.subarray(at, at + PUSH), at + PUSH >= packed.length);
  } catch (error) {
    throw isInflateError(error) ? new Refusal('broken') : error;
  }
}

/** fflate's own errors carry a number; damaged tables can also make it ask for an impossible buffer. */
function isInflateError(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && 'code' in error && typeof error.code === 'number');
}

function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  if (from < 0 || from + length > bytes.length) throw new Refusal('broken');
  return bytes.subarray(from, from + length);
}

function wide(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(view.byteLength)) throw new Refusal('broken');
  return Number(value);
}

function key(name: string): string {
  return name.toLowerCase().replace(/^\/+/, '');
}
