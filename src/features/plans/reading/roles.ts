/** Who does a task and in which role, out of the words of assignment in a sentence. */
import type { Span } from '#ports/documents/document.ts';
import { carried } from './carriers.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import type { AssignmentRole } from './reading.ts';
import { doing, doneBy } from './role_words.ts';
import { mentions } from './units.ts';
import type { Mention } from './scan.ts';

export interface FoundRole extends Span {
  unit: Mention;
  role: AssignmentRole;
  /** Words of assignment stand beside it; without, it only cooperates or begins the sentence. */
  explicit: boolean;
}

/** Role of the office whose duty begins with these words ("Chủ trì, phối hợp với …" is a lead). */
export function dutyRole(text: string): AssignmentRole {
  const folded = fold(text);
  const own = folded.replace(LEAD_IN, '');
  if (LEADS.test(own)) return 'lead';
  if (COOPERATES.test(own)) return 'coordinate';
  const later = LATER_LEAD.exec(folded);
  return later ? 'lead' : 'perform';
}

/**
 * Offices that a sentence assigns something to, wherever they stand in it. `skip`: places of the offices the sentence begins with,
 * whose role `dutyRole` tells.
 */
export function rolesIn(text: string, lexicon: Lexicon, skip = 0): FoundRole[] {
  const folded = fold(text);
  const parts = carried(folded);
  const said = (run: Mention[]): FoundRole[] => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last || first.start < skip) return [];
    const part = parts.find((p) => first.start >= p.start && first.start < p.end);
    const told =
      part && !NOT_NAMED.test(folded.slice(part.start, first.start))
        ? roleOfPart(part.role, folded.slice(last.end, last.end + 40))
        : roleOf(folded, first.start, last.end, run);
    if (!told) return [];
    return run.flatMap((unit) =>
      unit.vague ? [] : [{ unit, role: told.role, explicit: told.explicit, start: unit.start, end: unit.end }],
    );
  };
  return runsOf(mentions(text, lexicon), folded).flatMap((run) => {
    const found = said(run);
    // "… ở các bản; Đoàn xã chịu trách nhiệm …": what a semicolon parts may be two clauses.
    const next = run.findIndex((unit, i) => i > 0 && folded.slice(run[i - 1]?.end, unit.start).includes(';'));
    return found.length || next < 0 ? found : said(run.slice(next));
  });
}

function roleOfPart(role: string, after: string): { role: AssignmentRole; explicit: boolean } | null {
  if (role === 'lead' || role === 'coordinate') return { role, explicit: role === 'lead' };
  if (role !== 'perform') return null;
  return {
    role: /^\s*\(?(?:chủ trì|đầu mối)/.test(after)
      ? 'lead'
      : /^\s*\(?phối hợp(?! với| cùng)/.test(after)
        ? 'coordinate'
        : 'perform',
    explicit: true,
  };
}

/** Offices joined by commas and "và", one after another. */
function runsOf(all: Mention[], folded: string): Mention[][] {
  const runs: Mention[][] = [];
  for (const mention of all) {
    const run = runs.at(-1);
    const gap = run ? folded.slice(run.at(-1)?.end ?? 0, mention.start) : '';
    if (run && JOINED.test(gap)) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

function roleOf(folded: string, start: number, end: number, run: Mention[]): { role: AssignmentRole; explicit: boolean } | null {
  const before = folded.slice(Math.max(0, start - 60), start);
  if (
    /\(\s*(?:các\s)?$/.test(before) &&
    WHOLE_BRACKET.test(folded.slice(end)) &&
    start > 12 &&
    !run.every((u) => u.village) &&
    run.every((u) => u.name.includes(' '))
  )
    return { role: 'perform', explicit: run.some((u) => !u.group) };
  const after = folded.slice(end, end + 60).replace(NO_ROLE, '');
  if (WITH.test(before)) return { role: 'coordinate', explicit: false };
  const label = LABEL.exec(before)?.[1];
  if (label)
    return {
      role: /chủ trì|đầu mối|thường trực|chính/.test(label) ? 'lead' : /phối hợp|hỗ trợ/.test(label) ? 'coordinate' : 'perform',
      explicit: !/phối hợp|hỗ trợ/.test(label),
    };
  const does = doing(after);
  if (/(?:^|[\s(])do\s(?:các\s)?$/.test(before)) return doneBy(does, after);
  if (ASKED.test(before)) {
    if (!/(?:giao|ủy quyền|phân công)\s*(?:cho )?(?:các )?:?\s*$/.test(before) && does === 'other') return null;
    return { role: does && does !== 'other' ? does : 'perform', explicit: true };
  }
  if (/(?:^|[;,.]\s*)riêng\s(?:các\s)?$/.test(before))
    return { role: does && does !== 'other' ? does : 'perform', explicit: false };
  if (!CLAUSE.test(before) && start > 0) return null;
  if (!does || does === 'other') return null;
  if (does === 'coordinate' && /\(\s*$/.test(before)) return doneBy(does, after);
  if (run.every((u) => u.group) && does === 'coordinate') return { role: 'coordinate', explicit: false };
  if (run.every((u) => u.group) && does === 'perform' && !/^\s*(?:(?:có|chịu) trách nhiệm|(?:tổ chức )?thực hiện)/.test(after))
    return null;
  return { role: does, explicit: does !== 'coordinate' };
}

const ADVERB =
  '(?:(?:đề nghị|tiếp tục|chủ động|tích cực|thường xuyên|kịp thời|khẩn trương|có trách nhiệm|chịu trách nhiệm|trực tiếp|tham gia|tập trung|hằng năm|hàng năm|hằng quý|định kỳ|theo chức năng,?\\s+nhiệm vụ(?:\\s+(?:được giao|của mình|của ngành|của đơn vị))?|phải|cần|sẽ|nghiêm túc|đồng thời)\\s*,?\\s+)*';
const LEADS = new RegExp(
  `^${ADVERB}(?:(?:đồng )?chủ trì|(?:được (?:giao|phân công)\\s+)(?:chủ trì|đầu mối)|(?:là|làm|(?:(?:giữ|đóng|thực hiện|làm) )?(?:tốt )?vai trò(?: là)?)\\s+(?:(?:cơ quan|đơn vị)\\s+)?(?:chủ trì|đầu mối|thường trực)|đầu mối)`,
  'u',
);
const COOPERATES = new RegExp(`^${ADVERB}(?:phối hợp|phối kết hợp|tham gia phối hợp|hiệp đồng)(?! liên ngành)`, 'u');
/** "Căn cứ nguồn kinh phí được phân bổ, chủ trì phối hợp …": what comes before the duty itself. */
const LEAD_IN =
  /^(?:căn cứ|trên cơ sở|theo|hằng năm|hàng năm|trước ngày|trong quý|trong tháng|định kỳ|khi có|sau khi|từ nguồn|với vai trò|ngoài|ngay sau|để|trong phạm vi|tùy)[^;.:]{0,220}?(?:,\s+|\s(?=có trách nhiệm))(?=(?:có trách nhiệm\s+)?(?:chủ trì|phối hợp|chủ động|làm đầu mối|là))/;
const LATER_LEAD =
  /(?:[.;:]\s+|,\s+|\s(?:và|có trách nhiệm|đồng thời)\s)(?:chủ trì(?! quyết định)|(?:là|làm)\s+(?:(?:cơ quan|đơn vị)\s+)?(?:đầu mối|thường trực|chủ trì))/;
const JOINED =
  /^\s*(?:\((?!(?:chủ trì|đầu mối|phối hợp|thực hiện)\))[^()]{0,60}\))?\s*(?:,|;|và|,\s*và|,?\s*cùng(?: với)?|\/|-|&|với|,\s*với)?\s*(?:các\s*)?$/;
const WITH =
  /(?:phối(?: kết)? hợp(?: chặt chẽ| thường xuyên| tốt| liên ngành| thực hiện)?(?:,? với|,? cùng với|,? cùng|\s*:)?|hiệp đồng(?: chặt chẽ)? với|(?:,|chủ trì) cùng(?: với)?|sự (?:phối hợp|tham gia)(?: của)?|(?:cơ quan|đơn vị) phối hợp(?: thực hiện)?\s*:?)\s*(?:các\s*)?$/;
/** A bracket behind a name that explains it. */
const NO_ROLE = /^\s*\((?!(?:chủ trì|đầu mối|phối hợp|thực hiện)\))[^()]*\)/;
const LABEL =
  /((?:(?:cơ quan|đơn vị|cq|đv|bộ phận|cấp|chủ đầu tư)\s+)?(?:được giao |được phân công )?(?:chủ trì(?: thực hiện| tham mưu)?|đầu mối|phối hợp(?: thực hiện)?|hỗ trợ|thực hiện|chịu trách nhiệm(?: chính)?|phụ trách|thường trực|tham mưu))(?:\s*:\s*|\s+là\s+)(?:các\s*)?$/;
const ASKED =
  /(?:(?:^|[\s(;,.])(?:(?<!bàn |chuyển |phát )giao|ủy quyền)|(?:^|[(;.:]\s?|(?:ubnd|nhân dân) \p{L}{2,6} )(?:phân công|đề nghị|yêu cầu))\s*(?:nhiệm vụ |trách nhiệm )?(?:cho )?:?\s*(?:đồng chí |đ\/c |các )?$/u;
/** "(Sở A)", "(Sở A, quý II/2025)", "(Sở A; hoàn thành trước 30/6)" */
const WHOLE_BRACKET =
  /^\s*(?:[,;]\s*(?:hoàn thành|xong|trong|trước|quý|tháng|năm|thường xuyên|hằng|hàng|từ|đến|định kỳ|chậm nhất|thời gian)[^()]*)?\)\s*[.;]?\s*$/;
/** Before an office in the line of a label: it cooperates, or is only where, whose, or told of it: "Thực hiện: Tại các thôn". */
const NOT_NAMED = /phối hợp|(?:^|\s)(?:tại|trên|ở|trong|của|cho|báo cáo|trình|gửi|về|đến|xin ý kiến|theo)\s(?:các\s)?$/u;
const CLAUSE = /(?:^|[.;:(,-]\s*|\)\s*|trong đó,?\s*|\svà\s)$/;
