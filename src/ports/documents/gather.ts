/** The last step of a reader: paragraphs become one text with exact spans. */
import { Refusal, type Block, type Format, type LeftOut, type SourceText } from './document.ts';

/** A block whose place in the text is not known yet. */
export type Draft = Omit<Block, 'start' | 'end'> & { text: string };

/** More paragraphs and characters than any plan has, and few enough for the memory a reader may take. */
export const MOST = { blocks: 100_000, characters: 10_000_000 };

/**
 * Cleans the drafts' texts, drops the empty ones and sets the others one below the other.
 * @throws Refusal 'too_complex' for more than 100,000 blocks or ten million characters.
 */
export function gather(format: Format, drafts: Draft[], leftOut: LeftOut[]): SourceText {
  const blocks: Block[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const { text: raw, ...draft } of drafts) {
    const text = clean(raw);
    if (text === '') continue;
    if (blocks.length === MOST.blocks || start + text.length > MOST.characters) throw new Refusal('too_complex');
    blocks.push({ start, end: start + text.length, ...draft });
    texts.push(text);
    start += text.length + 1;
  }
  const left_out = leftOut
    .map((part) => ({ ...part, text: clean(part.text) }))
    .filter((part) => part.text !== '' || part.why === 'page_without_text');
  return { format, text: texts.join('\n'), blocks, left_out };
}

/** NFC; every kind of blank is " ", every line break "\n" without blanks around it; nothing invisible, no blank at either end. */
export function clean(text: string): string {
  const plain = text
    .replace(/[\v\f\r\u0085\u2028\u2029]+/g, '\n')
    .replace(/[\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(INVISIBLE, '')
    .replaceAll('\u2011', '-')
    .normalize('NFC');
  const lines = plain.includes('\n') ? plain.split('\n').map((line) => line.trim()) : [plain.trim()];
  return lines.filter((line) => line !== '').join('\n');
}

/** Control characters, soft hyphens, joiners, direction marks and the like. */
const INVISIBLE = /[^\P{Cc}\t\n]|\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
