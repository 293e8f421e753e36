/** What a file is, told from its bytes; its name only decides between kinds of text. */
import { looksLikeMarkdown } from './markdown.ts';
import { Refusal, type Format } from './document.ts';
import { decodeText } from './charset.ts';
import { openZip } from './zip.ts';

/**
 * @throws Refusal 'old_word', 'encrypted', 'picture', 'broken' (a .docx cut off) or 'unknown_format' for what no reader reads.
 */
export function sniff(bytes: Uint8Array, name: string): Format {
  const head = latin1(bytes.subarray(0, 4096));
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    throw new Refusal(contains(bytes, 'EncryptedPackage') ? 'encrypted' : 'old_word');
  if (PICTURES.some((picture) => picture.test(head))) throw new Refusal('picture');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(head)) return sniffZip(bytes, name);
  // Acrobat reads a file whose mark stands anywhere in its first kilobyte; so do we.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^(?:\{\\rtf|%!PS|MIME-Version:|From - |\x7fELF|MZ|Rar!|7z\xbc|\x1f\x8b|GIF8|OggS|ID3|RIFF)/iu.test(head))
    throw new Refusal('unknown_format');
  return sniffText(bytes, extension(name));
}

const PICTURES = [
  /^\x89PNG/u,
  /^\xff\xd8\xff/u,
  /^GIF8[79]a/u,
  /^II\*\0/u,
  /^MM\0\*/u,
  /^RIFF[\s\S]{4}WEBP/u,
  /^BM[\s\S]{4}\0\0\0\0/u,
  /^[\s\S]{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)/u,
  /^\0\0\0\x0cJXL /u,
  /^\xff\x0a/u,
  /^\0\0\x01\0[\x01-\x20]\0/u,
];

function sniffZip(bytes: Uint8Array, name: string): Format {
  const docx = extension(name) === 'docx' || latin1(bytes.subarray(0, 4096)).includes('word/');
  try {
    const { names } = openZip(bytes);
    const has = (pattern: RegExp) => names.some((entry) => pattern.test(entry));
    if (has(/^\/?word\//iu) || (has(/^\/?\[Content_Types\]\.xml$/iu) && !has(/^\/?(?:xl|ppt|visio)\//iu))) return 'docx';
  } catch (error) {
    if (error instanceof Refusal && docx) throw error;
  }
  throw new Refusal('unknown_format');
}

function sniffText(bytes: Uint8Array, named: string): Format {
  const text = decodeText(bytes);
  if (/^<(?:!doctype\s+html|html|head|body)\b/iu.test(text.slice(prologEnd(text)))) return 'html';
  if (/^\s*<\?xml/iu.test(text)) throw new Refusal('unknown_format');
  if (/^(?:html?|xhtml)$/u.test(named) && /<[a-z][^<>]*>/iu.test(text)) return 'html';
  return /^(?:md|markdown)$/u.test(named) || looksLikeMarkdown(text) ? 'md' : 'txt';
}

/** Where comments and the XML declaration end. No pattern: many comments and then no page would cost it time without end. */
function prologEnd(text: string): number {
  const blanks = /\s*/uy;
  for (let at = 0; ;) {
    blanks.lastIndex = at;
    at += blanks.exec(text)?.[0].length ?? 0;
    const end = text.startsWith('<!--', at)
      ? text.indexOf('-->', at + 4) + 3
      : /^<\?xml/iu.test(text.slice(at, at + 5))
        ? text.indexOf('>', at) + 1
        : 0;
    if (end <= at) return at;
    at = end;
  }
}

function extension(name: string): string {
  return /\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Names of streams in a compound file are UTF-16. */
function contains(bytes: Uint8Array, stream: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'));
}
