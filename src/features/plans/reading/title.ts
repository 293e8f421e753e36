/** The title block: type, title over several lines, the rule below, "(Kèm theo Quyết định số …)". */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { isCaps, oneLine } from './fold.ts';
import { typeName } from './kinds.ts';
import { isBasis } from './legal.ts';
import { isRule } from './lines.ts';
import type { Line } from './lines.ts';

/** Type and title, over as many lines as they take, with the rule below and "(Kèm theo Quyết định số …)". */
export function titleBlock(
  lines: Line[],
  at: number,
  typeLength: number,
  rest: boolean,
): { title: { value: string; span: Span } | null; formal: Span[]; next: number } {
  const formal: Span[] = [];
  const first = lines[at];
  if (!first) return { title: null, formal, next: at };
  let start = -1;
  let end = -1;
  const parts: Line[] = [];
  if (rest) {
    start = first.start + typeLength + (first.text.slice(typeLength).length - first.text.slice(typeLength).trimStart().length);
    end = first.end;
    parts.push({ ...first, start, text: first.text.slice(start - first.start) });
  }
  let next = at + 1;
  let trailing: Span[] = [];
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    if (isRule(line.text) || isAttachment(line.folded)) {
      trailing.push({ start: line.start, end: line.end });
      if (isAttachment(line.folded) || parts.length) {
        if (isAttachment(line.folded) && !line.text.includes(')')) next = closeBracket(lines, next, trailing);
        if (!isAttachment(lines[next + 1]?.folded ?? '')) {
          next++;
          break;
        }
      }
      continue;
    }
    if (!continuesTitle(parts, line, first, lines[next + 1], rest)) break;
    formal.push(...trailing);
    trailing = [];
    if (start < 0) start = line.start;
    end = line.end;
    parts.push(line);
  }
  formal.push(...trailing);
  const value = oneLine(parts.map((p) => p.text).join(' '));
  return { title: value ? { value, span: { start, end } } : null, formal, next };
}

/** "(Kèm theo Quyết định số …)", "(Ban hành kèm theo …)". */
export const isAttachment = (folded: string): boolean =>
  /^\(?\s*(?:ban hành |được ban hành |phê duyệt )?kèm theo/.test(folded) && folded.length < 300;

function closeBracket(lines: Line[], from: number, into: Span[]): number {
  for (let i = from + 1; i <= from + 3; i++) {
    const line = lines[i];
    if (!line || line.text.length > 200 || marker(line.text)) return i - 1;
    into.push({ start: line.start, end: line.end });
    if (line.text.includes(')')) return i;
  }
  return from;
}

function continuesTitle(parts: Line[], line: Line, type: Line, following: Line | undefined, inType: boolean): boolean {
  const before = parts.at(-1);
  if (parts.length >= 8 || line.text.length > 600) return false;
  if (line.label || line.block.cell?.table !== type.block.cell?.table) return false;
  const mark = marker(line.text);
  if (mark && !(mark.kind === 'roman' && !before)) return false;
  if (!before)
    return (
      !isBasis(line, true) && !/^căn cứ\s/.test(line.folded) && !/[.:;]$/.test(line.text.trim()) && !OPENING.test(line.folded)
    );
  if (isBasis(line, false) && !/(?:thực hiện|theo)$/.test(before.folded)) return false;
  if (/[.:;]$/.test(line.text) || isAuthorityLine(line.text)) return false;
  if (OPENING.test(line.folded) || (isCaps(line.text) && !isCaps(before.text))) return false;
  if (typeName(line.text) && !inType) return false;
  const a = before.block.look;
  const b = line.block.look;
  if (line.block === before.block) return true;
  if (a.bold || a.align === 'centre' || a.heading) return a.bold === b.bold && a.align === b.align;
  if (inType && isCaps(before.text)) return isCaps(line.text);
  if (/^\p{Ll}/u.test(line.text)) return true;
  if (/^\d/.test(line.text) && !mark) return true;
  // Plain text: a capital begins a new line of the title only when the line before is not complete.
  return (
    before.text.length >= 30 &&
    line.text.length < 110 &&
    (OPEN_END.test(before.folded) || !following || following.text.length < 4)
  );
}

const OPENING =
  /^(?:ủy ban nhân dân|ubnd|để |nhằm |trong thời gian|trên cơ sở|kính gửi|thời gian qua|năm 20\d\d,|ban chỉ đạo|sở [^,]{3,60} (?:ban hành|xây dựng)|chủ tịch)/;
const OPEN_END =
  /(?:[,\-–]|\s(?:và|của|thuộc|về|trên|trong|cho|theo|với|tại|từ|đến|các|việc|giai đoạn|thực hiện|số|là|để|năm|cấp|xây dựng|tỉnh|huyện|công tác|phát triển|kinh tế|thực|phát|xã|dân))$/;

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" over the legal bases of a decision. */
export const isAuthorityLine = (text: string) =>
  isCaps(text) &&
  /^(?:ỦY BAN|UỶ BAN|CHỦ TỊCH|HỘI ĐỒNG|GIÁM ĐỐC|BỘ TRƯỞNG|BAN |BÍ THƯ|TRƯỞNG BAN)/u.test(text) &&
  text.length < 80;
