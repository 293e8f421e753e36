/** Months, quarters and years in which something is to be done. */
import { BEFORE, OF_YEAR, QUARTER, quartersIn, years } from './deadline_words.ts';
import type { Around, Pattern } from './deadline_words.ts';
import { THIS_YEAR } from './own_year.ts';

const PART = `(?:${BEFORE} |(?:tuần )?(?:cuối|đầu) |giữa |(?:thượng|trung|hạ) tuần )?`;

export const MONTHS: Pattern[] = [
  {
    // trong quý II, IV/2024 · Q.III/2024 · quý I năm 2024 · quý cuối năm 2025
    words: new RegExp(
      `${PART}(?:hằng |hàng )?(?:(?:quý |(?<![\\p{L}])q\\.? ?)(${QUARTER}(?:(?:\\s?[,;&+]\\s?| và )(?:quý |q\\.? ?)?${QUARTER}(?![\\p{L}\\d]))*)(?![\\p{L}\\d]|\\s?-\\s?\\d(?!\\d{3})| lần)(?:${OF_YEAR}| (?:hằng|hàng) năm)?|quý (cuối|đầu) năm (20\\d\\d))`,
      'gu',
    ),
    rules: (m) => {
      const quarters = m[3] ? [m[3] === 'đầu' ? 1 : 4] : quartersIn(m[1] ?? '');
      if (m[0].split('quý ').length > 2) return quarters.map((n) => ({ kind: 'quarter', quarters: [n], year: years(m[2]) }));
      return quarters.length ? [{ kind: 'quarter', quarters, year: years(m[2] ?? m[4]) }] : null;
    },
  },
  {
    // trong tháng 8/2023 · tháng 6, 12 · tháng 3 và tháng 9 hằng năm · in a cell T6/2024
    words: new RegExp(
      `(?<!\\d )${PART}(?<!\\d |mỗi |hằng |hàng )(?:tháng |(?<![\\p{L}\\d])t\\.?(?=\\d{1,2}/20))(\\d{1,2}(?:(?:\\s?[,&;]\\s?| và )(?:tháng )?\\d{1,2}(?!\\d|\\s?[/.]\\s?\\d(?!0\\d\\d)))*)(?:${OF_YEAR}|( (?:hằng|hàng|mỗi) năm))?(?!\\d)(?!\\s?[/.]\\s?\\d)`,
      'gu',
    ),
    rules: (m, a) => {
      const list = (m[1] ?? '').split(/\D+/).filter(Boolean).map(Number);
      if (list.some((n) => n < 1 || n > 12) || /(?:ngày \d{1,2}|từ|kể từ)\s?$/.test(a.before)) return null;
      const apart = m[0].split('tháng ').length > 2;
      return apart
        ? list.map((month) => ({ kind: 'month', months: [month], year: years(m[2]) }))
        : [{ kind: 'month', months: list, year: years(m[2]) }];
    },
  },
  {
    // trong tháng Năm: a month spelled out
    words:
      /(?:trong|vào|đến hết|hết|trước) tháng (giêng|một(?! lần)|hai|ba|tư|năm(?! 20)|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?![\p{L}])(?: năm (20\d\d))?/gu,
    rules: (m) => [{ kind: 'month', months: [MONTH_NAMES[m[1] ?? ''] ?? 1], year: years(m[2]) }],
  },
];

export const YEARS: Pattern[] = [
  {
    words: new RegExp(`(?:(?:${BEFORE}|đến cuối|cả|giữa|cuối|đầu)(?: hết| cuối)? )?năm (20\\d\\d)(?![\\d]|\\s?-\\s?\\d)`, 'g'),
    rules: (m, a) => (notAYear(m[0], a) ? null : [{ kind: 'year', year: Number(m[1]) }]),
  },
  { words: /^(?:trong )năm$/g, rules: (m, a) => (a.cell ? [{ kind: 'year', year: THIS_YEAR }] : null) },
  {
    // a cell alone: 02/2024 · quý and month are told by the column
    words: /(?<![\d/.-])(\d{1,2})\/(20\d\d)(?![\d/.-])/g,
    rules: (m, a) =>
      a.cell && Number(m[1]) >= 1 && Number(m[1]) <= 12 ? [{ kind: 'month', months: [Number(m[1])], year: Number(m[2]) }] : null,
  },
  {
    words: /(?<![\d/-])(20\d\d)(?![\d/-])/g,
    rules: (m, a) => (a.cell && a.text.trim() === m[0] ? [{ kind: 'year', year: Number(m[1]) }] : null),
  },
];

const MONTH_NAMES: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};

/** Years that name something else: a plan's, a census's, "so với năm 2022"; and goals: "đến năm 2030 đạt …". */
function notAYear(words: string, a: Around): boolean {
  if (
    OWNED.test(a.before) ||
    /^ (?:trở lại|và (?:những|các) năm)/.test(a.after) ||
    /^,?(?: \p{L}+){0,3} đã(?![\p{L}])/u.test(a.after)
  )
    return true;
  if (words.startsWith('năm') && OF_MONEY.test(a.before)) return true;
  if (!a.cell && isGoal(words, a)) return true;
  return !a.cell && /tầm nhìn|định hướng/.test(a.before.slice(-20));
}

function isGoal(words: string, a: Around): boolean {
  if (/phấn đấu\s$/.test(a.before)) return true;
  return (
    /^(?:đến|hết|năm|cuối)/.test(words) &&
    /^,? (?:(?:toàn |cả )?(?:tỉnh|huyện|xã|thành phố|thị xã) )?(?:phấn đấu |cơ bản )?(?:có|đạt|ít nhất|tối thiểu|trên|tỷ lệ|giảm|tăng|không còn|khoảng|100|\d+(?:,\d+)? ?%)(?![\p{L}])/u.test(
      a.after,
    )
  );
}

const OWNED =
  /(?:so với|từ|của|kế hoạch|dự toán ngân sách|kết quả|số liệu|khóa|nhiệm kỳ|tổng kết|sơ kết|luật|pháp lệnh|hiến pháp|báo cáo|ngân sách|kỷ niệm|mục tiêu|vụ|niên vụ|mùa)\s$|(?:tổng kết|sơ kết|kết quả)(?: \p{L}+){1,3}(?<! vào| trong) $/u;
const OF_MONEY = /(?:kinh phí|ngân sách|dự toán|nguồn vốn|vốn|chi)(?: \p{L}+){0,3} $/u;
