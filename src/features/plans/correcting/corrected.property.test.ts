/** C-0: correcting loses nothing and can always be taken back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlan } from '../reading/read.ts';
import { coverageOf } from '../reading/coverage.ts';
import type { Reading } from '../reading/reading.ts';
import { sourceOf } from '../reading/sources.fixture.ts';
import { applicable, correctedOf } from './corrected.ts';
import type { Operation } from './operations.ts';
import { indent, outdent } from './outline.ts';

const LINES = [
  'I. MỤC ĐÍCH',
  'II. NHIỆM VỤ',
  '1. Sở Ngoại vụ chủ trì, phối hợp với Sở Y tế tổ chức tuyên truyền trước ngày 20/6/2024.',
  '2. Sở Y tế',
  'a) Tổ chức lớp tập huấn cho cán bộ xã.',
  'b) Báo cáo định kỳ hằng quý.',
  '- Giao UBND các huyện thực hiện thường xuyên.',
  '- In tờ rơi bằng tiếng Khmer.',
  'Một đoạn văn không rõ thuộc phần nào.',
];
const reading = fc
  .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 25 })
  .map((lines) => readPlan(sourceOf(`KẾ HOẠCH\nThử\n${lines.join('\n')}`), []));

const id = (letter: string) => fc.integer({ min: 1, max: 30 }).map((n) => `${letter}${n}`);
const role = fc.constantFrom('lead' as const, 'coordinate' as const, 'perform' as const);
const unit = fc.constant({ name: 'Sở Tư pháp', code: null });
const rule = fc.constant({ kind: 'ongoing' as const });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constant('kind' as const), node: id('n'), kind: fc.constantFrom('heading' as const, 'item' as const) }),
  fc.record({ do: fc.constant('task' as const), node: id('n'), task: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const), node: id('n'), parent: fc.option(id('n')) }),
  fc.record({ do: fc.constant('marker' as const), node: id('n'), marker: fc.option(fc.constant('9.')) }),
  fc.record({ do: fc.constant('add_assignment' as const), node: id('n'), id: id('c'), unit, role, span: fc.constant(null) }),
  fc.record({ do: fc.constant('change_assignment' as const), id: id('a'), unit, role }),
  fc.record({ do: fc.constant('remove_assignment' as const), id: id('a') }),
  fc.record({ do: fc.constant('add_deadline' as const), node: id('n'), id: id('c'), text: fc.constant('quý I'), rule }),
  fc.record({ do: fc.constant('change_deadline' as const), id: id('d'), text: fc.constant('quý I'), rule }),
  fc.record({ do: fc.constant('remove_deadline' as const), id: id('d') }),
  fc.record({
    do: fc.constant('head' as const),
    head: fc.record(
      { number: fc.option(fc.constant('07')), title: fc.option(fc.constant('Tên khác')), issuer: fc.option(fc.constant('SỞ')) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ do: fc.constant('settle' as const), node: id('n'), settled: fc.boolean() }),
);
const operations = fc.array(operation, { maxLength: 25 });

/** Without what a fold adds: ids, and what was found right. */
const plain = ({ assignments, deadlines, ...rest }: ReturnType<typeof correctedOf>) => ({
  ...rest,
  settled: undefined,
  assignments: assignments.map((it) => ({ ...it, id: undefined })),
  deadlines: deadlines.map((it) => ({ ...it, id: undefined })),
});

it('undoing everything gives the reading as it was read, and the reading itself never changes', () => {
  fc.assert(
    fc.property(reading, operations, (read, all) => {
      const before = structuredClone(read);
      correctedOf(read, all);
      expect(read).toEqual(before);
      expect(plain(correctedOf(read, []))).toEqual(read);
    }),
  );
});

it('whatever is corrected: every character has one owner, parents stand before their children, levels follow, nothing dangles', () => {
  fc.assert(
    fc.property(reading, operations, (read, all) => {
      const corrected = correctedOf(read, all);
      expect(coverageOf(corrected as unknown as Reading)).toBe(coverageOf(read));
      expect(corrected.nodes.map(({ id: it, span, text }) => [it, span, text])).toEqual(
        read.nodes.map(({ id: it, span, text }) => [it, span, text]),
      );
      const place = new Map(corrected.nodes.map((node, i) => [node.id, i]));
      const level = new Map(corrected.nodes.map((node) => [node.id, node.level]));
      corrected.nodes.forEach((node, i) => {
        if (node.parent === null) return;
        expect(place.get(node.parent)).toBeLessThan(i);
        expect(node.level).toBe((level.get(node.parent) ?? 0) + 1);
      });
      for (const it of [
        ...corrected.tasks,
        ...corrected.settled,
        ...corrected.assignments.map(({ node }) => node),
        ...corrected.deadlines.map(({ node }) => node),
      ])
        expect(place.has(it)).toBe(true);
    }),
  );
});

it('an outline that reads as the text does goes on doing so when it is indented and outdented', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(30)), { maxLength: 30 });
  fc.assert(
    fc.property(reading, steps, (read, all) => {
      fc.pre(isPreorder(read.nodes));
      let corrected = correctedOf(read);
      const made: Operation[] = [];
      for (const [inwards, n] of all) {
        const node = corrected.nodes[n % corrected.nodes.length];
        const move = node && (inwards ? indent : outdent)(corrected.nodes, node.id);
        if (move) made.push(move);
        corrected = correctedOf(read, made);
        expect(isPreorder(corrected.nodes)).toBe(true);
      }
    }),
  );
});

it('of operations that were meant for another reading, those that can be made are kept, and make the same alone', () => {
  fc.assert(
    fc.property(reading, operations, (read, all) => {
      const kept = applicable(read, all);
      expect(correctedOf(read, kept)).toEqual(correctedOf(read, all));
      expect(applicable(read, kept)).toEqual(kept);
    }),
  );
});

/** Each node's parent is the one before it, or one of that one's ancestors. */
function isPreorder(nodes: { id: string; parent: string | null }[]): boolean {
  let open: string[] = [];
  for (const { id: it, parent } of nodes) {
    if (parent !== null && !open.includes(parent)) return false;
    open = [...(parent === null ? [] : open.slice(0, open.indexOf(parent) + 1)), it];
  }
  return true;
}
