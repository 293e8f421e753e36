/** The one door for a file that someone hands in: its text, or why it cannot be read. */
import { Refusal, type Format, type SourceText } from './document.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { sniff } from './sniff.ts';
import { isVietnamese } from './vietnamese.ts';

/** A plan with pictures in it stays far below. */
export const MAX_BYTES = 100_000_000;

/**
 * Reads a document of any kind we know; the content decides which, the name only between kinds of text.
 * @throws Refusal with any code but 'took_too_long', which the caller's clock decides.
 */
export async function openDocument(bytes: Uint8Array, name: string): Promise<SourceText> {
  if (bytes.length > MAX_BYTES) throw new Refusal('too_large', { bytes: bytes.length, most: MAX_BYTES });
  if (bytes.length === 0) throw new Refusal('empty');
  const read = await READERS[sniff(bytes, name)](bytes);
  if (read.text === '') throw new Refusal('empty');
  if (!isVietnamese(read.text)) throw new Refusal('not_vietnamese');
  return read;
}

const READERS: Record<Format, (bytes: Uint8Array) => SourceText | Promise<SourceText>> = {
  docx: readDocx,
  html: readHtml,
  md: readMarkdown,
  pdf: readPdf,
  txt: readPlain,
};
