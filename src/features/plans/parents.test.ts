/** Plans have parents, and their tasks carry out the parent's (IV.10). */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { operator, testHouse, type TestHouse } from '#house.testing.ts';
import { adopt } from './commands.server.ts';
import { begin, link, setParent, unlink } from './linking_commands.server.ts';
import { proposals } from './linking_queries.server.ts';
import { brought, by, code, type Paper } from './papers.fixture.ts';
import { show } from './queries.server.ts';
import { task } from './task_queries.server.ts';

async function plan(house: TestHouse, of: Partial<Paper>) {
  return (await execute(house, adopt, { id: await brought(house, of), separate: true }, by)).id;
}
const shown = (house: TestHouse, id: string) => ask(house, show, { id }, operator);

async function family(house: TestHouse) {
  await execute(house, addUnit, { code: 'syt', kind: 'department', names: { vi: 'Sở Y tế' }, valid_from: '2010-01-01' }, by);
  const frame = await plan(house, {});
  const child = await plan(house, {
    number: '31',
    title: 'Kế hoạch của Sở Y tế thực hiện thông tin đối ngoại năm 2024',
    tasks: [
      'Phòng Nghiệp vụ y chủ trì tổ chức tuyên truyền phòng bệnh cho nhân dân vùng biên giới.',
      'Văn phòng Sở mua sắm máy tính.',
    ],
  });
  return { frame, child };
}

describe('a plan under another', () => {
  test('is shown there, and the other here; and may be taken out again', async ({ db }) => {
    const house = testHouse(db);
    const { frame, child } = await family(house);
    await execute(house, setParent, { id: child, parent: frame, relation: 'department' }, by);
    expect((await shown(house, child)).parent).toMatchObject({ id: frame });
    expect((await shown(house, frame)).children).toMatchObject([{ id: child, parent_relation: 'department' }]);
    await execute(house, setParent, { id: child, parent: null }, by);
    expect((await shown(house, frame)).children).toEqual([]);
  });

  test('is never above itself, and not under one that begins after it has ended', async ({ db }) => {
    const house = testHouse(db);
    const { frame, child } = await family(house);
    await execute(house, setParent, { id: child, parent: frame }, by);
    await expect(execute(house, setParent, { id: frame, parent: child }, by)).rejects.toEqual(code('plan_of_itself'));
    await expect(execute(house, setParent, { id: child, parent: child }, by)).rejects.toEqual(code('plan_of_itself'));
    await expect(execute(house, setParent, { id: child, parent: uuid() }, by)).rejects.toEqual(code('not_found'));
    const later = await plan(house, { number: '5', title: 'Công tác thông tin đối ngoại năm 2030' });
    await db.updateTable('plan').set({ period_from: '2030-01-01', period_to: '2030-12-31' }).where('id', '=', later).execute();
    await expect(execute(house, setParent, { id: child, parent: later }, by)).rejects.toEqual(code('parent_is_later'));
  });

  test('neither when two hang them under each other at once', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { frame, child } = await family(house);
    const both = await Promise.allSettled([
      execute(house, setParent, { id: child, parent: frame }, by),
      execute(house, setParent, { id: frame, parent: child }, by),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('tasks of a plan under another', () => {
  test('are proposed by likeness, linked when a person confirms it, and seen from both sides', async ({ db }) => {
    const house = testHouse(db);
    const { frame, child } = await family(house);
    expect(await ask(house, proposals, { id: child }, operator)).toEqual([]);
    await execute(house, setParent, { id: child, parent: frame, relation: 'department' }, by);
    const found = await ask(house, proposals, { id: child }, operator);
    expect(found).toHaveLength(1);
    const [{ task: own = '', parent: theirs = '', task_text = '', parent_text = '' } = {}] = found;
    expect([task_text, parent_text]).toEqual([expect.stringContaining('phòng bệnh'), expect.stringContaining('phòng bệnh')]);
    await execute(house, link, { links: [{ task: own, parent: theirs }] }, by);
    expect(await ask(house, proposals, { id: child }, operator)).toEqual([]);
    expect((await ask(house, task, { id: own }, operator)).parents).toMatchObject([
      { id: theirs, plan_id: frame, text: parent_text },
    ]);
    expect((await ask(house, task, { id: theirs }, operator)).children).toMatchObject([
      { id: own, plan_id: child, text: task_text },
    ]);
    await execute(house, unlink, { task: own, parent: theirs }, by);
    expect((await ask(house, task, { id: own }, operator)).parents).toEqual([]);
    await expect(execute(house, unlink, { task: own, parent: theirs }, by)).rejects.toEqual(code('not_found'));
  });

  test('are linked to tasks of the parent only, and let go of when the parent is another one', async ({ db }) => {
    const house = testHouse(db);
    const { frame, child } = await family(house);
    const [own = ''] = (await shown(house, child)).tasks;
    const [theirs = ''] = (await shown(house, frame)).tasks;
    await expect(execute(house, link, { links: [{ task: own, parent: theirs }] }, by)).rejects.toEqual(code('not_found'));
    await execute(house, setParent, { id: child, parent: frame }, by);
    await expect(execute(house, link, { links: [{ task: own, parent: own }] }, by)).rejects.toEqual(code('not_found'));
    await execute(house, link, { links: [{ task: own, parent: theirs }] }, by);
    await execute(house, setParent, { id: child, parent: null }, by);
    expect((await ask(house, task, { id: own }, operator)).parents).toEqual([]);
  });
});

describe('a plan begun from its parent', () => {
  test('takes over the tasks that oblige the unit, with headings, agencies, deadlines and links; nothing is typed again', async ({
    db,
  }) => {
    const house = testHouse(db);
    const { frame } = await family(house);
    const title = 'Kế hoạch của Sở Y tế năm 2024';
    const { id, tasks } = await execute(house, begin, { parent: frame, unit: 'syt', relation: 'department', title }, by);
    expect(tasks).toBe(2);
    const [own, parent] = [await shown(house, id), await shown(house, frame)];
    expect(own.plan).toMatchObject({ title, unit: 'syt', parent_relation: 'department', reading_id: null });
    expect(own.nodes.map(({ text }) => text)).toEqual(
      parent.nodes
        .filter((node) => (node.kind === 'heading' && node.marker === 'II.') || node.text.includes('Sở Y tế'))
        .map(({ text }) => text),
    );
    for (const node of own.nodes) expect(own.plan.text.slice(node.span_start, node.span_end)).toContain(node.text.slice(-20));
    for (const { span_start, span_end, unit_name } of own.assignments)
      expect(own.plan.text.slice(span_start ?? 0, span_end ?? 0)).toBe(unit_name);
    expect(own.deadlines.map(({ text }) => text)).toEqual(
      parent.deadlines.filter(({ text }) => text !== 'thường xuyên').map(({ text }) => text),
    );
    for (const task_id of own.tasks) expect((await ask(house, task, { id: task_id }, operator)).parents).toHaveLength(1);
  });

  test('is none when no task obliges the unit', async ({ db }) => {
    const house = testHouse(db);
    const { frame } = await family(house);
    await execute(house, addUnit, { code: 'stp', kind: 'department', names: { vi: 'Sở Tư pháp' }, valid_from: '2010-01-01' }, by);
    const input = { parent: frame, unit: 'stp', relation: 'district', title: 'X' };
    await expect(execute(house, begin, input, by)).rejects.toEqual(code('nothing_to_take_over'));
    await expect(execute(house, begin, { ...input, unit: 'không' }, by)).rejects.toEqual(code('bad_input'));
  });
});
