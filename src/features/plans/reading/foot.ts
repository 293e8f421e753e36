/** The foot of a paper: recipients and signature (Decree 30/2020/NĐ-CP, art. 8, 13), beside or below each other, in either order. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import { typeName } from './kinds.ts';
import { beginsFoot, isAuthority, POST, RECIPIENTS, SIGNED } from './foot_signs.ts';
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

function readFoot(lines: Line[], from: number): Foot {
  const state: State = {
    from,
    to: from,
    signatory: { authority: [], post: null, name: null },
    recipients: [],
    formal: [],
    mode: 'signature',
    cell: null,
    open: null,
    listed: false,
  };
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

const cellOf = (line: Line) =>
  line.block.cell ? `${line.block.cell.table}.${line.block.cell.row}.${line.block.cell.column}` : null;

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
    if (signatory.name) giveWay(state);
    signatory.authority.push({ value: oneLine(piece.text), span });
    return signatory.authority.length <= 6;
  }
  if (state.listed && state.mode === 'signature' && /^[-–•+]\s*\p{L}/u.test(piece.text) && piece.text.length < 170)
    return addRecipient(state, piece);
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
  if (
    isCaps(piece.text) &&
    piece.text.length < 90 &&
    !marker(piece.text) &&
    !typeName(piece.text) &&
    !/^(?:PHỤ LỤC|CỘNG HÒA|ĐẢNG CỘNG)/u.test(piece.text)
  ) {
    const last = signatory.authority.at(-1);
    if (POST.test(piece.folded) && !post) signatory.post = { value: oneLine(piece.text), span };
    else if (last && !post && !signatory.name && piece.text.length < 60 && !/^(?:UBND|ỦY BAN|SỞ)\s/u.test(piece.text)) {
      last.value = oneLine(`${last.value} ${piece.text}`);
      state.formal.push(span);
    } else if (isName(piece.text) && !POST.test(piece.folded) && (post || last) && !signatory.name)
      signatory.name = { value: oneLine(piece.text), span };
    // A title in capitals below the signed name is of what is attached.
    else if ((last || post) && !(signatory.name && !line.block.cell)) state.formal.push(span);
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
  return (
    state.mode === 'signature' &&
    !state.listed &&
    isName(piece.text) &&
    signatory.authority.length > 1 &&
    state.formal.push(span) > 0
  );
}

/** A paper of two issuers is signed by both; the one that leads signs last, on the right. */
function giveWay({ signatory, formal }: State): void {
  for (const part of [...signatory.authority, signatory.post, signatory.name]) if (part) formal.push(part.span);
  signatory.authority.length = 0;
  signatory.post = null;
  signatory.name = null;
}

const STAMP = /^(?:người ký|ký bởi|được ký|signed|digitally|ký số|email\s*:|cơ quan\s*:|thời gian ký|ngày ký)/;
