/** Reads a .pdf that has a text layer: lines from places, columns, tables, footnotes, paragraphs over pages. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { Refusal, type SourceText } from './document.ts';
import { gather, type Draft } from './gather.ts';
import { PLAIN_LINE, draftOf } from './lines.ts';
import { takeAligned } from './pdf/aligned.ts';
import { inReadingOrder } from './pdf/bands.ts';
import { sameColumns, tableDrafts } from './pdf/cells.ts';
import { marginsOf, paragraphs, type Margins, type Placed } from './pdf/flow.ts';
import { takeFurniture } from './pdf/furniture.ts';
import { takeNotes, takeReferences } from './pdf/notes.ts';
import { readPage, type Page } from './pdf/page.ts';
import { rowsOf, type Fragment, type Row } from './pdf/rows.ts';
import { takeTables, type Grid } from './pdf/tables.ts';

/** No plan has more; pdf.js would need minutes. */
const MOST_PAGES = 1000;

/**
 * @throws Refusal 'encrypted' (it opens only with a password), 'broken', 'no_text_layer' (scanned: pages with next to no letters),
 * 'too_complex' (over 1,000 pages).
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
  const pages = await readPages(bytes);
  const sheets = pages.map((page): Sheet => {
    const { grids, rest } = takeTables(page);
    return { ...page, grids, rows: rowsOf(rest) };
  });
  const left_out = takeFurniture(sheets);
  for (const { rows, grids, number } of sheets) {
    const aligned = takeAligned(rows, number);
    if (aligned) grids.push(aligned);
    grids.sort((a, b) => a.top - b.top);
  }
  requireText(sheets);
  const silent = sheets.filter(({ rows, grids, askew }) => rows.length === 0 && grids.length === 0 && askew.length === 0);
  left_out.push(...silent.map(({ number }) => ({ text: '', why: 'page_without_text' as const, page: number })));
  const textSize = usualSize(sheets);
  const notes: Draft[] = [];
  for (const { rows, number, askew } of sheets) {
    const own = takeNotes(rows, textSize);
    left_out.push(...takeReferences(rows, own, number));
    for (const lines of own) notes.push(...paragraphs(place(lines, number, marginsOf(lines)), { part: 'footnote' }));
    for (const text of askew) notes.push(draftOf([{ ...PLAIN_LINE, text, page: number }], { part: 'textbox' }));
  }
  const body: Draft[] = [];
  let tables = 0;
  for (const run of runsOf(sheets)) {
    if (run.kind === 'lines') {
      body.push(...paragraphs(run.lines));
      continue;
    }
    const read = tableDrafts(run.grids, tables++);
    body.push(...read.drafts);
    left_out.push(...read.left_out);
  }
  return gather('pdf', [...body, ...notes], left_out);
}

type Sheet = Page & { grids: Grid[]; rows: Row[] };

async function readPages(bytes: Uint8Array): Promise<Page[]> {
  const { OPS } = await getResolvedPDFJS();
  try {
    // pdf.js keeps the bytes it is given; nothing is fetched, drawn or run: no fonts of the machine, no pictures, no scripts.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
    });
    try {
      if (pdf.numPages > MOST_PAGES) throw new Refusal('too_complex', { pages: pdf.numPages, most: MOST_PAGES });
      const pages: Page[] = [];
      for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number), OPS));
      return pages;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken');
  }
}

const STAMP =
  /^(?:Người ký|Ký bởi|Được ký bởi|Thời gian ký|Ngày ký|Giờ ký|Cơ quan\s*:|Email\s*:|Digitally signed|Signature|Date\s*:|Reason|DN\s*:|Location)/iu;
const FEW_LETTERS = 50;

/** A scan may bear page numbers and the stamp of a digital signature as text: what counts is the letters a page has besides. */
function requireText(sheets: Sheet[]): void {
  const letters = sheets.map(({ rows, grids }) => {
    const own = rows.flat().filter(({ text }) => !STAMP.test(text));
    const inCells = grids.flatMap((grid) => grid.cells.flatMap((cell) => cell.pieces));
    return [...own, ...inCells].reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  });
  const all = letters.reduce((sum, n) => sum + n, 0);
  const scanned = letters.filter((n) => n < FEW_LETTERS).length;
  if (all < FEW_LETTERS * sheets.length || scanned > sheets.length / 2)
    throw new Refusal('no_text_layer', { pages: sheets.length });
}

function usualSize(sheets: Sheet[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of sheets.flatMap(({ rows }) => rows.flat())) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

type Run = { kind: 'lines'; lines: Placed[] } | { kind: 'table'; grids: Grid[] };

/** The text over all pages, cut only where a table stands; a table that goes on on the next page is one run. */
function runsOf(sheets: Sheet[]): Run[] {
  const runs: Run[] = [];
  const bodies = sheets.map((sheet) => bodyOf(sheet));
  const margins = new Map<number, Margins>();
  for (const width of new Set(sheets.map((sheet) => Math.round(sheet.width)))) {
    const lines = sheets.flatMap((sheet, i) => (Math.round(sheet.width) === width ? (bodies[i] ?? []) : []));
    margins.set(width, marginsOf(lines.flatMap((part) => (part.kind === 'text' && !part.column ? part.lines : []))));
  }
  for (const [i, sheet] of sheets.entries()) {
    let long = true;
    for (const part of bodies[i] ?? []) {
      const last = runs.at(-1);
      if (part.kind === 'table') {
        const before = last?.kind === 'table' ? last.grids.at(-1) : undefined;
        if (last?.kind === 'table' && before && before.page === sheet.number - 1 && sameColumns(before, part.grid))
          last.grids.push(part.grid);
        else runs.push({ kind: 'table', grids: [part.grid] });
        continue;
      }
      const own = part.column ? marginsOf(part.lines) : margins.get(Math.round(sheet.width));
      const brief = part.column && part.lines.length < 10;
      const lines = place(part.lines, sheet.number, own ?? marginsOf(part.lines), brief);
      // Only in columns as long as those of a newspaper may a sentence run on from one to the next.
      const [first] = lines;
      if (first) first.begins = brief || !long;
      long = !brief;
      if (last?.kind === 'lines') last.lines.push(...lines);
      else runs.push({ kind: 'lines', lines });
    }
  }
  return runs;
}

type Part = { kind: 'text'; column: boolean; lines: Fragment[] } | { kind: 'table'; grid: Grid };

function bodyOf({ rows, grids }: Sheet): Part[] {
  const parts: Part[] = [];
  let from = -Infinity;
  for (const grid of [...grids, null]) {
    const to = grid?.top ?? Infinity;
    const between = rows.filter((row) => (row[0]?.y ?? 0) >= from && (row[0]?.y ?? 0) < to);
    parts.push(...inReadingOrder(between).map((stretch) => ({ kind: 'text' as const, ...stretch })));
    if (grid) parts.push({ kind: 'table', grid });
    from = to;
  }
  return parts;
}

function place(lines: Fragment[], page: number, margins: Margins, brief = false): Placed[] {
  return lines.map((line) => ({ ...line, page, margins, brief, begins: false }));
}
