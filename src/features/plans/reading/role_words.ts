/** What the words after an office's name say it does. */
import type { AssignmentRole } from './reading.ts';

/** "do Sở A phối hợp với Sở B thực hiện": A does it together with B. */
export function doneBy(does: AssignmentRole | 'other' | null, after: string): { role: AssignmentRole; explicit: boolean } | null {
  if (!does || does === 'other') return null;
  if (does !== 'coordinate') return { role: does, explicit: true };
  return /\s(?:thực hiện|tổ chức|đảm nhận|biên soạn|xây dựng|triển khai)(?![\p{L}])/u.test(after)
    ? { role: 'perform', explicit: true }
    : { role: does, explicit: false };
}

/** What the words right after an office make it do; "other" when they are none of assignment. */
export function doing(after: string): AssignmentRole | 'other' | null {
  if (
    /^\s*(?:[,(-]\s*)?(?:(?:có |chịu )?trách nhiệm (?:chính )?)?(?:là |làm |giữ vai trò |được giao )?(?:cơ quan |đơn vị )?(?:(?:đồng )?chủ trì|đầu mối|thường trực|chủ động chủ trì)/.test(
      after,
    )
  )
    return 'lead';
  if (/^\s*(?:[(-]\s*)?(?:có trách nhiệm |cùng |tham gia |chủ động |tích cực )?phối hợp/.test(after)) return 'coordinate';
  if (
    /^\s*(?:[,(-]\s*)?(?:được (?:giao|phân công)|(?:là |cùng )?(?:(?:cơ quan |đơn vị )?tổ chức |cơ quan |đơn vị )?thực hiện|triển khai|(?:có|chịu) trách nhiệm|có nhiệm vụ|đảm nhận|phụ trách|đảm nhiệm|tham mưu|chuẩn bị|theo dõi|hoàn thành|làm chủ đầu tư|đăng cai|chủ động|(?:lãnh đạo,? )?chỉ đạo(?=\s*[).;]|[^.;]{0,40}\s(?:thực hiện|triển khai)(?![\p{L}])))/u.test(
      after,
    )
  )
    return 'perform';
  return 'other';
}
