/**
 * Places of the demonstration: Bình Phước as it was in 2023. Border order runs from the Đắk Nông end in the
 * north-east to the Tây Ninh end in the south-west; communes have tens, what stands in them the numbers after.
 */
import type { InferInput } from 'valibot';
import type { place } from '#features/units/inputs.ts';
import { SINCE } from './days.ts';

type Place = InferInput<typeof place>;

/** [M] Bình Phước is a province of its own since 1/1/1997. */
const PROVINCES: Place[] = [
  { code: 'vn', kind: 'country', names: { vi: 'Việt Nam', en: 'Viet Nam', km: 'វៀតណាម' }, valid_from: SINCE },
  {
    code: 'binh-phuoc',
    kind: 'province',
    parent: 'vn',
    names: { vi: 'Tỉnh Bình Phước', en: 'Bình Phước Province' },
    valid_from: SINCE,
  },
  {
    code: 'dong-nai-2024',
    kind: 'province',
    parent: 'vn',
    names: { vi: 'Tỉnh Đồng Nai', en: 'Đồng Nai Province' },
    valid_from: SINCE,
  },
];

/** The eleven districts, towns and cities [S]; three of them on the border. */
const DISTRICTS: Place[] = [
  district('bu-gia-map', 'Bù Gia Mập', 10),
  district('bu-dop', 'Bù Đốp', 30),
  district('loc-ninh', 'Lộc Ninh', 90),
  district('bu-dang', 'Bù Đăng'),
  district('chon-thanh', 'Chơn Thành'),
  district('dong-phu', 'Đồng Phú'),
  district('hon-quan', 'Hớn Quản'),
  district('phu-rieng', 'Phú Riềng'),
  { ...district('binh-long', 'Bình Long'), names: { vi: 'Thị xã Bình Long', en: 'Bình Long Town' } },
  { ...district('phuoc-long', 'Phước Long'), names: { vi: 'Thị xã Phước Long', en: 'Phước Long Town' } },
  { ...district('dong-xoai', 'Đồng Xoài'), names: { vi: 'Thành phố Đồng Xoài', en: 'Đồng Xoài City' } },
];

/**
 * The fifteen border communes. How many, and in which districts: [S]; which they are: [M]; their order: [M], but that Lộc Tấn, Lộc Thiện
 * and Lộc Thành follow each other [S, Decree 16/1998/NĐ-CP] and that Lộc Hòa and Lộc Thạnh are neighbours at Hoa Lư [S].
 */
const COMMUNES: Place[] = [
  commune('bu-gia-map', 'bu-gia-map', 'Bù Gia Mập', 10),
  commune('dak-o', 'bu-gia-map', 'Đắk Ơ', 20),
  commune('phuoc-thien', 'bu-dop', 'Phước Thiện', 30),
  commune('hung-phuoc', 'bu-dop', 'Hưng Phước', 40),
  commune('thien-hung', 'bu-dop', 'Thiện Hưng', 50),
  commune('thanh-hoa', 'bu-dop', 'Thanh Hòa', 60),
  commune('tan-thanh', 'bu-dop', 'Tân Thành', 70),
  commune('tan-tien', 'bu-dop', 'Tân Tiến', 80),
  commune('loc-an', 'loc-ninh', 'Lộc An', 90),
  commune('loc-hoa', 'loc-ninh', 'Lộc Hòa', 100),
  commune('loc-thanh-bac', 'loc-ninh', 'Lộc Thạnh', 110),
  commune('loc-tan', 'loc-ninh', 'Lộc Tấn', 120),
  commune('loc-thien', 'loc-ninh', 'Lộc Thiện', 130),
  commune('loc-thanh-nam', 'loc-ninh', 'Lộc Thành', 140),
  commune('loc-thinh', 'loc-ninh', 'Lộc Thịnh', 150),
];

/** Gates: Hoa Lư and Hoàng Diệu each reach over two communes [S, Resolution 135/NQ-CP], so they lie in the district. The other two: [M]. */
const GATES: Place[] = [
  gate('hoang-dieu', 'bp.bu-dop', 'Cửa khẩu chính Hoàng Diệu', 'Hoàng Diệu Main Border Gate', 41),
  gate('tan-tien', 'bp.bu-dop.tan-tien', 'Cửa khẩu phụ Tân Tiến', 'Tân Tiến Secondary Border Gate', 81),
  gate('hoa-lu', 'bp.loc-ninh', 'Cửa khẩu quốc tế Hoa Lư', 'Hoa Lư International Border Gate', 111),
  gate('loc-thinh', 'bp.loc-ninh.loc-thinh', 'Cửa khẩu Lộc Thịnh', 'Lộc Thịnh Border Gate', 151),
];

/** Areas of the posts that are named in public sources: Hoa Lư keeps 17.5 km, Bù Đốp 16.5 km [S]. In which district each lies: [M]. */
const POST_AREAS: Place[] = [
  postArea('dac-ka', 'bp.bu-gia-map', 'Đắc Ka', 'Đắc Ka', 12),
  postArea('hoang-dieu', 'bp.bu-dop', 'Cửa khẩu Hoàng Diệu', 'Hoàng Diệu Border Gate', 42),
  postArea('bu-dop', 'bp.bu-dop', 'Bù Đốp', 'Bù Đốp', 52),
  postArea('hoa-lu', 'bp.loc-ninh', 'Cửa khẩu quốc tế Hoa Lư', 'Hoa Lư International Border Gate', 112),
];

/** In the order in which they can be entered: what a place lies in comes before it. */
export const PLACES: readonly Place[] = [...PROVINCES, ...DISTRICTS, ...COMMUNES, ...GATES, ...POST_AREAS];

function district(code: string, name: string, border_order?: number): Place {
  const names = { vi: `Huyện ${name}`, en: `${name} District` };
  return {
    code: `bp.${code}`,
    kind: 'district',
    parent: 'binh-phuoc',
    names,
    ...(border_order ? { border_order } : {}),
    valid_from: SINCE,
  };
}

function commune(code: string, districtCode: string, name: string, border_order: number): Place {
  const names = { vi: `Xã ${name}`, en: `${name} Commune` };
  return {
    code: `bp.${districtCode}.${code}`,
    kind: 'commune',
    parent: `bp.${districtCode}`,
    names,
    border_order,
    valid_from: SINCE,
  };
}

function gate(code: string, parent: string, vi: string, en: string, border_order: number): Place {
  return { code: `bp.ck.${code}`, kind: 'border_gate', parent, names: { vi, en }, border_order, valid_from: SINCE };
}

function postArea(code: string, parent: string, vi: string, en: string, border_order: number): Place {
  const names = { vi: `Địa bàn Đồn Biên phòng ${vi}`, en: `Area of ${en} Border Post` };
  return { code: `bp.dia-ban.${code}`, kind: 'post_area', parent, names, border_order, valid_from: SINCE };
}
