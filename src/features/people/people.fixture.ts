/** A small province with people in it, for tests: a committee, two departments below it, a division below one of them. */
import type { Role } from '#core/access.ts';
import { execute } from '#core/command.server.ts';
import type { Actor } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { operator, testHouse, type TestHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { add } from './persons_commands.server.ts';
import { actorOf } from './queries.server.ts';
import { enterByLink } from './self_commands.server.ts';

export const PASSWORD = 'một câu dài dễ nhớ';
export const SECRET = 'a secret of at least 32 characters';
const UNITS = [
  ['ubnd', 'committee', undefined, 'UBND tỉnh'],
  ['so.nv', 'department', 'ubnd', 'Sở Ngoại vụ'],
  ['so.nv.bg', 'division', 'so.nv', 'Phòng Biên giới'],
  ['so.yt', 'department', 'ubnd', 'Sở Y tế'],
] as const;

export async function province(db: Parameters<typeof testHouse>[0]): Promise<TestHouse> {
  const house = testHouse(db);
  for (const [code, kind, parent, vi] of UNITS)
    await execute(house, addUnit, { code, kind, parent, names: { vi }, valid_from: '2020-01-01' }, { actor: operator });
  return house;
}

export interface Hired {
  id: string;
  username: string;
  token: string;
}

/** Somebody new with a role at a unit; without one in the whole house. */
export async function hire(house: TestHouse, username: string, role: Role, unit?: string): Promise<Hired> {
  const input = { name: `Người ${username}`, username, roles: [{ role, unit }] };
  const { id, path } = await execute(house, add, input, { actor: operator });
  return { id, username, token: tokenOf(path) };
}

/** Somebody new who has set the password. */
export async function hireWithPassword(house: TestHouse, username: string, role: Role, unit?: string): Promise<Hired> {
  const hired = await hire(house, username, role, unit);
  await execute(house, enterByLink, { token: hired.token, password: PASSWORD }, { actor: { kind: 'nobody' } });
  return hired;
}

export const tokenOf = (path: string | null) => new URLSearchParams(path?.split('?')[1]).get('token') ?? '';

/** As the doors see a person on the house's day. */
export const asPerson = (house: TestHouse, { id }: { id: string }): Promise<Actor> => actorOf(house.db, id, dayOf(house.now()));
