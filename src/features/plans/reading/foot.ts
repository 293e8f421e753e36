/** The foot of a paper: recipients and signature (Decree 30/2020/NĐ-CP, art. 8, 13), beside or below each other, in either order. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import { typeName } from './kinds.ts';
import { pieces } from './lines.ts';
import type { Line } from './lines.ts';
import type { DocumentFields } from './reading.ts';
import { addRecipient, isName, isRecipient } from './recipients.ts';
import type { State } from './recipients.ts';

export interface Foot {
  /** Indexes of its lines: [from, to). */
  from: number;
  to: number;
  signatory: DocumentFields['signatory'];
  recipients: DocumentFields['recipients'];
  formal: Span[];
}

/** Every signature block from line `start` on: a decision's stands before the plan attached to it. */
export function readFeet(lines: Line[], start: number): Foot[] {
  const feet: Foot[] = [];
  for (let i = start; i < lines.length; i++) {
    if (!beginsFoot(lines, i)) continue;
    const foot = readFoot(lines, i);
    if (foot.to === i) continue;
    feet.push(foot);
    i = foot.to - 1;
  }
  return feet;
}

function beginsFoot(lines: Line[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  return pieces(line).some((p, n) => {
    if (RECIPIENTS.test(p.folded) && (n > 0 || p.text.length < 60)) return true;
    if (isAuthority(p.text)) return signedSoon(lines, at);
    return POST.test(p.folded) && (isCaps(p.text) || line.block.look.bold || line.block.look.align === 'right') && p.text.length < 70 && !marker(line.text) && !line.label && signedSoon(lines, at);
  });
}

/** A name, a mark of signing or the list of recipients follows. */
function signedSoon(lines: Line[], at: number): boolean {
  for (const line of lines.slice(at + 1, at + 9)) {
    for (const p of pieces(line)) {
      if (SIGNED.test(p.folded) || RECIPIENTS.test(p.folded) || isName(p.text)) return true;
    }
    if (line.text.length > 140 || marker(line.text)?.kind === 'roman' || typeName(line.text)) return false;
  }
  return false;
}

function readFoot(lines: Line[], from: number): Foot {
  const state: State = { from, to: from, signatory: { authority: [], post: null, name: null }, recipients: [], formal: [], mode: 'signature', cell: null, open: null, listed: false };
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const before = { recipients: state.recipients.length, formal: state.formal.length };
    const taken = pieces(line).map((piece) => take(state, piece, line));
    if (taken.every(Boolean)) {
      state.to = i + 1;
      continue;
    }
    if (taken.some(Boolean)) {
      for (const [n, piece] of pieces(line).entries()) if (!taken[n]) state.formal.push({ start: piece.start, end: piece.end });
      state.to = i + 1;
      continue;
    }
    state.recipients.length = before.recipients;
    state.formal.length = before.formal;
    break;
  }
  return state;
}

const cellOf = (line: Line) => (line.block.cell ? `${line.block.cell.table}.${line.block.cell.row}.${line.block.cell.column}` : null);

/** Puts one piece where it belongs; false when it is no part of a foot. */
function take(state: State, piece: Line, line: Line): boolean {
  const span = { start: piece.start, end: piece.end };
  const { signatory } = state;
  if (!/[\p{L}\d]/u.test(piece.text) || STAMP.test(piece.folded)) return state.formal.push(span) > 0;
  const start = RECIPIENTS.exec(piece.folded);
  if (start && piece.text.length < 90) {
    state.mode = 'recipients';
    state.listed = true;
    state.cell = cellOf(line);
    state.formal.push({ start: span.start, end: span.start + start[0].length });
    const rest = piece.text.slice(start[0].length).trim();
    if (/[\p{L}]/u.test(rest)) addRecipient(state, { ...piece, start: span.end - rest.length, text: rest });
    return true;
  }
  if (isAuthority(piece.text)) {
    state.mode = 'signature';
    signatory.authority.push({ value: oneLine(piece.text), span });
    return signatory.authority.length <= 6;
  }
  if (state.listed && state.mode === 'signature' && /^[-–•+]\s*\p{L}/u.test(piece.text) && piece.text.length < 170) return addRecipient(state, piece);
  const inCell = state.cell !== null && cellOf(line) === state.cell;
  if (state.mode === 'recipients' && inCell) return addRecipient(state, piece);
  const { post } = signatory;
  const signed = /^(.{4,50}?)\s*\(?(?:đã ký|đã kí)\)?\s*(.{4,40})$/iu.exec(piece.text);
  if (signed && POST.test(fold(signed[1] ?? '')) && isName(signed[2] ?? '') && !post) {
    const nameAt = span.end - (signed[2]?.length ?? 0);
    signatory.post = { value: oneLine(signed[1] ?? ''), span: { start: span.start, end: span.start + (signed[1]?.length ?? 0) } };
    signatory.name = { value: oneLine(signed[2] ?? ''), span: { start: nameAt, end: span.end } };
    return state.formal.push({ start: span.start + (signed[1]?.length ?? 0), end: nameAt }) > 0;
  }
  if (isCaps(piece.text) && piece.text.length < 90 && !marker(piece.text) && !typeName(piece.text) && !/^(?:PHỤ LỤC|CỘNG HÒA|ĐẢNG CỘNG)/u.test(piece.text)) {
    const last = signatory.authority.at(-1);
    if (POST.test(piece.folded) && !post) signatory.post = { value: oneLine(piece.text), span };
    else if (last && !post && !signatory.name && piece.text.length < 60 && !/^(?:UBND|ỦY BAN|SỞ)\s/u.test(piece.text)) {
      last.value = oneLine(`${last.value} ${piece.text}`);
      state.formal.push(span);
    } else if (isName(piece.text) && !POST.test(piece.folded) && (post || last) && !signatory.name) signatory.name = { value: oneLine(piece.text), span };
    else if (last || post) state.formal.push(span);
    else return false;
    return true;
  }
  if (state.mode === 'recipients' && isRecipient(state, piece)) return addRecipient(state, piece);
  if (POST.test(piece.folded) && piece.text.length < 60 && !post && state.from >= 0) {
    signatory.post = { value: oneLine(piece.text), span };
    return true;
  }
  if (SIGNED.test(piece.folded)) return state.formal.push(span) > 0;
  if (isName(piece.text) && (post || signatory.authority.length || state.recipients.length) && !signatory.name) {
    signatory.name = { value: oneLine(piece.text), span };
    return true;
  }
  return false;
}

const isAuthority = (text: string) => text.length < 110 && AUTHORITY.test(text) && isCaps(text) && !/\d/.test(text);

const RECIPIENTS = /^(?:nơi nhận|nơi gửi)\s*[:;.]?/;
const AUTHORITY = /^(?:(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\s?[./]\s?|(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L|QUYỀN|THỪA LỆNH|THAY MẶT|KÝ THAY)\s+)(?=\p{Lu})/u;
const POST =
  /^(?:q(?:uyền|\.)\s*)?(?:phó |kt\.?\s*)?(?:chủ tịch|giám đốc|tổng giám đốc|bí thư|trưởng ban|trưởng phòng|chánh văn phòng|chánh thanh tra|cục trưởng|chi cục trưởng|bộ trưởng|thứ trưởng|chỉ huy trưởng|chính ủy|hiệu trưởng|viện trưởng|chánh án|tổng biên tập|chủ nhiệm|trưởng đoàn|đồn trưởng|chính trị viên|tổng cục trưởng|thủ trưởng|phó chánh văn phòng|phó trưởng ban|phó bí thư|phó trưởng phòng|phó trưởng|tổng thư ký|đội trưởng|trạm trưởng|ủy viên|thường trực|thủ tướng)(?![\p{Ll}])[^.;:]{0,50}$/u;
const SIGNED = /^\(?\s*(?:đã ký|ký tên|\[?đã ký số|chữ ký|ký, (?:ghi|đóng))/;
const STAMP = /^(?:người ký|ký bởi|được ký|signed|digitally|ký số|email\s*:|cơ quan\s*:|thời gian ký|ngày ký)/;
