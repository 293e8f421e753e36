/** Words as they can stand on paper: what no renderer can write is taken out, blanks are one blank, and each piece is one line. */
import type { Block, Paper } from './paper.ts';

/** A copy with tidied words; images stay as they are. */
export function tidy(paper: Paper): Paper {
  return {
    ...paper,
    type_name: paper.type_name && line(paper.type_name),
    parent_issuer: paper.parent_issuer && line(paper.parent_issuer),
    issuer: line(paper.issuer),
    number: paper.number && line(paper.number),
    symbol: line(paper.symbol),
    place: paper.place && line(paper.place),
    title: line(paper.title),
    to: lines(paper.to),
    bases: lines(paper.bases),
    body: paper.body.map(block),
    signature: {
      ...paper.signature,
      authority: lines(paper.signature.authority),
      post: paper.signature.post && line(paper.signature.post),
      name: paper.signature.name && line(paper.signature.name),
    },
    recipients: lines(paper.recipients),
    archive: paper.archive && line(paper.archive),
    drafted_by: paper.drafted_by && line(paper.drafted_by),
    appendices: paper.appendices.map((it) => ({ ...it, title: line(it.title), body: it.body.map(block) })),
    record_head: paper.record_head && line(paper.record_head),
  };
}

function block(it: Block): Block {
  if (it.is !== 'table') return { ...it, marker: it.marker && line(it.marker), text: line(it.text) };
  return {
    ...it,
    caption: it.caption && line(it.caption),
    columns: it.columns.map((column) => ({ ...column, title: line(column.title) })),
    rows: it.rows.map((row) =>
      it.columns.map((_, i) =>
        (row[i] ?? '')
          .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
          .map(line)
          .filter(Boolean)
          .join('\n'),
      ),
    ),
  };
}

/** XML 1.0 allows no control characters, no halves of surrogate pairs and no non-characters; fonts have none of them. */
export const line = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n\t\v\f\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();

const lines = (all: readonly string[]): string[] => all.map(line).filter(Boolean);
