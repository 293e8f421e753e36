import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader } from '#house.testing.ts';
import { reorganise } from './commands.server.ts';
import { begin, change, discard } from './draft_commands.server.ts';
import { drafts, showDraft } from './queries.server.ts';
import { BASIS, DAY, office, refusal } from './reorganising.fixture.ts';

const by = { actor: operator };
const merge = { do: 'merge', of: 'unit', from: ['a'], into: 'b' };
const rename = { do: 'rename', of: 'unit', code: 'b', names: { vi: 'Sở B' } };

describe('a draft of a reorganisation', () => {
  test('is kept step by step, and goes when it is carried out', async ({ db }) => {
    const { it, unit } = office(db);
    for (const code of ['a', 'b']) await unit(code);
    const { id } = await execute(it, begin, {}, by);
    await execute(it, change, { id, title: 'Hợp nhất', day: DAY, legal_basis: BASIS }, by);
    await execute(it, change, { id, add: rename }, by);
    await execute(it, change, { id, add: merge }, by);
    await execute(it, change, { id, drop: { at: 0, of: 2 } }, by);
    const { content } = await ask(it, showDraft, { id }, operator);
    expect(content).toEqual({ title: 'Hợp nhất', day: DAY, legal_basis: BASIS, steps: [merge] });
    await execute(it, reorganise, { ...content, draft: id }, by);
    expect(await ask(it, drafts, {}, operator)).toEqual([]);
    expect(await refusal(execute(it, change, { id, title: 'Khác' }, by))).toEqual({ code: 'not_found' });
  });

  test('stays when it cannot be carried out', async ({ db }) => {
    const { it } = office(db);
    const { id } = await execute(it, begin, { title: 'Hợp nhất', day: DAY, legal_basis: BASIS, steps: [merge] }, by);
    const { content } = await ask(it, showDraft, { id }, operator);
    expect(await refusal(execute(it, reorganise, { ...content, draft: id }, by))).toMatchObject({ code: 'bad_input' });
    expect(await ask(it, drafts, {}, operator)).toMatchObject([{ id, content }]);
  });

  test('refuses a step that is none, and a stale list', async ({ db }) => {
    const { it } = office(db);
    const { id } = await execute(it, begin, { steps: [merge, rename] }, by);
    expect(await refusal(execute(it, change, { id, add: { do: 'merge', of: 'unit', from: ['A b'], into: 'b' } }, by))).toEqual({
      code: 'bad_input',
      fields: ['add.from.0 units.code'],
    });
    await execute(it, change, { id, drop: { at: 1, of: 2 } }, by);
    expect(await refusal(execute(it, change, { id, drop: { at: 0, of: 2 } }, by))).toEqual({ code: 'draft_changed' });
    expect((await ask(it, showDraft, { id }, operator)).content.steps).toEqual([merge]);
  });

  test('keeps the steps of two who add at once', async ({ database }) => {
    const { it } = office(database.db);
    const { id } = await execute(it, begin, {}, by);
    await Promise.all([merge, rename, merge, rename].map((add) => execute(it, change, { id, add }, by)));
    expect((await ask(it, showDraft, { id }, operator)).content.steps).toHaveLength(4);
  });

  test('is seen and thrown away only by who may change the register', async ({ db }) => {
    const { it } = office(db);
    const { id } = await execute(it, begin, {}, by);
    await expect(ask(it, showDraft, { id }, reader)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(execute(it, discard, { id }, { actor: reader })).rejects.toMatchObject({ code: 'not_allowed' });
    await execute(it, discard, { id }, by);
    expect(await ask(it, drafts, {}, operator)).toEqual([]);
  });
});
