/**
 * Units of the demonstration: the ministries and the ten groups of agencies that the plan of 2023 names, with the names and abbreviations
 * offices use for them. Names in English are ours where the office has no official one that we know of. Abbreviations that stand in the
 * symbols of papers ("15/2022/TT-BTC") are left out where a plan would hardly write them for the office.
 */
import type { InferInput } from 'valibot';
import type { unit } from '#features/units/inputs.ts';
import { SINCE } from './days.ts';
import { PLACES } from './places.ts';

type Unit = InferInput<typeof unit>;

const CENTRAL: Unit[] = [
  central('tw.btttt', 'ministry', 'Bộ Thông tin và Truyền thông', 'Ministry of Information and Communications', [
    'Bộ TT&TT',
    'Bộ TTTT',
  ]),
  central('tw.bvhttdl', 'ministry', 'Bộ Văn hóa, Thể thao và Du lịch', 'Ministry of Culture, Sports and Tourism', [
    'Bộ VHTTDL',
    'Bộ VHTT&DL',
  ]),
  central('tw.bkhcn', 'ministry', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology', ['Bộ KH&CN', 'Bộ KHCN']),
  central('tw.bng', 'ministry', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs'),
  central('tw.btc', 'ministry', 'Bộ Tài chính', 'Ministry of Finance'),
  central('tw.bqp', 'ministry', 'Bộ Quốc phòng', 'Ministry of National Defence'),
  central('tw.ubdt', 'ministry', 'Ủy ban Dân tộc', 'Committee for Ethnic Minority Affairs'),
  central('tw.bdn', 'party_body', 'Ban Đối ngoại Trung ương', 'Central Commission for External Relations', [
    'Ban Đối ngoại TW',
    'Ban Đối ngoại TƯ',
  ]),
  {
    ...central('tw.cuc-ttdn', 'division', 'Cục Thông tin đối ngoại', 'Authority of External Information', ['Cục TTĐN']),
    parent: 'tw.btttt',
  },
  {
    ...central('tw.btl-bdbp', 'armed_force', 'Bộ Tư lệnh Bộ đội Biên phòng', 'Border Guard High Command', [
      'BTL BĐBP',
      'Bộ Tư lệnh BĐBP',
    ]),
    parent: 'tw.bqp',
  },
];

const PROVINCE: Unit[] = [
  provincial('bp.tu', 'party_body', 'Tỉnh ủy Bình Phước', 'Bình Phước Provincial Party Committee', ['Tỉnh ủy', 'TU Bình Phước']),
  provincial('bp.ubnd', 'committee', 'Ủy ban nhân dân tỉnh Bình Phước', "People's Committee of Bình Phước Province", [
    'UBND tỉnh',
    'UBND tỉnh Bình Phước',
    'Ủy ban nhân dân tỉnh',
  ]),
  {
    ...provincial(
      'bp.btg',
      'party_body',
      'Ban Tuyên giáo Tỉnh ủy',
      'Propaganda and Education Commission of the Provincial Party Committee',
      ['BTGTU', 'Ban Tuyên giáo Tỉnh ủy Bình Phước', 'Ban Tuyên giáo TU'],
    ),
    parent: 'bp.tu',
  },
  department('bp.stttt', 'Sở Thông tin và Truyền thông', 'Department of Information and Communications', [
    'Sở TT&TT',
    'Sở TTTT',
    'STTTT',
    'STTT',
  ]),
  department('bp.sngv', 'Sở Ngoại vụ', 'Department of External Relations', ['Sở NgV']),
  department('bp.svhttdl', 'Sở Văn hóa, Thể thao và Du lịch', 'Department of Culture, Sports and Tourism', [
    'Sở Văn hóa - Thể thao và Du lịch',
    'Sở VHTTDL',
    'Sở VHTT&DL',
    'Sở VH-TT-DL',
    'SVHTTDL',
  ]),
  department('bp.stc', 'Sở Tài chính', 'Department of Finance', []),
  department('bp.skhcn', 'Sở Khoa học và Công nghệ', 'Department of Science and Technology', ['Sở KH&CN', 'Sở KHCN', 'SKHCN']),
  department('bp.bdt', 'Ban Dân tộc tỉnh', 'Provincial Committee for Ethnic Minority Affairs', [
    'Ban Dân tộc',
    'Ban Dân tộc tỉnh Bình Phước',
  ]),
  {
    ...provincial('bp.bdbp', 'armed_force', 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'Provincial Border Guard Command', [
      'Bộ Chỉ huy Bộ đội Biên phòng',
      'BCH BĐBP tỉnh',
      'Bộ Chỉ huy BĐBP tỉnh',
      'BĐBP tỉnh',
      'Bộ đội Biên phòng tỉnh',
      'Bộ Chỉ huy Bộ đội Biên phòng tỉnh Bình Phước',
    ]),
    parent: 'tw.btl-bdbp',
  },
  provincial('bp.lhhn', 'association', 'Liên hiệp các Tổ chức Hữu nghị tỉnh', 'Provincial Union of Friendship Organisations', [
    'Liên hiệp các tổ chức hữu nghị tỉnh Bình Phước',
    'Liên hiệp Hữu nghị tỉnh',
    'LHCTCHN tỉnh',
  ]),
  // One newspaper and station since 28/10/2019 [S]: the first in the country but one.
  office('bp.bptv', 'press', 'Đài Phát thanh - Truyền hình và Báo Bình Phước', 'Bình Phước Radio, Television and Newspaper', [
    'BPTV',
    'Báo Bình Phước',
    'Đài Phát thanh - Truyền hình',
    'Đài PT-TH tỉnh',
    'Đài Phát thanh - Truyền hình Bình Phước',
    'Đài Phát thanh - Truyền hình tỉnh',
  ]),
  provincial('bp.tcvn', 'press', 'Tạp chí Văn nghệ Bình Phước', 'Bình Phước Literature and Arts Review', ['Tạp chí Văn nghệ']),
  office('bp.cong', 'press', 'Cổng thông tin điện tử tỉnh', 'Provincial Portal', [
    'Cổng TTĐT tỉnh',
    'Cổng thông tin điện tử tỉnh Bình Phước',
    'Cổng thông tin điện tử của tỉnh',
  ]),
  provincial('bp.bao-chi', 'group', 'Các cơ quan báo chí của tỉnh', 'The press of the province', [
    'Các cơ quan báo chí',
    'Các cơ quan báo chí trong tỉnh',
    'Các cơ quan báo chí tỉnh',
  ]),
  provincial(
    'bp.ubnd-huyen',
    'group',
    'UBND các huyện, thị xã, thành phố',
    "People's Committees of districts, towns and cities",
    ['Ủy ban nhân dân các huyện, thị xã, thành phố', 'UBND các huyện, thị xã và thành phố', 'UBND cấp huyện'],
  ),
];

const DISTRICTS: Unit[] = PLACES.filter(({ kind }) => kind === 'district').map((place) => ({
  ...committeeOf(place, small(place.names.vi), place.names.en),
  parent: 'bp.ubnd',
  valid_from: SINCE,
}));

const COMMUNES: Unit[] = PLACES.filter(({ kind }) => kind === 'commune').map((place) => {
  const district = PLACES.find(({ code }) => code === place.parent);
  return {
    ...committeeOf(place, `${small(place.names.vi)}, ${small(district?.names.vi)}`, `${place.names.en}, ${district?.names.en}`),
    parent: place.parent?.replace('bp.', 'bp.ubnd.'),
    valid_from: SINCE,
  };
});

/** Posts named in public sources [S]. */
export const POSTS = [
  {
    code: 'dac-ka',
    vi: 'Đồn Biên phòng Đắc Ka',
    en: 'Đắc Ka Border Post',
    aliases: ['Đồn BP Đắc Ka', 'Đồn Biên phòng Đắk Ka', 'ĐBP Đắc Ka'],
  },
  {
    code: 'hoang-dieu',
    vi: 'Đồn Biên phòng Cửa khẩu Hoàng Diệu',
    en: 'Hoàng Diệu Border Gate Post',
    aliases: ['Đồn BPCK Hoàng Diệu', 'Đồn Biên phòng Hoàng Diệu', 'ĐBP CK Hoàng Diệu'],
  },
  { code: 'bu-dop', vi: 'Đồn Biên phòng Bù Đốp', en: 'Bù Đốp Border Post', aliases: ['Đồn BP Bù Đốp', 'ĐBP Bù Đốp'] },
  {
    code: 'hoa-lu',
    vi: 'Đồn Biên phòng Cửa khẩu quốc tế Hoa Lư',
    en: 'Hoa Lư International Border Gate Post',
    aliases: ['Đồn BPCKQT Hoa Lư', 'Đồn Biên phòng Hoa Lư', 'ĐBP CKQT Hoa Lư'],
  },
] as const;

/** In the order in which they can be entered: what a unit belongs to comes before it. */
export const UNITS: readonly Unit[] = [
  ...CENTRAL,
  ...PROVINCE,
  ...DISTRICTS,
  ...COMMUNES,
  ...POSTS.map(({ code, vi, en, aliases }): Unit => ({
    code: `bp.don.${code}`,
    kind: 'border_post',
    parent: 'bp.bdbp',
    place: `bp.dia-ban.${code}`,
    names: { vi, en },
    aliases: [...aliases],
    valid_from: SINCE,
  })),
];

/** The people's committee of a place: code, kind, seat, names. */
export function committeeOf(place: Pick<(typeof PLACES)[number], 'code' | 'names'>, vi: string, en: string | undefined) {
  return {
    code: place.code.replace('.', '.ubnd.'),
    kind: 'committee',
    place: place.code,
    names: { vi: `Ủy ban nhân dân ${vi}`, en: `People's Committee of ${en}` },
    aliases: [`UBND ${vi}`, `UBND ${small(place.names.vi)}`],
  } satisfies Partial<Unit>;
}

function central(code: string, kind: Unit['kind'], vi: string, en: string, aliases: string[] = []): Unit {
  return { code, kind, place: 'vn', names: { vi, en }, aliases, valid_from: SINCE };
}

function provincial(code: string, kind: Unit['kind'], vi: string, en: string, aliases: string[]): Unit {
  return { code, kind, place: 'binh-phuoc', names: { vi, en }, aliases, valid_from: SINCE };
}

function office(code: string, kind: Unit['kind'], vi: string, en: string, aliases: string[]): Unit {
  return { ...provincial(code, kind, vi, en, aliases), parent: 'bp.ubnd' };
}

function department(code: string, vi: string, en: string, aliases: string[]): Unit {
  return office(code, 'department', vi, en, [...aliases, `${vi} tỉnh Bình Phước`]);
}

/** "Huyện Lộc Ninh" → "huyện Lộc Ninh" */
function small(name = ''): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
