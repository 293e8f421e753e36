/** What became of the places of the demonstration. */
import type { InferInput } from 'valibot';
import type { reorganise } from '#features/units/reorganising/inputs.ts';
import { PAPERS } from './days.ts';
import { PLACES } from './places.ts';

type Step = InferInput<typeof reorganise>['steps'][number];

export const PLACES_OF_CHON_THANH: readonly Step[] = [
  { do: 'rename', of: 'place', code: 'bp.chon-thanh', names: { vi: 'Thị xã Chơn Thành', en: 'Chơn Thành Town' } },
];

export const PLACES_OF_CITY: readonly Step[] = [
  { do: 'rename', of: 'place', code: 'dong-nai', names: { vi: 'Thành phố Đồng Nai', en: 'Đồng Nai City' } },
];

/**
 * The eight border communes since 1/7/2025 [S]: Bù Gia Mập and Đak Ơ were left as they are and only come under another parent. Which of the
 * others became one: [M], after what lies beside what; that the fifteen became these eight: [S]. Border order: of the first old commune within it.
 */
export const NEW_COMMUNES = [
  { code: 'bu-gia-map', name: 'Bù Gia Mập', border_order: 10, from: ['bp.bu-gia-map.bu-gia-map'] },
  { code: 'dak-o', name: 'Đak Ơ', border_order: 20, from: ['bp.bu-gia-map.dak-o'] },
  { code: 'hung-phuoc', name: 'Hưng Phước', border_order: 30, from: ['bp.bu-dop.phuoc-thien', 'bp.bu-dop.hung-phuoc'] },
  { code: 'thien-hung', name: 'Thiện Hưng', border_order: 50, from: ['bp.bu-dop.thien-hung', 'bp.bu-dop.thanh-hoa'] },
  {
    code: 'tan-tien',
    name: 'Tân Tiến',
    border_order: 70,
    from: ['bp.bu-dop.tan-thanh', 'bp.bu-dop.tan-tien', 'bp.loc-ninh.loc-an'],
  },
  {
    code: 'loc-thanh-bac',
    name: 'Lộc Thạnh',
    border_order: 100,
    from: ['bp.loc-ninh.loc-hoa', 'bp.loc-ninh.loc-thanh-bac'],
  },
  { code: 'loc-tan', name: 'Lộc Tấn', border_order: 120, from: ['bp.loc-ninh.loc-tan', 'bp.loc-ninh.loc-thien'] },
  {
    code: 'loc-thanh-nam',
    name: 'Lộc Thành',
    border_order: 140,
    from: ['bp.loc-ninh.loc-thanh-nam', 'bp.loc-ninh.loc-thinh'],
  },
] as const;

/** Which gate and which area lie in which new commune: [M], but Hoa Lư and Hoàng Diệu, whose two communes became one. */
const STANDING: Record<string, string> = {
  'ck.hoang-dieu': 'hung-phuoc',
  'ck.tan-tien': 'tan-tien',
  'ck.hoa-lu': 'loc-thanh-bac',
  'ck.loc-thinh': 'loc-thanh-nam',
  'dia-ban.dac-ka': 'bu-gia-map',
  'dia-ban.hoang-dieu': 'hung-phuoc',
  'dia-ban.bu-dop': 'thien-hung',
  'dia-ban.hoa-lu': 'loc-thanh-bac',
};

export const PLACES_OF_JULY: readonly Step[] = [
  {
    do: 'add',
    of: 'place',
    code: 'dong-nai',
    kind: 'province',
    parent: 'vn',
    names: { vi: 'Tỉnh Đồng Nai', en: 'Đồng Nai Province' },
  },
  { do: 'merge', of: 'place', from: ['binh-phuoc', 'dong-nai-2024'], into: 'dong-nai' },
  {
    do: 'abolish',
    of: 'place',
    codes: PLACES.filter(({ kind }) => kind === 'district').map(({ code }) => code),
    legal_basis: PAPERS.two_levels,
  },
  ...NEW_COMMUNES.flatMap(({ code, name, border_order, from: [first, ...others] }): Step[] => {
    const of = 'place';
    const [as, legal_basis] = [`dn.${code}`, PAPERS.communes];
    const names = { vi: `Xã ${name}`, en: `${name} Commune` };
    if (others.length === 0) return [{ do: 'move', of, code: first, as, parent: 'dong-nai', names, legal_basis }];
    return [
      { do: 'add', of, code: as, kind: 'commune', parent: 'dong-nai', names, border_order, legal_basis },
      { do: 'merge', of, from: [first, ...others], into: as, legal_basis },
    ];
  }),
  ...Object.entries(STANDING).map(([code, commune]): Step => ({
    do: 'move',
    of: 'place',
    code: `bp.${code}`,
    as: `dn.${code}`,
    parent: `dn.${commune}`,
    legal_basis: PAPERS.communes,
  })),
];
