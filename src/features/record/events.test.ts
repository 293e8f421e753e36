/** Who sees what of the record, searched and told: "The record" of issue 3, X-1. */
import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import * as v from 'valibot';
import { describe, expect } from 'vitest';
import type { Actor } from '#core/access.ts';
import { ask, command, execute } from '#core/command.server.ts';
import { personal } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { adopt, bring } from '#features/plans/commands.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { administrator, holding, nobody, operator, reader, testHouse } from '#house.testing.ts';
import { byPerson, kinds, list, timeline } from './event_queries.server.ts';
import { roleIn, sentenceIn, valueIn } from './sentences.ts';
import { spread } from './spread.server.ts';
import type { Told } from './tell.server.ts';

type Db = Parameters<typeof testHouse>[0];
const by = { actor: operator };

/** Notes whatever it is told to, about a thing of a unit. */
const note = command({
  name: 'test.note',
  verb: 'self.change',
  input: v.object({
    subject: v.tuple([v.string(), v.string()]),
    unit_id: v.optional(v.nullable(v.string()), null),
    before: v.optional(v.record(v.string(), v.unknown())),
    after: v.optional(v.record(v.string(), v.unknown())),
    about: v.optional(v.object({ id: v.string(), name: v.string() })),
    why: v.optional(v.string()),
  }),
  async run(ctx, { subject, unit_id, before, after, about, why }) {
    const personally = about ? { name: personal(about.id, about.name) } : {};
    await ctx.note({ subject, unit_id, before, after: { ...after, ...personally }, why });
  },
});

async function office(db: Db) {
  const house = testHouse(db);
  const unit = async (code: string, vi: string, more: object = {}) =>
    (await execute(house, addUnit, { code, kind: 'department', names: { vi }, valid_from: '2020-01-01', ...more }, by)).id;
  const province = await unit('ubnd', 'UBND tỉnh');
  const department = await unit('sngv', 'Sở Ngoại vụ', { parent: 'ubnd' });
  const other = await unit('syt', 'Sở Y tế');
  const told = async (actor: Actor, input: object = {}) => (await ask(house, list, input, actor)).events;
  const noted = (input: object, actor: Actor = operator) => execute(house, note, { subject: ['word', 'x'], ...input }, { actor });
  return { house, province, department, other, unit, told, noted };
}

describe('the list of events', () => {
  test('shows an auditor of a unit what is of it and of those below it, and nothing of the whole house', async ({ db }) => {
    const { told, noted, province, department, other } = await office(db);
    for (const [why, unit_id] of [
      ['tỉnh', province],
      ['sở', department],
      ['y tế', other],
      ['chung', null],
    ] as const)
      await noted({ unit_id, why });
    const seen = async (actor: Actor) => (await told(actor, { command: 'test.note' })).map(({ why }) => why).toSorted();
    expect(await seen(holding(['auditor'], province))).toEqual(['sở', 'tỉnh']);
    expect(await seen(holding(['auditor'], department))).toEqual(['sở']);
    expect(await seen(holding(['auditor']))).toEqual(['chung', 'sở', 'tỉnh', 'y tế']);
    for (const actor of [reader, holding(['coordinator'])])
      await expect(told(actor)).rejects.toMatchObject({ code: 'not_allowed', values: { verb: 'record.view' } });
    await expect(told(nobody)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('narrowed to a unit stays within one’s reach', async ({ db }) => {
    const { told, noted, province, department, other } = await office(db);
    for (const unit_id of [province, department, other]) await noted({ unit_id, why: unit_id });
    const seen = async (actor: Actor, unit: string) => (await told(actor, { unit, command: 'test.note' })).map(({ why }) => why);
    expect((await seen(administrator, province)).toSorted()).toEqual([province, department].toSorted());
    expect(await seen(holding(['auditor'], department), province)).toEqual([department]);
    expect(await seen(holding(['auditor'], department), other)).toEqual([]);
  });

  test('is searched by words of why and of what changed, without diacritics, in any order', async ({ db }) => {
    const { told, noted } = await office(db);
    await noted({ why: 'Theo Công văn 05/CV-SNV', after: { title: 'Kế hoạch Đường biên' } });
    await noted({ before: { names: { vi: 'Hoà Bình' } }, after: { names: { vi: 'Yên Bái' } } });
    const found = async (search: string) => (await told(administrator, { search, command: 'test.note' })).length;
    for (const search of ['cong van', 'CV-SNV', '05/CV-snv', 'đường BIÊN', 'bien duong', 'hòa bình', 'yen bai', 'ke'])
      expect([search, await found(search)]).toEqual([search, 1]);
    expect(await found('test note')).toBe(2);
    for (const search of ['cong an', 'ong van', 'yen ba', 'title', '%', "'", '\\', '* & |'])
      expect([search, await found(search)]).toEqual([search, 0]);
  });

  test('is narrowed by command, kind of thing, person, role and days', async ({ db }) => {
    const { house, told, noted } = await office(db);
    await noted({ subject: ['plan', uuid()] }, administrator);
    house.clock = new Date('2026-11-24T17:00:00Z');
    await noted({ subject: ['unit', uuid()] }, holding(['officer']));
    const count = async (input: object) => (await told(administrator, input)).length;
    expect(await count({})).toBe(5);
    expect(await count({ command: 'unit.add' })).toBe(3);
    expect(await count({ subject_kind: 'plan' })).toBe(1);
    expect(await count({ person: administrator.id })).toBe(2);
    expect(await count({ role: 'administrator' })).toBe(0);
    expect(await count({ from: '2026-11-25' })).toBe(1);
    expect(await count({ to: '2026-11-24' })).toBe(4);
    expect(await count({ from: '2026-11-23', to: '2026-11-23' })).toBe(4);
    await expect(told(administrator, { from: '23/11/2026' })).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('knows the kinds of things it speaks of', async ({ db }) => {
    const { house, noted } = await office(db);
    await noted({ subject: ['plan', uuid()] });
    expect(await ask(house, kinds, {}, administrator)).toEqual({
      subjects: ['plan', 'unit'],
      commands: expect.arrayContaining(['unit.add']) as string[],
    });
  });

  for (const [who, of] of [
    ['the house', null],
    ['a unit', 'ubnd'],
    ['a search', null],
  ] as const)
    test(`goes on page by page, each event once, newest first: of ${who}`, async ({ db }) => {
      const { house, noted, province } = await office(db);
      for (let i = 0; i < 23; i++) {
        if (i % 5 === 0) house.clock = new Date(house.clock.getTime() + 1);
        await noted({ unit_id: province, why: 'từng trang' });
      }
      const actor = of ? holding(['auditor'], province) : administrator;
      const asked = { command: 'test.note', limit: 5, ...(who === 'a search' ? { search: 'tung trang' } : {}) };
      const ids: string[] = [];
      for (let before: string | null | undefined; before !== null;) {
        const page = await ask(house, list, { ...asked, ...(before ? { before } : {}) }, actor);
        ids.push(...page.events.map(({ id }) => id));
        before = page.next;
      }
      const { rows } = await sql<{
        id: string;
      }>`select id from event where command = 'test.note' order by at desc, id desc`.execute(db);
      expect(ids).toEqual(rows.map(({ id }) => id));
    });
});

describe('the timeline of a thing', () => {
  test('is seen by whoever may see the thing, in order, with what changed', async ({ db }) => {
    const { house, department } = await office(db);
    house.clock = new Date('2026-11-24T08:00:00Z');
    const steps = [{ do: 'rename', of: 'unit', code: 'sngv', names: { vi: 'Sở Đối ngoại' } }];
    await execute(house, reorganise, { title: 'Đổi tên', day: '2026-01-01', legal_basis: 'QĐ 1', steps }, by);
    const { events, next } = await ask(house, timeline, { subject_kind: 'unit', subject_id: department }, reader);
    expect(events.map(({ command: name }) => name)).toEqual(['unit.reorganise', 'unit.add']);
    expect(next).toBeNull();
    expect(events[0]?.changes).toContainEqual({
      field: 'names',
      before: { as: 'is', value: { vi: 'Sở Ngoại vụ' } },
      after: { as: 'is', value: { vi: 'Sở Đối ngoại' } },
    });
  });

  test('of a plan and its reading is seen by whom the plan concerns: its unit, those above and below, and who has a task by it', async ({
    db,
  }) => {
    const { house, unit, province, department, other } = await office(db);
    const below = await unit('sngv.bg', 'Phòng Biên giới', { parent: 'sngv' });
    const stranger = await unit('stp', 'Sở Tư pháp');
    const text = 'KẾ HOẠCH\nThông tin đối ngoại năm 2026\n1. Sở Y tế chủ trì tuyên truyền tại xã biên giới trước ngày 20/6/2026.';
    const paper = { content: new TextEncoder().encode(text), name: 'kh.txt', unit: 'sngv' };
    const { id: reading } = await execute(house, bring, paper, by);
    const { id: plan } = await execute(house, adopt, { id: reading }, by);
    const at = { province, department, below, other, stranger };
    for (const [subject_kind, subject_id] of [
      ['plan', plan],
      ['plan_reading', reading],
    ])
      for (const [place, unit_id] of Object.entries(at)) {
        const { events } = await ask(house, timeline, { subject_kind, subject_id }, holding(['reader'], unit_id));
        expect([subject_kind, place, events.length > 0]).toEqual([subject_kind, place, place !== 'stranger']);
      }
  });

  test('of what cannot be an id is empty', async ({ db }) => {
    const { house } = await office(db);
    for (const subject_kind of ['plan', 'unit', 'word'])
      expect(await ask(house, timeline, { subject_kind, subject_id: "' or 1=1" }, reader)).toEqual({ events: [], next: null });
  });

  test('of anything else only by record.view in its reach, and by whom it is about', async ({ db }) => {
    const { house, noted, department, other } = await office(db);
    const about = { id: uuid(), name: 'Trần Văn Bình' };
    await noted({ subject: ['secret', '1'], unit_id: department, about });
    const seen = async (actor: Actor) =>
      (await ask(house, timeline, { subject_kind: 'secret', subject_id: '1' }, actor)).events.length;
    const self: Actor = { kind: 'person', id: about.id, name: about.name, grants: [] };
    expect(await seen(holding(['auditor'], department))).toBe(1);
    expect(await seen(self)).toBe(1);
    for (const actor of [reader, holding(['officer', 'coordinator']), holding(['auditor'], other)])
      expect(await seen(actor)).toBe(0);
    await expect(seen(nobody)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('keeps personal values from those who only see the thing (Law 91/2025)', async ({ db }) => {
    const { house, noted, department } = await office(db);
    const about = { id: uuid(), name: 'Trần Văn Bình' };
    await noted({ subject: ['unit', department], unit_id: department, about });
    const told = async (actor: Actor) =>
      (await ask(house, timeline, { subject_kind: 'unit', subject_id: department }, actor)).events.find(({ changes }) =>
        changes.some(({ field }) => field === 'name'),
      )?.changes;
    expect(await told(reader)).toEqual([{ field: 'name', before: null, after: { as: 'hidden' } }]);
    const value = [{ field: 'name', before: null, after: { as: 'is', value: about.name } }];
    expect(await told(holding(['auditor'], department))).toEqual(value);
    expect(await told({ kind: 'person', id: about.id, name: about.name, grants: holdingReader })).toEqual(value);
    await db.deleteFrom('event_personal').where('person_id', '=', about.id).execute();
    expect(await told(administrator)).toEqual([{ field: 'name', before: null, after: { as: 'erased' } }]);
  });
});

describe('the record of a person', () => {
  test('is theirs: what they did and what was done about them', async ({ db }) => {
    const { house, noted, department, other } = await office(db);
    const person = uuid();
    const self: Actor = { kind: 'person', id: person, name: 'Bình', grants: [] };
    await noted({ why: 'tôi làm', unit_id: department }, self);
    await noted({ why: 'về tôi', unit_id: department, about: { id: person, name: 'Bình' } });
    await noted({ why: 'tài khoản của tôi', unit_id: other, subject: ['person', person] });
    await noted({ why: 'của người khác', unit_id: department });
    const seen = async (actor: Actor) => (await ask(house, byPerson, { person }, actor)).events.map(({ why }) => why).toSorted();
    expect(await seen(self)).toEqual(['tài khoản của tôi', 'tôi làm', 'về tôi']);
    expect(await seen(holding(['auditor'], department))).toEqual(['tôi làm', 'về tôi']);
    expect(await seen(holding(['auditor'], other))).toEqual(['tài khoản của tôi']);
    await expect(seen(reader)).rejects.toMatchObject({ code: 'not_allowed', values: { verb: 'record.view' } });
  });
});

describe('an event told', () => {
  test('is a sentence with the names of its day, in either language', async ({ db }) => {
    const { house, unit, told, department } = await office(db);
    const { id } = administrator;
    await db.insertInto('person').values({ id, name: 'Nguyễn Thị An', created_at: new Date() }).execute();
    const coordinator: Actor = {
      kind: 'person',
      id,
      name: 'An',
      grants: [{ id: uuid(), role: 'coordinator', unit_id: department, instead_of: id }],
    };
    await unit('moi', 'Sở Khoa học và Công nghệ');
    await noteAt(house, coordinator, department);
    house.clock = new Date('2027-06-01T00:00:00Z');
    const paper = (day: string, step: object) =>
      execute(house, reorganise, { title: 'Sắp xếp', day, legal_basis: 'QĐ 1', steps: [{ of: 'unit', ...step }] }, by);
    await paper('2027-01-01', { do: 'rename', code: 'sngv', names: { vi: 'Sở Đối ngoại', en: 'Foreign Office' } });
    await paper('2027-05-01', { do: 'merge', from: ['sngv'], into: 'moi' });
    const sentences = (await told(administrator)).map((it) => [sentenceIn('vi', it), sentenceIn('en', it)]);
    expect(sentences).toContainEqual([
      'Nguyễn Thị An (Điều phối, Sở Ngoại vụ, thay Nguyễn Thị An) thêm tên khác của cơ quan Sở Ngoại vụ',
      'Nguyễn Thị An (Coordinator, Sở Ngoại vụ, in place of Nguyễn Thị An) added another name of the unit Sở Ngoại vụ',
    ]);
    expect(sentences).toContainEqual([
      'Người quản lý máy chủ sắp xếp Sở Đối ngoại',
      'The server’s operator reorganised Foreign Office',
    ]);
  });

  test('outlives the thing and the person it speaks of', async ({ db }) => {
    const { told, noted } = await office(db);
    await noted({ subject: ['plan', '01890000-0000-7000-8000-0000000000ff'], after: { title: 'Kế hoạch đã gỡ' } }, administrator);
    await noted({ subject: ['plan', '01890000-0000-7000-8000-0000000000ff'] }, administrator);
    const [bare, titled] = await told(administrator, { subject_kind: 'plan' });
    expect(titled && sentenceIn('vi', titled)).toBe('Người đã được xoá thông tin test.note');
    expect([titled?.subject.names, bare?.subject.names].toSorted()).toEqual([{ vi: 'Kế hoạch đã gỡ' }, null].toSorted());
  });

  test('says when a program did it by somebody’s key', async ({ db }) => {
    const { told, noted } = await office(db);
    await noted({}, { ...administrator, key: { id: uuid(), verbs: ['self.change'] } });
    expect((await told(administrator)).map((it) => roleIn('vi', it))).toContain('bằng khoá riêng');
  });

  test('writes values as people do', () => {
    const is = (value: unknown) => ({ as: 'is', value }) as const;
    expect(valueIn('vi', 'unit', 'day', is('2026-01-05'))).toBe('05/01/2026');
    expect(valueIn('vi', 'unit', 'kind', is('department'))).toBe('Sở, ban');
    expect(valueIn('vi', 'plan', 'kind', is('plan'))).toBe('Kế hoạch');
    expect(valueIn('vi', 'unit', 'names', is({ vi: 'Sở', en: 'Department' }))).toBe('Tiếng Việt: Sở; Tiếng Anh: Department');
    expect(valueIn('vi', 'unit', 'units', is(12345))).toBe('12.345');
    expect(valueIn('vi', 'unit', 'whole', is(false))).toBe('Không');
    expect(valueIn('vi', 'unit', 'parent', null)).toBe('—');
    expect(valueIn('en', 'unit', 'at', is('2026-11-23T08:00:00.000Z'))).toBe('23/11/2026 15:00');
  });
});

describe('the record as a file', () => {
  const told: Told = {
    id: uuid(),
    at: new Date('2026-11-23T08:00:00Z'),
    command: 'unit.add',
    actor: { kind: 'operator', person: null },
    role: null,
    role_unit: null,
    instead_of: null,
    by_key: false,
    subject: { id: uuid(), kind: 'unit', code: 'a', names: { vi: '=cmd|"x"' } },
    unit: null,
    why: 'dòng một\ndòng hai',
    demo: false,
    changes: [{ field: 'code', before: null, after: { as: 'is', value: 'a' } }],
  };
  const text = async (format: 'csv' | 'jsonl') => (await Array.fromAsync(spread(pages(), format, 'vi'))).join('');
  const bytes = async () => Buffer.concat((await Array.fromAsync(spread(pages(), 'xlsx', 'vi'))).map((it) => Buffer.from(it)));
  async function* pages() {
    yield [told];
    yield [told];
  }

  test('for offices begins with a mark, quotes what must be, and holds no formula', async () => {
    const csv = await text('csv');
    expect(csv.startsWith('\ufeff"Thời điểm",')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`"'=cmd|""x"""`);
    expect(csv).toContain('"dòng một\ndòng hai","Mã: — → a"');
  });

  test('is a workbook too, where a formula is a text', async () => {
    const sheet = new TextDecoder().decode(unzipSync(await bytes())['xl/worksheets/sheet1.xml']);
    expect(sheet.match(/<row /g)).toHaveLength(3);
    expect(sheet).toContain('=cmd|');
    expect(sheet).not.toContain('<f>');
  });

  test('for programs has one object a line', async () => {
    const lines = (await text('jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      [told, told].map((it) => JSON.parse(JSON.stringify(it)) as unknown),
    );
  });
});

const holdingReader = [{ id: uuid(), role: 'reader', unit_id: null, instead_of: null }] as const;

/** An event as `unit.alias` would note it, by somebody who holds that role. */
async function noteAt(house: ReturnType<typeof testHouse>, actor: Actor, unit_id: string) {
  const named = { ...note, name: 'unit.alias', verb: 'plans.adopt' as const, at: async () => [unit_id] };
  await execute(house, named, { subject: ['unit', unit_id], unit_id }, { actor });
}
