/** Months, quarters, years, and clocks without a day: always, each year, when asked. */
import { quarter } from './dates.ts';
import { BEFORE, months, range, years } from './deadline_words.ts';
import type { Around, Pattern } from './deadline_words.ts';

export const CLOCKS: Pattern[] = [
  {
    // trong quý II, IV/2024 · Q.III/2024 · quý I năm 2024
    words: new RegExp(`(?:${BEFORE} |cuối |đầu |giữa )?(?:hằng |hàng )?(?:quý |q\\.? ?)((?:[ivx]{1,3}|[1-4])(?:(?:\\s?[,&]\\s?| và )(?:quý )?(?:[ivx]{1,3}|[1-4])(?![\\p{L}]))*)(?:(?:\\s?/\\s?|,? năm )(20\\d\\d)| (?:hằng|hàng) năm)?(?![\\p{L}\\d])`, 'gu'),
    rules: (m) => {
      const quarters = (m[1] ?? '').split(/[^ivx\d]+/).filter(Boolean).map(quarter);
      return quarters.every((q) => q !== null) ? [{ kind: 'quarter', quarters, year: years(m[2]) }] : null;
    },
  },
  {
    // 6 tháng đầu năm 2024 · 6 tháng cuối năm
    words: /(?:trong )?(?<!\d)(0?\d|1[01]|sáu|ba) tháng (đầu|cuối)(?: của)? năm(?: (20\d\d))?/g,
    rules: (m, a) => {
      if (/(?:báo cáo|sơ kết|kết quả)\s?$/.test(a.before)) return null;
      const count = m[1] === 'sáu' ? 6 : m[1] === 'ba' ? 3 : Number(m[1]);
      const [from, to] = m[2] === 'đầu' ? [1, count] : [13 - count, 12];
      const year = years(m[3]);
      if (year === null) return a.cell ? [{ kind: 'month', months: months(from, to), year: null }] : null;
      return range(year, from, 1, year, to, null);
    },
  },
  {
    // trong tháng 8/2023 · tháng 6, 12 · tháng 3 và tháng 9 hằng năm
    words: new RegExp(`(?<!\\d )(?:${BEFORE} |đầu |giữa |cuối )?(?<![\\d] )tháng (\\d{1,2}(?:(?:\\s?[,&;]\\s?| và )(?:tháng )?\\d{1,2}(?![\\d/]))*)(?:(?:\\s?/\\s?|,? năm )(20\\d\\d)|( (?:hằng|hàng|mỗi) năm))?(?![\\d])(?!\\s?[/.]\\s?\\d)`, 'g'),
    rules: (m, a) => {
      const list = (m[1] ?? '').split(/\D+/).filter(Boolean).map(Number);
      if (list.some((n) => n < 1 || n > 12) || /(?:ngày \d{1,2}|từ|kể từ)\s?$/.test(a.before)) return null;
      return [{ kind: 'month', months: list, year: years(m[2]) }];
    },
  },
  {
    words: /(?:làm |thực hiện )?thường xuyên(?:,? liên tục)?|liên tục|cả năm(?=\s*$)|(?:trong )?suốt (?:cả )?(?:năm|thời gian|quá trình|giai đoạn|đợt \p{L}+|mùa \p{L}+|chiến dịch)(?: (?:thực hiện|tổ chức|diễn ra|20\d\d))*|xuyên suốt/gu,
    rules: (m, a) => {
      if (/(?:chi|giáo dục|kinh phí|nguồn|dục|phí|vốn|ngân sách|đầu tư|nhiệm vụ|không|họp|biến động)\s?$/.test(a.before)) return null;
      if (/liên tục/.test(m[0]) && !a.cell && /(?:\d|năm|tháng|phát triển|hoạt động)\s?$/.test(a.before)) return null;
      return [{ kind: 'ongoing' }];
    },
  },
  {
    words: new RegExp(`(?:(?:${BEFORE}|đến cuối|cuối|đầu)(?: hết| cuối)? )?năm (20\\d\\d)(?![\\d]|\\s?-\\s?\\d)`, 'g'),
    rules: (m, a) => (notAYear(m[0], a) ? null : [{ kind: 'year', year: Number(m[1]) }]),
  },
  {
    // a cell alone: 02/2024 · quý and month are told by the column
    words: /(?<![\d/.-])(\d{1,2})\/(20\d\d)(?![\d/.-])/g,
    rules: (m, a) => (a.cell && Number(m[1]) >= 1 && Number(m[1]) <= 12 ? [{ kind: 'month', months: [Number(m[1])], year: Number(m[2]) }] : null),
  },
  { words: /(?<![\d/-])(20\d\d)(?![\d/-])/g, rules: (m, a) => (a.cell && a.text.trim() === m[0] ? [{ kind: 'year', year: Number(m[1]) }] : null) },
  {
    // định kỳ 6 tháng một lần · hằng quý · định kỳ hằng năm
    words: /(?:định kỳ,? )?(?:(hằng|hàng|mỗi) (ngày|tuần|tháng|quý|năm)(?: (?:một|hai|ba|ít nhất (?:\d+|một|hai)|\d+) (?:lần|đợt|kỳ|buổi|số))?(?:(?:,| và)? ?(?:6 tháng|năm|quý|(?:hằng|hàng) năm))*|(?:(?:6|06|sáu|03|3|9|09) tháng|01 năm|1 năm|một năm|01 tháng|1 tháng|tháng|quý|năm|tuần)(?: ?(?:\/|một|1|01|\d|,| và)(?:\s?(?:6 tháng|năm|01 năm|1 năm|quý))?)* ?lần|(?:ít nhất )?(?:\d{1,2}|một|hai) lần ?(?:\/|trong) ?(?:01 )?(?:ngày|tuần|tháng|quý|năm))(?:\/(?:tháng|quý|năm|tuần))?(?![\p{L}])/gu,
    rules: (m, a) => {
      if (/(?:dự toán(?: giao)?|phân bổ|ngân sách|kinh phí|bố trí|chi|giao|được giao|kế hoạch(?: công tác)?|chương trình công tác|nhu cầu|nhiệm vụ|tăng|bình quân)\s?$/.test(a.before) && !m[0].startsWith('định kỳ')) return null;
      return [{ kind: 'every', period: clock(m[0]) }];
    },
  },
  { words: /định kỳ (?:(?:(?:6|06|sáu|3|03|9|09) tháng|quý|tháng|năm|tuần|01 năm|1 năm)(?:\s?(?:,|\/|và|và cả)\s?(?:6 tháng|9 tháng|năm|quý|01 năm|1 năm|cả năm))*)/g, rules: (m) => [{ kind: 'every', period: clock(m[0]) }] },
  { words: /định kỳ(?= (?:báo cáo|tổng hợp|kiểm tra|rà soát|tổ chức|hoặc|và|đánh giá|sơ kết|thông tin|phối hợp|giao ban))/g, rules: () => [{ kind: 'every', period: null }] },
  {
    words: /(?:đột xuất )?(?:khi (?:có|được|phát sinh)(?: thông tin)?(?: nội dung)? yêu cầu|theo yêu cầu(?: của \p{L}+ \p{L}+)?(?! (?:kỹ thuật|nhiệm vụ chính trị|đề ra|thực tế|của quy định|tại))|khi cần thiết)(?= của| nhiệm vụ|[^\p{L}]|$| hoặc| và| từ| \p{L})/gu,
    rules: (m, a) => (/đáp ứng\s?$|(?:nội dung|sản phẩm)\s?$/.test(a.before) && !m[0].includes('khi') ? null : [{ kind: 'on_request' }]),
  },
  {
    words: /đột xuất/g,
    rules: (m, a) => (/(?:báo cáo|hoặc|và|,|\/|kỳ)\s?(?:kết quả\s)?$/.test(a.before) && !/(?:kiểm tra|thanh tra)[^.;]{0,30}$/.test(a.before) || a.cell ? [{ kind: 'on_request' }] : null),
  },
];

/** Years that name something else: a plan's, a census's, "so với năm 2022". */
function notAYear(words: string, a: Around): boolean {
  if (/(?:so với|từ|của|kế hoạch|dự toán ngân sách|kết quả|số liệu|khóa|nhiệm kỳ|tổng kết|sơ kết|luật|pháp lệnh|hiến pháp|báo cáo|ngân sách|kỷ niệm|mục tiêu|vụ|niên vụ|mùa)\s$/.test(a.before)) return true;
  if (/^ (?:trở lại|và (?:những|các) năm)/.test(a.after)) return true;
  return !a.cell && /tầm nhìn|định hướng/.test(a.before.slice(-20)) && words !== '';
}

function clock(words: string): 'month' | 'quarter' | 'half_year' | 'nine_months' | 'year' | 'week' | null {
  if (/tuần/.test(words)) return 'week';
  if (/quý|(?:03|3) tháng/.test(words)) return 'quarter';
  if (/(?:6|06|sáu) tháng/.test(words)) return 'half_year';
  if (/(?:9|09) tháng/.test(words)) return 'nine_months';
  if (/tháng/.test(words)) return 'month';
  return /năm/.test(words) ? 'year' : null;
}
