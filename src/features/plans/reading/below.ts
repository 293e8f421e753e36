/** Whose duties stand below a heading. */
import { amongOffices, presumed } from './among_offices.ts';
import type { Branch } from './branch.ts';
import { isCarrier } from './carriers.ts';
import type { Owner } from './duties.ts';
import { fold } from './fold.ts';
import { placed } from './places.ts';
import { dutyRole, rolesIn } from './roles.ts';
import { isNamesOnly, isPlace, subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';
import type { Context, Walk } from './tasks.ts';

/** What stands below a heading: the duties of the offices it names, or of those the heading above named. */
export function below(walk: Walk, branch: Branch, context: Context): Context {
  const { text, title } = branch.item;
  const folded = fold(text);
  const subject = subjectOf(text, walk.lexicon, true);
  const organising = title ? false : context.organising || ORGANISING.test(folded);
  const goals = !title && (context.goals || (GOALS.test(folded) && !CHECKS.test(folded)));
  // "TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ" over headings that name each one.
  const general = subject?.units.every((u) => u.group) && branch.children.some((c) => c.kind === 'heading');
  if (!title && subject && isNamesOnly(subject) && !general && (organising || !isPlace(subject)))
    return { owners: ownersOf(walk, branch, subject), part: null, organising: true, content: true, goals: false };
  const assigned = title ? [] : rolesIn(text, walk.lexicon).filter((r) => r.explicit || r.role === 'coordinate');
  if (assigned.some((r) => r.explicit) || (assigned.length && isCarrier(folded)))
    return {
      owners: assigned.map((r) => ({ unit: r.unit, start: branch.start, end: branch.end, role: r.role })),
      part: null,
      organising,
      content: true,
      goals,
    };
  if (organising && !goals && amongOffices(branch, walk.lexicon)) {
    const owners = presumed(text, walk.lexicon).map((unit) => ({
      unit,
      ...placed(walk, branch)(unit.start, unit.end),
      role: null,
    }));
    return { owners, part: null, organising, content: true, goals: false };
  }
  return { owners: title ? null : context.owners, part: null, organising, content: true, goals };
}

/** The offices that a heading or an item names, each with its place. */
export function ownersOf(walk: Walk, branch: Branch, subject: Subject): Owner[] {
  return subject.units.map((unit) => {
    const at = placed(walk, branch)(unit.start, unit.end);
    return { unit, ...at, role: dutyRole(subject.rest) === 'lead' ? 'lead' : null };
  });
}

const ORGANISING =
  /tổ chức (?:triển khai )?thực hiện|phân công|trách nhiệm|tổ chức triển khai|nhiệm vụ (?:cụ thể )?của các|giao nhiệm vụ|triển khai thực hiện/;
/** "Kiểm tra, đánh giá kết quả" is work, no state of things. */
const CHECKS = /^(?:công tác |tổ chức |chế độ )?(?:kiểm tra|giám sát|theo dõi|sơ kết|tổng kết|thông tin|báo cáo)(?![\p{L}])/u;
const GOALS =
  /mục đích|mục tiêu|^yêu cầu|quan điểm|chỉ tiêu|tình hình|kết quả|đánh giá|thực trạng|sự cần thiết|phạm vi|đối tượng|căn cứ|kinh phí|nguồn vốn|^(?:người (?:học|dự|tham gia)|thành phần|giảng viên|học viên|khách mời|đại biểu|báo cáo viên|lực lượng tham gia)/;
