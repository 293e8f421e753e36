/** What the tests of the demonstration share: a small paper of an office's own, and a look at every row there is. */
import { sql } from 'kysely';
import { execute } from '#core/command.server.ts';
import { adopt, bring } from '#features/plans/commands.server.ts';
import { operator, type TestHouse } from '#house.testing.ts';

/** A plan of the office's own, adopted, that gives one task to an agency. */
export async function adoptText(house: TestHouse, agency: string) {
  const { id } = await execute(house, bring, { content: paper(agency), name: 'ke-hoach.txt' }, { actor: operator });
  return execute(house, adopt, { id }, { actor: operator });
}

export const paper = (agency: string) =>
  new TextEncoder().encode(`KẾ HOẠCH
Triển khai công tác thông tin đối ngoại năm 2024

I. MỤC ĐÍCH
- Giới thiệu hình ảnh địa phương với bạn bè quốc tế.

II. TỔ CHỨC THỰC HIỆN
1. ${agency}
- Bố trí kinh phí cho các nhiệm vụ thông tin đối ngoại trước ngày 30/6/2024.
`);

/** Every row of every table but the record and its keys. */
export async function everything({ db }: TestHouse) {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('event', 'event_link', 'idempotency') order by 1`.execute(
    db,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of rows) {
    const found = await sql<{
      row: unknown;
    }>`select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db);
    all[name] = found.rows.map(({ row }) => row);
  }
  return all;
}
