/**
 * What became of the units of the demonstration. First the departments of Bình Phước were put together, then the province itself; the half
 * of those mergers that old Đồng Nai brought in is not told here. That an office became which other: [S] for the ministries, [M] for the
 * rest, within what the decrees on departments allow; of the Party's commission the day is [M] too.
 */
import type { InferInput } from 'valibot';
import type { alias, rename, succeed, unit } from '#features/units/inputs.ts';
import { CHON_THANH_TOWN, CITY, MINISTRIES, PAPERS, TWO_LEVELS } from './days.ts';
import { PLACE_SUCCESSIONS } from './place-changes.ts';
import { PLACES } from './places.ts';
import { committeeOf, POSTS, small } from './units.ts';

type Unit = InferInput<typeof unit>;
type Rename = InferInput<typeof rename>;
type Succession = InferInput<typeof succeed>;

export const UNIT_ALIASES: readonly InferInput<typeof alias>[] = [
  { code: 'bp.ubnd.chon-thanh', alias: 'UBND thị xã Chơn Thành' },
];

/** Since 1/3/2025. */
const OF_MARCH: Unit[] = [
  {
    code: 'tw.bdttg',
    kind: 'ministry',
    place: 'vn',
    names: { vi: 'Bộ Dân tộc và Tôn giáo', en: 'Ministry of Ethnic and Religious Affairs' },
    aliases: ['Bộ DT&TG'],
    valid_from: MINISTRIES,
    legal_basis: PAPERS.government,
  },
  {
    code: 'tw.cuc-ttcs-ttdn',
    kind: 'division',
    parent: 'tw.bvhttdl',
    place: 'vn',
    names: { vi: 'Cục Thông tin cơ sở và Thông tin đối ngoại', en: 'Authority of Grassroots and External Information' },
    aliases: ['Cục TTCS&TTĐN'],
    valid_from: MINISTRIES,
    legal_basis: PAPERS.external_information_authority,
  },
  {
    code: 'bp.sdttg',
    kind: 'department',
    parent: 'bp.ubnd',
    place: 'binh-phuoc',
    names: { vi: 'Sở Dân tộc và Tôn giáo', en: 'Department of Ethnic and Religious Affairs' },
    aliases: ['Sở DT&TG', 'Sở Dân tộc và Tôn giáo tỉnh Bình Phước'],
    valid_from: MINISTRIES,
    legal_basis: PAPERS.departments,
  },
  {
    code: 'bp.btgdv',
    kind: 'party_body',
    parent: 'bp.tu',
    place: 'binh-phuoc',
    names: {
      vi: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      en: 'Propaganda, Education and Mass Mobilisation Commission of the Provincial Party Committee',
    },
    aliases: ['Ban Tuyên giáo và Dân vận Tỉnh ủy Bình Phước', 'BTGDVTU'],
    valid_from: MINISTRIES,
    legal_basis: PAPERS.party,
  },
];

/** Since 1/7/2025. Full names, so that an older paper that says no more than "Sở Tài chính" still finds the office of its own time. */
const OF_JULY: Unit[] = [
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
  ...PLACES.filter(({ code, kind }) => kind === 'commune' && code.startsWith('dn.')).map((place) => ({
    ...committeeOf(place, `${small(place.names.vi)}, tỉnh Đồng Nai`, `${place.names.en}, Đồng Nai`),
    parent: 'dn.ubnd',
    valid_from: TWO_LEVELS,
    legal_basis: PAPERS.communes,
  })),
  ...POSTS.map(({ code, vi, en, aliases }): Unit => ({
    code: `dn.don.${code}`,
    kind: 'border_post',
    parent: 'dn.bdbp',
    place: `dn.dia-ban.${code}`,
    names: { vi, en },
    aliases: [...aliases],
    valid_from: TWO_LEVELS,
  })),
];

export const LATER_UNITS: readonly Unit[] = [...OF_MARCH, ...OF_JULY];

export const UNIT_RENAMES: readonly Rename[] = [
  {
    code: 'bp.ubnd.chon-thanh',
    names: { vi: 'Ủy ban nhân dân thị xã Chơn Thành', en: "People's Committee of Chơn Thành Town" },
    day: CHON_THANH_TOWN,
    legal_basis: PAPERS.chon_thanh,
  },
  // [M]: the names follow from that of the city.
  ...OF_JULY.filter(({ names }) => /tỉnh Đồng Nai|Tỉnh ủy Đồng Nai/.test(names.vi ?? '')).map(({ code, names }) => ({
    code,
    names: {
      vi: ofTheCity(names.vi),
      en: (names.en ?? '').replace('Đồng Nai Province', 'Đồng Nai City').replace('Provincial Party', 'City Party'),
    },
    day: CITY,
    legal_basis: PAPERS.city,
  })),
];

const IN_MARCH: Succession[] = [
  change('split', 'tw.btttt', ['tw.bkhcn', 'tw.bvhttdl'], MINISTRIES, `${PAPERS.government}; ${PAPERS.culture_ministry}`),
  change('renamed', 'tw.ubdt', ['tw.bdttg'], MINISTRIES, PAPERS.government),
  change('renamed', 'tw.cuc-ttdn', ['tw.cuc-ttcs-ttdn'], MINISTRIES, PAPERS.external_information_authority),
  change('split', 'bp.stttt', ['bp.skhcn', 'bp.svhttdl'], MINISTRIES, PAPERS.departments),
  change('renamed', 'bp.bdt', ['bp.sdttg'], MINISTRIES, PAPERS.departments),
  change('renamed', 'bp.btg', ['bp.btgdv'], MINISTRIES, PAPERS.party),
];

const IN_JULY: Succession[] = [
  change('merged', 'bp.tu', ['dn.tu'], TWO_LEVELS, PAPERS.provinces),
  change('merged', 'bp.ubnd', ['dn.ubnd'], TWO_LEVELS, PAPERS.provinces),
  change('merged', 'bp.btgdv', ['dn.btgdv'], TWO_LEVELS, PAPERS.party),
  ...['svhttdl', 'skhcn', 'sngv', 'stc', 'sdttg'].map((code) =>
    change('merged', `bp.${code}`, [`dn.${code}`], TWO_LEVELS, PAPERS.provincial_departments),
  ),
  change('merged', 'bp.bptv', ['dn.bao'], TWO_LEVELS, PAPERS.provinces),
  ...['bdbp', 'lhhn', 'tcvn', 'cong', 'bao-chi'].map((code) =>
    change('merged', `bp.${code}`, [`dn.${code}`], TWO_LEVELS, PAPERS.provinces),
  ),
  ...POSTS.map(({ code }) => change('renamed', `bp.don.${code}`, [`dn.don.${code}`], TWO_LEVELS, PAPERS.provinces)),
  ...PLACE_SUCCESSIONS.filter(({ successors }) =>
    successors?.some((code) => PLACES.some((it) => it.code === code && it.kind === 'commune')),
  ).map((succession) => ({
    ...succession,
    predecessors: succession.predecessors.map(committee),
    successors: (succession.successors ?? []).map(committee),
  })),
  {
    kind: 'abolished',
    predecessors: [...PLACES.filter(({ kind }) => kind === 'district').map(({ code }) => committee(code)), 'bp.ubnd-huyen'],
    day: TWO_LEVELS,
    legal_basis: PAPERS.two_levels,
  },
];

export const UNIT_SUCCESSIONS: readonly Succession[] = [...IN_MARCH, ...IN_JULY];

function provincial(code: string, kind: Unit['kind'], vi: string, en: string, aliases: string[] = []): Unit {
  return { code, kind, place: 'dong-nai', names: { vi, en }, aliases, valid_from: TWO_LEVELS, legal_basis: PAPERS.provinces };
}

function department(code: string, vi: string, en: string, aliases: string[] = []): Unit {
  return {
    ...provincial(code, 'department', `Sở ${vi} tỉnh Đồng Nai`, `Department of ${en}, Đồng Nai`, aliases),
    parent: 'dn.ubnd',
    legal_basis: PAPERS.provincial_departments,
  };
}

function change(
  kind: Succession['kind'],
  predecessor: string,
  successors: string[],
  day: string,
  legal_basis: string,
): Succession {
  return { kind, predecessors: [predecessor], successors, day, legal_basis };
}

function committee(place: string): string {
  return place.replace('.', '.ubnd.');
}

function ofTheCity(name = ''): string {
  return name.replace('tỉnh Đồng Nai', 'thành phố Đồng Nai').replace('Tỉnh ủy Đồng Nai', 'Thành ủy Đồng Nai');
}
