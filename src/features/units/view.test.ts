import { describe, expect, it } from 'vitest';
import { PLACE_KINDS } from './rules.ts';
import { byKind, lastNames, stretchesOf, type ListedPlace, type ListedUnit } from './view.ts';

const LIFE = { valid_from: '2020-01-01', valid_to: null };
const place = (code: string, kind: ListedPlace['kind']): ListedPlace => ({
  ...LIFE,
  code,
  kind,
  names: { vi: code },
  demo: false,
});
const unit = (code: string, kind: ListedUnit['kind'], at: string | null): ListedUnit => ({
  ...LIFE,
  code,
  kind,
  names: { vi: code },
  demo: false,
  place: at,
});

describe('the border on its page (X-1)', () => {
  it('is cut into districts, each with what stands in it and the posts seated there', () => {
    const places = [
      place('bgm', 'district'),
      place('dak-o', 'commune'),
      place('ln', 'district'),
      place('area', 'post_area'),
      place('loc-hoa', 'commune'),
    ];
    const units = [unit('don', 'border_post', 'area'), unit('ubnd', 'committee', 'loc-hoa'), unit('khac', 'border_post', null)];
    const seen = stretchesOf(places, units).map(({ district, stops }) => [
      district?.code,
      stops.map((stop) => [stop.place.code, stop.posts.map(({ code }) => code)]),
    ]);
    expect(seen).toEqual([
      ['bgm', [['dak-o', []]]],
      [
        'ln',
        [
          ['area', ['don']],
          ['loc-hoa', []],
        ],
      ],
    ]);
  });

  it('is one stretch where there are no districts, and none where there is no border', () => {
    expect(
      stretchesOf([place('dak-o', 'commune'), place('gate', 'border_gate')], []).map(({ district, stops }) => [
        district,
        stops.length,
      ]),
    ).toEqual([[null, 2]]);
    expect(stretchesOf([], [])).toEqual([]);
  });
});

describe('a list by kind', () => {
  it('has the kinds in their order, without those that nobody is of', () => {
    const places = [place('a', 'commune'), place('b', 'country'), place('c', 'commune')];
    expect(byKind(places, PLACE_KINDS).map(({ kind, members }) => [kind, members.map(({ code }) => code)])).toEqual([
      ['country', ['b']],
      ['commune', ['a', 'c']],
    ]);
  });
});

it('a title is the last name in each language', () => {
  const names = [
    { lang: 'vi', name: 'Thành phố Đồng Nai' },
    { lang: 'vi', name: 'Tỉnh Đồng Nai' },
    { lang: 'en', name: 'Đồng Nai Province' },
  ];
  expect(lastNames(names)).toEqual({ vi: 'Thành phố Đồng Nai', en: 'Đồng Nai Province' });
});
