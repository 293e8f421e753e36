/** The papers that changed the map of the demonstration, in the order of their days. */
import type { InferInput } from 'valibot';
import type { reorganise } from '#features/units/reorganising/inputs.ts';
import { CHON_THANH_TOWN, CITY, MINISTRIES, PAPERS, TWO_LEVELS } from './days.ts';
import { PLACES_OF_CHON_THANH, PLACES_OF_CITY, PLACES_OF_JULY } from './place-changes.ts';
import { UNITS_OF_CHON_THANH, UNITS_OF_CITY, UNITS_OF_JULY, UNITS_OF_MARCH } from './unit-changes.ts';

export const REORGANISATIONS: readonly InferInput<typeof reorganise>[] = [
  {
    title: 'Thành lập thị xã Chơn Thành',
    day: CHON_THANH_TOWN,
    legal_basis: PAPERS.chon_thanh,
    steps: [...PLACES_OF_CHON_THANH, ...UNITS_OF_CHON_THANH],
  },
  {
    title: 'Sắp xếp các bộ và cơ quan chuyên môn cấp tỉnh',
    day: MINISTRIES,
    legal_basis: PAPERS.government,
    steps: [...UNITS_OF_MARCH],
  },
  {
    title: 'Hợp nhất Bình Phước và Đồng Nai, tổ chức chính quyền địa phương hai cấp',
    day: TWO_LEVELS,
    legal_basis: PAPERS.provinces,
    steps: [...PLACES_OF_JULY, ...UNITS_OF_JULY],
  },
  {
    title: 'Thành lập thành phố Đồng Nai trực thuộc trung ương',
    day: CITY,
    legal_basis: PAPERS.city,
    steps: [...PLACES_OF_CITY, ...UNITS_OF_CITY],
  },
];
