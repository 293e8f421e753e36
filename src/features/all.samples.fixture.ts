/** For every command one input that it accepts, in a house made ready for it: what tests say of all commands is tried with these. */
import type { Actor } from '#core/access.ts';
import { execute } from '#core/command.server.ts';
import { operator, type TestHouse } from '#house.testing.ts';
import { PEOPLE_SAMPLES, type Samples } from './all.people_samples.fixture.ts';
import { load } from './demo/commands.server.ts';
import { found, invite } from './people/commands.server.ts';
import { makeKey } from './people/keys_commands.server.ts';
import { actorOf } from './people/queries.server.ts';
import { adopt, bring } from './plans/commands.server.ts';
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
  'people.found': async (house) => ({
    token: (await execute(house, invite, {}, by))?.token,
    name: 'Nguyễn Thị An',
    username: 'an.nguyen',
    password: 'một câu dài dễ nhớ',
  }),
  'people.invite_founder': async () => ({}),
  'place.add': async () => ({ code: 'bp', kind: 'province', names: { vi: 'Bình Phước' }, valid_from }),
  'plan.adopt': reading,
  'plan.discard': reading,
  'plan.forget_demo': async (house) => {
    await execute(house, adopt, await reading(house), by);
    return {};
  },
  'plan.import': async () => paper,
  'reorganisation.change_draft': async (house) => ({ ...(await draft(house)), title: 'Tên khác', drop: { at: 1, of: 2 } }),
  'reorganisation.discard_draft': draft,
  'reorganisation.draft': async () => ({ title: 'Bản nháp' }),
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
