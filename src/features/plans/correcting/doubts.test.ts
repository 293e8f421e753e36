/** C-0: what the reader is not sure of is shown first, until a person has looked. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../reading/read.ts';
import { sourceOf } from '../reading/sources.fixture.ts';
import { correctedOf } from './corrected.ts';
import { doubtsOf } from './doubts.ts';

const read = readPlan(
  sourceOf(`KẾ HOẠCH
Thông tin đối ngoại năm 2024
I. NHIỆM VỤ
1. Sở Ngoại vụ chủ trì biên soạn cẩm nang cửa khẩu trước ngày 20/6/2024.
2. Sở Tư pháp chủ trì in tờ rơi bằng tiếng Khmer trước ngày 20/6/2031.`),
  [{ code: 'sngv', name: 'Sở Ngoại vụ', aliases: [] }],
);
const of = (words: string) => read.nodes.find(({ text }) => text.includes(words))?.id ?? '';

describe('what needs a look', () => {
  it('is an agency the register does not know, and a day outside the period; not what is plain', () => {
    const found = new Map(doubtsOf(correctedOf(read)).map(({ node, doubts }) => [node, doubts.map(({ why }) => why)]));
    expect(found.get(of('tờ rơi'))).toEqual(expect.arrayContaining(['unit', 'deadline']));
    expect(found.has(of('cẩm nang'))).toBe(false);
  });

  it('is a task that nobody has, and comes before an agency in doubt', () => {
    const [first] = read.assignments.filter(({ node }) => node === of('cẩm nang'));
    const at = read.assignments.indexOf(first as never) + 1;
    const without = doubtsOf(correctedOf(read, [{ do: 'remove_assignment', id: `a${at}` }]));
    expect(without.map(({ node }) => node)).toContain(of('cẩm nang'));
    expect(without.find(({ node }) => node === of('cẩm nang'))?.doubts.map(({ why }) => why)).toContain('nobody');
  });

  it('is no more what a person found right', () => {
    const settled = doubtsOf(correctedOf(read, [{ do: 'settle', node: of('tờ rơi'), settled: true }]));
    expect(settled.map(({ node }) => node)).not.toContain(of('tờ rơi'));
  });
});
