/** For every command one input that it accepts, in a house made ready for it: what tests say of all commands is tried with these. */
import { buffer } from 'node:stream/consumers';
import type { Actor } from '#core/access.ts';
import { ask, execute } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { operator, type TestHouse } from '#house.testing.ts';
import { certificate, PASSWORD } from '#ports/signing/certificates.fixture.ts';
import { signPdf } from '#ports/signing/sign.server.ts';
import { PEOPLE_SAMPLES, type Samples } from './all.people_samples.fixture.ts';
import { load } from './demo/commands.server.ts';
import { found, invite } from './people/commands.server.ts';
import { makeKey } from './people/keys_commands.server.ts';
import { actorOf } from './people/queries.server.ts';
import { file as paperFile } from './papers/queries.server.ts';
import { adopt, bring } from './plans/commands.server.ts';
import { correct, undo } from './plans/correction_commands.server.ts';
import { number as takeNumber } from './papers/commands.server.ts';
import { issue } from './plans/issuing_commands.server.ts';
import { begin as beginPlan, link, setParent } from './plans/linking_commands.server.ts';
import { reading as readingQuery, show } from './plans/queries.server.ts';
import { check } from './record/audit_commands.server.ts';
import { addUnit } from './units/commands.server.ts';
import { reorganise } from './units/reorganising/commands.server.ts';
import { begin } from './units/reorganising/draft_commands.server.ts';

const by = { actor: operator };
const legal_basis = 'Nghị quyết số 1/NQ-HĐND';
const valid_from = '2020-01-01';
const paper = {
  name: 'ke-hoach.txt',
  content: new TextEncoder().encode(
    'ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nSố: 05/KH-UBND\nKẾ HOẠCH\nThông tin đối ngoại năm 2026\n' +
      '1. Sở Ngoại vụ chủ trì biên soạn tài liệu giới thiệu tỉnh trước ngày 20/6/2026.\n2. Sở Y tế phối hợp tuyên truyền tại xã biên giới.',
  ),
};

const unit = (house: TestHouse, code: string) =>
  execute(house, addUnit, { code, kind: 'department', names: { vi: `Sở ${code}` }, valid_from }, by);
const reading = async (house: TestHouse) => ({ id: (await execute(house, bring, paper, by)).id });
const reorganisation = async (house: TestHouse) => {
  for (const code of ['a', 'b', 'c']) await unit(house, code);
  const steps = [
    { do: 'merge', of: 'unit', from: ['a'], into: 'b' },
    { do: 'rename', of: 'unit', code: 'c', names: { vi: 'Sở mới' } },
  ];
  return { title: 'Hợp nhất', day: '2025-07-01', legal_basis, steps };
};
const draft = async (house: TestHouse) => ({ id: (await execute(house, begin, await reorganisation(house), by)).id });
/** The same paper with another task. */
const changedPaper = {
  name: 'moi.txt',
  content: new TextEncoder().encode(`${new TextDecoder().decode(paper.content)}\n3. Sở Y tế phát tờ rơi.`),
};
const changed = async (house: TestHouse) => ({ id: (await execute(house, bring, changedPaper, by)).id });
const plan = async (house: TestHouse) => (await execute(house, adopt, { id: (await reading(house)).id }, by)).id;
const firstTask = async (house: TestHouse, id: string) => (await ask(house, show, { id }, operator)).tasks[0] as string;

/** Put another marker before the first task of a reading. */
const correction = async (house: TestHouse) => {
  const { id } = await reading(house);
  const { reading: read } = await ask(house, readingQuery, { id }, operator);
  return { id, version: 0, operations: [{ do: 'marker', node: read.tasks[0], marker: 'a)' }] };
};
const corrected = async (house: TestHouse) => {
  const input = await correction(house);
  return { id: input.id, version: (await execute(house, correct, input, by)).version };
};
/** A plan and the plan above it. */
const family = async (house: TestHouse) => {
  const parent = await plan(house);
  const { id } = await changed(house);
  return { parent, id: (await execute(house, adopt, { id, separate: true }, by)).id };
};
const kin = async (house: TestHouse) => {
  const { parent, id } = await family(house);
  await execute(house, setParent, { id, parent }, by);
  return { task: await firstTask(house, id), parent: await firstTask(house, parent) };
};
/** A plan of a unit that waits for its number. */
const unnumbered = async (house: TestHouse) => {
  await execute(house, addUnit, { code: 'sngv', kind: 'department', names: { vi: 'Sở Ngoại vụ' }, valid_from }, by);
  const { id } = await execute(
    house,
    beginPlan,
    { parent: await plan(house), unit: 'sngv', relation: 'department', title: 'Kế hoạch của Sở' },
    by,
  );
  return { id, symbol: 'KH-SNgV' };
};
const issued = async (house: TestHouse) => ({ id: (await execute(house, issue, await unnumbered(house), by)).paper });
const language = { tag: 'hmn', name_vi: 'Tiếng Mông', name_en: 'Hmong', script: 'Latn' };
const demo = async (house: TestHouse) => {
  await execute(house, load, {}, by);
  return {};
};
const result = { whole: true, links: 1, findings: [] };

const founder = async (house: TestHouse): Promise<Actor> => {
  const { token } = (await execute(house, invite, {}, by))!;
  const an = { token, name: 'Nguyễn Thị An', username: 'an.nguyen', password: 'một câu dài dễ nhớ' };
  const { id } = await execute(house, found, an, { actor: { kind: 'nobody' } });
  return actorOf(house.db, id, '2026-11-23');
};
const newKey = { name: 'bảng tính', verbs: ['plans.view'], expires_on: '2027-01-01' };
const key = async (house: TestHouse) => {
  const actor = await founder(house);
  return { actor, input: { id: (await execute(house, makeKey, newKey, { actor })).id } };
};

const told = (to: { person_id: string | null; roles: string[] | null; demo?: boolean }) => ({
  id: uuid(),
  kind: 'reading_waiting',
  values: JSON.stringify({ name: 'ke-hoach.txt' }),
  subject_kind: 'plan_reading',
  subject_id: uuid(),
  at: new Date('2026-11-23T08:00:00Z'),
  ...to,
});

/** By command. What it needs is made first; then the input, with the person who gives it where it must be a person. */
export const SAMPLES: Samples = {
  ...PEOPLE_SAMPLES,
  'audit.anchor': async (house) => {
    await unit(house, 'a');
    return { kind: 'paper', place: 'sổ văn thư, trang 12' };
  },
  'audit.check': async () => ({}),
  'audit.conclude': async (house) => ({ id: (await execute(house, check, {}, by)).id, result }),
  'demo.load': async () => ({}),
  'demo.remove': demo,
  'language.add': async () => language,
  'language.change': async () => ({ ...language, tag: 'sti' }),
  'key.make': async (house) => ({ actor: await founder(house), input: newKey }),
  'key.revoke': key,
  'key.use': async (house) => (await key(house)).input,
  'people.end_sessions': async (house) => {
    await founder(house);
    return { why: 'khôi phục' };
  },
  'notice.forget_demo': async (house) => {
    await house.db
      .insertInto('notice')
      .values(told({ demo: true, person_id: null, roles: ['reader'] }))
      .execute();
    return {};
  },
  'notice.read': async (house) => {
    const actor = await founder(house);
    const notice = told({ person_id: 'id' in actor ? actor.id : null, roles: null });
    await house.db.insertInto('notice').values(notice).execute();
    return { actor, input: { id: notice.id } };
  },
  'notice.read_all': async (house) => {
    const actor = await founder(house);
    await house.db
      .insertInto('notice')
      .values(told({ person_id: 'id' in actor ? actor.id : null, roles: null }))
      .execute();
    return { actor, input: {} };
  },
  'paper.forget_demo': async () => ({}),
  'paper.number': async (house) => {
    await unit(house, 'a');
    return { unit: 'a', type: 'BC', symbol: 'BC-A', title: 'Báo cáo tháng 11' };
  },
  'paper.sign': async (house) => ({ ...(await issued(house)), certificate: await certificate(), password: PASSWORD }),
  'paper.take_signed': async (house) => {
    const { id } = await issued(house);
    const { content } = await ask(house, paperFile, { id, which: 'exported' }, operator);
    const pdf = new Uint8Array(await buffer(content));
    const at = house.clock.toISOString();
    const signed = await signPdf({ pdf, certificate: await certificate(), password: PASSWORD, at, place: null });
    return { id, content: signed.pdf };
  },
  'paper.void': async (house) => {
    await unit(house, 'a');
    const asked = { unit: 'a', type: 'BC', symbol: 'BC-A', title: 'Báo cáo tháng 11' };
    return { id: (await execute(house, takeNumber, asked, by)).id, why: 'không ban hành' };
  },
  'people.found': async (house) => ({
    token: (await execute(house, invite, {}, by))?.token,
    name: 'Nguyễn Thị An',
    username: 'an.nguyen',
    password: 'một câu dài dễ nhớ',
  }),
  'people.invite_founder': async () => ({}),
  'place.add': async () => ({ code: 'bp', kind: 'province', names: { vi: 'Bình Phước' }, valid_from }),
  'plan.adopt': reading,
  'plan.amend': async (house) => ({ plan: await plan(house), ...(await changed(house)), from: '2026-07-01' }),
  'plan.begin': async (house) => {
    await execute(house, addUnit, { code: 'sngv', kind: 'department', names: { vi: 'Sở Ngoại vụ' }, valid_from }, by);
    return { parent: await plan(house), unit: 'sngv', relation: 'department', title: 'Kế hoạch của Sở Ngoại vụ' };
  },
  'plan.correct': correction,
  'plan.discard': reading,
  'plan.forget_demo': async (house) => {
    await execute(house, adopt, await reading(house), by);
    return {};
  },
  'plan.import': async () => paper,
  'plan.issue': unnumbered,
  'plan.redo': async (house) => {
    const seen = await corrected(house);
    return { id: seen.id, version: (await execute(house, undo, seen, by)).version };
  },
  'plan.set_parent': family,
  'plan.supersede': async (house) => ({ of: (await reading(house)).id, ...(await changed(house)) }),
  'plan.undo': corrected,
  'reorganisation.change_draft': async (house) => ({ ...(await draft(house)), title: 'Tên khác', drop: { at: 1, of: 2 } }),
  'reorganisation.discard_draft': draft,
  'reorganisation.draft': async () => ({ title: 'Bản nháp' }),
  'task.link': async (house) => ({ links: [await kin(house)] }),
  'task.unlink': async (house) => {
    const both = await kin(house);
    await execute(house, link, { links: [both] }, by);
    return both;
  },
  'unit.add': async () => ({ code: 'stttt', kind: 'department', names: { vi: 'Sở TT&TT' }, aliases: ['STTTT'], valid_from }),
  'unit.alias': async (house) => {
    await unit(house, 'a');
    return { code: 'a', alias: 'STTTT' };
  },
  'unit.forget_demo': async (house) => {
    await unit(house, 'a');
    return {};
  },
  'unit.reorganise': reorganisation,
  'unit.undo_reorganisation': async (house) => ({
    id: (await execute(house, reorganise, await reorganisation(house), by)).id,
  }),
};
