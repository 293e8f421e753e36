/** What became of the places of the demonstration, in the order of the days. */
import type { InferInput } from 'valibot';
import type { rename, succeed } from '#features/units/inputs.ts';
import { CHON_THANH_TOWN, CITY, PAPERS, TWO_LEVELS } from './days.ts';
import { PLACES } from './places.ts';

type Rename = InferInput<typeof rename>;
type Succession = InferInput<typeof succeed>;

export const PLACE_RENAMES: readonly Rename[] = [
  {
    code: 'bp.chon-thanh',
    names: { vi: 'Thị xã Chơn Thành', en: 'Chơn Thành Town' },
    day: CHON_THANH_TOWN,
    legal_basis: PAPERS.chon_thanh,
  },
  { code: 'dong-nai', names: { vi: 'Thành phố Đồng Nai', en: 'Đồng Nai City' }, day: CITY, legal_basis: PAPERS.city },
];

/**
 * Bù Gia Mập and Đak Ơ were left as they are [S]: they only come under another parent. Which of the others became one: [M], after what lies
 * beside what; that the fifteen became these eight: [S].
 */
const COMMUNES: Succession[] = [
  same('bp.bu-gia-map.bu-gia-map', 'dn.bu-gia-map'),
  same('bp.bu-gia-map.dak-o', 'dn.dak-o'),
  merged(['bp.bu-dop.phuoc-thien', 'bp.bu-dop.hung-phuoc'], 'dn.hung-phuoc'),
  merged(['bp.bu-dop.thien-hung', 'bp.bu-dop.thanh-hoa'], 'dn.thien-hung'),
  merged(['bp.bu-dop.tan-thanh', 'bp.bu-dop.tan-tien', 'bp.loc-ninh.loc-an'], 'dn.tan-tien'),
  merged(['bp.loc-ninh.loc-hoa', 'bp.loc-ninh.loc-thanh-bac'], 'dn.loc-thanh-bac'),
  merged(['bp.loc-ninh.loc-tan', 'bp.loc-ninh.loc-thien'], 'dn.loc-tan'),
  merged(['bp.loc-ninh.loc-thanh-nam', 'bp.loc-ninh.loc-thinh'], 'dn.loc-thanh-nam'),
];

const OTHERS = PLACES.filter(({ code }) => /^bp\.(ck|dia-ban)\./.test(code)).map(({ code }) =>
  same(code, code.replace('bp.', 'dn.')),
);

export const PLACE_SUCCESSIONS: readonly Succession[] = [
  ...COMMUNES,
  ...OTHERS,
  {
    kind: 'abolished',
    predecessors: PLACES.filter(({ kind }) => kind === 'district').map(({ code }) => code),
    day: TWO_LEVELS,
    legal_basis: PAPERS.two_levels,
  },
  {
    kind: 'merged',
    predecessors: ['binh-phuoc', 'dong-nai-2024'],
    successors: ['dong-nai'],
    day: TWO_LEVELS,
    legal_basis: PAPERS.provinces,
  },
];

function merged(predecessors: string[], successor: string): Succession {
  return { kind: 'merged', predecessors, successors: [successor], day: TWO_LEVELS, legal_basis: PAPERS.communes };
}

function same(predecessor: string, successor: string): Succession {
  return { ...merged([predecessor], successor), kind: 'renamed' };
}
