import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from './document.ts';
import { openZip, ZIP_LIMITS } from './zip.ts';

const files = {
  'word/document.xml': strToU8('<kế hoạch/>'.repeat(200)),
  'ảnh.bin': new Uint8Array(1000),
  'empty.txt': new Uint8Array(0),
};

describe('opening a zip archive (C-0)', () => {
  it('lists its entries and inflates the one asked for', () => {
    const archive = openZip(zipSync(files));
    expect(archive.names).toEqual(['word/document.xml', 'ảnh.bin', 'empty.txt']);
    expect(content(archive, 'word/document.xml')).toBe('<kế hoạch/>'.repeat(200));
    expect(content(archive, 'empty.txt')).toBe('');
    expect(content(archive, 'nothing')).toBeNull();
  });

  it('reads stored entries and ignores letter case and the direction of slashes', () => {
    const archive = openZip(zipSync({ 'Word\\Document.XML': strToU8('x') }, { level: 0 }));
    expect(content(archive, 'word/document.xml')).toBe('x');
  });

  it('reads an archive with bytes before it in the same buffer', () => {
    const zip = zipSync(files);
    const buffer = new Uint8Array(zip.length + 100);
    buffer.set(zip, 100);
    expect(content(openZip(buffer.subarray(100)), 'word/document.xml')).toContain('kế hoạch');
  });

  it('refuses what is no zip, or one that is cut off, as broken', () => {
    const zip = zipSync(files);
    expect(refusal(() => openZip(strToU8('Kế hoạch')))).toBe('broken');
    expect(refusal(() => openZip(new Uint8Array(0)))).toBe('broken');
    for (const length of [10, 100, zip.length - 1]) expect(refusal(() => openZip(zip.subarray(0, length)))).toBe('broken');
  });

  it('refuses an entry whose bytes do not match their checksum as broken', () => {
    const zip = zipSync({ 'a.txt': strToU8('Kế hoạch thông tin đối ngoại') }, { level: 0 });
    zip[50]! ^= 1;
    expect(refusal(() => content(openZip(zip), 'a.txt'))).toBe('broken');
  });

  it('refuses an unknown way of packing as broken', () => {
    const zip = zipSync({ 'a.txt': strToU8('abc') });
    patch(zip, CENTRAL, 10, 12);
    expect(refusal(() => content(openZip(zip), 'a.txt'))).toBe('broken');
  });

  it('refuses an archive with an entry under a password as encrypted', () => {
    const zip = zipSync(files);
    patch(zip, CENTRAL, 8, 1);
    expect(refusal(() => openZip(zip))).toBe('encrypted');
  });

  it('refuses an entry that inflates far beyond its packed size, whatever size it states', () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(20e6) });
    patch(zip, CENTRAL, 24, 5);
    expect(refusal(() => content(openZip(zip), 'a.xml'))).toBe('archive_bomb');
  });

  it('stops inflating at the limit', () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(20e6) });
    let taken = 0;
    const take = (piece: Uint8Array) => void (taken += piece.length);
    expect(refusal(() => openZip(zip, { ...ZIP_LIMITS, ratio: 1e9, entry: 1e6 }).read('a.xml', take))).toBe('archive_bomb');
    expect(taken).toBeLessThanOrEqual(1e6);
  });

  it('adds up all entries that are read, also the same one twice', () => {
    const archive = openZip(zipSync({ 'a.xml': strToU8('x'.repeat(600)) }), { ...ZIP_LIMITS, total: 1000 });
    content(archive, 'a.xml');
    expect(refusal(() => content(archive, 'a.xml'))).toBe('archive_bomb');
  });

  it('refuses more entries than any document has', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}`, new Uint8Array(0)]));
    expect(refusal(() => openZip(zipSync(many), { ...ZIP_LIMITS, entries: 10 }))).toBe('archive_bomb');
    expect(openZip(zipSync(many), { ...ZIP_LIMITS, entries: 12 }).names).toHaveLength(12);
  });

  it('reads zip64 archives', () => {
    expect(content(openZip(zip64('a.xml', strToU8('Kế hoạch'))), 'a.xml')).toBe('Kế hoạch');
  });

  it('gives back whatever was packed', () => {
    const entries = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,3}$/), fc.uint8Array({ maxLength: 3000 }), {
      maxKeys: 6,
    });
    fc.assert(
      fc.property(entries, fc.constantFrom(0, 6, 9), (entries, level) => {
        const archive = openZip(zipSync(entries, { level: level as 0 | 6 | 9 }));
        for (const [name, bytes] of Object.entries(entries)) expect(taken(archive, name)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('answers any damage with a refusal or with the true content', () => {
    const zip = zipSync(files);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), (damage) => {
        const damaged = zip.slice();
        for (const [at, byte] of damage) damaged[at] = byte;
        try {
          expect(['<kế hoạch/>'.repeat(200), null]).toContain(content(openZip(damaged), 'word/document.xml'));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 400 },
    );
  });
});

type Archive = ReturnType<typeof openZip>;

const CENTRAL = [0x50, 0x4b, 1, 2];

function taken(archive: Archive, name: string): Uint8Array | null {
  const pieces: number[] = [];
  return archive.read(name, (piece) => pieces.push(...piece)) ? new Uint8Array(pieces) : null;
}

function content(archive: Archive, name: string): string | null {
  const bytes = taken(archive, name);
  return bytes && strFromU8(bytes);
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

/** Sets one byte of the first record that opens with a signature. */
function patch(zip: Uint8Array, signature: number[], offset: number, byte: number): void {
  const at = zip.findIndex((_, i) => signature.every((each, j) => zip[i + j] === each));
  zip[at + offset] = byte;
}

/** One stored entry, with every size and place kept in the wide fields only. */
function zip64(name: string, bytes: Uint8Array): Uint8Array {
  const plain = zipSync({ [name]: bytes }, { level: 0 });
  const at = plain.findIndex((_, i) => CENTRAL.every((each, j) => plain[i + j] === each));
  const local = plain.subarray(0, at);
  const central = new Uint8Array(46 + name.length + 28);
  const view = new DataView(central.buffer);
  central.set(plain.subarray(at, at + 46 + name.length));
  for (const field of [20, 24, 42]) view.setUint32(field, 0xffffffff, true);
  view.setUint16(30, 28, true);
  const extra = 46 + name.length;
  view.setUint16(extra, 1, true);
  view.setUint16(extra + 2, 24, true);
  view.setBigUint64(extra + 4, BigInt(bytes.length), true);
  view.setBigUint64(extra + 12, BigInt(bytes.length), true);
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  end.setBigUint64(32, 1n, true);
  end.setBigUint64(48, BigInt(local.length), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(local.length + central.length), true);
  end.setUint32(76, 0x06054b50, true);
  end.setUint16(86, 0xffff, true);
  end.setUint32(92, 0xffffffff, true);
  return new Uint8Array([...local, ...central, ...new Uint8Array(end.buffer)]);
}
