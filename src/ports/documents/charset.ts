/** Which characters the bytes of a text file mean. */
import { Refusal } from './document.ts';

/**
 * UTF-8 (with or without mark), UTF-16 (by its mark, or by where the zero bytes stand), else windows-1258, whose loose tone marks are put
 * onto their vowels (NFC). TCVN 5712 (ABC) and VNI are not told apart from it: what they give is no Vietnamese, and is refused as such.
 * @throws Refusal 'unknown_format' when the bytes are no text, 'too_complex' for more letters than the longest book has.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.length > MOST_LETTERS) throw new Refusal('too_complex', { letters: text.length, most: MOST_LETTERS });
  if (share(text, BINARY) > 0.002) throw new Refusal('unknown_format');
  return text.normalize('NFC');
}

const MOST_LETTERS = 5_000_000;

function decode(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const { even, odd } = zeroBytes(bytes);
  if (odd > 0.15 && even < 0.02) return new TextDecoder('utf-16le').decode(bytes);
  if (even > 0.15 && odd < 0.02) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  // A file cut inside a letter, or with a few damaged ones, is still UTF-8.
  if (count(utf8, '\ufffd') <= count(utf8, LETTERS_BEYOND_ASCII) / 50 + (utf8.endsWith('\ufffd') ? 1 : 0)) return utf8;
  return new TextDecoder('windows-1258').decode(bytes);
}

/** Share of zero bytes among those at even and odd places: in UTF-16 a blank or a plain letter has one, always on the same side. */
function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const looked = Math.min(bytes.length, 65_536);
  const zeros = [0, 0];
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = Math.max(1, looked / 2);
  return { even: (zeros[0] ?? 0) / half, odd: (zeros[1] ?? 0) / half };
}

const LETTERS_BEYOND_ASCII = /[\u0080-\ufffc]/gu;
const BINARY = /[\u0000-\u0008\u000e-\u001f]/gu;

function share(text: string, what: RegExp): number {
  return text === '' ? 0 : count(text, what) / text.length;
}

function count(text: string, what: RegExp | string): number {
  if (typeof what === 'string') return text.split(what).length - 1;
  let n = 0;
  for (const _ of text.matchAll(what)) n++;
  return n;
}
