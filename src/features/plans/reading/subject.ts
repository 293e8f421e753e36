/** Whom a sentence begins with: "Giao Sở Y tế chủ trì …", "1. Sở Nội vụ: …", "UBND các huyện, thị xã". */
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { scanOf, stick } from './scan.ts';
import { mentionAt } from './units.ts';
import type { Mention } from './scan.ts';
import { STOPS } from './unit_verbs.ts';

export interface Subject {
  units: Mention[];
  /** "Giao", "Đề nghị", "Phân công" stands before. */
  asked: boolean;
  /** A colon follows the names. */
  colon: boolean;
  /** What is said of them, without the colon; '' when the text is nothing but names. */
  rest: string;
  /** Where `rest` begins. */
  restAt: number;
}

/** Null when the text does not begin with an office. `loose`: a heading, where a name may be written small. */
export function subjectOf(text: string, lexicon: Lexicon, loose = false): Subject | null {
  const scan = scanOf(text, lexicon, loose);
  const lead = stick(LEAD, scan.folded, 0);
  let at = lead?.[0].length ?? 0;
  const units: Mention[] = [];
  for (;;) {
    const here = mentionAt(scan, at);
    if (!here) break;
    units.push(...here);
    at = here.at(-1)?.end ?? at;
    const explained = stick(BRACKET, scan.folded, at);
    const next = stick(AND, scan.folded, explained ? at + explained[0].length : at);
    if (!next) break;
    const from = (explained ? at + explained[0].length : at) + next[0].length;
    const small =
      /^\p{Ll}/u.test(scan.text.slice(from, from + 1)) &&
      STOPS.test(scan.folded.slice(from, from + 20)) &&
      !/^các/.test(scan.folded.slice(from));
    if (small || !mentionAt(scan, from)) break;
    at = from;
  }
  if (!units.length) return null;
  const aside = stick(ASIDE, scan.folded, at);
  if (aside) at += aside[0].length;
  const colon = stick(COLON, scan.folded, at);
  const restAt = at + (colon?.[0].length ?? 0);
  const rest = scan.text.slice(restAt).replace(/^[\s.,;)]+$/, '');
  const asked = /giao|đề nghị|yêu cầu|phân công|chỉ đạo|mời/.test(lead?.[0] ?? '');
  // "Thôn A: 05 hộ" says what is where.
  if (rest && !asked && isPlace({ units }) && !STOPS.test(fold(rest))) return null;
  return {
    units,
    asked,
    colon: !!colon?.[0].includes(':') || (!!colon?.[0].includes('-') && STOPS.test(fold(rest))),
    rest,
    restAt,
  };
}

/** Villages, which act only where work is handed out. */
export const isPlace = ({ units }: Pick<Subject, 'units'>): boolean => units.every((unit) => unit.village);

/** A heading that is nothing but offices, or "… có trách nhiệm:", "… thực hiện các nhiệm vụ sau:". */
export const isNamesOnly = (subject: Subject): boolean => subject.rest === '' || ONLY_DUTY.test(fold(subject.rest));

/** "có trách nhiệm:", "chủ trì thực hiện các nhiệm vụ sau:" */
export const ONLY_DUTY =
  /^,?\s*(?:(?:có|chịu)\s+)?(?:trách nhiệm|nhiệm vụ)(?:\s+(?:chủ trì|thực hiện|triển khai|sau đây|sau|của|chính|cụ thể|các nội dung|các nhiệm vụ|tổ chức)){0,4}\s*:?$|^(?:chủ trì\s*,?\s*)?(?:tổ chức\s+)?(?:thực hiện|triển khai)(?:\s+thực hiện)?\s+(?:các|những|một số)\s+(?:nhiệm vụ|nội dung|công việc|giải pháp)(?:\s+(?:sau|sau đây|cụ thể|cụ thể sau|trọng tâm|trọng tâm sau))?\s*:?$/;

const LEAD =
  /(?:(?:ubnd|ủy ban nhân dân|chủ tịch ubnd|chủ tịch ủy ban nhân dân|ban thường vụ|thường trực)(?: tỉnh| huyện| thành phố| thị xã| xã| tỉnh ủy| huyện ủy)?\s+)?(?:kính đề nghị|trân trọng đề nghị|đề nghị|giao nhiệm vụ cho|giao trách nhiệm cho|giao cho|giao|yêu cầu|phân công|đối với|trách nhiệm của|trách nhiệm|nhiệm vụ của|về phía|riêng)\s*:?\s+(?:(?:đồng chí|đ\/c)\s+)?|(?:các\s+)?(?:lực lượng|cơ quan|đơn vị|sở,? ngành|ngành|sở, ban, ngành|phòng, ban|hội,? đoàn thể|đoàn thể)(?:\s+(?:liên quan|chức năng|tỉnh|huyện))?\s*:\s+/uy;
const AND = /\s*(?:[,;/]|\s-\s|\svà\s|,?\scùng(?: với)?\s|,\s*và\s)\s*/uy;
const BRACKET = /\s*\([^()]{0,120}\)/uy;
const ASIDE =
  /\s*(?:\([^()]{0,120}\))?(?:\s*[-,]\s*(?:là\s+)?(?:cơ quan|đơn vị|thường trực|phó|trưởng)\s+(?:thường trực|chủ trì|đầu mối|ban|trưởng ban|đồng)[^.;:]{0,140}(?=$|:))?/uy;
const COLON = /\s*[:.]?\s*(?=$)|\s*:\s*|\s*-\s+(?=\p{Ll})|\s+|(?=,)/uy;
