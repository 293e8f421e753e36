/** Days: of a year, of each year, of each month or quarter. */
import { BEFORE, bound, ruleOf, YEARLY, years } from './deadline_words.ts';
import type { Pattern } from './deadline_words.ts';
import type { Bound, DeadlineRule } from './reading.ts';

const DAY = '(?:ngày )?(\\d{1,2})(?:\\s?[/.-]\\s?| tháng )(\\d{1,2})(?:(?:\\s?[/.-]\\s?|,? năm )(20\\d\\d))?(?!\\d|[/%]|[.-]\\d)';

/** Report days and plan days of the past: "từ ngày 01/7/2014 đến nay", "kể từ ngày ký". */
const FROM = /(?:kể từ|từ|sau|tính đến|ký|ban hành|thành lập|kỷ niệm|lần thứ)\s(?:ngày\s)?$/;


export const DAYS: Pattern[] = [
  {
    // ngày 15 và ngày 30 hằng tháng
    words: /(?:vào |trước )?ngày (\d{1,2})(?:,| và) (?:ngày )?(\d{1,2}) (?:hằng|hàng|mỗi) tháng/g,
    rules: (m) => [m[1], m[2]].map((d) => ({ kind: 'monthly' as const, bound: bound(m[0]), day: Number(d), every: 'month' as const })),
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
    words: new RegExp(`${BEFORE}(?: là| đến)? (?:\\d{1,2} ?(?:giờ|h|g) ?(?:\\d{2})? ?(?:phút)?,? ?(?:ngày )?)?${DAY}${YEARLY}`, 'g'),
    rules: (m) => {
      const rule = day(m, 1, bound(m[0]));
      return rule ? [rule] : null;
    },
  },
  {
    // a day alone: ngày 15/7/2024 · 20/6 hằng năm · in a cell 31/12/2024
    words: new RegExp(`(?:ngày )?(?<![\\d/.-])(\\d{1,2})(?:/| tháng |-|\\.)(\\d{1,2})(?:(?:/|,? năm |-|\\.)(20\\d\\d))?(?![\\d/%-])(?! ?(?:ha|m2|km|tỷ|triệu|lớp|xã|huyện|thôn))( (?:hằng|hàng) năm)?`, 'g'),
    rules: (m, a) => {
      if (FROM.test(a.before) || /^ đến nay/.test(a.after)) return [];
      if (!a.cell && !m[4] && (!m[0].startsWith('ngày') || (!m[3] && !/(?:vào|tổ chức|dự kiến|thời gian:?|và|phát hành|dịp)\s$/.test(a.before)))) return null;
      const rule = day(m, 1, 'by');
      return rule ? [rule] : null;
    },
  },
];

function day(m: RegExpMatchArray, from: number, which: Bound): DeadlineRule | null {
  return ruleOf(m[from + 2] ? Number(m[from + 2]) : null, Number(m[from + 1]), Number(m[from]), which);
}
