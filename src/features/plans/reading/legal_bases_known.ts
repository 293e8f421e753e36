/**
 * Documents that plans of this field cite and that have been replaced or amended. Small on purpose: what is not listed here is
 * not judged. `since` is the ISO day from which the later document stands.
 */
export interface KnownBasis {
  number: string;
  change: 'replaced' | 'amended' | 'expired';
  by: string | null;
  since: string;
  source: string;
}

export const KNOWN_BASES: KnownBasis[] = [
  {
    number: '15/2022/TT-BTC',
    change: 'replaced',
    by: 'Thông tư số 55/2023/TT-BTC',
    since: '2023-08-15',
    source: 'Thông tư số 55/2023/TT-BTC',
  },
  {
    number: '55/2023/TT-BTC',
    change: 'replaced',
    by: 'Thông tư số 60/2026/TT-BTC',
    since: '2026-05-31',
    source: 'Thông tư số 60/2026/TT-BTC',
  },
  {
    number: '72/2015/NĐ-CP',
    change: 'amended',
    by: 'Nghị định số 148/2026/NĐ-CP',
    since: '2026-07-01',
    source: 'Nghị định số 148/2026/NĐ-CP',
  },
  {
    number: '24/2011/TT-BTTTT',
    change: 'replaced',
    by: 'Thông tư số 22/2023/TT-BTTTT',
    since: '2024-04-05',
    source: 'Thông tư số 22/2023/TT-BTTTT',
  },
  {
    number: '42/2022/NĐ-CP',
    change: 'replaced',
    by: 'Nghị định số 224/2026/NĐ-CP',
    since: '2026-07-01',
    source: 'Nghị định số 224/2026/NĐ-CP',
  },
  {
    number: '13/2023/NĐ-CP',
    change: 'replaced',
    by: 'Nghị định số 356/2025/NĐ-CP',
    since: '2026-01-01',
    source: 'Luật số 91/2025/QH15; Nghị định số 356/2025/NĐ-CP',
  },
  {
    number: '110/2004/NĐ-CP',
    change: 'replaced',
    by: 'Nghị định số 30/2020/NĐ-CP',
    since: '2020-03-05',
    source: 'Nghị định số 30/2020/NĐ-CP, Điều 37',
  },
];
