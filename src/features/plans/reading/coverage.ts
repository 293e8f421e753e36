/** Every character has one owner: nothing of a document is dropped, nothing counted twice (clause C-0). */
import type { Span } from '#ports/documents/document.ts';
import { fieldSpans } from './fields.ts';
import type { Reading } from './reading.ts';

export interface Claims {
  /** Takes a span whole, or not at all when a part of it has an owner. */
  take: (span: Span) => boolean;
  /** Spans within [start, end) that nobody owns. */
  free: (start: number, end: number) => Span[];
}

export function claims(length: number): Claims {
  const owned = new Uint8Array(length);
  return {
    take: ({ start, end }) => {
      if (start >= end || start < 0 || end > length) return false;
      for (let i = start; i < end; i++) if (owned[i]) return false;
      owned.fill(1, start, end);
      return true;
    },
    free: (start, end) => {
      const spans: Span[] = [];
      for (let i = start; i < end;) {
        while (i < end && owned[i]) i++;
        const from = i;
        while (i < end && !owned[i]) i++;
        if (i > from) spans.push({ start: from, end: i });
      }
      return spans;
    },
  };
}

/** Share of the non-blank characters that lie in exactly one span of fields, legal bases or nodes. 1 for an empty text. */
export function coverageOf(reading: Reading): number {
  const counts = new Uint8Array(reading.text.length);
  const spans = [...fieldSpans(reading.document), ...reading.legal_bases.map((b) => b.span), ...reading.nodes.map((n) => n.span)];
  for (const { start, end } of spans) for (let i = start; i < end; i++) counts[i] = Math.min(2, (counts[i] ?? 0) + 1);
  let all = 0;
  let once = 0;
  for (let i = 0; i < reading.text.length; i++) {
    const code = reading.text.charCodeAt(i);
    if (code <= 32 || (code >= 160 && /\s/.test(reading.text[i] ?? ''))) continue;
    all++;
    if (counts[i] === 1) once++;
  }
  return all ? once / all : 1;
}
