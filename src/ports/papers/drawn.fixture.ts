/** What was drawn, as tests look at it: pages of a PDF in millimetres, and the XML of a Word file. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { readPage } from '../documents/pdf/page.ts';
import type { Block, Paper } from './paper.ts';
import * as said from './said.ts';
import { tidy } from './tidy.ts';

export interface DrawnLine {
  text: string;
  /** From the left edge, and of its baseline from the upper one. */
  x: number;
  y: number;
  width: number;
  /** Points. */
  size: number;
  bold: boolean;
  italic: boolean;
}

export interface DrawnPage {
  width: number;
  height: number;
  /** Downwards, then to the right. */
  lines: DrawnLine[];
  rules: { y: number; from: number; to: number }[];
}

const mm = (points: number) => (points * 25.4) / 72;

export async function pagesOf(pdf: Uint8Array): Promise<DrawnPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const pages: DrawnPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { width, height, pieces, rules } = await readPage(await document.getPage(n), OPS);
    const lines: DrawnLine[] = [];
    for (const it of pieces.toSorted((a, b) => Math.round(a.y - b.y) || a.x - b.x)) {
      const last = lines.at(-1);
      const piece = { ...it, x: mm(it.x), y: mm(it.y), width: mm(it.width) };
      const near = last && Math.abs(last.y - piece.y) < 0.5 && piece.x - last.x - last.width < 6 && last.size === it.size;
      if (!near)
        lines.push({
          text: it.text,
          x: piece.x,
          y: piece.y,
          width: piece.width,
          size: it.size,
          bold: it.bold,
          italic: it.italic,
        });
      else {
        last.text += (piece.x - last.x - last.width > 0.4 ? ' ' : '') + it.text;
        last.width = piece.x + piece.width - last.x;
      }
    }
    const horizontal = rules.horizontal.map(({ at, from, to }) => ({ y: mm(at), from: mm(from), to: mm(to) }));
    pages.push({ width: mm(width), height: mm(height), lines, rules: horizontal });
  }
  return pages;
}

/** All words of a PDF in the order they were drawn. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  let text = '';
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    text += items.map((it) => ('str' in it ? it.str : '')).join('');
  }
  return text;
}

export const partOf = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

/** The paragraph of a Word file that holds these words, as XML. */
export const paragraphOf = (docx: Uint8Array, words: string): string =>
  partOf(docx, 'word/document.xml')
    .split(/(?=<w:p>|<w:p )/)
    .map((it) => it.replace(/<\/w:p>.*/s, '</w:p>'))
    .find((it) => wordsOf(it).includes(words)) ?? '';

/** The words in some XML of a Word file. */
export const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** All words of a paper in the order in which they stand on it, from its data. */
export function draftedWords(given: Paper): string {
  const paper = tidy(given);
  const { parent_issuer, issuer, signature, drafted_by, record_head, appendices } = paper;
  const blocks = (body: readonly Block[]) =>
    said
      .ended(body)
      .flatMap((it) =>
        it.is === 'table' ? [it.caption, ...it.columns.map(({ title }) => title), ...it.rows.flat()] : [said.blockLine(it)],
      );
  const to = said.toLines(paper);
  return [
    parent_issuer && said.caps(parent_issuer),
    said.caps(issuer),
    said.STATE,
    said.MOTTO,
    said.numberLine(paper),
    said.placeAndDay(paper),
    said.caps(said.typeName(paper)),
    paper.title,
    ...(to.length > 0 ? ['Kính gửi:', ...to] : []),
    ...said.basesLines(paper),
    ...blocks(paper.body),
    'Nơi nhận:',
    ...said.recipientLines(paper),
    drafted_by,
    ...signature.authority.map(said.authorityLine),
    signature.post && said.authorityLine(signature.post),
    signature.name,
    record_head,
    ...appendices.flatMap(({ title, body }, i) => [
      said.appendixName(i, appendices.length),
      said.caps(title),
      said.appendixPointer(paper),
      ...blocks(body),
    ]),
  ]
    .filter(Boolean)
    .join(' ');
}
