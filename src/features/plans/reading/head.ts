/** The head of a paper: letterhead, number, place and day, type and title (Decree 30/2020/NĐ-CP, art. 8; the Party's own form). */
import { marker } from '#ports/documents/markers.ts';
import { periodIn, untilYear, yearPeriod } from './dates.ts';
import { emptyFields } from './fields.ts';
import { fold, isCaps } from './fold.ts';
import { typeName } from './kinds.ts';
import { isBasis } from './legal.ts';
import { letterhead } from './letterhead.ts';
import { isRule, pieces } from './lines.ts';
import type { Line } from './lines.ts';
import type { DocumentFields } from './reading.ts';
import { isAttachment, isAuthorityLine, titleBlock } from './title.ts';

export interface Head {
  fields: DocumentFields;
  /** Indexes of its lines: [from, next). */
  from: number;
  next: number;
}

/** Reads the head from the first line on. A text without any sign of a head has none, and all of it is content. */
export function readHead(lines: Line[]): Head {
  const fields = emptyFields();
  const typeAt = findType(lines);
  const end = typeAt ?? lettersEnd(lines);
  if (end === null) return { fields, from: 0, next: 0 };
  const from = firstOfHead(lines, end);
  const rest = letterhead(lines.slice(from, end).flatMap(pieces), fields);
  if (rest) return { fields: emptyFields(), from: 0, next: 0 };
  let next = end;
  if (typeAt !== null) {
    const line = lines[typeAt];
    const type = line ? typeName(line.text) : null;
    if (line && type) {
      fields.kind = { value: type.kind, span: { start: line.start, end: line.start + type.length } };
      const block = titleBlock(lines, typeAt, type.length, type.rest);
      if (block.title) fields.title = block.title;
      fields.formal.push(...block.formal);
      next = block.next;
    }
  } else if (fields.title) {
    fields.kind = { value: 'official_letter', span: fields.formal[0] ?? fields.title.span };
    if (fields.formal.length) fields.formal.shift();
  }
  next = afterTitle(lines, next, fields);
  setPeriod(fields);
  return { fields, from, next };
}

/** A note above the letterhead ("gửi các anh chị …") is no part of it: the head begins at the first line of form. */
function firstOfHead(lines: Line[], end: number): number {
  const formal = lines
    .slice(0, Math.min(end, 8))
    .findIndex((line) => isCaps(line.text) || /^(?:số\s*:|cộng hòa|đảng cộng sản)/.test(line.folded) || isRule(line.text));
  const strange = formal > 0 && lines.slice(0, formal).every((line) => letterhead(pieces(line), emptyFields()) !== null);
  return strange ? formal : 0;
}

/** Lines between title and content: "ỦY BAN NHÂN DÂN TỈNH …" over the legal bases of a decision, a number or day placed below, rules. */
function afterTitle(lines: Line[], from: number, fields: DocumentFields): number {
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    const span = { start: line.start, end: line.end };
    if (isRule(line.text) || isAttachment(line.folded)) fields.formal.push(span);
    else if (isAuthorityLine(line.text) && fields.kind) fields.formal.push(span);
    else if (LATE.test(line.folded) && letterhead(pieces(line), fields) === null) continue;
    else break;
  }
  return next;
}

const LATE = /^(?:số\s*:?.{0,14}[/-]|kính gửi|v\/v|[\p{L} .]{2,40},\s*ngày\s)/u;

function findType(lines: Line[]): number | null {
  for (let i = 0; i < Math.min(lines.length, 60); i++) {
    const line = lines[i];
    if (!line) break;
    const type = typeName(line.text);
    if (type && !line.label) return i;
    if (line.text.length > 400 || /^kính gửi/.test(line.folded) || (i > 2 && marker(line.text)?.kind === 'roman')) return null;
  }
  return null;
}

/** Where the letterhead of an official letter ends, which has no type name: after "V/v …" and "Kính gửi: …". Null when there is none. */
function lettersEnd(lines: Line[]): number | null {
  const limit = Math.min(lines.length, 40);
  let seen = false;
  let end: number | null = null;
  for (let i = 0; i < limit; i++) {
    const folded = lines[i]?.folded ?? '';
    if (/^(?:v\/v|về việc)\s/.test(folded) || /(?:^|\s)v\/v\s/.test(folded)) seen = true;
    if (/^kính gửi/.test(folded)) {
      end = addressees(lines, i);
      break;
    }
  }
  if (end !== null) return end;
  return seen ||
    /cộng hòa xã hội chủ nghĩa|^số\s*:?.{0,12}[/-]/m.test(
      lines
        .slice(0, 8)
        .map((l) => l.folded)
        .join('\n'),
    )
    ? unmarkedEnd(lines)
    : null;
}

function addressees(lines: Line[], at: number): number {
  let i = at + 1;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text.length > 160 || isBasis(line, false)) break;
    const listed = /^[-–•+]/.test(line.text) || line.label || /^(?:các|ubnd|sở|ủy ban|ban|công an|bộ)/.test(line.folded);
    const before = lines[i - 1]?.text ?? '';
    if (!(
      listed &&
      /[;.:,]$|\p{L}$/u.test(line.text) &&
      (/[:;,]$/.test(before) || /^[-–•]/.test(line.text) || /gửi:?$/i.test(before))
    ))
      break;
  }
  return i;
}

function unmarkedEnd(lines: Line[]): number {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || i > 14 || line.text.length > 140 || isBasis(line, false) || (marker(line.text) && !/^-/.test(line.text)))
      return i;
    const probe = emptyFields();
    if (letterhead(pieces(line), probe) && !isCaps(line.text)) return i;
  }
  return lines.length;
}

function setPeriod(fields: DocumentFields): void {
  if (!fields.title) return;
  const folded = fold(fields.title.value);
  const found = periodIn(folded);
  const until = untilYear(folded);
  const from = fields.issued_on?.value.slice(0, 4);
  if (found) fields.period = { value: found.period, span: fields.title.span };
  else if (until && from && from <= until)
    fields.period = { value: yearPeriod(Number(from), Number(until)), span: fields.title.span };
}
