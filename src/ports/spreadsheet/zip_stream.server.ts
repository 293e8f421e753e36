/** Writes a zip archive as it comes, holding none of it: sizes and checksums stand behind each entry (APPNOTE 4.3.9), not before. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface Entry {
  name: string;
  content: AsyncIterable<string> | Iterable<string>;
}

/** The bytes of the archive, piece by piece. @throws RangeError over 4 GB: nobody opens such a workbook. */
export async function* zipped(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, content } of entries) {
    const [start, head] = [at, fields(LOCAL, name, { sum: 0, packed: 0, size: 0 })];
    at += head.length;
    yield head;
    const told = { sum: 0, packed: 0, size: 0 };
    for await (const piece of deflated(content, told)) {
      told.packed += piece.length;
      yield piece;
    }
    if (at + told.packed > MOST || told.size > MOST) throw new RangeError('a zip archive of more than 4 GB');
    const behind = Buffer.alloc(16);
    for (const [i, value] of [0x08074b50, told.sum, told.packed, told.size].entries()) behind.writeUInt32LE(value, i * 4);
    at += told.packed + behind.length;
    yield behind;
    directory.push(fields(CENTRAL, name, told, start));
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(at, 16);
  yield all;
  yield end;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const MOST = 0xffffffff;
/** Bit 3: sizes come behind; bit 11: the name is UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1/1/1980: the same rows give the same file. */
const DAY = 0x0021;

interface Told {
  sum: number;
  packed: number;
  size: number;
}

async function* deflated(content: Entry['content'], told: Told): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const text of content) {
      const piece = Buffer.from(text);
      told.sum = crc32(piece, told.sum);
      told.size += piece.length;
      yield piece;
    }
  };
  // An error of the rows ends the last stream with it, and so the loop over it; a reader who leaves ends the first.
  yield* pipeline(Readable.from(counted(), { objectMode: false }), createDeflateRaw({ level: 3 }), () => {});
}

/** The head of an entry; in the directory it says more, and where the entry lies. */
function fields(kind: typeof LOCAL | typeof CENTRAL, name: string, told: Told, start?: number): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(start === undefined ? 30 : 46);
  head.writeUInt32LE(kind);
  let at = head.writeUInt16LE(20, 4);
  if (start !== undefined) at = head.writeUInt16LE(20, at);
  for (const value of [FLAGS, DEFLATED, 0, DAY]) at = head.writeUInt16LE(value, at);
  for (const value of [told.sum, told.packed, told.size]) at = head.writeUInt32LE(value, at);
  head.writeUInt16LE(bytes.length, at);
  if (start !== undefined) head.writeUInt32LE(start, 42);
  return Buffer.concat([head, bytes]);
}
