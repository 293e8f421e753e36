/** Reads Markdown as converters write it: emphasis in odd places, wrapped lines, page breaks and page numbers inside sentences. */
import { decodeText } from './charset.ts';
import type { LeftOut, SourceText } from './document.ts';
import { gather, type Draft } from './gather.ts';
import { BOLD, ITALIC, readInline } from './inline.ts';
import { draftOf, joinLines, PLAIN_LINE, tidy, type Line } from './lines.ts';
import { liftFurniture } from './page_numbers.ts';
import { isTableRow, isTableRule, readTable } from './pipe_table.ts';
import { rawLines, type RawLine } from './raw_lines.ts';
import { fullness } from './wrap.ts';

/** @throws Refusal 'unknown_format' when the bytes are no text. */
export function readMarkdown(bytes: Uint8Array): SourceText {
  const { text, left_out } = withoutHidden(decodeText(bytes));
  const lifted = liftFurniture(rawLines(text, 4));
  for (const furniture of lifted.left_out) left_out.push(furniture);
  const full = fullness(lifted.lines);
  const parts = blocksOf(lifted.lines.map((line, i) => ({ ...line, full: full[i] ?? false })));
  const body: Draft[] = [];
  const notes: Draft[] = [];
  let table = -1;
  for (const part of parts) {
    if (part.kind === 'table') {
      table++;
      const read = readTable(
        part.lines.map((line) => line.text),
        table,
      );
      body.push(...read.drafts);
      left_out.push(...read.left_out);
      continue;
    }
    const lines = part.chunks.flatMap((chunk) => linesOf(chunk, left_out));
    for (const own of joinLines(lines)) {
      if (part.kind === 'note') notes.push(draftOf(own, { part: 'footnote' }));
      else body.push(draftOf(own));
    }
  }
  return gather('md', [...body, ...notes], left_out);
}

/** Heading marks or bold marks: a text file that is Markdown whatever its name. */
export function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^ {0,3}#{1,6}[ \t]+\S/gmu)?.length ?? 0;
  const strong = text.match(/\*\*(?=\S)[^*\n]{1,300}\*\*|^\|.*\|[ \t]*\n\|[ \t]*:?-{2,}/gmu)?.length ?? 0;
  return headings + strong >= 2;
}

type MarkdownLine = RawLine & { full: boolean };
/** Lines with no blank one between, in which emphasis may run on. */
type Chunk = { lines: MarkdownLine[]; heading: number | null; literal: boolean };
type Part = { kind: 'text' | 'note'; chunks: Chunk[] } | { kind: 'table'; lines: MarkdownLine[] };

function blocksOf(lines: MarkdownLine[]): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < lines.length;) {
    const fenced = fenceFrom(lines, i);
    const table = tableFrom(lines, i);
    if (fenced > i) {
      for (const line of lines.slice(i + 1, fenced))
        add(parts, 'text', { lines: [{ ...line, apart: true }], heading: null, literal: true });
      i = fenced + 1;
    } else if (table > i) {
      parts.push({ kind: 'table', lines: lines.slice(i, table) });
      i = table;
    } else addLine(parts, lines[i++] as MarkdownLine);
  }
  return parts;
}

/** Where the closing mark of a code block stands that opens at this line; the line itself when none opens. */
function fenceFrom(lines: MarkdownLine[], at: number): number {
  const mark = /^(?:`{3,}|~{3,})/u.exec(lines[at]?.text ?? '')?.[0];
  if (!mark) return at;
  const close = lines.findIndex((line, i) => i > at && line.text.startsWith(mark) && /^(?:`+|~+)$/u.test(line.text));
  return close < 0 ? lines.length : close;
}

/** Where the table ends that begins at this line; the line itself when none does. A table goes on after a blank line or a new page. */
function tableFrom(lines: MarkdownLine[], at: number): number {
  const text = lines[at]?.text ?? '';
  const below = lines[at + 1];
  if (!isTableRow(text) || !below || below.apart || !isTableRule(below.text)) return at;
  let end = at + 2;
  while (isTableRow(lines[end]?.text ?? '') && (!lines[end]?.apart || /^\|.*\|$/u.test(lines[end]?.text ?? ''))) end++;
  return end;
}

function addLine(parts: Part[], line: MarkdownLine): void {
  const part = parts.at(-1);
  const chunk = part && part.kind !== 'table' ? part.chunks.at(-1) : undefined;
  const open = chunk && !line.apart && chunk.heading === null && !chunk.literal ? chunk : null;
  if (open && open.lines.length <= 3 && /^(?:=+|-{2,})$/u.test(line.text)) open.heading = line.text.startsWith('=') ? 1 : 2;
  else if (!isRule(line.text)) addText(parts, line, open);
}

/** A line of three or more of one sign, whatever blanks lie between. */
function isRule(text: string): boolean {
  if (/^={2,}$/u.test(text)) return true;
  if (!/^[-*_][-*_ \t]*$/u.test(text)) return false;
  const signs = text.replace(/[ \t]+/gu, '');
  return signs.length >= 3 && signs === signs.charAt(0).repeat(signs.length);
}

function addText(parts: Part[], line: MarkdownLine, open: Chunk | null): void {
  const heading = /^(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?$/u.exec(line.text);
  const note = /^\[\^[^\]]+\]:/u.test(line.text);
  const quoted = { ...line, text: line.text.replace(/^(?:>[ \t]?)+/u, '') };
  if (heading)
    add(parts, 'text', {
      lines: [{ ...line, text: heading[2] ?? '', apart: true }],
      heading: heading[1]?.length ?? 1,
      literal: false,
    });
  else if (open && !note) open.lines.push(quoted);
  else {
    const goesOn = parts.at(-1)?.kind === 'note' && line.indent >= 2;
    add(parts, note || goesOn ? 'note' : 'text', { lines: [quoted], heading: null, literal: false }, goesOn);
  }
}

function add(parts: Part[], kind: 'text' | 'note', chunk: Chunk, sameNote = false): void {
  const last = parts.at(-1);
  if (last && last.kind !== 'table' && last.kind === kind && (kind === 'text' || sameNote)) last.chunks.push(chunk);
  else parts.push({ kind, chunks: [chunk] });
}

function linesOf({ lines, heading, literal }: Chunk, left_out: LeftOut[]): Line[] {
  const source = lines.map((line) => line.text).join('\n');
  const read = literal
    ? { text: source, style: new Uint8Array(source.length), hard: new Set<number>(), hidden: [] }
    : readInline(source);
  for (const text of read.hidden) left_out.push({ text, why: 'hidden', page: null });
  const result: Line[] = [];
  let at = 0;
  // A <br> makes more lines than were typed: `own` is the typed line that a shown one comes from.
  let own = 0;
  for (const [i, shown] of read.text.split('\n').entries()) {
    const line = lines[Math.min(own, lines.length - 1)];
    const typed = !read.hard.has(i) || lines.length > 1;
    result.push({
      ...PLAIN_LINE,
      text: tidy(shown),
      left: (line?.indent ?? 0) * MM_PER_BLANK,
      full: line?.full ?? false,
      apart: i === 0 && (line?.apart ?? false),
      hard: read.hard.has(i) || (line?.hard ?? false),
      bold: allLetters(shown, read.style, at, BOLD),
      italic: allLetters(shown, read.style, at, ITALIC),
      heading,
    });
    at += shown.length + 1;
    if (typed) own++;
  }
  return result.filter((line) => line.text !== '');
}

const MM_PER_BLANK = 2;

function allLetters(text: string, style: Uint8Array, at: number, bit: number): boolean {
  let any = false;
  for (let i = 0; i < text.length; i++) {
    if (!/[\p{L}\d]/u.test(text[i] ?? '')) continue;
    if (((style[at + i] ?? 0) & bit) === 0) return false;
    any = true;
  }
  return any;
}

/** HTML comments and a leading block of metadata: not shown to a reader. */
function withoutHidden(text: string): { text: string; left_out: LeftOut[] } {
  const left_out: LeftOut[] = [];
  const hide = (found: string) => {
    left_out.push({ text: tidy(found), why: 'hidden', page: null });
    return '';
  };
  const shown = text
    .replace(/^\ufeff?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n)+---[ \t]*(?=\r?\n)/u, hide)
    .replace(/^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+[ \t]*$/gmu, hide);
  return { text: withoutComments(shown, hide), left_out };
}

function withoutComments(text: string, hide: (found: string) => string): string {
  let shown = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return shown + text.slice(at);
    shown += text.slice(at, start) + hide(text.slice(start, end + 3));
    at = end + 3;
  }
}
