/** The samples of commands about people, their roles and themselves; see all.samples.fixture.ts. */
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import type { Actor, Role } from '#core/access.ts';
import { execute } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { operator, type TestHouse } from '#house.testing.ts';
import { writeSheet } from '#ports/spreadsheet.server.ts';
import { asPerson, hire, hireWithPassword, PASSWORD, province } from './people/people.fixture.ts';
import { end } from './people/persons_commands.server.ts';
import { grant } from './people/roles_commands.server.ts';
import { beginSecondFactor } from './people/self_commands.server.ts';
import { reorganise } from './units/reorganising/commands.server.ts';

/** By command. What it needs is made first; then the input, with the person who gives it where it must be a person. */
export type Samples = Record<string, (house: TestHouse) => Promise<object | { actor: Actor; input: object }>>;

const by = { actor: operator };
const person = 'an.le';
const why = 'nghỉ việc';

/** Somebody at a department, in the province of people.fixture.ts, and an administrator beside. */
async function officer(house: TestHouse) {
  await province(house.db);
  await hire(house, 'quan.tri', 'administrator');
  return hireWithPassword(house, person, 'officer', 'so.nv');
}
const about =
  (more: object = {}) =>
  async (house: TestHouse) => {
    await officer(house);
    return { person, ...more };
  };
const herself =
  (input: object = {}) =>
  async (house: TestHouse) => ({ actor: await asPerson(house, await officer(house)), input });
async function role(house: TestHouse, held: Role = 'translator'): Promise<string> {
  await officer(house);
  return (await execute(house, grant, { person, role: held, unit: 'so.nv' }, by)).id;
}
async function begun(house: TestHouse) {
  const actor = await asPerson(house, await officer(house));
  const { typed } = await execute(house, beginSecondFactor, { password: PASSWORD }, { actor });
  const code = await createOTP(new Uint8Array(base32.decode(typed))).hotp(Math.floor(house.clock.getTime() / 30_000));
  return { actor, input: { code } };
}

export const PEOPLE_SAMPLES: Samples = {
  'person.add': async (house) => {
    await province(house.db);
    return { name: 'Lê Thị An', username: person, roles: [{ role: 'officer', unit: 'so.nv' }] };
  },
  'person.correct': about({ name: 'Lê Thị Án' }),
  'person.end': about({ why }),
  'person.enter': async (house) => {
    await province(house.db);
    return { token: (await hire(house, person, 'officer', 'so.nv')).token, password: PASSWORD };
  },
  'person.erase': about({ why: 'theo đề nghị' }),
  'person.import': async (house) => {
    await province(house.db);
    const columns = ['Họ và tên', 'Tên đăng nhập', 'Vai trò', 'Cơ quan'].map((title) => ({ title, kind: 'text' as const }));
    const pieces = await Array.fromAsync(writeSheet('Người dùng', columns, [['Lê Thị An', person, 'Chuyên viên', 'so.nv']]));
    return { content: new Uint8Array(Buffer.concat(pieces)) };
  },
  'person.reset': about({ what: 'second_factor' }),
  'person.return': async (house) => {
    await officer(house);
    await execute(house, end, { person, why }, by);
    return { person };
  },
  'person.sign_out': about(),
  'role.end': async (house) => ({ grant: await role(house), why }),
  'role.grant': about({ role: 'translator', unit: 'so.nv' }),
  'role.move': async (house) => {
    await officer(house);
    const day = '2026-11-01';
    const steps = [{ do: 'merge', of: 'unit', from: ['so.nv'], into: 'so.yt' }];
    await execute(house, reorganise, { title: 'Hợp nhất', day, legal_basis: 'NQ 1', steps }, by);
    return { from: 'so.nv', to: 'so.yt', day };
  },
  'role.substitute': async (house) => {
    const held = await role(house);
    await hire(house, 'thay.the', 'reader', 'so.nv');
    return { grant: held, person: 'thay.the', to: '2026-12-31' };
  },
  'self.ask_erasure': herself(),
  'self.begin_second_factor': herself({ password: PASSWORD }),
  'self.confirm_second_factor': begun,
  'self.correct': herself({ name: 'Lê Thị Án' }),
  'self.end_second_factor': async (house) => ({ ...(await begun(house)), input: { password: PASSWORD } }),
  'self.end_session': async (house) => {
    const hired = await officer(house);
    const session = uuid();
    await sql`insert into auth_session (id, user_id, token, expires_at) values (${session}, ${hired.id}, 't', now() + interval '1 day')`.execute(
      house.db,
    );
    return { actor: await asPerson(house, hired), input: { session } };
  },
  'self.set_password': herself({ password: PASSWORD, new_password: 'một câu dài khác nữa' }),
};
