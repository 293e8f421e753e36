/** Whether the offices a sentence begins with are those who act in it. */
import { fold } from './fold.ts';
import type { Subject } from './subject.ts';
import { STOPS } from './unit_verbs.ts';

/** True when the offices at the start are those who act: a verb follows, or a colon. */
export function begins(subject: Subject): boolean {
  if (subject.units.every((u) => u.vague) || !subject.rest) return false;
  // "Đối với các xã biên giới: giao Sở A …": somebody else is to act.
  if (/^(?:giao|phân công)\s/.test(fold(subject.rest))) return false;
  if (subject.colon || subject.asked) return true;
  const rest = fold(subject.rest).replace(/^,\s*/, '');
  // "Già làng tiêu biểu, trưởng thôn, người có uy tín": a list of people.
  if (
    subject.rest.startsWith(',') &&
    !STOPS.test(rest) &&
    !DUTY.test(fold(subject.rest)) &&
    !/(?:có|chịu) trách nhiệm|chủ trì/.test(rest)
  )
    return false;
  if (/^,[^.;:]{0,90}(?:(?:có|chịu) trách nhiệm|chủ trì)(?![\p{L}])/u.test(fold(subject.rest))) return true;
  return (
    (/^\p{Ll}/u.test(subject.rest.replace(/^,\s*/, '')) && !NO_VERB.test(rest)) ||
    /^(?:theo|căn cứ|trên cơ sở|với|trong|hằng|định kỳ)/.test(rest)
  );
}

export const DUTY =
  /^(?:,\s*)?(?:(?:có|chịu) trách nhiệm|có nhiệm vụ|chủ trì|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|chủ trì)|đầu mối)/;
const NO_VERB =
  /^(?:của|thuộc|tại|ở|trên|và|là(?! (?:cơ quan|đơn vị|đầu mối))|như|các|những|này|khác|hoặc|đã|được(?! giao| phân công)|bị|cho|nơi|trực thuộc|do|bằng|tiêu biểu|nòng cốt|chủ chốt|ưu tú)(?![\p{L}])/u;
