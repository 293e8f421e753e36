/** Corrections of a reading as commands (C-0): each is kept at once, can be undone, and none of two people's is lost. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { operator, reader, testHouse, type TestHouse } from '#house.testing.ts';
import { adopt, discard } from './commands.server.ts';
import { correct, redo, undo } from './correction_commands.server.ts';
import type { Operation } from './correcting/operations.ts';
import { brought, by, code } from './papers.fixture.ts';
import { reading, readings, show } from './queries.server.ts';

const readingOf = (house: TestHouse, id: string) => ask(house, reading, { id }, operator);

/** The reading, and its first task. */
async function waiting(house: TestHouse) {
  const id = await brought(house);
  const { reading: read, version } = await readingOf(house, id);
  const task = read.tasks[0] as string;
  const fix = (operations: Operation[], seen = version) => execute(house, correct, { id, version: seen, operations }, by);
  return { id, read, version, task, fix };
}

describe('a correction', () => {
  test('changes kind, place, marker, agencies and deadlines of what was read, and is adopted', async ({ db }) => {
    const house = testHouse(db);
    await execute(house, addUnit, { code: 'stp', kind: 'department', names: { vi: 'Sở Tư pháp' }, valid_from: '2010-01-01' }, by);
    const { id, read, task, fix } = await waiting(house);
    const [heading] = read.nodes;
    const [first, second] = read.assignments.filter(({ node }) => node === task);
    const [deadline] = read.deadlines.filter(({ node }) => node === task);
    await fix([
      { do: 'kind', node: task, kind: 'paragraph' },
      { do: 'move', node: task, parent: heading?.id ?? '' },
      { do: 'marker', node: task, marker: 'a)' },
      { do: 'add_assignment', node: task, unit: { name: 'Sở Tư pháp', code: null }, role: 'lead' },
      { do: 'change_assignment', id: first?.id ?? '', unit: { name: 'Sở Ngoại vụ', code: null }, role: 'coordinate' },
      { do: 'remove_assignment', id: second?.id ?? '' },
      { do: 'change_deadline', id: deadline?.id ?? '', text: 'hết tháng 6', rule: { kind: 'month', months: [6], year: 2024 } },
      { do: 'add_deadline', node: task, text: 'cửa khẩu', rule: { kind: 'ongoing' } },
    ]);
    const { id: plan } = await execute(house, adopt, { id, version: 1 }, by);
    const { nodes, assignments, deadlines, plan: made } = await ask(house, show, { id: plan }, operator);
    const node = nodes.find(({ marker }) => marker === 'a)');
    expect(node).toMatchObject({ kind: 'paragraph', level: 2, parent_id: nodes[0]?.id });
    expect(
      assignments
        .filter(({ node_id }) => node_id === node?.id)
        .map(({ unit_name, unit_code, role }) => [unit_name, unit_code, role]),
    ).toEqual([
      ['Sở Ngoại vụ', null, 'coordinate'],
      ['Sở Tư pháp', 'stp', 'lead'],
    ]);
    expect(deadlines.filter(({ node_id }) => node_id === node?.id)).toMatchObject([
      { text: 'cửa khẩu', rule: { kind: 'ongoing' } },
      { text: 'hết tháng 6', span_start: null },
    ]);
    const said = deadlines.find(({ text }) => text === 'cửa khẩu');
    expect(made.text.slice(said?.span_start ?? 0, said?.span_end ?? 0)).toBe('cửa khẩu');
  });

  test('makes a task of what was none, and none of what was one', async ({ db }) => {
    const house = testHouse(db);
    const { id, read, task, fix } = await waiting(house);
    const other = read.nodes.find((node) => !read.tasks.includes(node.id))?.id ?? '';
    await fix([
      { do: 'task', node: task, task: false },
      { do: 'task', node: other, task: true },
    ]);
    const { tasks } = await execute(house, adopt, { id }, by);
    expect(tasks).toBe(read.tasks.length);
    expect((await readingOf(house, id)).reading.tasks).toContain(other);
    expect((await readingOf(house, id)).reading.tasks).not.toContain(task);
  });

  test('leaves the reading as it was read', async ({ db }) => {
    const house = testHouse(db);
    const { task, fix } = await waiting(house);
    const before = await db.selectFrom('plan_reading').select('reading').execute();
    await fix([{ do: 'marker', node: task, marker: 'x)' }]);
    expect(await db.selectFrom('plan_reading').select('reading').execute()).toEqual(before);
  });

  test('notes what the node was and what it is', async ({ db }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    await fix([{ do: 'marker', node: task, marker: 'x)' }]);
    const [event] = await db.selectFrom('event').selectAll().where('command', '=', 'plan.correct').execute();
    expect(event).toMatchObject({
      subject_id: id,
      before: { corrected: [{ node: task, marker: '1.', task: true }] },
      after: { corrected: [{ node: task, marker: 'x)', task: true }] },
    });
  });

  test('that changes nothing is none', async ({ db }) => {
    const house = testHouse(db);
    const { task, fix, version } = await waiting(house);
    expect(await fix([{ do: 'task', node: task, task: true }])).toEqual({ version });
    expect(await db.selectFrom('event').selectAll().where('command', '=', 'plan.correct').execute()).toEqual([]);
  });

  test('of what is not there, or under what comes after it, is refused whole', async ({ db }) => {
    const house = testHouse(db);
    const { id, read, task, fix } = await waiting(house);
    const last = read.nodes.at(-1)?.id ?? '';
    for (const wrong of [
      { do: 'task', node: 'n9999', task: true },
      { do: 'move', node: task, parent: last },
      { do: 'move', node: task, parent: task },
      { do: 'remove_assignment', id: 'a9999' },
    ] satisfies Operation[])
      await expect(fix([{ do: 'marker', node: task, marker: 'x)' }, wrong])).rejects.toEqual(code('correction_not_possible'));
    await expect(
      fix([{ do: 'add_assignment', node: task, unit: { name: 'X', code: 'không.có' }, role: 'lead' }]),
    ).rejects.toEqual(code('bad_input'));
    expect(await readingOf(house, id)).toMatchObject({ version: 0, reading: { nodes: read.nodes } });
  });

  test('changes number, day, issuer, title and period of the paper, is undone, and goes into the plan', async ({ db }) => {
    const house = testHouse(db);
    const { id, read, fix } = await waiting(house);
    const head = {
      number: null,
      issued_on: '2024-02-06',
      issuer: 'ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG',
      title: 'Thông tin đối ngoại năm 2024',
      period: { from: '2024-01-01', to: '2025-12-31' },
    };
    await fix([{ do: 'head', head }]);
    const [waits] = await ask(house, readings, {}, operator);
    expect(waits).toMatchObject({ title: head.title });
    await execute(house, undo, { id, version: 1 }, by);
    expect((await readingOf(house, id)).reading.document).toEqual(read.document);
    await execute(house, redo, { id, version: 2 }, by);
    const { id: plan } = await execute(house, adopt, { id }, by);
    const { plan: made } = await ask(house, show, { id: plan }, operator);
    const { period, ...rest } = head;
    expect(made).toMatchObject({ ...rest, symbol: read.document.symbol?.value, period_from: period.from, period_to: period.to });
    await expect(
      waiting(house).then(({ fix: other }) =>
        other([{ do: 'head', head: { period: { from: '2025-01-01', to: '2024-01-01' } } }]),
      ),
    ).rejects.toEqual(code('bad_input'));
  });

  test('is for those who may, and for readings that wait', async ({ db }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    const input = { id, version: 0, operations: [{ do: 'task', node: task, task: false }] };
    await expect(execute(house, correct, input, { actor: reader })).rejects.toEqual(code('not_allowed'));
    await execute(house, discard, { id, why: 'trùng với văn bản đã nhận' }, by);
    await expect(fix([{ do: 'task', node: task, task: false }])).rejects.toEqual(code('reading_discarded'));
    const other = await brought(house, { number: '13' });
    await execute(house, correct, { ...input, id: other }, by);
    // What somebody worked on is not put away without a word.
    await expect(execute(house, discard, { id: other }, by)).rejects.toEqual(code('bad_input'));
    await execute(house, adopt, { id: other }, by);
    await expect(execute(house, correct, { ...input, id: other }, by)).rejects.toEqual(code('plan_already_adopted'));
  });
});

describe('two people who correct at once', () => {
  test('lose nothing: the second is told, sees the first one’s and corrects again', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    const both = await Promise.allSettled([
      fix([{ do: 'marker', node: task, marker: 'x)' }]),
      fix([{ do: 'task', node: task, task: false }]),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'stale_reading', values: { version: 1 } },
    });
    await fix(
      [
        { do: 'marker', node: task, marker: 'x)' },
        { do: 'task', node: task, task: false },
      ],
      1,
    );
    const { reading: now } = await readingOf(house, id);
    expect(now.nodes.find((node) => node.id === task)?.marker).toBe('x)');
    expect(now.tasks).not.toContain(task);
  });

  test('neither is a plan adopted that looks other than the one who adopts it saw', async ({ db }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    await fix([{ do: 'task', node: task, task: false }]);
    await expect(execute(house, adopt, { id, version: 0 }, by)).rejects.toEqual(code('stale_reading'));
  });
});

describe('undoing', () => {
  test('takes corrections back one by one and makes them again, until something else is done', async ({ db }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    const marker = async () => (await readingOf(house, id)).reading.nodes.find((node) => node.id === task)?.marker;
    let version = 0;
    const turn = async (it: typeof undo) => ({ version } = await execute(house, it, { id, version }, by));
    for (const letter of ['a)', 'b)', 'c)']) ({ version } = await fix([{ do: 'marker', node: task, marker: letter }], version));
    await turn(undo);
    await turn(undo);
    expect(await marker()).toBe('a)');
    await turn(redo);
    expect(await marker()).toBe('b)');
    expect(await readingOf(house, id)).toMatchObject({ may_undo: true, may_redo: true, version: 6 });
    ({ version } = await fix([{ do: 'marker', node: task, marker: 'd)' }], version));
    expect(await readingOf(house, id)).toMatchObject({ may_redo: false });
    await expect(turn(redo)).rejects.toEqual(code('nothing_to_undo'));
    for (const before of ['b)', 'a)', '1.']) {
      await turn(undo);
      expect(await marker()).toBe(before);
    }
    await expect(turn(undo)).rejects.toEqual(code('nothing_to_undo'));
    for (const after of ['a)', 'b)', 'd)']) {
      await turn(redo);
      expect(await marker()).toBe(after);
    }
  });

  test('of what somebody else has done since is refused', async ({ db }) => {
    const house = testHouse(db);
    const { id, task, fix } = await waiting(house);
    await fix([{ do: 'marker', node: task, marker: 'a)' }]);
    await expect(execute(house, undo, { id, version: 0 }, by)).rejects.toEqual(code('stale_reading'));
  });
});
