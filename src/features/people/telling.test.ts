/** Whoever is given a role, or stands in, is told: IV.0, X-1. */
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { operator, testHouse } from '#house.testing.ts';
import { list } from '#features/notices/queries.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { add } from './persons_commands.server.ts';
import { actorOf } from './queries.server.ts';
import { grant, substitute } from './roles_commands.server.ts';

const by = { actor: operator };

describe('a role given', () => {
  test('is told to the one who has it, with the place and the days; so is standing in for somebody', async ({ db }) => {
    const house = testHouse(db);
    await execute(
      house,
      addUnit,
      { code: 'snv', kind: 'department', names: { vi: 'Sở Ngoại vụ' }, valid_from: '2010-01-01' },
      by,
    );
    const role = { role: 'officer', unit: 'snv' };
    const [an, binh] = [
      await execute(house, add, { name: 'An', username: 'an.so', roles: [role] }, by),
      await execute(house, add, { name: 'Bình', username: 'binh.so', roles: [{ role: 'reader' }] }, by),
    ];
    const { id } = await db.selectFrom('role_grant').select('id').where('person_id', '=', an.id).executeTakeFirstOrThrow();
    await execute(house, substitute, { grant: id, person: binh.id, from: '2026-12-01', to: '2026-12-11' }, by);
    await execute(house, grant, { person: an.id, role: 'approver', from: '2027-01-01' }, by);
    const told = async (person: string) => {
      const { notices } = await ask(house, list, {}, await actorOf(db, person, '2026-11-23'));
      return notices.map(({ kind, values, because }) => ({ kind, values, because }));
    };
    expect(await told(an.id)).toEqual(
      expect.arrayContaining([
        { kind: 'role_given', values: { role: 'officer', unit: 'Sở Ngoại vụ', from: '2026-11-23' }, because: null },
        { kind: 'role_given', values: { role: 'approver', unit: '', from: '2027-01-01' }, because: null },
      ]),
    );
    const days = { from: '2026-12-01', until: '2026-12-10' };
    expect(await told(binh.id)).toContainEqual({
      kind: 'substitution',
      values: { role: 'officer', unit: 'Sở Ngoại vụ', ...days },
      because: null,
    });
  });
});
