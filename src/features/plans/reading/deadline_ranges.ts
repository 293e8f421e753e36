/** From … to: between days, months, quarters, years. */
import { quarter } from './dates.ts';
import { months, range, years } from './deadline_words.ts';
import type { Pattern } from './deadline_words.ts';

export const RANGES: Pattern[] = [
  {
    // từ ngày 15/6 đến ngày 15/7/2024
    words: new RegExp(`(?:từ |các ngày )(?:ngày )?(\\d{1,2})(?:(?:[/.-]| tháng )(\\d{1,2}))?(?:(?:[/.-]| năm )(20\\d\\d))?\\s?(?:đến|tới|-|và|,) (?:hết )?(?:ngày )?(\\d{1,2})(?:[/.-]| tháng )(\\d{1,2})(?:(?:[/.-]|,? năm )(20\\d\\d))?(?![\\d/])`, 'g'),
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
];
