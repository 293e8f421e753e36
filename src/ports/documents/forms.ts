/** Lines that stand for themselves in an official paper: parts of its form (Decree 30/2020/NĐ-CP, art. 8), not of a running sentence. */

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
/** "Số: 12/KH-UBND"; the Party's papers write "Số 45-KH/TU". */
const NUMBER = /^Số(?:\s*:|[\s\d.…_]*-\p{Lu}+\/\p{Lu})/u;
const PLACE_AND_DAY = /^\p{Lu}[\p{L}\s.\-–]{1,40},\s*ngày(?=[\s.…_/]).{0,30}tháng.{0,30}năm/u;
const MOTTOS = /^(?:CỘNG\s+H[OÒ][AÀ]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$|Độc\s+lập\s*[-–])/u;
const AUTHORITY = /^(?:(?:TM|KT|TL|TUQ|Q)\s?\.|[TK]\/[MTL]\s)\s?\p{Lu}{2}/u;
const POST =
  /^(?:PHÓ\s+)?(?:(?:TỔNG\s+)?GIÁM\s+ĐỐC|CHỦ\s+TỊCH|CHÁNH\s+(?:VĂN\s+PHÒNG|THANH\s+TRA)|(?:CHI\s+CỤC|CỤC|HIỆU|TRẠM|ĐỒN|CHỈ\s+HUY)\s+TRƯỞNG|TRƯỞNG\s+(?:BAN|PHÒNG)|(?:BỘ|THỨ|THỦ)\s+TRƯỞNG|BÍ\s+THƯ|CHÍNH\s+(?:ỦY|TRỊ\s+VIÊN))$/u;
const OPENERS = /^(?:Nơi\s+nhận|Kính\s+gửi|V\/v\s|Người\s+(?:lập|ký)\b)/iu;
const TYPE_OF_PAPER =
  /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|QUY CHẾ|QUY ĐỊNH|THÔNG BÁO|THÔNG TRI|HƯỚNG DẪN|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|TỜ TRÌNH|KẾT LUẬN|QUYẾT NGHỊ)\s*:?$/u;
/** A rule typed under a name; under the Party's offices it is one star. */
const RULE = /^(?:[-–—_=*~.·…\s]{3,}|\*)$/u;
const BASIS =
  /^(?:Căn cứ|Xét|Theo đề nghị|Xét đề nghị|(?:Thực hiện|Triển khai) (?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Chương trình|Công văn|Thông tư|Nghị định|Luật|Kết luận|Hướng dẫn)) /u;

const TO_FILL_IN: [RegExp, RegExp][] = [
  [/^Số\s*:?[\s\d.…_]*$/u, /^[\d/]/u],
  [/./u, /^\/\p{Lu}/u],
  [/(?:^|[\s,])ngày[\s\d.…_]*$/u, /^(?:tháng(?!\p{L})|\d)/u],
  [/(?:^|\s)tháng[\s\d.…_]*$/u, /^(?:năm(?!\p{L})|\d)/u],
  [/(?:^|\s)năm$/u, /^\d/u],
];

/** Begins a block whatever the line before it looks like. */
export function opensForm(text: string): boolean {
  return [NUMBER, PLACE_AND_DAY, MOTTOS, AUTHORITY, POST, OPENERS, TYPE_OF_PAPER, RULE].some((form) => form.test(text));
}

/** Nothing that follows belongs to its block. */
export function standsAlone(text: string): boolean {
  const ends = [PLACE_AND_DAY, TYPE_OF_PAPER, RULE, AUTHORITY, POST].some((form) => form.test(text));
  return ends || /^Độc\s+lập\s*[-–].*phúc[\s.\-–]*$/iu.test(text) || /^Nơi\s+nhận\s*:?$/iu.test(text) || motto(text) === 'whole';
}

/** The name of its kind stands over a paper's title (appendix I, part I, II.5). */
export function namesKind(text: string): boolean {
  return TYPE_OF_PAPER.test(text);
}

/** Names a legal basis, one to a line (appendix I, part I, II.6.b): a block, unless a sentence is still open before it. */
export function citesBasis(text: string): boolean {
  return BASIS.test(text);
}

/** The state's name may be wrapped in a narrow column: 'begun' when more of it is to come. */
export function motto(text: string): 'begun' | 'whole' | null {
  // Asked of every line of a text: nearly all are told by their first letter.
  if (!/^c/iu.test(text)) return null;
  const said = text.toUpperCase().replace(/\s+/gu, ' ').replace('HOÀ', 'HÒA');
  if (said === MOTTO) return 'whole';
  return said.length > 5 && MOTTO.startsWith(`${said} `) ? 'begun' : null;
}

/** Signs on behalf of others, or by post alone. */
export function signs(text: string): boolean {
  return AUTHORITY.test(text) || POST.test(text);
}

/** The white space between the two is left to be filled in by hand: "Số:      /KH-UBND", "ngày      tháng 3 năm 2023". */
export function isToFillIn(left: string, right: string): boolean {
  return TO_FILL_IN.some(([before, after]) => before.test(left) && after.test(right));
}

/** All its letters are capitals, and there are some. */
export function inCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}
