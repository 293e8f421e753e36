/** A changed paper comes in again (C-0), a plan is amended by a further document, and tasks stay who they are. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader, testHouse, type TestHouse } from '#house.testing.ts';
import { amend, supersede } from './amendment_commands.server.ts';
import { adopt } from './commands.server.ts';
import { correct, undo } from './correction_commands.server.ts';
import { difference, resembling } from './linking_queries.server.ts';
import { brought, by, code } from './papers.fixture.ts';
import { reading, readings, show } from './queries.server.ts';
import { tasks } from './list_queries.server.ts';
import { agencies, calendar, task } from './task_queries.server.ts';

const FIRST = 'Sở Ngoại vụ chủ trì, phối hợp với Sở Y tế biên soạn cẩm nang cửa khẩu trước ngày 20/6/2024.';
const SECOND = 'Sở Y tế chủ trì tổ chức tuyên truyền phòng bệnh cho nhân dân vùng biên giới trong quý II năm 2024.';
const THIRD = 'Ủy ban nhân dân các xã thường xuyên phát thanh bằng tiếng Khmer trên loa truyền thanh cơ sở.';
/** The first with another day, the second gone, a new one at the end. */
const CHANGED = [
  FIRST.replace('20/6/2024', '30/9/2024'),
  THIRD,
  'Sở Tư pháp chủ trì tập huấn cho học sinh nội trú các xã trước ngày 30/11/2024.',
];
const asked = (house: TestHouse, id: string, day: string) => ask(house, show, { id, day }, operator);
const words = ({ nodes }: Awaited<ReturnType<typeof asked>>) => nodes.flatMap(({ task_id, text }) => (task_id ? [text] : []));

async function adopted(house: TestHouse) {
  const first = await brought(house);
  const { id: plan } = await execute(house, adopt, { id: first }, by);
  const changed = await brought(house, { tasks: CHANGED });
  return { first, plan, changed };
}

describe('a paper that comes in changed', () => {
  const found = async (house: TestHouse, id: string) => (await ask(house, resembling, { id }, operator)).map((it) => it.reading);

  test('is recognised by number, symbol, issuer and year', async ({ db }) => {
    const house = testHouse(db);
    const first = await brought(house);
    const changed = await brought(house, { tasks: CHANGED, title: 'Công tác đối ngoại nhân dân năm 2024' });
    expect(await found(house, changed)).toEqual([first]);
  });

  test('or by title and most of its nodes; another paper is not', async ({ db }) => {
    const house = testHouse(db);
    const first = await brought(house);
    const renumbered = await brought(house, { number: '99' });
    expect(await found(house, renumbered)).toEqual([first]);
    const other = { number: '7', title: 'Phòng, chống cháy rừng năm 2024', tasks: ['Chi cục Kiểm lâm trực cháy.'] };
    expect(await found(house, await brought(house, other))).toEqual([]);
  });

  test('is not adopted beside the first one unless somebody says that it is a plan of its own', async ({ db }) => {
    const house = testHouse(db);
    const { changed } = await adopted(house);
    await expect(execute(house, adopt, { id: changed }, by)).rejects.toEqual(code('resembles_another'));
    await execute(house, adopt, { id: changed, separate: true }, by);
  });

  test('shows what was changed, added and removed, with agencies and deadlines', async ({ db }) => {
    const house = testHouse(db);
    const { first, changed, plan } = await adopted(house);
    const found = await ask(house, difference, { id: changed, with: first }, operator);
    expect(found.plan).toMatchObject({ id: plan });
    expect(found.removed.map(({ text }) => text)).toEqual([SECOND]);
    expect(found.added.map(({ entry }) => entry.text)).toEqual([CHANGED[2]]);
    expect(found.changed.find(({ from }) => from.text === FIRST)?.what).toEqual(['text', 'deadlines']);
  });

  test('shows no difference to the plan that was made of it', async ({ db }) => {
    const house = testHouse(db);
    const { first } = await adopted(house);
    expect(await ask(house, difference, { id: first, with: first }, operator)).toMatchObject({
      added: [],
      removed: [],
      changed: [],
      moved: [],
    });
  });
});

describe('a newer reading of a paper that waits', () => {
  test('takes its place, with the corrections of what stayed the same, which can still be undone', async ({ db }) => {
    const house = testHouse(db);
    const old = await brought(house);
    const { reading: read } = await ask(house, reading, { id: old }, operator);
    const of = (text: string) => read.nodes.find((node) => node.text === text)?.id ?? '';
    const last = read.assignments.findIndex(({ node }) => node === of(THIRD));
    await execute(house, correct, { id: old, version: 0, operations: [{ do: 'marker', node: of(THIRD), marker: 'c)' }] }, by);
    await execute(house, correct, { id: old, version: 1, operations: [{ do: 'marker', node: of(SECOND), marker: 'b)' }] }, by);
    const unit = { name: 'Đài Phát thanh', code: null };
    const more = { id: old, version: 2, operations: [{ do: 'change_assignment', id: `a${last + 1}`, unit, role: 'lead' }] };
    await execute(house, correct, more, by);
    const young = await brought(house, { tasks: CHANGED });
    expect(await execute(house, supersede, { id: young, of: old }, by)).toMatchObject({ carried: 2, left: 1 });
    const now = await ask(house, reading, { id: young }, operator);
    const node = now.reading.nodes.find(({ text }) => text === THIRD);
    expect(node?.marker).toBe('c)');
    expect(now.reading.assignments.find((it) => it.node === node?.id)?.unit.name).toBe('Đài Phát thanh');
    expect((await ask(house, readings, {}, operator)).map(({ id }) => id)).toEqual([young]);
    await execute(house, undo, { id: young, version: 1 }, by);
    const before = await ask(house, reading, { id: young }, operator);
    expect(before.reading.assignments.find((it) => it.node === node?.id)?.unit.name).not.toBe('Đài Phát thanh');
    expect(before.reading.nodes.find(({ text }) => text === THIRD)?.marker).not.toBe('c)');
    await expect(execute(house, adopt, { id: old }, by)).rejects.toEqual(code('reading_discarded'));
  });

  test('does not take its own place, nor that of what was adopted', async ({ db }) => {
    const house = testHouse(db);
    const { first, changed } = await adopted(house);
    await expect(execute(house, supersede, { id: changed, of: first }, by)).rejects.toEqual(code('plan_already_adopted'));
    await expect(execute(house, supersede, { id: changed, of: changed }, by)).rejects.toEqual(code('not_possible'));
  });
});

describe('an amendment', () => {
  test('counts from its day on: before it the plan reads as it did', async ({ db }) => {
    const house = testHouse(db);
    const { plan, changed } = await adopted(house);
    expect(await execute(house, amend, { id: changed, plan, from: '2024-07-01' }, by)).toEqual({
      id: plan,
      added: 1,
      // The third's number too.
      changed: 2,
      ended: 1,
    });
    expect(words(await asked(house, plan, '2024-06-30'))).toEqual([FIRST, SECOND, THIRD]);
    expect(words(await asked(house, plan, '2024-07-01'))).toEqual(CHANGED);
    const { versions } = await asked(house, plan, '2024-07-01');
    expect(versions).toMatchObject([
      { valid_from: null, valid_to: '2024-07-01' },
      { valid_from: '2024-07-01', valid_to: null, reading_id: changed },
    ]);
  });

  test('leaves tasks who they are; what it drops is ended, not deleted', async ({ db }) => {
    const house = testHouse(db);
    const { plan, changed } = await adopted(house);
    const before = await asked(house, plan, '2024-06-30');
    const idOf = (text: string) => before.nodes.find((node) => node.text === text)?.task_id ?? '';
    await execute(house, amend, { id: changed, plan, from: '2024-07-01' }, by);
    const after = await asked(house, plan, '2024-07-01');
    const taskOf = (text: string | undefined) => after.nodes.find((node) => node.text === text)?.task_id;
    expect(taskOf(CHANGED[0])).toBe(idOf(FIRST));
    expect(taskOf(THIRD)).toBe(idOf(THIRD));
    expect(before.tasks).not.toContain(taskOf(CHANGED[2]));
    const ended = await ask(house, task, { id: idOf(SECOND) }, operator);
    expect(ended).toMatchObject({ ended_on: '2024-07-01', said: [{ text: SECOND }] });
    const rewritten = await ask(house, task, { id: idOf(FIRST) }, operator);
    expect(rewritten.said.map(({ text }) => text)).toEqual([CHANGED[0], FIRST]);
    expect(rewritten.said[0]).toMatchObject({
      headings: ['II. NHIỆM VỤ'],
      assignments: [{ name: 'Sở Ngoại vụ', role: 'lead' }, {}],
    });
  });

  test('is what lists, agencies and calendar go by from its day on, and not before', async ({ db }) => {
    const house = testHouse(db);
    const { plan, changed } = await adopted(house);
    await execute(house, amend, { id: changed, plan, from: '2024-07-01' }, by);
    const said = async () => ({
      tasks: (await ask(house, tasks, { plan }, operator)).tasks.map(({ text }) => text),
      units: (await ask(house, agencies, { plan }, operator)).map(({ unit_name }) => unit_name),
      days: (await ask(house, calendar, { from: '2024-01-01', plan }, operator)).map(({ day }) => day),
    });
    house.clock = new Date('2024-06-30T16:00:00Z');
    expect(await said()).toMatchObject({ tasks: [FIRST, SECOND, THIRD], days: ['2024-06-19', '2024-06-30'] });
    house.clock = new Date('2024-06-30T18:00:00Z');
    expect(await said()).toMatchObject({ tasks: CHANGED, days: ['2024-09-29', '2024-11-29'] });
    expect((await said()).units).toContain('Sở Tư pháp');
  });

  test('comes after the plan and its earlier amendments, by who may, of a reading that waits', async ({ db }) => {
    const house = testHouse(db);
    const { plan, changed, first } = await adopted(house);
    await expect(execute(house, amend, { id: changed, plan, from: '2024-01-05' }, by)).rejects.toEqual(code('amendment_day'));
    await expect(execute(house, amend, { id: changed, plan, from: '2024-07-01' }, { actor: reader })).rejects.toEqual(
      code('not_allowed'),
    );
    await expect(execute(house, amend, { id: first, plan, from: '2024-07-01' }, by)).rejects.toEqual(
      code('plan_already_adopted'),
    );
    await execute(house, amend, { id: changed, plan, from: '2024-07-01' }, by);
    const again = await brought(house, { tasks: [FIRST, THIRD] });
    await expect(execute(house, amend, { id: again, plan, from: '2024-07-01' }, by)).rejects.toEqual(code('amendment_day'));
    await execute(house, amend, { id: again, plan, from: '2024-10-01' }, by);
    expect((await asked(house, plan, '2024-12-31')).versions).toHaveLength(3);
  });

  test('of two who amend at once one is told, and nothing is done twice', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { plan, changed } = await adopted(house);
    const other = await brought(house, { tasks: [FIRST, THIRD] });
    const both = await Promise.allSettled([
      execute(house, amend, { id: changed, plan, from: '2024-07-01' }, by),
      execute(house, amend, { id: other, plan, from: '2024-07-01' }, by),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'amendment_day' } });
    expect((await asked(house, plan, '2024-12-31')).versions).toHaveLength(2);
  });
});
