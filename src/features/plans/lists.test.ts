/** Long lists page by page: C-0, IV.11, X-1. What they cost at a million rows is measured by `npm run bench lists`. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { holding, operator, testHouse, type TestHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { adopt, bring } from './commands.server.ts';
import { deadlines, list, tasks } from './list_queries.server.ts';
import type { DeadlineRule } from './reading/reading.ts';
import { dueDays } from './rules.ts';

const by = { actor: operator };

async function plan(house: TestHouse, words: string, title: string) {
  const content = new TextEncoder().encode(`KẾ HOẠCH\n${title}\n\n${words}`);
  const { id } = await execute(house, bring, { content, name: 'a.txt' }, by);
  return execute(house, adopt, { id, title }, by);
}

const reviews = (n: number) =>
  `I. NHIỆM VỤ\n${Array.from({ length: n }, (_, i) => `${i + 1}. Sở Ngoại vụ chủ trì rà soát hồ sơ số ${i + 1}.`).join('\n')}`;

describe('a list longer than a page (X-1)', () => {
  test('says how many there are, gives each once on the way down, and the same pages on the way back', async ({ db }) => {
    const house = testHouse(db);
    await plan(house, reviews(207), 'Rà soát hồ sơ');
    const asked = { search: 'ra soat', size: 100 };
    const first = await ask(house, tasks, asked, operator);
    const second = await ask(house, tasks, { ...asked, after: first.after }, operator);
    const third = await ask(house, tasks, { ...asked, after: second.after }, operator);
    const all = [first, second, third];
    expect(all.map(({ total, more, tasks: them }) => [total, more, them.length])).toEqual([
      [207, false, 100],
      [207, false, 100],
      [207, false, 7],
    ]);
    expect(all.flatMap(({ tasks: them }) => them.map(({ text }) => Number(/\d+/.exec(text)?.[0])))).toEqual(
      Array.from({ length: 207 }, (_, i) => i + 1),
    );
    expect([first.before, third.after]).toEqual([null, null]);
    const back = await ask(house, tasks, { ...asked, before: third.before }, operator);
    expect(back.tasks).toEqual(second.tasks);
    expect((await ask(house, tasks, { ...asked, before: back.before }, operator)).before).toBeNull();
  });

  test('counts no further than ten thousand, and still gives its pages in order', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { id } = await plan(house, reviews(1), 'Rà soát hồ sơ');
    await sql`
      with rows as (select gen_random_uuid() as id, n from generate_series(1, 10005) n),
      tasks as (insert into task (id, plan_id) select id, ${id} from rows)
      insert into plan_node (id, plan_id, version_id, task_id, position, kind, level, text, span_start, span_end)
        select rows.id, ${id}, plan_version.id, rows.id, 100 + n, 'item', 1, 'việc ' || n, n, n + 1 from rows, plan_version
        where plan_version.plan_id = ${id}`.execute(db);
    const found = await ask(house, tasks, { search: 'viec', size: 1000 }, operator);
    expect([found.total, found.more]).toEqual([10_000, true]);
    const next = await ask(house, tasks, { search: 'viec', size: 2, after: found.after }, operator);
    expect(next.tasks.map(({ text }) => text)).toEqual(['việc 1001', 'việc 1002']);
  });

  test('refuses a place that no page ever gave', async ({ db }) => {
    const house = testHouse(db);
    for (const after of ['x', '[]', '["a"]', '["a","b"]', '[1,2]', `["${uuid()}","x"]`])
      await expect(ask(house, tasks, { after }, operator), after).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('is sorted as asked, in Vietnamese order', async ({ db }) => {
    const house = testHouse(db);
    for (const title of ['Đối ngoại', 'Dân tộc', 'Ẩm thực', 'Biên giới']) await plan(house, reviews(1) + title, title);
    const titles = async (sort: string) => (await ask(house, list, { sort }, operator)).plans.map((it) => it.title);
    const sorted = ['Ẩm thực', 'Biên giới', 'Dân tộc', 'Đối ngoại'];
    expect(await titles('title')).toEqual(sorted);
    expect(await titles('-title')).toEqual(sorted.toReversed());
  });
});

describe('words looked for', () => {
  test('may be in any order and without diacritics; the last one may be half typed from its third letter on', async ({ db }) => {
    const house = testHouse(db);
    await plan(house, 'I. NHIỆM VỤ\n1. Sở Ngoại vụ chủ trì gặp gỡ xã giáp biên Khmer (ភាសាខ្មែរ) hằng quý.', 'Gặp gỡ');
    const found = async (search: string) => (await ask(house, tasks, { search }, operator)).total;
    for (const search of ['giap bien', 'biên giáp', 'XÃ', 'xa', 'quy', 'khm', 'gap go ngo', 'ភាសា'])
      expect([search, await found(search)]).toEqual([search, 1]);
    for (const search of ['gi', 'iap', 'bien ngo vu', "'", '%', '& | !', 'ខ្មែ'])
      expect([search, await found(search)]).toEqual([search, 0]);
  });

  test('of any kind are no accident', async ({ db }) => {
    const house = testHouse(db);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (search) => {
        if (search.includes('\0')) return;
        await ask(house, tasks, { search }, operator);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what falls due (IV.11)', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((it) => it.toISOString().slice(0, 10));
  const bound = fc.constantFrom('before' as const, 'by' as const);
  const [month, date] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })];
  const year = fc.option(fc.integer({ min: 2019, max: 2030 }));
  const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
    fc.record({ kind: fc.constant('date' as const), bound, date: day }),
    fc.record({ kind: fc.constant('yearly' as const), bound, month, day: date }),
    fc.record({
      kind: fc.constant('monthly' as const),
      bound,
      day: date,
      every: fc.constantFrom('month' as const, 'quarter' as const),
    }),
    fc.record({ kind: fc.constant('month' as const), months: fc.uniqueArray(month, { minLength: 1 }), year }),
    fc.record({
      kind: fc.constant('quarter' as const),
      quarters: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
      year,
    }),
    fc.record({ kind: fc.constant('year' as const), year: fc.integer({ min: 2019, max: 2030 }) }),
    fc.record({ kind: fc.constant('range' as const), from: day, to: day }),
    fc.constantFrom({ kind: 'ongoing' as const }, { kind: 'on_request' as const }),
  );

  test('is in the database what the rules say', async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(rule, day, day, async (said, a, b) => {
        const [from, to] = [a, b].toSorted() as [string, string];
        const { rows } = await sql<{
          day: string;
        }>`select due_days(${JSON.stringify(said)}::jsonb, ${from}, ${to}) as day`.execute(db);
        expect(rows.map((row) => row.day)).toEqual([...new Set(dueDays(said, from, to))]);
      }),
      { numRuns: 200 },
    );
  });

  const duties = `I. NHIỆM VỤ
1. Sở Ngoại vụ chủ trì gặp gỡ báo chí, hoàn thành trước ngày 20/6/2023.
2. Sở Tài chính chủ trì thẩm định kinh phí, hoàn thành trước ngày 15/3/2023.
3. Sở Ngoại vụ báo cáo định kỳ trước ngày 30/11 hằng năm.`;

  test('is found by day, by unit and by whose it is; a role at an office shows what it owes, and what its forerunners owed', async ({
    db,
  }) => {
    const house = testHouse(db);
    const unit = async (code: string, name: string) =>
      (await execute(house, addUnit, { code, kind: 'department', names: { vi: name }, valid_from: '2010-01-01' }, by)).id;
    const [foreign, finance] = [await unit('snv', 'Sở Ngoại vụ'), await unit('stc', 'Sở Tài chính')];
    await plan(house, duties, 'Năm 2023');
    const days = async (asked: object, actor = operator as Parameters<typeof ask>[3]) =>
      (await ask(house, deadlines, { to: '2023-12-31', ...asked }, actor)).deadlines.map((it) => it.day);
    expect(await days({ unit: finance })).toEqual(['2023-03-14']);
    expect(await days({ mine: true }, holding(['officer'], foreign))).toContain('2023-06-19');
    expect(await days({ mine: true }, holding(['officer'], foreign))).not.toContain('2023-03-14');
    expect(await days({ mine: true }, holding(['officer']))).toEqual(expect.arrayContaining(['2023-03-14', '2023-06-19']));
    expect(await days({ from: '2023-03-15', to: '2023-07-01' })).toEqual(['2023-06-19']);
    const both = await days({});
    expect(await days({ sort: '-day' })).toEqual(both.toReversed());
    const mine = await ask(house, tasks, { mine: true, role: 'lead' }, holding(['reader'], finance));
    expect(mine.tasks.map(({ text }) => text)).toEqual([expect.stringContaining('thẩm định')]);
  });

  test('moves with the period of what the plan says', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await plan(house, duties, 'Năm 2023');
    const last = async () => (await ask(house, deadlines, { sort: '-day' }, operator)).deadlines[0]?.day;
    await sql`update plan_version set period_from = '2023-01-01', period_to = '2025-12-31' where plan_id = ${id}`.execute(db);
    expect(await last()).toBe('2025-11-29');
    await sql`update plan_version set period_to = '2023-12-31' where plan_id = ${id}`.execute(db);
    expect(await last()).toBe('2023-11-29');
  });
});
