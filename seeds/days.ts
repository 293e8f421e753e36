/**
 * Days and papers that the demonstration speaks of. Sources: [S] read in public material, [M] from memory and not checked: correct them
 * before anybody relies on them.
 */

/**
 * The demonstration begins with the programme of 2021–2025. When most of its places and units were founded is not told here: they have
 * this day for want of theirs.
 */
export const SINCE = '2021-01-01';

/** Chơn Thành becomes a town [M]. */
export const CHON_THANH_TOWN = '2022-10-01';

/** Ministries and provincial departments are put together [S for the ministries, M for the day]. */
export const MINISTRIES = '2025-03-01';

/** Provinces and communes are put together, the district level ends [S]. */
export const TWO_LEVELS = '2025-07-01';

/** Đồng Nai becomes a city under the central government [S, second hand]. */
export const CITY = '2026-04-24';

export const PAPERS = {
  /** [M] */
  chon_thanh: 'Nghị quyết số 570/NQ-UBTVQH15 ngày 11/8/2022 của Ủy ban Thường vụ Quốc hội',
  /** [M] number and day */
  government: 'Nghị quyết số 176/2025/QH15 ngày 18/02/2025 của Quốc hội',
  culture_ministry: 'Nghị định số 43/2025/NĐ-CP của Chính phủ',
  external_information_authority: 'Quyết định số 637/QĐ-BVHTTDL ngày 11/3/2025 của Bộ Văn hóa, Thể thao và Du lịch',
  /** [M] */
  departments: 'Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Chính phủ',
  party: 'Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII',
  provinces: 'Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội',
  communes: 'Nghị quyết số 1662/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội',
  /** [M] number and day */
  two_levels: 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025',
  provincial_departments: 'Nghị định số 150/2025/NĐ-CP của Chính phủ',
  city: 'Nghị quyết số 31/2026/QH16 của Quốc hội',
} as const;
