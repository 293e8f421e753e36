/** Which branches are headings: lines that name what stands below them, not items that say what is to be done. */
import { amongOffices } from './among_offices.ts';
import { fold, isCaps } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { namesClosing } from './placing.ts';
import { isNamesOnly, subjectOf } from './subject.ts';
import type { Branch } from './branch.ts';
import { mentions } from './units.ts';

export function decideKinds(branches: Branch[], lexicon: Lexicon): void {
  for (const branch of branches) {
    if (branch.row) continue;
    if (branch.kind === 'paragraph') {
      if (sharesOut(branch, lexicon)) branch.kind = 'heading';
      continue;
    }
    branch.kind = branch.item.title || isHeading(branch, lexicon) ? 'heading' : branch.item.marker ? 'item' : 'paragraph';
  }
}

/** "Phân công theo dõi:" over points that name the offices. */
const sharesOut = ({ item, children }: Branch, lexicon: Lexicon) =>
  children.length > 0 &&
  /^(?:phân công|phân chia|giao nhiệm vụ)(?![\p{L}])[^.;]{0,120}:$/u.test(fold(item.text)) &&
  !mentions(item.text, lexicon).length;

function isHeading(branch: Branch, lexicon: Lexicon): boolean {
  const { item, children } = branch;
  const { text, marker } = item;
  if (branch.carrier || !/\p{L}/u.test(text)) return marker !== null && NAMED.has(marker.kind) && !text;
  const words = text.split(' ').length;
  if (marker && NAMED.has(marker.kind)) return words <= 60 && !/[.;]$/.test(text);
  const below = children.filter((c) => !c.carrier && (!c.closing || namesClosing(branch)));
  if (!marker) return branch.plainHeading && (children.length > 0 || (isCaps(text) && words > 1));
  const bullet = BULLETS.has(marker.kind);
  const subject = words <= 60 ? subjectOf(text, lexicon, true) : null;
  if (subject && isNamesOnly(subject)) return below.length > 0;
  if (amongOffices(branch, lexicon) || sharesOut(branch, lexicon)) return true;
  if (marker.kind === 'roman' || marker.kind === 'letter_upper')
    return words <= 45 && (!/[.;]$/.test(text) || (words <= 14 && below.length > 0)) && (!/:$/.test(text) || words <= 20);
  if (isCaps(text) && !/[.;]$/.test(text) && words >= 2) return true;
  if (!below.length || words > 45) return false;
  if (onlyDetails(children)) return false;
  if (marker.kind === 'article') return !/[.;:]$/.test(text) && words <= 25;
  const { look } = item.block;
  if (/[.;]$/.test(text)) return words <= 14 && (look.bold || look.heading !== null);
  if (/:$/.test(text))
    return words <= 16 && !bullet && (look.bold || look.heading !== null || (words <= 8 && NOUN.test(fold(text))));
  if (subject && subject.rest && !bullet) return look.bold && words <= 20;
  return bullet ? look.bold || look.heading !== null || (words <= 9 && NOUN.test(fold(text))) : words <= 40;
}

/** All that stands below says only who, when, how and what with: the item itself says what is to be done. */
const onlyDetails = (children: Branch[]) =>
  children.some((c) => c.carrier) && children.every((c) => c.carrier || DETAIL.test(fold(c.item.text)));

const DETAIL =
  /^(?:nội dung|mục tiêu|mục đích|yêu cầu|sản phẩm|kết quả|kinh phí|nguồn kinh phí|địa điểm|đối tượng|thành phần|hình thức|số lượng|quy mô|phương thức|dự kiến|ghi chú)[^:]{0,40}:/;
const NAMED = new Set<string>(['part', 'chapter', 'section', 'appendix']);
const BULLETS = new Set<string>(['dash', 'plus', 'bullet']);
const NOUN =
  /^(?:nội dung|mục tiêu|mục đích|yêu cầu|đối tượng|thời gian|hình thức|về |chỉ tiêu|giải pháp|nhiệm vụ|quan điểm|phạm vi|kinh phí|nguồn|cấp |đối với|công tác|lĩnh vực|tổ chức thực hiện)/;
