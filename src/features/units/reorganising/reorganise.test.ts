import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { test } from '#db/testing.server.ts';
import { reader } from '#house.testing.ts';
import { reorganise } from './commands.server.ts';
import { list, preview } from './queries.server.ts';
import { BASIS, DAY, office, refusal, registerRows } from './reorganising.fixture.ts';

describe('a reorganisation (X-1)', () => {
  test('merges, splits, renames, abolishes, founds and moves on one day, and is seen from both sides', async ({ db }) => {
    const { unit, reorganise, unitsOn, unitAt } = office(db);
    await unit('a', { names: { vi: 'Sở A', en: 'A' } });
    for (const code of ['b', 'c', 'd', 'e', 'top']) await unit(code);
    await unit('e.1', { parent: 'e' });
    await reorganise([
      { do: 'add', of: 'unit', code: 'ab', kind: 'department', names: { vi: 'Sở AB' } },
      { do: 'add', of: 'unit', code: 'c1', kind: 'department', names: { vi: 'Sở C1' } },
      { do: 'merge', of: 'unit', from: ['a', 'b'], into: 'ab' },
      { do: 'split', of: 'unit', from: 'c', into: ['c1', 'top'] },
      { do: 'rename', of: 'unit', code: 'd', names: { vi: 'Sở D mới' } },
      { do: 'abolish', of: 'unit', codes: ['e'], legal_basis: 'Quyết định số 2/QĐ-UBND' },
      { do: 'move', of: 'unit', code: 'e.1', as: 'top.1', parent: 'top' },
    ]);
    expect(await unitsOn('2025-06-30')).toEqual(['a', 'b', 'c', 'd', 'e', 'e.1', 'top']);
    expect(await unitsOn(DAY)).toEqual(['ab', 'c1', 'd', 'top', 'top.1']);
    const a = await unitAt('a');
    expect(a).toMatchObject({
      valid_to: DAY,
      successors: [{ kind: 'merged', day: DAY, legal_basis: BASIS, code: 'ab', names: { vi: 'Sở AB' } }],
    });
    expect(a.names.map(({ valid_to }) => valid_to)).toEqual([DAY, DAY]);
    expect((await unitAt('ab')).predecessors.map(({ code, names }) => [code, names?.vi])).toEqual([
      ['a', 'Sở A'],
      ['b', 'Sở b'],
    ]);
    expect((await unitAt('c')).successors.map(({ kind, code }) => [kind, code])).toEqual([
      ['split', 'c1'],
      ['split', 'top'],
    ]);
    expect((await unitAt('d')).names.map(({ name, valid_from }) => [name, valid_from])).toEqual([
      ['Sở D mới', DAY],
      ['Sở d', '2020-01-01'],
    ]);
    expect((await unitAt('e')).successors).toMatchObject([
      { kind: 'abolished', code: null, legal_basis: 'Quyết định số 2/QĐ-UBND' },
    ]);
    expect(await unitAt('top.1')).toMatchObject({ parent: { code: 'top' }, predecessors: [{ kind: 'moved', code: 'e.1' }] });
  });

  test('takes along what stands on a merged one, with names, other names and seat', async ({ db }) => {
    const { place, unit, reorganise, unitAt, placeAt, unitsOn } = office(db);
    await place('old');
    await place('new');
    await place('old.d', { kind: 'district', parent: 'old', border_order: 7 });
    await unit('so', { place: 'old' });
    await unit('so.phong', { parent: 'so', place: 'old.d', names: { vi: 'Phòng Báo chí' }, aliases: ['Phòng BC'] });
    await unit('so.phong.to', { parent: 'so.phong' });
    await unit('moi');
    const done = await reorganise([
      { do: 'merge', of: 'place', from: ['old'], into: 'new' },
      { do: 'merge', of: 'unit', from: ['so'], into: 'moi' },
      { do: 'rename', of: 'unit', code: 'so.phong.to', names: { vi: 'Tổ Biên tập' } },
    ]);
    expect(done).toMatchObject({ made: 3, ended: 5, renamed: 0 });
    expect(await unitsOn(DAY)).toEqual(['moi', 'so.phong-20250701', 'so.phong.to-20250701']);
    const moved = await unitAt('so.phong-20250701');
    expect(moved).toMatchObject({ parent: { code: 'moi' }, place: { code: 'old.d-20250701' }, aliases: ['Phòng BC'] });
    expect(moved.names).toMatchObject([{ name: 'Phòng Báo chí', valid_from: DAY, valid_to: null }]);
    expect(await unitAt('so.phong.to-20250701')).toMatchObject({
      parent: { code: 'so.phong-20250701' },
      names: [{ name: 'Tổ Biên tập' }],
    });
    expect(await placeAt('old.d-20250701')).toMatchObject({ parent: { code: 'new' }, border_order: 7 });
  });

  test('is asked where goes what stood on a split or abolished one, and done once the steps say it', async ({ db }) => {
    const { unit, preview, reorganise, unitsOn } = office(db);
    for (const code of ['a', 'x', 'y']) await unit(code);
    await unit('a.1', { parent: 'a' });
    await unit('a.1.1', { parent: 'a.1' });
    const split = { do: 'split', of: 'unit', from: 'a', into: ['x', 'y'] };
    const before = await registerRows(db);
    const seen = await preview([split]);
    expect(seen.unresolved).toMatchObject([{ of: 'unit', code: 'a.1', why: 'split', on: { code: 'a' } }]);
    expect([seen.ended, seen.made].map((all) => all.map(({ code }) => code))).toEqual([['a', 'a.1.1'], ['a.1.1-20250701']]);
    expect(await refusal(reorganise([split]))).toEqual({ code: 'reorganisation_unresolved', codes: 'a.1' });
    expect(await registerRows(db)).toEqual(before);
    await reorganise([split, { do: 'move', of: 'unit', code: 'a.1', parent: 'y' }]);
    expect(await unitsOn(DAY)).toEqual(['a.1-20250701', 'a.1.1-20250701', 'x', 'y']);
  });

  test('is recorded with each row that it touched, and as a whole', async ({ db }) => {
    const { unit, reorganise } = office(db);
    const [a, b] = [await unit('a'), await unit('b')];
    const { id } = await reorganise([{ do: 'merge', of: 'unit', from: ['a'], into: 'b' }]);
    const { id: renaming } = await reorganise([{ do: 'rename', of: 'unit', code: 'b', names: { vi: 'Sở B' } }], '2026-01-01');
    const events = await db
      .selectFrom('event')
      .select(['subject_kind', 'subject_id', 'before', 'after'])
      .where('command', '=', 'unit.reorganise')
      .execute();
    expect(events).toHaveLength(4);
    expect(events).toEqual(
      expect.arrayContaining([
        {
          subject_kind: 'unit',
          subject_id: a.id,
          before: { valid_to: null },
          after: { valid_to: DAY, succession: 'merged', successors: ['b'], legal_basis: BASIS, reorganisation: id },
        },
        expect.objectContaining({ subject_kind: 'reorganisation', subject_id: id, before: null }),
        {
          subject_kind: 'unit',
          subject_id: b.id,
          before: { names: { vi: 'Sở b' } },
          after: { names: { vi: 'Sở B' }, day: '2026-01-01', legal_basis: BASIS, reorganisation: renaming },
        },
        expect.objectContaining({ subject_kind: 'reorganisation', subject_id: renaming }),
      ]),
    );
  });

  test('is for who may change the register; who only reads may ask what it would do', async ({ db }) => {
    const { it, unit } = office(db);
    await unit('a');
    const steps = [{ do: 'abolish', of: 'unit', codes: ['a'] }];
    const paper = { title: 'Giải thể', day: DAY, legal_basis: BASIS, steps };
    expect(await refusal(execute(it, reorganise, paper, { actor: reader }))).toMatchObject({ code: 'not_allowed' });
    expect(await ask(it, preview, paper, reader)).toMatchObject({ ended: [{ code: 'a' }] });
    expect(await ask(it, list, {}, reader)).toEqual([]);
  });

  test('happens once when two press at once and would end a unit on different days', async ({ database }) => {
    const { unit, reorganise, unitAt } = office(database.db);
    for (const code of ['a', 'x', 'y']) await unit(code);
    const done = await Promise.allSettled(
      ['2025-01-01', '2025-02-01', '2025-03-01'].map((day, i) =>
        reorganise([{ do: 'merge', of: 'unit', from: ['a'], into: i % 2 ? 'x' : 'y' }], day),
      ),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await unitAt('a')).successors).toHaveLength(1);
  });

  test('leaves nobody under what ends when somebody adds a unit at the same moment', async ({ database }) => {
    const { unit, reorganise, unitAt } = office(database.db);
    for (const code of ['a', 'b']) await unit(code);
    const adding = Array.from({ length: 6 }, (_, i) =>
      unit(`a.${i}`, { parent: 'a', valid_from: '2024-01-01' }).then(
        () => null,
        (error: Problem) => error.values.fields,
      ),
    );
    await reorganise([{ do: 'merge', of: 'unit', from: ['a'], into: 'b' }], '2024-06-01');
    const refused = (await Promise.all(adding)).filter((fields) => fields !== null);
    for (const fields of refused) expect(fields).toEqual([{ path: 'parent', message: 'units.ends_later' }]);
    const [a, b] = [await unitAt('a'), await unitAt('b')];
    expect(a.below.map(({ valid_to }) => valid_to)).toEqual(a.below.map(() => '2024-06-01'));
    expect([a.below.length, b.below.length]).toEqual([6 - refused.length, 6 - refused.length]);
  });
});

describe('a reorganisation that cannot be (X-1)', () => {
  test('names the step and what is wrong with it, and changes nothing', async ({ db }) => {
    const { unit, place, reorganise, preview } = office(db);
    for (const code of ['a', 'b', 'c', 'gone', 'heir', 'later']) await unit(code);
    await unit('a.1', { parent: 'a' });
    await unit('a.1.1', { parent: 'a.1' });
    await unit('young', { valid_from: '2025-07-02' });
    await unit('born', { valid_from: DAY });
    await place('p');
    await place('p.d', { kind: 'district', parent: 'p' });
    await reorganise([{ do: 'merge', of: 'unit', from: ['gone'], into: 'heir' }], '2024-01-01');
    await reorganise([{ do: 'rename', of: 'unit', code: 'later', names: { vi: 'Sở Sau' } }], '2026-01-01');
    await reorganise([{ do: 'rename', of: 'unit', code: 'heir', names: { vi: 'Sở Cùng ngày' } }], DAY);
    const merge = (from: string[], into: string) => ({ do: 'merge', of: 'unit', from, into });
    const rename = (code: string) => ({ do: 'rename', of: 'unit', code, names: { vi: 'Sở Khác' } });
    const add = (code: string, parent?: string) => ({
      do: 'add',
      of: 'unit',
      code,
      kind: 'department',
      names: { vi: code },
      ...(parent ? { parent } : {}),
    });
    const move = (code: string, more: object) => ({ do: 'move', of: 'unit', code, ...more });
    const cases: [string, object[], string[]][] = [
      ['an unknown unit', [merge(['nobody'], 'b')], ['steps.0.from.0 units.unknown']],
      ['an unknown successor', [merge(['a'], 'nobody')], ['steps.0.into units.unknown']],
      ['itself', [merge(['a', 'b'], 'b')], ['steps.0.into units.into_itself']],
      ['its own child', [merge(['a'], 'a.1')], ['steps.0.into units.into_own_child']],
      ['its own grandchild', [merge(['a'], 'a.1.1')], ['steps.0.into units.into_own_child']],
      [
        'one founded under it',
        [add('n', 'a'), { do: 'replace', of: 'unit', from: 'a', into: 'n' }],
        ['steps.0.parent units.ends_here'],
      ],
      ['each other', [merge(['a'], 'b'), merge(['b'], 'a')], ['steps.0.into units.ends_here', 'steps.1.into units.ends_here']],
      ['twice', [merge(['a'], 'b'), rename('a')], ['steps.1.code units.twice']],
      ['before its birth', [rename('young')], ['steps.0.code units.before_birth']],
      ['on its first day', [rename('born')], ['steps.0.code units.changed_that_day']],
      ['changed by another on that day', [merge(['heir'], 'b')], ['steps.0.from.0 units.changed_that_day']],
      ['after its end', [rename('gone')], ['steps.0.code units.ended_before']],
      ['under a later name', [merge(['later'], 'b')], ['steps.0.from.0 units.named_later']],
      ['into one that ended', [merge(['a'], 'gone')], ['steps.0.into units.ended_before']],
      ['into one not yet born', [merge(['a'], 'young')], ['steps.0.into units.before_birth']],
      ['a code that is taken', [add('b')], ['steps.0.code units.taken']],
      ['a code taken twice', [add('n'), move('a', { as: 'n', parent: 'b' })], ['steps.1.as units.taken']],
      ['under itself', [move('a', { parent: 'a.1' })], ['steps.0.parent units.under_itself']],
      ['nowhere', [move('a', { as: 'z' })], ['steps.0.parent units.moves_nowhere']],
      ['a circle of new ones', [add('n', 'm'), add('m', 'n')], ['steps units.cycle']],
      ['a circle through one that moves along', [add('n', 'a.1'), move('a', { as: 'a2', parent: 'n' })], ['steps units.cycle']],
      [
        'a place into what it cannot lie in',
        [{ do: 'add', of: 'place', code: 'q', kind: 'province', parent: 'p.d', names: { vi: 'Q' } }],
        ['steps.0.parent units.parent_kind'],
      ],
    ];
    const before = await registerRows(db);
    for (const [what, steps, fields] of cases) {
      expect([what, (await preview(steps)).problems.map(({ path, message }) => `${path} ${message}`)]).toEqual([what, fields]);
      expect([what, await refusal(reorganise(steps))]).toEqual([what, { code: 'bad_input', fields }]);
    }
    expect(await registerRows(db)).toEqual(before);
  });

  test('is told by its form when a step is no step at all', async ({ db }) => {
    const { reorganise } = office(db);
    const fields = async (step: object, day?: string) => refusal(reorganise([step], day));
    expect(await fields({ do: 'explode', of: 'unit' })).toEqual({ code: 'bad_input', fields: ['steps.0.do units.step'] });
    expect(await fields({ do: 'split', of: 'unit', from: 'a', into: ['b'] })).toMatchObject({
      fields: ['steps.0.into units.split_into'],
    });
    expect(await fields({ do: 'merge', of: 'unit', from: ['a', 'a'], into: 'b' })).toMatchObject({
      fields: ['steps.0.from units.twice'],
    });
    expect(await fields({ do: 'abolish', of: 'unit', codes: [] })).toMatchObject({ fields: ['steps.0.codes field.required'] });
    expect(await fields({ do: 'abolish', of: 'unit', codes: ['a'] }, '2025-02-30')).toMatchObject({ fields: ['day field.day'] });
  });

  test('tells what was entered under an ending one for a later day', async ({ db }) => {
    const { unit, preview } = office(db);
    for (const code of ['a', 'b']) await unit(code);
    await unit('a.later', { parent: 'a', valid_from: '2026-01-01' });
    const { unresolved } = await preview([{ do: 'merge', of: 'unit', from: ['a'], into: 'b' }]);
    expect(unresolved).toMatchObject([{ code: 'a.later', why: 'later', on: { code: 'a' } }]);
  });
});

describe('the preview of a reorganisation', () => {
  test('says what then happens, row for row', async ({ db }) => {
    const { unit, place, preview, reorganise, show } = office(db);
    await place('p');
    for (const code of ['a', 'b']) await unit(code, { place: 'p' });
    await unit('a.1', { parent: 'a' });
    await unit('c');
    const steps = [
      { do: 'add', of: 'place', code: 'q', kind: 'province', names: { vi: 'Thành phố Q' } },
      { do: 'merge', of: 'place', from: ['p'], into: 'q' },
      { do: 'merge', of: 'unit', from: ['a'], into: 'b' },
      { do: 'rename', of: 'unit', code: 'c', names: { vi: 'Sở C mới' } },
    ];
    const seen = await preview(steps);
    const { id } = await reorganise(steps);
    const done = await show(id);
    const byCode = <T extends { code: string }>(all: T[]) => all.toSorted((x, y) => (x.code < y.code ? -1 : 1));
    expect(byCode(done.ended)).toEqual(
      byCode(seen.ended.map(({ of, code, names, kind, successors }) => ({ of, code, names, kind, successors }))),
    );
    expect(byCode(done.made)).toEqual(byCode(seen.made));
    expect(done.renamed).toEqual(seen.renamed);
    expect([done.ended.length, done.made.length, done.renamed.length]).toEqual([4, 3, 1]);
    expect(done).toMatchObject({ title: 'Sắp xếp', day: DAY, legal_basis: BASIS, steps, made_by: null, obstacles: [] });
  });
});
