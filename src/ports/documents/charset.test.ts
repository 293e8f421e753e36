import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './charset.ts';

const TEXT = 'Kế hoạch số 12/KH-UBND: Ủy ban nhân dân tỉnh, đồng bào biên giới\n';

/** The bytes of windows-1258: bases of their own, then the tone as a mark that combines. */
function windows1258(text: string): Uint8Array {
  const marks: Record<string, number> = { '\u0300': 0xcc, '\u0301': 0xec, '\u0303': 0xde, '\u0309': 0xd2, '\u0323': 0xf2 };
  const own: Record<string, number> = { ă: 0xe3, Ă: 0xc3, đ: 0xf0, Đ: 0xd0, ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd };
  const bytes: number[] = [];
  for (const letter of text) {
    const parts = letter.normalize('NFD');
    const tone = Object.keys(marks).find((mark) => parts.includes(mark));
    const base = tone ? parts.replace(tone, '').normalize('NFC') : letter;
    bytes.push(own[base] ?? base.charCodeAt(0));
    if (tone) bytes.push(marks[tone] ?? 0);
  }
  return Uint8Array.from(bytes);
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

describe('encodings of text files (C-0)', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-8 with loose tone marks', new TextEncoder().encode(TEXT.normalize('NFD'))],
    ['UTF-16LE with its mark', utf16(`\ufeff${TEXT}`)],
    ['UTF-16BE with its mark', swapped(`\ufeff${TEXT}`)],
    ['UTF-16LE without', utf16(TEXT)],
    ['UTF-16BE without', swapped(TEXT)],
    ['windows-1258', windows1258(TEXT)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it('reads UTF-8 that was cut inside a letter or damaged in places', () => {
    const bytes = new TextEncoder().encode(TEXT.repeat(10));
    expect(decodeText(bytes.slice(0, 4))).toBe('Kế');
    const cut = bytes.slice(0, bytes.lastIndexOf(0xe1) + 1);
    expect(decodeText(cut)).toContain('đồng bào');
    bytes[100] = 0xff;
    expect(decodeText(bytes)).toContain('Ủy ban nhân dân');
  });

  it('reads any text back from UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\u0000-\u0008\u000e-\u001f\ufeff\ufffd]/u.test(text)),
        (text) => {
          expect(decodeText(new TextEncoder().encode(`Kế hoạch ${text}`))).toBe(`Kế hoạch ${text}`.normalize('NFC'));
        },
      ),
    );
  });

  it('refuses bytes that are no text, and more text than anyone reads', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255);
    expect(() => decodeText(noise)).toThrow(expect.objectContaining({ code: 'unknown_format' }));
    expect(() => decodeText(new Uint8Array(5_000_001).fill(97))).toThrow(expect.objectContaining({ code: 'too_complex' }));
  });
});
