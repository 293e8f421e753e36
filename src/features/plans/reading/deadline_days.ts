/** Days: of a year, of each year, of each month or quarter. */
import { BEFORE, bound, ruleOf, YEARLY, years } from './deadline_words.ts';
import type { Pattern } from './deadline_words.ts';
import type { Bound, DeadlineRule } from './reading.ts';

const DAY = '(?:ngày )?(\\d{1,2})(?:\\s?[/.-]\\s?| tháng )(\\d{1,2})(?:(?:\\s?[/.-]\\s?|,? năm )(20\\d\\d))?(?!\\d|[/%]|[.-]\\d)';
const HOUR = '(?:\\d{1,2} ?(?:giờ|h|g) ?(?:\\d{2})? ?(?:phút)?,? ?(?:ngày )?)?';
const NEXT = '(?:sau|kế tiếp|tiếp theo|liền kề|báo cáo)';

/** Report days and plan days of the past: "từ ngày 01/7/2014 đến nay", "kể từ ngày ký". */
const FROM = /(?:kể từ|từ|sau|tính đến|ký|ban hành|thành lập|kỷ niệm|lần thứ)\s(?:ngày\s)?$/;

export const DAYS: Pattern[] = [
  {
    // ngày 15 và ngày 30 hằng tháng
    words: /(?:trước )?ngày (\d{1,2})(?:,| và) (?:ngày )?(\d{1,2}) (?:hằng|hàng|mỗi) tháng/g,
    rules: (m) =>
      [m[1], m[2]].map((d) => ({ kind: 'monthly' as const, bound: bound(m[0]), day: Number(d), every: 'month' as const })),
  },
  {
    // trước ngày 25 hằng tháng · ngày 15 tháng cuối quý · ngày 20 của tháng cuối mỗi quý
    words: new RegExp(
      `(?:${BEFORE} )?(?:ngày )?(\\d{1,2})(?:,)? ?(?:(hằng tháng|hàng tháng|mỗi tháng|từng tháng|các tháng|(?:của )?tháng ${NEXT})|(?:của )?(?:tháng )?(?:cuối(?: cùng)?|thứ ba|đầu(?: tiên)?|sau)? ?(?:của )?(?:mỗi |hằng |hàng |từng )?quý(?: ${NEXT})?)(?![\\p{L}])(?! [ivx\\d])`,
      'gu',
    ),
    rules: (m) => {
      const n = Number(m[1]);
      if (n < 1 || n > 31 || !/ngày|trước|chậm nhất/.test(m[0])) return null;
      return [{ kind: 'monthly', bound: bound(m[0]), day: n, every: m[2] ? 'month' : 'quarter' }];
    },
  },
  {
    // hằng tháng, trước ngày 25
    words: new RegExp(
      `(?:định kỳ )?(?:(?:hằng|hàng|mỗi) (tháng|quý)),? (?:vào |${BEFORE} )?(?:ngày )(\\d{1,2})(?![\\d/]| tháng \\d)(?: của)?(?: tháng (?:sau|cuối quý|kế tiếp))?`,
      'g',
    ),
    rules: (m) =>
      Number(m[2]) >= 1 && Number(m[2]) <= 31
        ? [{ kind: 'monthly', bound: bound(m[0]), day: Number(m[2]), every: m[1] === 'quý' ? 'quarter' : 'month' }]
        : null,
  },
  {
    // báo cáo tháng trước ngày 20
    words: new RegExp(`${BEFORE} ngày (\\d{1,2})(?![\\d/.-]|\\s(?:tháng|của))`, 'g'),
    rules: (m, a) => {
      const report = /báo cáo (?:định kỳ )?(?:hằng |hàng )?(tháng|quý),?\s\(?$/.exec(a.before)?.[1];
      return report && Number(m[1]) >= 1 && Number(m[1]) <= 31
        ? [{ kind: 'monthly', bound: bound(m[0]), day: Number(m[1]), every: report === 'quý' ? 'quarter' : 'month' }]
        : null;
    },
  },
  {
    // trước ngày 20/6 và 15/11 hằng năm · trước ngày 15 tháng 6 và 15 tháng 12/2024
    words: new RegExp(
      `${BEFORE} (?:ngày )?(\\d{1,2})(?:/| tháng )(\\d{1,2})(?:\\s?\\([^()]{1,30}\\))?(?:\\s?[,;]\\s?| và )(?:(?:trước )?ngày )?(\\d{1,2})(?:/| tháng )(\\d{1,2})(?:(?:/| năm )(20\\d\\d))?(?![\\d/])(?:\\s?\\((?:báo cáo )?(?:năm|cả năm)\\))?${YEARLY}`,
      'g',
    ),
    rules: (m) =>
      several(
        m,
        [
          [m[1], m[2]],
          [m[3], m[4]],
        ],
        m[5],
      ),
  },
  {
    // trước ngày 05 và 20 tháng 6: one month for both
    words: new RegExp(
      `(?:${BEFORE} )?(?:các )?ngày (\\d{1,2})(?:,| và) (?:ngày )?(\\d{1,2})(?:/| tháng )(\\d{1,2})(?:(?:/| năm )(20\\d\\d))?(?![\\d/])${YEARLY}`,
      'g',
    ),
    rules: (m) =>
      several(
        m,
        [
          [m[1], m[3]],
          [m[2], m[3]],
        ],
        m[4],
      ),
  },
  {
    // trước ngày 30/6/2024 · chậm nhất ngày 05 tháng 3 năm 2024 · trước 15/6
    words: new RegExp(`${BEFORE}(?: là| đến)? ${HOUR}${DAY}${YEARLY}`, 'g'),
    rules: (m, a) => {
      if (/^(?:đến|trong)/.test(m[0]) && /(?:tính|từ (?!ngày (?:ký|ban hành)).{0,24})\s$/.test(a.before)) return [];
      const rule = day(m, bound(m[0]));
      return rule ? [rule] : null;
    },
  },
  {
    // a day alone: ngày 15/7/2024 · 20/6 hằng năm · dịp 30/4 · in a cell 31/12/2024
    words:
      /(dịp )?(?:ngày )?(?<![\d/.-])(\d{1,2})(?:\/| tháng |-|\.)(\d{1,2})(?:(?:\/|,? năm |-|\.)(20\d\d))?(?![\d/%-])(?! ?(?:ha|m2|km|tỷ|triệu|lớp|xã|huyện|thôn))( (?:hằng|hàng|mỗi) năm)?/g,
    rules: (m, a) => {
      if (FROM.test(a.before) || /^ đến nay/.test(a.after)) return [];
      const named =
        m[0].startsWith('ngày') &&
        (m[4] || /(?:vào|tổ chức|dự kiến|thời gian:?|và|phát hành|dịp|sáng|chiều|tối)\s$/.test(a.before));
      const reported = /^ (?:đối với|với|cho) (?:các )?(?:kỳ )?báo cáo/.test(a.after);
      if (!a.cell && !m[5] && !m[1] && !named && !reported) return null;
      const rule = ruleOf(years(m[4]), Number(m[3]), Number(m[2]), 'by');
      return rule ? [rule] : null;
    },
  },
];

function several(m: RegExpMatchArray, days: [string?, string?][], year: string | undefined): DeadlineRule[] | null {
  const rules = days.map(([d, month]) => ruleOf(years(year), Number(month), Number(d), bound(m[0])));
  return rules.every((rule) => rule !== null) ? rules : null;
}

function day(m: RegExpMatchArray, which: Bound): DeadlineRule | null {
  return ruleOf(years(m[3]), Number(m[2]), Number(m[1]), which);
}
