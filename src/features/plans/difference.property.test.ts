/** C-0: a changed paper shows a difference, never doubles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied, differenceOf, isEmpty, type Entry } from './difference.ts';

const WORDS = [
  'tuyên truyền',
  'biên giới',
  'tập huấn',
  'tờ rơi',
  'phát thanh',
  'tiếng Khmer',
  'báo cáo',
  'cửa khẩu',
  'đối ngoại',
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const content = fc.record({
  kind: fc.constantFrom('heading' as const, 'item' as const),
  marker: fc.constantFrom('1.', 'a)', '-', null),
  text,
  task: fc.boolean(),
  units: fc.array(
    fc.record({ name: fc.constantFrom('Sở Y tế', 'Sở Tư pháp'), code: fc.constant(null), role: fc.constant('lead' as const) }),
    {
      maxLength: 2,
    },
  ),
  deadlines: fc.constantFrom<Entry['deadlines']>([], [{ text: 'quý I', rule: { kind: 'ongoing' } }]),
});
/** Each node's parent is one before it. */
const document = (letter: string) =>
  fc.array(fc.tuple(content, fc.option(fc.nat(20))), { maxLength: 25 }).map((all) =>
    all.map(([it, parent], i): Entry => ({
      ...it,
      id: `${letter}${i}`,
      parent: parent === null || i === 0 ? null : `${letter}${parent % i}`,
    })),
  );

describe('the difference of two documents', () => {
  it('is none between a document and itself', () => {
    fc.assert(
      fc.property(document('n'), (it) => {
        const same = it.map((entry) => ({ ...entry, id: `b${entry.id}`, parent: entry.parent && `b${entry.parent}` }));
        const { same: pairs, ...rest } = differenceOf(it, same);
        expect(pairs).toHaveLength(it.length);
        expect(rest.added).toEqual([]);
        expect(rest.removed).toEqual([]);
        expect(isEmpty(differenceOf(it, it))).toBe(true);
      }),
    );
  });

  it('makes the new one out of the old one', () => {
    fc.assert(
      fc.property(document('a'), document('b'), (before, after) => {
        expect(applied(before, differenceOf(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('names each node once: the same, removed or added', () => {
    fc.assert(
      fc.property(document('a'), document('b'), (before, after) => {
        const { same, removed, added } = differenceOf(before, after);
        expect([...same.map(([id]) => id), ...removed.map(({ id }) => id)].toSorted()).toEqual(
          before.map(({ id }) => id).toSorted(),
        );
        expect([...same.map(([, id]) => id), ...added.map(({ entry }) => entry.id)].toSorted()).toEqual(
          after.map(({ id }) => id).toSorted(),
        );
      }),
    );
  });
});

const line = (id: string, words: string, more: Partial<Entry> = {}): Entry => ({
  id,
  parent: null,
  kind: 'item',
  marker: '-',
  text: words,
  task: true,
  units: [],
  deadlines: [],
  ...more,
});

describe('a paper that was changed', () => {
  const before = [
    line('1', 'Biên soạn cẩm nang cửa khẩu bằng tiếng Khmer cho khách qua lại', { marker: '1.' }),
    line('2', 'Phát thanh hằng tuần trên loa truyền thanh cơ sở các xã biên giới', { marker: '2.' }),
    line('3', 'Tổ chức hội nghị sơ kết công tác thông tin đối ngoại', { marker: '3.' }),
  ];

  it('shows a task that was rewritten as changed, not as one gone and one new', () => {
    const after = [
      line('x', 'Biên soạn, in cẩm nang cửa khẩu bằng tiếng Khmer, tiếng Anh cho khách qua lại', { marker: '1.' }),
      ...before.slice(1),
    ];
    const found = differenceOf(before, after);
    expect(found.changed).toMatchObject([{ from: { id: '1' }, to: { id: 'x' }, what: ['text'] }]);
    expect([found.added, found.removed, found.moved]).toEqual([[], [], []]);
  });

  it('shows what is new, what is gone and what was moved', () => {
    const after = [before[2], before[0], line('y', 'Xây dựng trang thông tin điện tử song ngữ', { marker: '4.' })] as Entry[];
    const found = differenceOf(before, after);
    expect(found.removed.map(({ id }) => id)).toEqual(['2']);
    expect(found.added.map(({ entry }) => entry.id)).toEqual(['y']);
    expect(found.moved).toHaveLength(1);
  });

  it('shows agencies and deadlines that were changed', () => {
    const [first] = before as [Entry];
    const after = [{ ...first, units: [{ name: 'Sở Tư pháp', code: null, role: 'lead' as const }] }, ...before.slice(1)];
    expect(differenceOf(before, after).changed).toMatchObject([{ what: ['units'] }]);
  });

  it('is compared node by node also when ten thousand of them were touched', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      line(`${i}`, `Nhiệm vụ số ${i} về tuyên truyền biên giới tại xã ${i % 97}`, { marker: `${i}.` }),
    );
    const touched = many.map((entry) => ({ ...entry, id: `t${entry.id}`, text: `${entry.text} năm 2025` }));
    const found = differenceOf(many, touched);
    expect(found.changed).toHaveLength(10_000);
  });
});
