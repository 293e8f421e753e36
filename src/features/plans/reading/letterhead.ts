/** The pieces above the title: issuer, motto, number, place and day, stamps. In any order, in one column or two. */
import type { Span } from '#ports/documents/document.ts';
import { fold, isCaps, oneLine } from './fold.ts';
import { isoDay } from './dates.ts';
import { isRule } from './lines.ts';
import type { Line } from './lines.ts';
import type { DocumentFields } from './reading.ts';

/** Puts every piece into a field or into `formal`. Returns the first piece that is no letterhead at all, or null. */
export function letterhead(all: Line[], fields: DocumentFields): Line | null {
  const issuers: Line[] = [];
  let subject: Line[] = [];
  let mode: 'none' | 'subject' | 'addressee' = 'none';
  for (const piece of all) {
    const span = { start: piece.start, end: piece.end };
    if (isRule(piece.text) || isMotto(piece.folded) || STAMP.test(piece.folded) || URGENT.test(piece.folded)) {
      if (PARTY.test(piece.folded)) fields.form = 'party';
      fields.formal.push(span);
      if (!isRule(piece.text)) mode = 'none';
    } else if (readNumber(piece, fields) || readDay(piece, fields)) mode = mode === 'addressee' ? mode : 'none';
    else if (/^v\/v\s|^về việc\s/.test(piece.folded) && !fields.title) {
      subject = [piece];
      mode = 'subject';
    } else if (/^kính gửi/.test(piece.folded)) {
      fields.formal.push(span);
      mode = 'addressee';
    } else if (mode === 'addressee') fields.formal.push(span);
    else if (mode === 'subject' && !(isCaps(piece.text) && piece.text.length > 12)) subject.push(piece);
    else if (isCaps(piece.text) && piece.text.length < 140 && !/^\d/.test(piece.text)) issuers.push(piece);
    else if (piece.text.length < 60 && /^(?:[\p{Lu}\d]|\()/u.test(piece.text) && !/[.;:]$/.test(piece.text))
      fields.formal.push(span);
    else return piece;
  }
  setSubject(subject, fields);
  setIssuers(issuers, fields);
  return null;
}

/** Blanks between the words of the motto may be lost where a .pdf sets them wide. */
const isMotto = (folded: string) => MOTTO.test(folded.replace(/[\s.*_-]+/g, ''));
const MOTTO = /^(?:cộnghòaxãhộichủnghĩaviệtnam|cộnghoàxãhộichủnghĩaviệtnam|độclậptựdohạnhphúc|đảngcộngsảnviệtnam)$/;
const PARTY = /^đảng cộng sản việt nam/;
const URGENT =
  /^\(?(?:hỏa tốc|thượng khẩn|khẩn|mật|tối mật|tuyệt mật|dự thảo.{0,20}|bản thảo|lưu hành nội bộ|xem xong trả lại|bản chính|sao y.{0,12}|sao lục|công văn đến|văn bản đến)\)?$/;
const STAMP =
  /^(?:người ký|ký bởi|được ký|signed|digitally|ký số|email\s*:|cơ quan\s*:|thời gian ký|ngày ký|đã ký điện tử|chữ ký số|ngày xuất bản|đến\s*:|số đến|ngày đến|chuyển\s*:|lưu hồ sơ|(?:điện thoại|fax|website|địa chỉ)\s*:)/;

/** "Số: 05/KH-UBND", "Số:   /KH-UBND", the Party's "Số 45-KH/BTGTU". */
function readNumber(piece: Line, fields: DocumentFields): boolean {
  const m = /^((?:số|sô)\s*[:;.]?\s*)([\d.…_ ]*)(\s*[/-]\s*)?([\p{L}\d][^\s]*(?:\s?[-/&]\s?[^\s]+)*)?\s*$/u.exec(piece.folded);
  if (!m || (!m[3] && !m[2]?.trim())) return false;
  const digits = /\d+/.exec(m[2] ?? '')?.[0] ?? null;
  const numberAt = piece.start + (m[1]?.length ?? 0);
  const symbolAt = numberAt + (m[2]?.length ?? 0) + (m[3]?.length ?? 0);
  if (digits && !fields.number) {
    const at = numberAt + (m[2] ?? '').indexOf(digits);
    fields.number = { value: digits, span: { start: at, end: at + digits.length } };
    fields.formal.push({ start: piece.start, end: at });
    if (at + digits.length < symbolAt) fields.formal.push({ start: at + digits.length, end: symbolAt });
  } else fields.formal.push({ start: piece.start, end: symbolAt });
  if (m[4] && !fields.symbol)
    fields.symbol = {
      value: piece.text.slice(symbolAt - piece.start).replace(/\s+/g, ''),
      span: { start: symbolAt, end: piece.end },
    };
  else if (m[4]) fields.formal.push({ start: symbolAt, end: piece.end });
  if (/^-$/.test(m[3]?.trim() ?? '') && /\//.test(m[4] ?? '')) fields.form = 'party';
  return true;
}

/** "Lộc Ninh, ngày 05 tháng 01 năm 2023", with or without its numbers. */
function readDay(piece: Line, fields: DocumentFields): boolean {
  const m = /^(.{0,45}?)[,.]?\s*ngày\s*([\d.…_\s]*?)\s*(?:tháng|\/)\s*([\d.…_\s]*?)\s*(?:năm|\/)\s*([\d.…_]*)\s*\.?$/u.exec(
    piece.folded,
  );
  if (!m || /(?:căn cứ|kèm theo|quyết định|số )/.test(m[1] ?? '')) return false;
  const place = piece.text.slice(0, m[1]?.length ?? 0).replace(/[,\s]+$/, '');
  const dayAt = piece.start + piece.folded.indexOf('ngày', place.length);
  if (place && !fields.place) {
    fields.place = { value: place, span: { start: piece.start, end: piece.start + place.length } };
    if (piece.start + place.length < dayAt) fields.formal.push({ start: piece.start + place.length, end: dayAt });
  } else if (piece.start < dayAt) fields.formal.push({ start: piece.start, end: dayAt });
  const [day, month, year] = [m[2] ?? '', m[3] ?? '', m[4] ?? ''];
  const iso =
    /^\d+$/.test(day) && /^\d+$/.test(month) && /^\d{4}$/.test(year) ? isoDay(Number(year), Number(month), Number(day)) : null;
  if (iso && !fields.issued_on) fields.issued_on = { value: iso, span: { start: dayAt, end: piece.end } };
  else fields.formal.push({ start: dayAt, end: piece.end });
  return true;
}

function setSubject(subject: Line[], fields: DocumentFields): void {
  const first = subject[0];
  const last = subject.at(-1);
  if (!first || !last) return;
  const value = oneLine(subject.map((s) => s.text).join(' '));
  const together = last.start - first.end <= 3 * subject.length;
  fields.title = { value, span: { start: first.start, end: together ? last.end : first.end } };
  if (!together) fields.formal.push(...subject.slice(1).map((s) => ({ start: s.start, end: s.end })));
}

/** "UBND TỈNH X" over "SỞ Y TẾ": the last name issues, those above it are its parent. A name may take several lines. */
function setIssuers(lines: Line[], fields: DocumentFields): void {
  const names: Line[][] = [];
  for (const line of lines) {
    const begins = ISSUER.test(line.folded);
    const last = names.at(-1);
    if (last && (!begins || CONTINUES.test(fold(last.at(-1)?.text ?? '')))) last.push(line);
    else names.push([line]);
  }
  const issuer = names.pop();
  if (!issuer || fields.issuer) {
    for (const line of lines) fields.formal.push({ start: line.start, end: line.end });
    return;
  }
  fields.issuer = locate(issuer, fields.formal);
  const parent = names.flat();
  if (parent.length) fields.parent_issuer = locate(parent, fields.formal);
}

function locate(lines: Line[], formal: Span[]): { value: string; span: Span } {
  const first = lines[0] as Line;
  const value = oneLine(lines.map((l) => l.text.replace(/[\s*_]+$/, '')).join(' '));
  const together = lines.every((l, i) => i === 0 || l.start - (lines[i - 1]?.end ?? 0) <= 2);
  if (!together) formal.push(...lines.slice(1).map((l) => ({ start: l.start, end: l.end })));
  return { value, span: { start: first.start, end: together ? (lines.at(-1)?.end ?? first.end) : first.end } };
}

const ISSUER =
  /^(?:ủy ban|ubnd|ub |sở|ban|bộ|tỉnh ủy|huyện ủy|thành ủy|thị ủy|đảng|công an|chi cục|cục|văn phòng|phòng|trung tâm|hội|đoàn|tỉnh đoàn|huyện đoàn|trường|bệnh viện|liên|mặt trận|hđnd|hội đồng|bch|đài|báo|tổng|chính phủ|thủ tướng|kho bạc|ngân hàng|bảo hiểm|viện|tòa|thanh tra|đồn|chủ tịch)(?![\p{L}])/u;
const CONTINUES = /(?:\s(?:và|các|của)|[,-])$/;
