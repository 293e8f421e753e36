/** Recipients ("Nơi nhận") and the names of persons at the foot of a paper. */
import { oneLine } from './fold.ts';
import type { Foot } from './foot.ts';
import type { Line } from './lines.ts';

/** A foot while it is read. */
export interface State extends Foot {
  mode: 'recipients' | 'signature';
  /** A cell of the layout table that holds the recipients. */
  cell: string | null;
  open: Line | null;
  /** "Nơi nhận:" has been met: points with a dash are recipients even beside the signature. */
  listed: boolean;
}

export function isRecipient(state: State, piece: Line): boolean {
  if (piece.text.length > 170) return false;
  if (/^[-–−•+*]/.test(piece.text) || piece.label) return true;
  if (/^(?:\(?b\/c|lưu|như )/.test(piece.folded)) return true;
  const last = state.recipients.at(-1)?.value ?? '';
  if (/^lưu/i.test(last)) return /^\p{Ll}|^[\p{Lu}\d]{1,6}[.,]?$/u.test(piece.text);
  return (
    /[;.,]$/.test(piece.text) ||
    (state.open !== null && /^\p{Ll}/u.test(piece.text)) ||
    (!last && piece.text.length < 80 && !isName(piece.text))
  );
}

export function addRecipient(state: State, piece: Line): boolean {
  const lead = /^[-–−•+*]\s*/.exec(piece.text)?.[0].length ?? 0;
  const fresh =
    lead > 0 ||
    piece.label !== null ||
    state.open === null ||
    /[;.]$/.test(state.open.text) ||
    /^(?:lưu|như)(?![\p{L}])/u.test(piece.folded);
  const written = piece.text.slice(lead);
  const value = oneLine(written.replace(/[;.,/\s]+$/, ''));
  if (lead) state.formal.push({ start: piece.start, end: piece.start + lead });
  const own = { start: piece.start + lead, end: piece.end };
  const last = state.recipients.at(-1);
  if (!value) state.formal.push(own);
  else if (fresh || !last) state.recipients.push({ value, span: own });
  else {
    last.value = oneLine(`${last.value} ${value}`);
    if (own.start - last.span.end <= 2) last.span.end = own.end;
    else state.formal.push(own);
  }
  state.open = piece;
  return true;
}

/** "Nguyễn Thị Minh Khai", perhaps after a rank or degree. */
export function isName(text: string): boolean {
  const bare = oneLine(text)
    .replace(/^(?:Đại tá|Thượng tá|Trung tá|Thiếu tá|Thiếu tướng|Trung tướng|Đại úy|TS|ThS|PGS|BS|CKI|CKII|GS|Ths)\.?\s*/u, '')
    .replace(/^(?:TS|BS|ThS)\.?\s*/u, '');
  if (bare.length > 40) return false;
  const words = bare.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((w) => /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(w)) &&
    !/^(?:Sở|Bộ|Phòng|Kế|Quyết|Phụ|Nơi|Như|Các|Ủy|Uỷ|Tỉnh|Huyện)\s/u.test(bare)
  );
}
