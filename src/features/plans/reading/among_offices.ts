/** Headings that must be offices by the company they keep: "9. Các hộ kinh doanh" between "8. Công an xã" and "10. Trạm Y tế". */
import type { Branch } from './branch.ts';
import { fold, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { namesOffices } from './placing.ts';
import { plain, scanOf } from './scan.ts';
import type { Mention } from './scan.ts';
import { STOPS } from './unit_verbs.ts';
import { mentions } from './units.ts';

/** True when most of its mates in the list name offices and its own words could be a name. */
export function amongOffices(branch: Branch, lexicon: Lexicon): boolean {
  const { text, marker } = branch.item;
  const folded = fold(text);
  if (!marker || marker.ordinal === null || /[.;]$/.test(text) || text.split(' ').length > 14) return false;
  if (!branch.parent || !branch.children.length || (STOPS.test(folded) && !folded.startsWith('các ')) || MATTER.test(folded))
    return false;
  const mates = branch.parent.children.filter((mate) => mate !== branch && mate.sign === branch.sign);
  const offices = mates.filter((mate) => namesOffices(mate.item.text, lexicon));
  return offices.length >= 2 && offices.length * 2 > mates.length;
}

/** The offices of such a heading: those it names in words that are known, else all of it as one name. */
export function presumed(text: string, lexicon: Lexicon): Mention[] {
  const known = mentions(text, lexicon, true).filter((unit) => !unit.vague);
  const named = oneLine(text.replace(/[:\s]+$/, ''));
  return known.length && !/^các\s/i.test(text)
    ? known
    : [{ ...plain(scanOf(text, lexicon), 0, named.length), name: named, group: true }];
}

const MATTER =
  /^(?:trách nhiệm|kinh phí|thời gian|chế độ|công tác|nhiệm vụ|nội dung|về |đối với|một số|giải pháp|yêu cầu|lộ trình|nguồn|quy trình|phương|hình thức|mục|điều|chính sách|hoạt động|khen thưởng|địa điểm|thành phần|đối tượng|sơ kết|tổng kết|cơ chế)/;
