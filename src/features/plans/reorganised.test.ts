import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { preview } from '#features/units/reorganising/queries.server.ts';
import { operator, reader, testHouse } from '#house.testing.ts';
import { adopt, bring } from './commands.server.ts';
import { ofEndedUnits } from './reorganised_queries.server.ts';

const by = { actor: operator };
const paper = (years: string) =>
  new TextEncoder().encode(`KẾ HOẠCH
Triển khai công tác thông tin đối ngoại ${years}

I. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
- Bố trí kinh phí cho các nhiệm vụ thông tin đối ngoại.
- Hướng dẫn sử dụng kinh phí.
2. Sở Ngoại vụ
- Cung cấp thông tin cho phóng viên nước ngoài.
`);

describe('a reorganisation, for the plans (X-1)', () => {
  test('names the tasks of running plans that hang on units it ends, by plan and unit', async ({ db }) => {
    const house = testHouse(db);
    for (const [code, vi] of [
      ['stc', 'Sở Tài chính'],
      ['sngv', 'Sở Ngoại vụ'],
    ])
      await execute(house, addUnit, { code, kind: 'department', names: { vi }, valid_from: '2020-01-01' }, by);
    for (const years of ['năm 2024', 'giai đoạn 2024 - 2026']) {
      const { id } = await execute(house, bring, { content: paper(years), name: `${years}.txt` }, by);
      await execute(house, adopt, { id }, by);
    }
    const asked = { day: '2025-07-01', steps: [{ do: 'merge', of: 'unit', from: ['stc'], into: 'sngv' }] };
    expect(await ask(house, ofEndedUnits, asked, reader)).toMatchObject([
      { plan_title: expect.stringContaining('2024 - 2026') as string, unit_code: 'stc', unit_name: 'Sở Tài chính', tasks: 2 },
    ]);
    expect((await ask(house, preview, asked, reader)).hanging).toMatchObject([
      { what: 'assignment', of: 'unit', code: 'stc', rows: 4 },
    ]);
    const none = { ...asked, steps: [{ do: 'rename', of: 'unit', code: 'stc', names: { vi: 'Sở Tài chính mới' } }] };
    expect(await ask(house, ofEndedUnits, none, reader)).toEqual([]);
  });
});
