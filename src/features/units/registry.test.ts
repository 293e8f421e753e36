import { expect } from 'vitest';
import { execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { operator, testHouse } from '#house.testing.ts';
import { addUnit } from './commands.server.ts';
import { registry } from './queries.server.ts';
import { reorganise } from './reorganising/commands.server.ts';

test('X-1: two units of one name stand in the registry with the days of each', async ({ db }) => {
  const house = testHouse(db);
  const add = (code: string, valid_from: string) =>
    execute(house, addUnit, { code, kind: 'department', names: { vi: 'Sở Tài chính' }, valid_from }, { actor: operator });
  await add('stc-1997', '1997-01-01');
  await add('stc-2025', '2025-03-01');
  const steps = [{ do: 'merge', of: 'unit', from: ['stc-1997'], into: 'stc-2025' }];
  const paper = { title: 'Hợp nhất', day: '2025-03-01', legal_basis: 'Nghị quyết số 1/NQ-HĐND', steps };
  await execute(house, reorganise, paper, { actor: operator });
  expect(await registry(db)).toMatchObject([
    { code: 'stc-1997', name: 'Sở Tài chính', valid_from: '1997-01-01', valid_to: '2025-03-01' },
    { code: 'stc-2025', name: 'Sở Tài chính', valid_from: '2025-03-01', valid_to: null },
  ]);
});
