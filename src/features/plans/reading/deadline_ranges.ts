/** From … to: between days, months, quarters, years. */
import { BEFORE, OF_YEAR, QUARTER, quartersIn, range, years } from './deadline_words.ts';
import type { Pattern } from './deadline_words.ts';
import { NOW } from './own_year.ts';

const TO = '\\s?(?:đến|tới|-)\\s?(?:hết |cuối )?';
const Q = '(?:quý |q\\.? ?)';

export const RANGES: Pattern[] = [
  {
    // từ nay đến hết năm 2025 · từ nay đến ngày 30/6/2025 · từ nay đến cuối năm
    words: new RegExp(
      `từ nay (?:cho )?(?:đến|tới) (?:hết |cuối |trước )?(?:(?:ngày )?(\\d{1,2})(?:[/.]| tháng )(\\d{1,2})${OF_YEAR}?|tháng (\\d{1,2})${OF_YEAR}?|quý (${QUARTER})${OF_YEAR}?|năm(?: (20\\d\\d))?)(?![\\d/])`,
      'gu',
    ),
    rules: (m) => {
      const quarter = quartersIn(m[6] ?? '')[0];
      const to = m[1]
        ? range(years(m[3]), 1, 1, years(m[3]), Number(m[2]), Number(m[1]))
        : range(
            years(m[5] ?? m[7] ?? m[8]),
            1,
            1,
            years(m[5] ?? m[7] ?? m[8]),
            m[4] ? Number(m[4]) : quarter ? quarter * 3 : 12,
            null,
          );
      return to?.map((rule) => (rule.kind === 'range' ? { ...rule, from: NOW } : rule)) ?? null;
    },
  },
  {
    // từ ngày 15/6 đến ngày 15/7/2024 · từ 15 đến 20 tháng 7 năm 2024 · in a cell 15/5 - 15/6
    words:
      /(từ |các ngày )?(?:\d{1,2} ?(?:giờ|h) ?(?:\d{2})? ?(?:phút)?,? (?=ngày ))?(?<![\d/.])(?:ngày )?(\d{1,2})(?:(?:[/.-]| tháng )(\d{1,2}))?(?:(?:[/.-]| năm )(20\d\d))?\s?(đến|tới|-|và|,) ?(?:\d{1,2} ?(?:giờ|h) ?(?:\d{2})? ?(?:phút)?,? (?=ngày ))?(?:hết )?(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:(?:[/.-]|,? năm )(20\d\d))?(?![\d/])(?: (?:hằng|hàng) năm)?/g,
    rules: (m, a) => {
      if (!m[1] && (!a.cell || !m[3] || /và|,/.test(m[5] ?? ''))) return null;
      return range(
        years(m[4]) ?? years(m[8]),
        Number(m[3] ?? m[7]),
        Number(m[2]),
        years(m[8]) ?? years(m[4]),
        Number(m[7]),
        Number(m[6]),
      );
    },
  },
  {
    // từ tháng 3 đến tháng 6/2024 · từ tháng 9/2022 đến tháng 12/2024 · tháng 4-6/2024 · in a cell 9/2025 - 3/2026, T5-T9/2024
    words: new RegExp(
      `(từ (?:đầu )?)?(tháng |(?<![\\p{L}\\d])t\\.?|(?<![\\d/.-]))(\\d{1,2})(?:(?:/| năm )(20\\d\\d))?${TO}(tháng |t\\.?)?(\\d{1,2})${OF_YEAR}?(?![\\d/])(?: hằng năm| hàng năm)?`,
      'gu',
    ),
    rules: (m, a) => {
      if (Number(m[3]) > 12 || Number(m[6]) > 12 || (!m[2] && !(m[4] && m[7] && (a.cell || m[1])))) return null;
      if (m[2]?.startsWith('t') && !m[2].startsWith('th') && !m[5]?.startsWith('t') && !m[7]) return null;
      const to = years(m[7]) ?? years(m[4]);
      return range(years(m[4]) ?? to, Number(m[3]), 1, to, Number(m[6]), null);
    },
  },
  {
    // từ quý II đến quý III năm 2024 · Quý I - II
    words: new RegExp(`(?:từ )?${Q}(${QUARTER})(?:(?:/| năm )(20\\d\\d))?${TO}${Q}?(${QUARTER})${OF_YEAR}?(?![\\p{L}\\d])`, 'gu'),
    rules: (m) => {
      const [a = 0, b = 0] = [quartersIn(m[1] ?? '')[0], quartersIn(m[3] ?? '')[0]];
      const to = years(m[4]) ?? years(m[2]);
      return range(years(m[2]) ?? to, a * 3 - 2, 1, to, b * 3, null);
    },
  },
  {
    // từ quý III/2024 đến hết năm 2026 · từ tháng 6/2024 đến quý I/2025 · từ quý II đến hết năm 2024
    words: new RegExp(
      `từ (?:đầu )?(?:tháng (\\d{1,2})|quý (${QUARTER})|năm)(?:(?:/| năm | ?)(20\\d\\d))? (?:đến|tới) (?:hết |cuối )?(?:tháng (\\d{1,2})(?:/| năm )|quý (${QUARTER})(?:/| năm )|năm )(20\\d\\d)(?!\\d)`,
      'gu',
    ),
    rules: (m) => {
      const [a, b] = [quartersIn(m[2] ?? '')[0], quartersIn(m[5] ?? '')[0]];
      const from = m[1] ? Number(m[1]) : a ? a * 3 - 2 : 1;
      return range(years(m[3]) ?? Number(m[6]), from, 1, Number(m[6]), m[4] ? Number(m[4]) : b ? b * 3 : 12, null);
    },
  },
  {
    // từ năm 2023 đến năm 2025 · giai đoạn 2023-2025
    words:
      /(?:trong )?(?:(?:từ(?: năm)? ?|giai đoạn ?|các năm ?|trong năm |năm )(20\d\d)\s?(?:đến(?: hết)?|tới|-)\s?(?:năm )?(20\d\d))(?!\d)/g,
    rules: (m) => span(m[1], m[2]),
  },
  {
    words: /năm học (20\d\d)\s?-\s?(20\d\d)(?!\d)/g,
    rules: (m) => (Number(m[2]) === Number(m[1]) + 1 ? range(Number(m[1]), 9, 1, Number(m[2]), 5, null) : null),
  },
  {
    // các năm 2023, 2024 và 2025
    words: /(?:trong )?(?:các )?năm (20\d\d)(?:, (?:năm )?20\d\d)*(?:,|,? và) (?:năm )?(20\d\d)(?![\d/-])/g,
    rules: (m) => span(m[1], m[2]),
  },
  {
    // in a cell: 2023 - 2025 · 2024, 2025; elsewhere: trong 3 năm (2025 - 2027)
    words: /(?<![\d/-])(20\d\d)\s?[-,]\s?(20\d\d)(?![\d/-])/g,
    rules: (m, a) => (a.cell || (/\d năm \($/.test(a.before) && a.after.startsWith(')')) ? span(m[1], m[2]) : null),
  },
  {
    // 6 tháng đầu năm 2024 · 6 tháng cuối năm · nửa cuối năm
    words: new RegExp(
      `(${BEFORE} )?(?<!\\d)(?:(0?\\d|1[01]|sáu|ba|chín) tháng|nửa) (đầu|cuối)(?: của)? năm(?: (20\\d\\d))?`,
      'g',
    ),
    rules: (m, a) => {
      if (/(?:báo cáo|sơ kết|kết quả|tình hình|đánh giá|công tác|nhiệm vụ)\s?$/.test(a.before)) return null;
      const count = { sáu: 6, ba: 3, chín: 9 }[m[2] ?? ''] ?? Number(m[2] ?? 6);
      const year = years(m[4]);
      return m[3] === 'đầu' ? range(year, 1, 1, year, count, null) : range(year, 13 - count, 1, year, 12, null);
    },
  },
];

const span = (from = '', to = '') => (from <= to ? range(Number(from), 1, 1, Number(to), 12, null) : null);
