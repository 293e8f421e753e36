/** Names that must be offices by the company they keep: "9. Các hộ kinh doanh" between "8. Công an xã" and "10. Trạm Y tế". */
import { begins } from './begins.ts';
import type { Branch } from './branch.ts';
import { fold, oneLine } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { plain, scanOf } from './scan.ts';
import type { Mention } from './scan.ts';
import { isNamesOnly, subjectOf } from './subject.ts';
import { STOPS } from './unit_verbs.ts';
import { mentions } from './units.ts';

/** A heading: true when most of its mates in the list name offices and its own words could be a name. */
export function amongOffices(branch: Branch, lexicon: Lexicon): boolean {
  const { text, marker } = branch.item;
  if (!marker || marker.ordinal === null || /[.;]$/.test(text) || text.split(' ').length > 14) return false;
  if (!branch.parent || !branch.children.length || !couldName(text) || !ofPeople(text)) return false;
  const { offices, mates } = company(branch, lexicon);
  return offices >= 2 && offices * 2 > mates;
}

/** The offices of such a heading: those it names in words that are known, else all of it as one name. */
export function presumed(text: string, lexicon: Lexicon): Mention[] {
  const known = mentions(text, lexicon, true).filter((unit) => !unit.vague);
  const named = oneLine(text.replace(/[:\s]+$/, '').replace(FOR, ''));
  return known.length && !/^các\s/i.test(text) ? known : [whole(named, lexicon)];
}

/** An item "Y tế học đường: theo dõi …" among others that begin with offices: the words before the colon as one name, else null. */
export function labelled(branch: Branch, lexicon: Lexicon): { unit: Mention; rest: string } | null {
  const { text } = branch.item;
  const colon = text.search(/\s*:\s/);
  const name = text.slice(0, Math.max(0, colon));
  const rest = text.slice(colon).replace(/^\s*:\s*/, '');
  if (!/^\p{Lu}/u.test(name) || FOR.test(name) || /[.;()“"\d]/.test(name) || name.split(' ').length > 9 || !couldName(name))
    return null;
  if (!STOPS.test(fold(rest))) return null;
  const { offices, mates } = company(branch, lexicon);
  return offices >= 1 && offices * 2 >= mates ? { unit: whole(name, lexicon), rest } : null;
}

/** Words for those who act together or hold a post; a name without any is more often a matter: "Lịch trình", "Trang phục". */
export const ofPeople = (name: string): boolean => PEOPLE.test(fold(name));

const couldName = (text: string) => {
  const folded = fold(text.replace(FOR, ''));
  return (!STOPS.test(folded) || folded.startsWith('các ')) && !MATTER.test(folded);
};

const whole = (name: string, lexicon: Lexicon): Mention => ({
  ...plain(scanOf(name, lexicon), 0, name.length),
  name,
  group: true,
});

/** How many others of the same list there are, and how many of them name or begin with an office. */
function company(branch: Branch, lexicon: Lexicon): { offices: number; mates: number } {
  const list = branch.parent?.children ?? [];
  const known = OFFICES.get(list) ?? new Set(list.filter((mate) => ofOffice(mate.item.text, lexicon)));
  OFFICES.set(list, known);
  const mates = list.filter((mate) => mate !== branch && mate.sign === branch.sign);
  return { offices: mates.filter((mate) => known.has(mate)).length, mates: mates.length };
}

/** Asked again for each of a list. */
const OFFICES = new WeakMap<Branch[], Set<Branch>>();

function ofOffice(text: string, lexicon: Lexicon): boolean {
  const subject = subjectOf(text, lexicon, text.length <= 300);
  return !!subject && (isNamesOnly(subject) || begins(subject));
}

/** "1. Đối với Liên đội" among headings of that form. */
const FOR = /^(?:đối với|trách nhiệm của|nhiệm vụ của)\s+/iu;
const PEOPLE =
  /(?<![\p{L}])(?:hộ|nhóm|trưởng|phó|người|nhân viên|cán bộ|công chức|viên chức|giáo viên|giảng viên|học sinh|sinh viên|hội viên|đoàn viên|đảng viên|thành viên|lực lượng|doanh nghiệp|cơ sở|chủ|tổ|đội|đoàn|ban|hội|chi hội|phòng|bộ phận|bộ môn|khoa|trạm|trường|nhà trường|cụm|câu lạc bộ|hợp tác xã|nghệ nhân|phụ huynh|công ty|đơn vị|cơ quan|cộng tác viên|tình nguyện viên|kế toán|bảo vệ)(?![\p{L}])/u;
const MATTER =
  /^(?:tiến độ|lịch|dự toán|biện pháp|thời hạn|trách nhiệm|kinh phí|thời gian|chế độ|công tác|nhiệm vụ|nội dung|về |đối với|một số|giải pháp|yêu cầu|lộ trình|nguồn|quy trình|phương|hình thức|mục|điều|chính sách|hoạt động|khen thưởng|địa điểm|thành phần|đối tượng|sơ kết|tổng kết|cơ chế|bước|đợt|giai đoạn|lưu ý|ghi chú|sản phẩm|kết quả|số lượng|thời lượng|chuyên đề)/;
