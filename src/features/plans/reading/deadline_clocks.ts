/** Clocks without a day: always, again and again, when asked. */
import type { Pattern } from './deadline_words.ts';

const N = '(?:\\d{1,2}|một|hai|ba|bốn|sáu|chín)';
const UNIT = '(?:ngày|tuần|tháng|quý|năm)';
const WEEKDAY = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)';
const PERIOD = '(?:(?:hằng |hàng |mỗi )?(?:(?:0?[1369]|sáu|chín|một) tháng|0?1 năm|một năm|cả năm|tháng|quý|năm|tuần))';
const AND_PERIODS = `(?:\\s?(?:,|/|và|và cả)\\s?${PERIOD}(?![\\p{L}]))*`;

export const ALWAYS: Pattern[] = [
  {
    words:
      /(?:làm |thực hiện )?thường xuyên(?:,? (?:liên tục|(?:hằng|hàng) (?:năm|ngày|tuần|tháng)))?|liên tục(?: (?:trong )?suốt (?:thời gian|quá trình|đợt)(?: \p{L}+){1,2}(?=\s*(?:[,.;)]|$)))?|quanh năm|cả năm(?=\s*$)|(?:trong )?suốt (?:cả )?(?:năm|thời gian|quá trình|giai đoạn|đợt \p{L}+(?: \p{L}+(?=\s*(?:[,.;)]|$)))?|(?:mùa|vụ)(?: \p{L}+){1,4}(?:, \p{L}+)?(?=\s*(?:[.;)]|$))|(?:mùa|vụ) \p{L}+(?: lũ| khô)?|chiến dịch)(?: (?:thực hiện|triển khai|tổ chức|diễn ra|học|20\d\d)(?: (?:kế hoạch|chương trình|đề án))?)*|xuyên suốt/gu,
    rules: (m, a) => {
      if (
        /(?:chi|giáo dục|kinh phí|nguồn|dục|phí|vốn|ngân sách|đầu tư|nhiệm vụ|không|họp|biến động|công việc)\s?$/.test(a.before)
      )
        return null;
      if (/liên tục/.test(m[0]) && !a.cell && /(?:\d|năm|tháng|phát triển|hoạt động)\s?$/.test(a.before)) return null;
      return [{ kind: 'ongoing' }];
    },
  },
];

export const CLOCKS: Pattern[] = [
  {
    // định kỳ 6 tháng, hằng năm
    words: new RegExp(
      `định kỳ,? ?\\(?${PERIOD}(?![\\p{L}])(?:\\s?(?:,|và)\\s?${PERIOD}(?![\\p{L}]))+\\)?(?!\\s*/|\\s*(?:\\d{1,2}|một|hai) lần)`,
      'gu',
    ),
    rules: every,
  },
  {
    // thứ sáu hằng tuần · mỗi năm một lần · định kỳ hằng năm · hằng quý, 6 tháng và năm
    words: new RegExp(
      `(?:định kỳ,? )?(?:(?:vào )?(?:sáng |chiều |tối )?${WEEKDAY}(?:(?:,| và) ${WEEKDAY})*(?: tuần (?:đầu|cuối))?(?: của)? )?(?:hằng|hàng|mỗi) ${UNIT}(?: (?:ít nhất |tối thiểu )?${N} (?:lần|đợt|kỳ|buổi|số))?${AND_PERIODS}(?![\\p{L}])`,
      'gu',
    ),
    rules: (m, a) => (MONEY.test(a.before) && !m[0].startsWith('định kỳ') ? null : every(m)),
  },
  {
    // 6 tháng một lần · 01 quý/lần · một năm hai lần
    words: new RegExp(
      `(?:định kỳ,? )?(?:${N} )?${UNIT}\\s?(?:/|${N}|,)(?:\\s?(?:6 tháng|năm|01 năm|1 năm|quý))*\\s?lần(?:/${UNIT})?(?![\\p{L}])`,
      'gu',
    ),
    rules: every,
  },
  {
    // 02 tin, bài/tháng · ít nhất 01 buổi truyền thông/quý; not 500.000 đồng/tháng
    words: new RegExp(
      `(?:ít nhất |tối thiểu )?(?<![\\d.,])\\d{1,2}(?: (?!tỷ|triệu|nghìn|đồng|lít|kg|tấn|tạ|ha|m2|km|người|khách|lượt)\\p{L}+,?){1,4}\\s?/\\s?(?:0?1 )?${UNIT}(?![\\p{L}])`,
      'gu',
    ),
    rules: every,
  },
  {
    words: new RegExp(
      `(?:ít nhất |tối thiểu )?${N} (?:lần|kỳ|số|buổi|đợt|cuộc) ?(?:/|trong |mỗi |một )+ ?(?:01 |một )?${UNIT}(?![\\p{L}])`,
      'gu',
    ),
    rules: every,
  },
  {
    words: new RegExp(`định kỳ,? ?\\(?${PERIOD}(?![\\p{L}])${AND_PERIODS}\\)?|(?<=báo cáo )theo (?:tháng|quý)(?![\\p{L}])`, 'gu'),
    rules: every,
  },
  {
    words:
      /định kỳ(?= (?:báo cáo|tổng hợp|kiểm tra|rà soát|tổ chức|hoặc|và|đánh giá|sơ kết|thông tin|phối hợp|giao ban))|^định kỳ$|(?<!chế độ báo cáo )định kỳ(?=\s*(?:[.;,)]|$))/g,
    rules: () => [{ kind: 'every', period: null }],
  },
  {
    words:
      /(?:đột xuất )?(?:khi (?:có|được|phát sinh)(?: thông tin)?(?: nội dung)?(?: văn bản)? yêu cầu|theo yêu cầu(?: của \p{L}+ \p{L}+)?(?! (?:kỹ thuật|nhiệm vụ chính trị|đề ra|thực tế|của quy định|tại))|khi cần thiết|khi cần(?=\s*(?:[,.;)]|$)))(?= của| nhiệm vụ|[^\p{L}]|$| hoặc| và| từ| \p{L})/gu,
    rules: (m, a) =>
      /(?:đáp ứng|nội dung|sản phẩm)\s?$/.test(a.before) && !m[0].includes('khi') ? null : [{ kind: 'on_request' }],
  },
  { words: /khi (?:có (?:\p{L}+ ){0,4})?phát sinh(?=\s*(?:[.,;)]|$))/gu, rules: () => [{ kind: 'on_request' }] },
  {
    words: /đột xuất/g,
    rules: (m, a) =>
      /(?:hằng|hàng|mỗi|định kỳ)(?: (?:tháng|quý|năm|tuần))? (?:và|hoặc) $/.test(a.before) ||
      (/(?:báo cáo|số liệu|thông tin|tài liệu|dữ liệu|hoặc|và|,|\/|kỳ)\s?(?:kết quả\s)?$/.test(a.before) &&
        !/(?:kiểm tra|thanh tra)[^.;]{0,30}$/.test(a.before)) ||
      a.cell
        ? [{ kind: 'on_request' }]
        : null,
  },
];

/** Whose "each year" is of money and of routine: "dự toán hằng năm", "kế hoạch công tác hằng năm". */
const MONEY =
  /(?:dự toán(?: giao)?|phân bổ|ngân sách|kinh phí|bố trí|(?<!thu )chi(?: thường xuyên)?|giao|được giao|kế hoạch(?: công tác)?|chương trình công tác|nhu cầu|nhiệm vụ|tăng|bình quân)\s?$/;

function every(m: RegExpMatchArray): [{ kind: 'every'; period: ReturnType<typeof clock> }] {
  return [{ kind: 'every', period: clock(m[0]) }];
}

function clock(words: string): 'month' | 'quarter' | 'half_year' | 'nine_months' | 'year' | 'week' | null {
  if (/tuần/.test(words)) return 'week';
  if (/quý|(?<!\d)(?:03|3|ba) tháng/.test(words)) return 'quarter';
  if (/(?:6|06|sáu) tháng/.test(words)) return 'half_year';
  if (/(?:9|09|chín) tháng/.test(words)) return 'nine_months';
  if (/tháng/.test(words)) return 'month';
  return /năm/.test(words) ? 'year' : null;
}
