/** The ways of saying when, from the most to the least exact; the first that takes some words keeps them. */
import { isDayOfYear, isoDay, monthEnd, quarter } from './dates.ts';
import type { Bound, DeadlineRule } from './reading.ts';

export interface Around {
  before: string;
  after: string;
  cell: boolean;
  text: string;
}

export interface Pattern {
  words: RegExp;
  /** The rules these words say, or null when they are no deadline after all. */
  rules: (m: RegExpMatchArray, around: Around) => DeadlineRule[] | null;
}

const BEFORE = '(?:(?:xong |hoàn thành )?trước|chậm nhất(?: là)?(?: trước| đến| vào| ngày)?|muộn nhất(?: là)?(?: trước| vào)?|không (?:quá|muộn hơn)|hạn cuối(?: là)?|đến hết|đến|hết|vào|trong|xong)';
const DAY = '(?:ngày )?(\\d{1,2})(?:\\s?[/.-]\\s?| tháng )(\\d{1,2})(?:(?:\\s?[/.-]\\s?|,? năm )(20\\d\\d))?(?!\\d|[/%]|[.-]\\d)';
const YEARLY = '(?:,? (?:hằng năm|hàng năm|mỗi năm|của năm|các năm|cùng năm|năm sau)(?: sau)?)?';

const bound = (words: string): Bound => (/trước|không muộn/.test(words) && !/chậm nhất|muộn nhất/.test(words) ? 'before' : 'by');

function day(m: RegExpMatchArray, from: number, which: Bound): DeadlineRule | null {
  return ruleOf(m[from + 2] ? Number(m[from + 2]) : null, Number(m[from + 1]), Number(m[from]), which);
}

function ruleOf(year: number | null, month: number, d: number, which: Bound): DeadlineRule | null {
  if (year === null) return isDayOfYear(month, d) ? { kind: 'yearly', bound: which, month, day: d } : null;
  const date = isoDay(year, month, d);
  return date ? { kind: 'date', bound: which, date } : null;
}

const years = (text: string | undefined) => (text ? Number(text) : null);

/** Report days and plan days of the past: "từ ngày 01/7/2014 đến nay", "kể từ ngày ký". */
const FROM = /(?:kể từ|từ|sau|tính đến|ký|ban hành|thành lập|kỷ niệm|lần thứ)\s(?:ngày\s)?$/;

export const PATTERNS: Pattern[] = [
  {
    // từ ngày 15/6 đến ngày 15/7/2024
    words: new RegExp(`từ (?:ngày )?(\\d{1,2})(?:[/.-](\\d{1,2}))?(?:[/.-](20\\d\\d))?\\s?(?:đến|tới|-) (?:hết )?(?:ngày )?(\\d{1,2})[/.-](\\d{1,2})(?:(?:[/.-]|,? năm )(20\\d\\d))?(?![\\d/])`, 'g'),
    rules: (m) => range(years(m[3]) ?? years(m[6]), Number(m[2] ?? m[5]), Number(m[1]), years(m[6]) ?? years(m[3]), Number(m[5]), Number(m[4])),
  },
  {
    // từ tháng 3 đến tháng 6/2024 · từ tháng 9/2022 đến tháng 12/2024 · tháng 3 - tháng 6 năm 2024
    words: /(?:từ )?tháng (\d{1,2})(?:(?:\/| năm )(20\d\d))?\s?(?:đến|tới|-)\s?(?:hết )?(?:tháng )?(\d{1,2})(?:(?:\/| năm )(20\d\d))?(?![\d/])(?: hằng năm| hàng năm)?/g,
    rules: (m) => {
      if (Number(m[1]) > 12 || Number(m[3]) > 12) return null;
      const to = years(m[4]) ?? years(m[2]);
      if (to === null) return [{ kind: 'month', months: months(Number(m[1]), Number(m[3])), year: null }];
      return range(years(m[2]) ?? to, Number(m[1]), 1, to, Number(m[3]), null);
    },
  },
  {
    // T5-T9/2024 · T6/2024
    words: /(?<![\p{L}\d])t\.?(\d{1,2})(?:\/(20\d\d))?(?:\s?(?:-|đến)\s?t?\.?(\d{1,2}))?(?:\/(20\d\d))(?!\d)/gu,
    rules: (m) => {
      const to = Number(m[4]);
      if (Number(m[1]) > 12 || Number(m[3] ?? 1) > 12) return null;
      return m[3] ? range(years(m[2]) ?? to, Number(m[1]), 1, to, Number(m[3]), null) : [{ kind: 'month', months: [Number(m[1])], year: to }];
    },
  },
  {
    // từ quý II đến quý III năm 2024
    words: /(?:từ )?quý ([ivx]{1,3}|[1-4])(?:(?:\/| năm )(20\d\d))?\s?(?:đến|tới|-)\s?(?:hết )?(?:quý )?([ivx]{1,3}|[1-4])(?:(?:\/| năm )(20\d\d))?(?![\p{L}\d])/gu,
    rules: (m) => {
      const [a, b] = [quarter(m[1] ?? ''), quarter(m[3] ?? '')];
      const to = years(m[4]) ?? years(m[2]);
      if (!a || !b) return null;
      if (to === null) return a <= b ? [{ kind: 'quarter', quarters: months(a, b), year: null }] : null;
      return range(years(m[2]) ?? to, a * 3 - 2, 1, to, b * 3, null);
    },
  },
  {
    // từ quý III/2024 đến hết năm 2026 · từ tháng 6/2024 đến quý I/2025 · từ quý II đến hết năm 2024
    words: /từ (?:đầu )?(?:tháng (\d{1,2})|quý ([ivx]{1,3}|[1-4])|năm)(?:(?:\/| năm | ?)(20\d\d))? (?:đến|tới) (?:hết |cuối )?(?:tháng (\d{1,2})(?:\/| năm )|quý ([ivx]{1,3}|[1-4])(?:\/| năm )|năm )(20\d\d)(?!\d)/g,
    rules: (m) => {
      const [a, b] = [quarter(m[2] ?? ''), quarter(m[5] ?? '')];
      const to = Number(m[6]);
      const from = m[1] ? Number(m[1]) : a ? a * 3 - 2 : 1;
      const until = m[4] ? Number(m[4]) : b ? b * 3 : 12;
      return from <= 12 && until <= 12 ? range(years(m[3]) ?? to, from, 1, to, until, null) : null;
    },
  },
  {
    // từ năm 2023 đến năm 2025 · giai đoạn 2023-2025
    words: /(?:trong )?(?:(?:từ(?: năm)? ?|giai đoạn ?|các năm ?|trong năm |năm )(20\d\d)\s?(?:đến(?: hết)?|tới|-)\s?(?:năm )?(20\d\d))(?!\d)/g,
    rules: (m, a) => (Number(m[1]) <= Number(m[2]) && !/năm học\s?$/.test(a.before + m[0].slice(0, 0)) ? range(Number(m[1]), 1, 1, Number(m[2]), 12, null) : null),
  },
  {
    words: /(?<![\d/-])(20\d\d)\s?-\s?(20\d\d)(?![\d/-])/g,
    rules: (m, a) => (a.cell && Number(m[1]) <= Number(m[2]) ? range(Number(m[1]), 1, 1, Number(m[2]), 12, null) : null),
  },
  {
    // trước ngày 25 hằng tháng · ngày 15 tháng cuối quý · ngày 20 của tháng cuối mỗi quý
    words: new RegExp(`(?:${BEFORE} )?(?:ngày )?(\\d{1,2})(?:,)? ?(?:(hằng tháng|hàng tháng|mỗi tháng|từng tháng|các tháng|của tháng (?:sau|kế tiếp|tiếp theo|liền kề)|tháng (?:sau|kế tiếp|tiếp theo|liền kề))|(?:của )?(?:tháng )?(?:cuối|thứ ba|đầu|sau)? ?(?:của )?(?:mỗi |hằng |hàng |từng )?quý(?: sau| kế tiếp)?)(?![\\p{L}])(?! [ivx\\d])`, 'gu'),
    rules: (m) => {
      const n = Number(m[1]);
      if (n < 1 || n > 31 || !/ngày|trước|chậm nhất/.test(m[0])) return null;
      return [{ kind: 'monthly', bound: bound(m[0]), day: n, every: m[2] ? 'month' : 'quarter' }];
    },
  },
  {
    // hằng tháng, trước ngày 25
    words: new RegExp(`(?:định kỳ )?(?:(?:hằng|hàng|mỗi) (tháng|quý)),? (?:vào |${BEFORE} )?(?:ngày )(\\d{1,2})(?![\\d/]| tháng \\d)(?: của)?(?: tháng (?:sau|cuối quý|kế tiếp))?`, 'g'),
    rules: (m) => (Number(m[2]) >= 1 && Number(m[2]) <= 31 ? [{ kind: 'monthly', bound: bound(m[0]), day: Number(m[2]), every: m[1] === 'quý' ? 'quarter' : 'month' }] : null),
  },
  {
    // trước ngày 20/6 và 15/11 hằng năm · trước ngày 15/6 và 15/12/2024
    words: new RegExp(`${BEFORE} (?:ngày )?(\\d{1,2})/(\\d{1,2})(?:\\s?,\\s?| và )(?:(?:trước )?ngày )?(\\d{1,2})/(\\d{1,2})(?:(?:/| năm )(20\\d\\d))?(?![\\d/])${YEARLY}`, 'g'),
    rules: (m) => {
      const rules = [[m[2], m[1]], [m[4], m[3]]].map(([month, d]) => ruleOf(years(m[5]), Number(month), Number(d), bound(m[0])));
      return rules.every((r) => r !== null) ? rules : null;
    },
  },
  {
    // trước ngày 30/6/2024 · chậm nhất ngày 05 tháng 3 năm 2024 · trước 15/6
    words: new RegExp(`${BEFORE}(?: là| đến)? (?:\\d{1,2} giờ (?:\\d{2} )?(?:phút )?,? ?(?:ngày )?)?${DAY}${YEARLY}`, 'g'),
    rules: (m) => {
      const rule = day(m, 1, bound(m[0]));
      return rule ? [rule] : null;
    },
  },
  {
    // a day alone: ngày 15/7/2024 · 20/6 hằng năm · in a cell 31/12/2024
    words: new RegExp(`(?:ngày )?(?<![\\d/.-])(\\d{1,2})(?:/| tháng |-|\\.)(\\d{1,2})(?:(?:/|,? năm |-|\\.)(20\\d\\d))?(?![\\d/%-])(?! ?(?:ha|m2|km|tỷ|triệu|lớp|xã|huyện|thôn))( (?:hằng|hàng) năm)?`, 'g'),
    rules: (m, a) => {
      if (FROM.test(a.before) || /^ đến nay/.test(a.after)) return null;
      if (!a.cell && !m[4] && (!m[0].startsWith('ngày') || (!m[3] && !/(?:vào|tổ chức|dự kiến|thời gian:?|và|phát hành|dịp)\s$/.test(a.before)))) return null;
      const rule = day(m, 1, 'by');
      return rule ? [rule] : null;
    },
  },
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
  { words: /(?<![\d/-])(20\d\d)(?![\d/-])/g, rules: (m, a) => (a.cell && a.text.trim() === m[0] ? [{ kind: 'year', year: Number(m[1]) }] : null) },
  {
    // định kỳ 6 tháng một lần · hằng quý · định kỳ hằng năm
    words: /(?:định kỳ,? )?(?:(hằng|hàng|mỗi) (ngày|tuần|tháng|quý|năm)(?: (?:một|hai|ba|ít nhất (?:\d+|một|hai)|\d+) (?:lần|đợt|kỳ|buổi|số))?(?:,? ?(?:6 tháng|năm|quý))?|(?:(?:6|06|sáu|03|3|9|09) tháng|01 năm|1 năm|một năm|01 tháng|1 tháng|tháng|quý|năm|tuần)(?: ?(?:\/|một|1|01|\d|,| và)(?:\s?(?:6 tháng|năm|01 năm|1 năm|quý))?)* ?lần)(?:\/(?:tháng|quý|năm|tuần))?(?![\p{L}])/gu,
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

function range(fromYear: number | null, fromMonth: number, fromDay: number, toYear: number | null, toMonth: number, toDay: number | null): DeadlineRule[] | null {
  if (fromYear === null || toYear === null) {
    return isDayOfYear(toMonth, toDay ?? 1) ? [{ kind: 'yearly', bound: 'by', month: toMonth, day: toDay ?? 1 }] : null;
  }
  const from = isoDay(fromYear, fromMonth, fromDay);
  const to = toDay === null ? monthEnd(toYear, toMonth) : isoDay(toYear, toMonth, toDay);
  return from && to ? [{ kind: 'range', from, to }] : null;
}

const months = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Years that name something else: a plan's, a census's, "so với năm 2022". */
function notAYear(words: string, a: Around): boolean {
  if (/(?:so với|từ|của|kế hoạch|dự toán ngân sách|kết quả|số liệu|khóa|nhiệm kỳ|luật|pháp lệnh|hiến pháp|báo cáo|ngân sách|kỷ niệm|mục tiêu|vụ|niên vụ|mùa)\s$/.test(a.before)) return true;
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
