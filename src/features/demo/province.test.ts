import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import * as v from 'valibot';
import { ask, command, execute } from '#core/command.server.ts';
import { addDays } from '#core/dates.ts';
import { Problem } from '#core/problem.ts';
import { test as plain } from '#db/testing.server.ts';
import { adopt, bring } from '#features/plans/commands.server.ts';
import { show as showPlan } from '#features/plans/queries.server.ts';
import { agencies } from '#features/plans/task_queries.server.ts';
import { addPlace, addUnit } from '#features/units/commands.server.ts';
import { place, places, unit, units } from '#features/units/queries.server.ts';
import { reorganise, undo } from '#features/units/reorganising/commands.server.ts';
import * as inputs from '#features/units/reorganising/inputs.ts';
import { list, show } from '#features/units/reorganising/queries.server.ts';
import { within } from '#features/units/rules.ts';
import { operator, reader, testHouse, type TestHouse } from '#house.testing.ts';
import { load, remove } from './commands.server.ts';
import { adoptText, everything, paper } from './demo.fixture.ts';

/** Loaded once for the file; what a test does to it is rolled back. */
const test = plain
  .extend('loaded', { scope: 'file' }, async ({ copy }) => {
    const house = testHouse(copy.db);
    return { demo: await execute(house, load, {}, { actor: operator }), files: house.files };
  })
  .extend('demo', ({ loaded }) => loaded.demo)
  .extend('house', ({ loaded, db }): TestHouse => ({ ...testHouse(db), files: loaded.files }));

const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Problem;

/** Days just before and on which something changed, and some between. */
const DAYS = [
  '2021-01-01',
  '2022-09-30',
  '2022-10-01',
  '2023-06-01',
  '2025-02-28',
  '2025-03-01',
  '2025-06-30',
  '2025-07-01',
  '2026-04-23',
  '2026-04-24',
];

describe('what is real and hangs on the demonstration', () => {
  const cases: [string, (house: TestHouse) => Promise<unknown>][] = [
    ['a task given to one of its units', (house) => adoptText(house, 'Sở Tài chính')],
    [
      'a unit under one of its units',
      (house) =>
        execute(
          house,
          addUnit,
          { code: 'phong', kind: 'division', parent: 'dn.stc', names: { vi: 'Phòng Ngân sách' }, valid_from: '2025-07-01' },
          by,
        ),
    ],
    [
      'a unit seated in one of its places',
      (house) =>
        execute(
          house,
          addUnit,
          { code: 'to', kind: 'other', place: 'dn.dak-o', names: { vi: 'Tổ' }, valid_from: '2025-07-01' },
          by,
        ),
    ],
    [
      'a place in one of its places',
      (house) =>
        execute(
          house,
          addPlace,
          { code: 'x', kind: 'border_gate', parent: 'dn.dak-o', names: { vi: 'Lối mở' }, valid_from: '2025-07-01' },
          by,
        ),
    ],
    [
      'a unit that came after one of its units',
      async (house) => {
        await execute(house, addUnit, { code: 'moi', kind: 'department', names: { vi: 'Sở Mới' }, valid_from: '2026-01-01' }, by);
        const steps = [{ do: 'merge', of: 'unit', from: ['dn.stc'], into: 'moi' }];
        await execute(house, reorganise, { title: 'Hợp nhất', day: '2027-01-01', legal_basis: 'Nghị quyết', steps }, by);
      },
    ],
    [
      'a new name of one of its units',
      (house) =>
        execute(
          house,
          reorganise,
          {
            title: 'Đổi tên',
            day: '2027-01-01',
            legal_basis: 'Nghị quyết',
            steps: [{ do: 'rename', of: 'unit', code: 'dn.stc', names: { vi: 'Sở Tài chính và Kế hoạch' } }],
          },
          by,
        ),
    ],
    ['a plan made of a paper that came with it', (house) => execute(house, adoptOfDemo, {}, by)],
  ];
  for (const [what, hang] of cases) {
    test(`keeps it there: ${what}`, async ({ house }) => {
      await hang(house);
      const before = await everything(house);
      await expect(execute(house, remove, {}, by)).rejects.toEqual(code('still_used'));
      expect(await everything(house)).toEqual(before);
      await expect(house.files.open(await paperOf(house)).then((file) => file.destroy())).resolves.toBeDefined();
    });
  }
});

describe("the demonstration's plan (C-0, IV.0)", () => {
  test('reads as 38 tasks in ten groups, each agency known, with its legal bases and report days', async ({ house, demo }) => {
    const plan = await ask(house, showPlan, { id: demo.plan }, reader);
    const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
    const perGroup = Map.groupBy(plan.tasks, (task) => nodes.get(nodes.get(task)?.parent_id ?? '')?.text);
    expect([...perGroup.values()].map((tasks) => tasks.length)).toEqual([3, 7, 5, 6, 1, 5, 2, 2, 3, 4]);
    expect(plan.assignments.filter(({ unit_id }) => unit_id === null)).toEqual([]);
    expect(plan.legal_bases).toHaveLength(7);
    expect(plan.deadlines.flatMap(({ rule }) => (rule.kind === 'yearly' ? `${rule.day}/${rule.month}` : []))).toEqual([
      '30/6',
      '30/11',
      '20/6',
      '15/11',
    ]);
    expect(plan.plan).toMatchObject({ period_from: '2023-01-01', period_to: '2025-12-31', number: null, symbol: 'KH-UBND' });
    expect(plan.nodes.flatMap(({ marker }) => (/^[IVX]+\.$/.test(marker ?? '') ? marker : []))).toEqual([
      'I.',
      'II.',
      'III.',
      'IV.',
    ]);
  });

  test('gives its tasks to the units of its day, not to their successors (X-1)', async ({ house, demo }) => {
    const found = await ask(house, agencies, { plan: demo.plan }, reader);
    expect(found.find(({ unit_name }) => unit_name === 'Sở Thông tin và Truyền thông')).toMatchObject({ unit_code: 'bp.stttt' });
    for (const { unit_code } of found)
      expect(
        within({ valid_from: '2023-01-01', valid_to: '2025-01-01' }, await ask(house, unit, { code: unit_code ?? '' }, reader)),
      ).toBe(true);
  });
});

describe('the province through the reorganisations (X-1)', () => {
  test('has fifteen border communes in three districts before 1/7/2025, and eight after it', async ({ house }) => {
    const along = async (day: string, kind: string) =>
      (await ask(house, places, { day, border: true, kind }, reader)).map(({ name }) => name.replace(/^(Xã|Huyện) /, ''));
    expect(await along('2025-06-30', 'district')).toEqual(['Bù Gia Mập', 'Bù Đốp', 'Lộc Ninh']);
    expect(await along('2025-06-30', 'commune')).toHaveLength(15);
    expect(await along('2025-07-01', 'district')).toEqual([]);
    expect(await along('2025-07-01', 'commune')).toEqual([
      'Bù Gia Mập',
      'Đak Ơ',
      'Hưng Phước',
      'Thiện Hưng',
      'Tân Tiến',
      'Lộc Thạnh',
      'Lộc Tấn',
      'Lộc Thành',
    ]);
    for (const day of DAYS)
      expect([day, (await along(day, 'border_gate')).length, (await along(day, 'post_area')).length]).toEqual([day, 4, 4]);
  });

  test('names everything as on the day one asks for', async ({ house }) => {
    const names = async (day: string) => (await ask(house, units, { day }, reader)).map(({ name }) => name);
    expect(await names('2025-02-28')).toEqual(
      expect.arrayContaining(['Sở Thông tin và Truyền thông', 'Ủy ban nhân dân tỉnh Bình Phước']),
    );
    expect(await names('2025-03-01')).not.toContain('Sở Thông tin và Truyền thông');
    expect(await names('2025-07-01')).toEqual(
      expect.arrayContaining(['Ủy ban nhân dân tỉnh Đồng Nai', 'Sở Tài chính tỉnh Đồng Nai']),
    );
    expect(await names('2025-07-01')).not.toContain('Ủy ban nhân dân tỉnh Bình Phước');
    expect(await names('2026-04-24')).toContain('Ủy ban nhân dân thành phố Đồng Nai');
    expect(await ask(house, places, { day: '2022-09-30', kind: 'district' }, reader)).toContainEqual(
      expect.objectContaining({ name: 'Huyện Chơn Thành' }),
    );
    expect(await ask(house, places, { day: '2022-10-01', kind: 'district' }, reader)).toContainEqual(
      expect.objectContaining({ name: 'Thị xã Chơn Thành' }),
    );
  });

  test('lives through 2025 and 2026 day by day: what was recorded before keeps the unit, the place and the name of its day', async ({
    house,
    demo,
  }) => {
    const seen = async (day: string) => {
      const [all, seats] = [await ask(house, units, { day }, reader), await ask(house, places, { day }, reader)];
      const named = (code: string) => [...all, ...seats].find((it) => it.code === code)?.name ?? null;
      return {
        province: named('binh-phuoc') ?? named('dong-nai'),
        committee: named('bp.ubnd') ?? named('dn.ubnd'),
        post: all.find(({ code }) => code.endsWith('.don.hoa-lu'))?.code,
        at: all.find(({ code }) => code.endsWith('.don.hoa-lu'))?.place,
        districts: seats.filter(({ kind }) => kind === 'district').length,
      };
    };
    const june = {
      province: 'Tỉnh Bình Phước',
      committee: 'Ủy ban nhân dân tỉnh Bình Phước',
      post: 'bp.don.hoa-lu',
      at: 'bp.dia-ban.hoa-lu',
      districts: 11,
    };
    const july = {
      province: 'Tỉnh Đồng Nai',
      committee: 'Ủy ban nhân dân tỉnh Đồng Nai',
      post: 'dn.don.hoa-lu',
      at: 'dn.dia-ban.hoa-lu',
      districts: 0,
    };
    const city = { province: 'Thành phố Đồng Nai', committee: 'Ủy ban nhân dân thành phố Đồng Nai' };
    expect(await seen('2025-03-01')).toEqual(june);
    expect(await seen('2025-06-30')).toEqual(june);
    expect(await seen('2025-07-01')).toEqual(july);
    expect(await seen('2026-04-23')).toEqual(july);
    expect(await seen('2026-04-24')).toEqual({ ...july, ...city });
    const tasks = await ask(house, agencies, { plan: demo.plan }, reader);
    expect(tasks.find(({ unit_code }) => unit_code === 'bp.stttt')).toMatchObject({ unit_name: 'Sở Thông tin và Truyền thông' });
    expect((await ask(house, unit, { code: 'bp.don.hoa-lu' }, reader)).place).toMatchObject({ code: 'bp.dia-ban.hoa-lu' });
  });

  test('can be taken back paper by paper, and told again to the same maps', async ({ house }) => {
    const maps = async () =>
      Promise.all(
        DAYS.map(async (day) => [
          (await ask(house, units, { day }, reader)).map(({ id: _id, ...row }) => row),
          (await ask(house, places, { day }, reader)).map(({ id: _id, ...row }) => row),
        ]),
      );
    const whole = await maps();
    const papers = await ask(house, list, {}, reader);
    expect(papers.map(({ day }) => day)).toEqual(['2026-04-24', '2025-07-01', '2025-03-01', '2022-10-01']);
    for (const { id } of papers) await execute(house, undo, { id }, by);
    expect((await ask(house, units, { day: '2026-04-24' }, reader)).map(({ code: at }) => at).toSorted()).toEqual(
      (await ask(house, units, { day: '2021-01-01' }, reader)).map(({ code: at }) => at).toSorted(),
    );
    expect(await maps()).not.toEqual(whole);
    for (const { id } of papers.toReversed()) {
      const { title, day, legal_basis, steps } = await ask(house, show, { id }, reader);
      await execute(house, asDemo, { title, day, legal_basis, steps }, by);
    }
    expect(await maps()).toEqual(whole);
  });

  test('leads by its successions from each unit and place of 2023 to those of today, or to an end', async ({ house }) => {
    const unitAt = (at: string) => ask(house, unit, { code: at }, reader);
    const placeAt = (at: string) => ask(house, place, { code: at }, reader);
    const walk = async (show: typeof unitAt | typeof placeAt, from: string): Promise<string[]> => {
      const { valid_to, successors } = await show(from);
      expect([from, successors.length > 0]).toEqual([from, valid_to !== null]);
      if (valid_to === null) return [from];
      const next = successors.flatMap((it) => it.code ?? []);
      return (await Promise.all(next.map((at) => walk(show, at)))).flat();
    };
    expect(await walk(unitAt, 'bp.stttt')).toEqual(['dn.skhcn', 'dn.svhttdl']);
    expect(await walk(unitAt, 'bp.btg')).toEqual(['dn.btgdv']);
    expect(await walk(unitAt, 'bp.bdt')).toEqual(['dn.sdttg']);
    expect(await walk(unitAt, 'bp.bdbp')).toEqual(['dn.bdbp']);
    expect(await walk(unitAt, 'bp.ubnd.loc-ninh')).toEqual([]);
    expect(await walk(placeAt, 'bp.loc-ninh.loc-an')).toEqual(['dn.tan-tien']);
    for (const { code: at } of await ask(house, units, { day: '2023-06-01' }, reader)) await walk(unitAt, at);
    for (const { code: at } of await ask(house, places, { day: '2023-06-01' }, reader)) await walk(placeAt, at);
  });

  test('is a tree on any day: who lives has a living parent and seat, and no two of a kind stand at one point of the border', async ({
    house,
  }) => {
    for (const day of [...DAYS, addDays('2026-04-24', 4000)]) {
      const [all, seats] = [await ask(house, units, { day }, reader), await ask(house, places, { day }, reader)];
      const alive = new Set([...all, ...seats].map((it) => it.code));
      const lost = [...all.flatMap((it) => [it.parent, it.place]), ...seats.map((it) => it.parent)].filter(
        (at) => at !== null && !alive.has(at),
      );
      expect([day, lost]).toEqual([day, []]);
      const points = seats.flatMap(({ kind, border_order }) => (border_order === null ? [] : [`${kind} ${border_order}`]));
      expect([day, new Set(points).size]).toEqual([day, points.length]);
    }
  });

  test('has no name that outlives who bears it', async ({ house }) => {
    for (const of of ['unit', 'place']) {
      const { rows } =
        await sql`select from ${sql.table(of)} it join ${sql.table(`${of}_name`)} n on ${sql.ref(`n.${of}_id`)} = it.id
        where n.valid_from < it.valid_from or coalesce(n.valid_to, 'infinity') > coalesce(it.valid_to, 'infinity')`.execute(
          house.db,
        );
      expect([of, rows.length]).toEqual([of, 0]);
    }
  });
});

/** A reading that came with a demonstration, adopted by somebody in earnest. */
const adoptOfDemo = command({
  name: 'test.adopt_of_demo',
  verb: 'plans.adopt',
  input: v.object({}),
  async run(ctx) {
    const { id } = await ctx.run(bring, { content: paper('Sở Khác'), name: 'ke-hoach.txt' }, { demo: true });
    return ctx.run(adopt, { id });
  },
});

/** Tell a paper again as part of the demonstration. */
const asDemo = command({
  name: 'test.as_demo',
  verb: 'units.change',
  input: inputs.reorganise,
  run: (ctx, input) => ctx.run(reorganise, input, { demo: true }),
});

async function paperOf({ db }: TestHouse): Promise<string> {
  const { file_sha256 } = await db
    .selectFrom('plan_reading')
    .select('file_sha256')
    .where('demo', '=', true)
    .executeTakeFirstOrThrow();
  return file_sha256;
}
