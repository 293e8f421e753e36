/** Title blocks of attached documents and appendices. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { isCaps, oneLine } from './fold.ts';
import type { Item } from './items.ts';
import { typeName } from './kinds.ts';
import { isRule } from './lines.ts';
import type { Line } from './lines.ts';
import { isAttachment, titleBlock } from './title.ts';

/** The title block of a document or appendix that is attached: one heading, whatever number of lines it takes. */
export function attachedTitle(
  lines: Line[],
  at: number,
  taken: (index: number) => boolean,
): { item: Item; formal: Span[]; next: number } | null {
  const line = lines[at];
  if (!line || line.label) return null;
  const appendix = /^(?:phụ lục|phụ biểu|biểu mẫu|mẫu số|biểu số)(?:\s+(?:số\s+)?[\divxa-e]{1,4})?\s*[:.]?(?=\s|$)/.exec(
    line.folded,
  );
  const type = appendix ? null : typeName(line.text);
  if (!appendix && !type) return null;
  if (type && !(isCaps(line.text) && !type.rest ? true : line.block.look.bold && isCaps(line.text))) return null;
  if (
    appendix &&
    line.text.length > appendix[0].length + 2 &&
    !isCaps(line.text) &&
    !line.block.look.bold &&
    !/[:.]/.test(appendix[0])
  )
    return null;
  const marked = line.text.length - (appendix?.[0].length ?? type?.length ?? 0) > 2;
  const free = lines.slice(
    0,
    lines.findIndex((_, i) => i > at && taken(i)) < 0 ? lines.length : lines.findIndex((_, i) => i > at && taken(i)),
  );
  const block = appendix ? appendixTitle(free, at, marked) : titleBlock(free, at, type?.length ?? 0, marked);
  const end = block.title && block.next > at ? block.title.span.end : line.end;
  const text = oneLine(
    block.title && block.title.span.start > line.end
      ? `${line.text} ${block.title.value}`
      : line.text + (block.title && end > line.end ? ` ${fromLines(free, at + 1, end)}` : ''),
  );
  const formal = block.formal.filter((s) => s.start >= end);
  return {
    item: { start: line.start, end, text, marker: null, markerInText: true, block: line.block, title: true, line: at },
    formal,
    next: Math.max(at + 1, block.next),
  };
}

const fromLines = (lines: Line[], from: number, end: number) =>
  lines
    .slice(from)
    .filter((l) => l.end <= end)
    .map((l) => l.text)
    .join(' ');

/** Lines below "PHỤ LỤC I": capitals, bold or centred, up to a rule, the pointer to its document, or content. */
function appendixTitle(lines: Line[], at: number, titled: boolean): ReturnType<typeof titleBlock> {
  const first = lines[at] as Line;
  const formal: Span[] = [];
  let end = first.end;
  let next = at + 1;
  const parts: string[] = titled ? [''] : [];
  for (; next < Math.min(lines.length, at + 8); next++) {
    const line = lines[next];
    if (!line || line.label || marker(line.text) || line.block.cell?.table !== first.block.cell?.table) break;
    if (isRule(line.text) || isAttachment(line.folded)) {
      formal.push({ start: line.start, end: line.end });
      if (/\)$/.test(line.text) || isRule(line.text)) continue;
      continue;
    }
    if (formal.length && /\)$/.test(line.text) && line.text.length < 160 && !isCaps(line.text)) {
      formal.push({ start: line.start, end: line.end });
      continue;
    }
    const look = line.block.look;
    const titleLike =
      (isCaps(line.text) || look.bold || look.align === 'centre' || parts.length === 0) &&
      !/[.;:]$/.test(line.text) &&
      line.text.length < 260;
    if (!titleLike || formal.length || (titled && parts.length > 0 && !isCaps(line.text))) break;
    parts.push(line.text);
    end = line.end;
  }
  const start = lines[at + 1]?.start ?? first.end;
  return { title: end > first.end ? { value: oneLine(parts.join(' ')), span: { start, end } } : null, formal, next };
}
