/** Lines that say nothing but who is to do it and when: "Sở A chủ trì, phối hợp với Sở B thực hiện; xong trước ngày 30/6." */
import { deadlinesIn } from './deadlines.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { rolesIn } from './roles.ts';
import { mentions } from './units.ts';

/** True when nothing is left of a line without its offices, its times and the words of assignment. */
export function saysOnlyWho(text: string, lexicon: Lexicon): boolean {
  const folded = fold(text);
  if (text.length > 400 || !ASSIGNS.test(folded) || !rolesIn(text, lexicon).some((found) => found.explicit)) return false;
  let rest = folded;
  for (const { start, end } of [...mentions(text, lexicon), ...deadlinesIn(text)])
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return !/\p{L}/u.test(rest.replace(/\([^()]*\)/g, '').replace(WORDS, ''));
}

const ASSIGNS = /chủ trì|đầu mối|thực hiện|giao|phân công|trách nhiệm|phụ trách|chủ đầu tư|tham mưu/;
const WORDS =
  /(?<![\p{L}])(?:(?:đồng )?chủ trì|đầu mối|chủ đầu tư|thường trực|phối hợp|thực hiện|triển khai|tổ chức|tham mưu|phụ trách|đảm nhận|(?:chịu |có )?trách nhiệm(?: chính)?|giao|phân công|đề nghị|cho|làm|là|do|cơ quan|đơn vị|hoàn thành|xong|thời gian|thời hạn|tiến độ|với|cùng|và|các)(?![\p{L}])/gu;
