/**
 * What became of the units of the demonstration. First the departments of Bình Phước were put together, then the province itself; the half
 * of those mergers that old Đồng Nai brought in is not told here. That an office became which other: [S] for the ministries, [M] for the
 * rest, within what the decrees on departments allow; of the Party's commission the day is [M] too.
 */
import type { InferInput } from 'valibot';
import type { alias } from '#features/units/inputs.ts';
import type { reorganise } from '#features/units/reorganising/inputs.ts';
import { PAPERS } from './days.ts';
import { NEW_COMMUNES } from './place-changes.ts';
import { PLACES } from './places.ts';
import { committeeOf, POSTS } from './units.ts';

type Step = InferInput<typeof reorganise>['steps'][number];
type NewUnit = Extract<Step, { do: 'add'; of: 'unit' }>;

export const UNIT_ALIASES: readonly InferInput<typeof alias>[] = [
  { code: 'bp.ubnd.chon-thanh', alias: 'UBND thị xã Chơn Thành' },
];

const NEW_IN_MARCH: NewUnit[] = [
  {
    do: 'add',
    of: 'unit',
    code: 'tw.bdttg',
    kind: 'ministry',
    place: 'vn',
    names: { vi: 'Bộ Dân tộc và Tôn giáo', en: 'Ministry of Ethnic and Religious Affairs' },
    aliases: ['Bộ DT&TG'],
    legal_basis: PAPERS.government,
  },
  {
    do: 'add',
    of: 'unit',
    code: 'tw.cuc-ttcs-ttdn',
    kind: 'division',
    parent: 'tw.bvhttdl',
    place: 'vn',
    names: { vi: 'Cục Thông tin cơ sở và Thông tin đối ngoại', en: 'Authority of Grassroots and External Information' },
    aliases: ['Cục TTCS&TTĐN'],
    legal_basis: PAPERS.external_information_authority,
  },
  {
    do: 'add',
    of: 'unit',
    code: 'bp.sdttg',
    kind: 'department',
    parent: 'bp.ubnd',
    place: 'binh-phuoc',
    names: { vi: 'Sở Dân tộc và Tôn giáo', en: 'Department of Ethnic and Religious Affairs' },
    aliases: ['Sở DT&TG', 'Sở Dân tộc và Tôn giáo tỉnh Bình Phước'],
    legal_basis: PAPERS.departments,
  },
  {
    do: 'add',
    of: 'unit',
    code: 'bp.btgdv',
    kind: 'party_body',
    parent: 'bp.tu',
    place: 'binh-phuoc',
    names: {
      vi: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      en: 'Propaganda, Education and Mass Mobilisation Commission of the Provincial Party Committee',
    },
    aliases: ['Ban Tuyên giáo và Dân vận Tỉnh ủy Bình Phước', 'BTGDVTU'],
    legal_basis: PAPERS.party,
  },
];

/** Full names, so that an older paper that says no more than "Sở Tài chính" still finds the office of its own time. */
const NEW_IN_JULY: NewUnit[] = [
  { ...provincial('dn.tu', 'party_body', 'Tỉnh ủy Đồng Nai', 'Đồng Nai Provincial Party Committee'), legal_basis: PAPERS.party },
  provincial('dn.ubnd', 'committee', 'Ủy ban nhân dân tỉnh Đồng Nai', "People's Committee of Đồng Nai Province", [
    'UBND tỉnh Đồng Nai',
  ]),
  {
    ...provincial(
      'dn.btgdv',
      'party_body',
      'Ban Tuyên giáo và Dân vận Tỉnh ủy Đồng Nai',
      'Propaganda, Education and Mass Mobilisation Commission, Đồng Nai',
    ),
    parent: 'dn.tu',
    legal_basis: PAPERS.party,
  },
  department('dn.svhttdl', 'Văn hóa, Thể thao và Du lịch', 'Culture, Sports and Tourism', ['Sở VHTTDL tỉnh Đồng Nai']),
  department('dn.skhcn', 'Khoa học và Công nghệ', 'Science and Technology', ['Sở KH&CN tỉnh Đồng Nai']),
  department('dn.sngv', 'Ngoại vụ', 'External Relations'),
  department('dn.stc', 'Tài chính', 'Finance'),
  department('dn.sdttg', 'Dân tộc và Tôn giáo', 'Ethnic and Religious Affairs', ['Sở DT&TG tỉnh Đồng Nai']),
  {
    ...provincial('dn.bchqs', 'armed_force', 'Bộ Chỉ huy Quân sự tỉnh Đồng Nai', 'Đồng Nai Provincial Military Command', [
      'Bộ CHQS tỉnh Đồng Nai',
    ]),
    parent: 'tw.bqp',
  },
  {
    ...provincial(
      'dn.bdbp',
      'armed_force',
      'Ban Chỉ huy Bộ đội Biên phòng tỉnh Đồng Nai',
      'Đồng Nai Border Guard Command Board',
      ['Ban Chỉ huy BĐBP', 'BĐBP Đồng Nai'],
    ),
    parent: 'dn.bchqs',
  },
  provincial(
    'dn.lhhn',
    'association',
    'Liên hiệp các Tổ chức Hữu nghị tỉnh Đồng Nai',
    'Đồng Nai Union of Friendship Organisations',
  ),
  {
    ...provincial('dn.bao', 'press', 'Báo và Phát thanh, Truyền hình Đồng Nai', 'Đồng Nai Newspaper, Radio and Television', [
      'Báo và phát thanh, truyền hình Đồng Nai',
      'Báo và PTTH Đồng Nai',
    ]),
    parent: 'dn.tu',
  },
  provincial('dn.tcvn', 'press', 'Tạp chí Văn nghệ Đồng Nai', 'Đồng Nai Literature and Arts Review'),
  provincial('dn.bao-chi', 'group', 'Các cơ quan báo chí của tỉnh Đồng Nai', 'The press of Đồng Nai'),
  { ...provincial('dn.cong', 'press', 'Cổng thông tin điện tử tỉnh Đồng Nai', 'Đồng Nai Portal'), parent: 'dn.ubnd' },
  ...NEW_COMMUNES.map(({ code, name }): NewUnit => ({
    do: 'add',
    of: 'unit',
    ...committeeOf({ code: `dn.${code}`, names: { vi: `Xã ${name}` } }, `xã ${name}, tỉnh Đồng Nai`, `${name} Commune, Đồng Nai`),
    parent: 'dn.ubnd',
    legal_basis: PAPERS.communes,
  })),
];

export const UNITS_OF_CHON_THANH: readonly Step[] = [
  {
    do: 'rename',
    of: 'unit',
    code: 'bp.ubnd.chon-thanh',
    names: { vi: 'Ủy ban nhân dân thị xã Chơn Thành', en: "People's Committee of Chơn Thành Town" },
  },
];

export const UNITS_OF_MARCH: readonly Step[] = [
  ...NEW_IN_MARCH,
  split('tw.btttt', ['tw.bkhcn', 'tw.bvhttdl'], `${PAPERS.government}; ${PAPERS.culture_ministry}`),
  replace('tw.ubdt', 'tw.bdttg', PAPERS.government),
  replace('tw.cuc-ttdn', 'tw.cuc-ttcs-ttdn', PAPERS.external_information_authority),
  split('bp.stttt', ['bp.skhcn', 'bp.svhttdl'], PAPERS.departments),
  replace('bp.bdt', 'bp.sdttg', PAPERS.departments),
  replace('bp.btg', 'bp.btgdv', PAPERS.party),
];

export const UNITS_OF_JULY: readonly Step[] = [
  ...NEW_IN_JULY,
  ...['tu', 'ubnd', 'bdbp', 'lhhn', 'tcvn', 'cong', 'bao-chi'].map((code) => merge([`bp.${code}`], `dn.${code}`)),
  merge(['bp.bptv'], 'dn.bao'),
  merge(['bp.btgdv'], 'dn.btgdv', PAPERS.party),
  ...['svhttdl', 'skhcn', 'sngv', 'stc', 'sdttg'].map((code) =>
    merge([`bp.${code}`], `dn.${code}`, PAPERS.provincial_departments),
  ),
  ...NEW_COMMUNES.map(({ code, from: [first, ...others] }): Step => {
    const into = committee(`dn.${code}`);
    if (others.length === 0) return replace(committee(first), into, PAPERS.communes);
    return merge([first, ...others].map(committee), into, PAPERS.communes);
  }),
  {
    do: 'abolish',
    of: 'unit',
    codes: [...PLACES.filter(({ kind }) => kind === 'district').map(({ code }) => committee(code)), 'bp.ubnd-huyen'],
    legal_basis: PAPERS.two_levels,
  },
  // Each post stays where it is, under the new command; its area has come under a new commune, and it follows.
  ...POSTS.map(({ code }): Step => ({ do: 'move', of: 'unit', code: `bp.don.${code}`, as: `dn.don.${code}`, parent: 'dn.bdbp' })),
];

/** [M]: the names follow from that of the city. */
export const UNITS_OF_CITY: readonly Step[] = NEW_IN_JULY.filter(({ names }) =>
  /tỉnh Đồng Nai|Tỉnh ủy Đồng Nai/.test(names['vi'] ?? ''),
).map(({ code, names }) => ({
  do: 'rename',
  of: 'unit',
  code,
  names: {
    vi: ofTheCity(names['vi']),
    en: (names['en'] ?? '').replace('Đồng Nai Province', 'Đồng Nai City').replace('Provincial Party', 'City Party'),
  },
}));

function provincial(code: string, kind: NewUnit['kind'], vi: string, en: string, aliases: string[] = []): NewUnit {
  return { do: 'add', of: 'unit', code, kind, place: 'dong-nai', names: { vi, en }, aliases };
}

function department(code: string, vi: string, en: string, aliases: string[] = []): NewUnit {
  return {
    ...provincial(code, 'department', `Sở ${vi} tỉnh Đồng Nai`, `Department of ${en}, Đồng Nai`, aliases),
    parent: 'dn.ubnd',
    legal_basis: PAPERS.provincial_departments,
  };
}

function split(from: string, into: string[], legal_basis: string): Step {
  return { do: 'split', of: 'unit', from, into, legal_basis };
}

function replace(from: string, into: string, legal_basis: string): Step {
  return { do: 'replace', of: 'unit', from, into, legal_basis };
}

function merge(from: string[], into: string, legal_basis?: string): Step {
  return { do: 'merge', of: 'unit', from, into, ...(legal_basis ? { legal_basis } : {}) };
}

function committee(place: string): string {
  return place.replace('.', '.ubnd.');
}

function ofTheCity(name = ''): string {
  return name.replace('tỉnh Đồng Nai', 'thành phố Đồng Nai').replace('Tỉnh ủy Đồng Nai', 'Thành ủy Đồng Nai');
}
