/** A province with very much in it: sentences of real plans, mixed, so that words are as frequent as they are in papers. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { PLACES } from '../../seeds/places.ts';
import { UNITS } from '../../seeds/units.ts';

const UNIT_COUNT = 400;
const TASKS_A_PLAN = 100;

/** @param n rows of tasks, of people and of events; assignments are one and a half times as many, deadlines half */
export async function fill(pool: Pool, n: number): Promise<void> {
  const plans = Math.ceil(n / TASKS_A_PLAN);
  const step = async (what: string, text: string, values: unknown[] = []) => {
    const begun = performance.now();
    await pool.query(text, values);
    console.log(`  ${what.padEnd(24)}${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s`);
  };
  // Indexes are better made at the end; their statements are those of the migrations.
  const { rows } = await pool.query<{ name: string; def: string }>(
    `select indexname as name, indexdef as def from pg_indexes
     where indexdef ~ 'using gin' or indexname in ('assignment_unit', 'assignment_unknown', 'due_day')`.replace('using', 'USING'),
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  const pick = (list: string, salt: string) => `(${list})[1 + abs(hashint8(i * 31 + ${salt})) % cardinality(${list})]`;
  await step(
    'units',
    `with made as (
       insert into unit (id, code, kind, valid_from) select lpad(to_hex(i), 8, '0')::text::uuid_of, 'u' || i, 'department', '2000-01-01'
       from generate_series(1, ${UNIT_COUNT}) i returning id, code)
     insert into unit_name (unit_id, lang, name, valid_from)
     select id, 'vi', ($1::text[])[1 + substr(code, 2)::int % cardinality($1::text[])] || ' ' || substr(code, 2), '2000-01-01' from made`.replaceAll(
      `lpad(to_hex(i), 8, '0')::text::uuid_of`,
      id('1', 'i'),
    ),
    [UNITS.map(({ names }) => names.vi)],
  );
  await step(
    'readings and plans',
    `with readings as (
       insert into plan_reading (id, file_sha256, file_name, file_size, reading, read_at)
       select ${id('2', 'i')}, lpad(to_hex(i), 64, '0'), 'a.docx', 1, '{}', now() from generate_series(1, ${plans}) i returning id)
     insert into plan (id, kind, number, symbol, issued_on, issuer, title, period_from, period_to, adopted_at)
     select ${id('3', 'i')}, 'plan', i::text, 'KH-UBND', '2024-01-05'::date + (i % 900)::int, 'UBND tỉnh', ${pick('$1::text[]', '1')},
       '2024-01-01', '2028-12-31', '2024-01-01'::timestamptz + i * interval '1 minute' from generate_series(1, ${plans}) i`,
    [sentences()],
  );
  await step(
    'versions',
    `insert into plan_version (id, plan_id, reading_id, number, symbol, issued_on, title, period_from, period_to, text, adopted_at)
     select ${id('a', 'i')}, plan.id, ${id('2', 'i')}, number, symbol, issued_on, title, period_from, period_to, '', adopted_at
     from generate_series(1, ${plans}) i join plan on plan.id = ${id('3', 'i')}`,
  );
  await step(
    '',
    `insert into task (id, plan_id) select ${id('b', 'i')}, ${id('3', `1 + i / ${TASKS_A_PLAN}`)} from generate_series(0, ${n - 1}) i`,
  );
  await step(
    'tasks',
    `insert into plan_node (id, plan_id, version_id, task_id, position, kind, level, text, span_start, span_end)
     select ${id('4', 'i')}, ${id('3', `1 + i / ${TASKS_A_PLAN}`)}, ${id('a', `1 + i / ${TASKS_A_PLAN}`)}, ${id('b', 'i')}, i % ${TASKS_A_PLAN}, 'item', 1,
       ${pick('$1::text[]', '2')} || ' ở ' || ${pick('$2::text[]', '3')} || ', hồ sơ số ' || i, i % 10000, i % 10000 + 1
     from generate_series(0, ${n - 1}) i`,
    [sentences(), PLACES.map(({ names }) => names.vi)],
  );
  // Half of all tasks are those of few units, as in life.
  await step(
    'assignments',
    `insert into assignment (id, node_id, unit_id, unit_name, role, span_start, span_end)
     select ${id('5', 'i')}, ${id('4', `i * 7919::bigint % ${n}`)}, case when i % 20 > 0 then ${id('1', `1 + (power(abs(hashint8(i)) % 1000 / 1000.0, 3) * ${UNIT_COUNT - 1})::int`)} end,
       case when i % 20 > 0 then 'Sở' else 'Ban Không có trong danh mục ' || i % 50 end, case when i % 3 > 0 then 'lead' else 'coordinate' end, 1, 2
     from generate_series(0, ${Math.floor(n * 1.5) - 1}) i`,
  );
  await step(
    'deadlines',
    `insert into deadline (id, plan_id, node_id, text, span_start, span_end, rule)
     select ${id('6', 'i')}, ${id('3', `1 + i / ${TASKS_A_PLAN}`)}, ${id('4', 'i')}, 'trước ngày 20/6', 1, 2,
       jsonb_build_object('kind', 'yearly', 'bound', 'before', 'month', 1 + i % 12, 'day', 1 + i % 28)
     from generate_series(0, ${n - 1}, 2) i`,
  );
  await step(
    'people',
    `insert into person (id, name, created_at)
     select ${id('7', 'i')}, ${pick('$1::text[]', '4')} || ' ' || ${pick('$2::text[]', '5')} || ' ' || ${pick('$3::text[]', '6')}, now() from generate_series(1, ${n}) i`,
    [FAMILY, MIDDLE, GIVEN],
  );
  await step(
    '',
    `insert into auth_user (id, name, email, username) select id, name, id || '@users.invalid', 'u' || row_number() over () from person`,
  );
  await step(
    '',
    `insert into role_grant (id, person_id, role, unit_id, granted_at, valid_from)
     select ${id('8', 'i')}, ${id('7', 'i')}, 'officer', ${id('1', `1 + i % ${UNIT_COUNT}`)}, now(), '2024-01-01' from generate_series(1, ${n}) i`,
  );
  await step(
    'events',
    `insert into event (id, at, command, actor_kind, actor_id, subject_kind, subject_id, after, unit_id)
     select ${id('9', 'i')}, '2024-01-01'::timestamptz + i * interval '1 minute', 'plan.adopt', 'person', ${id('7', `1 + i % ${n}`)}, 'plan',
       ${id('3', `1 + i % ${plans}`)}::text, '{"tasks": 3}', ${id('1', `1 + i % ${UNIT_COUNT}`)} from generate_series(1, ${n}) i`,
  );
  for (const { name, def } of rows) await step(name, def);
  await step('analyze', 'vacuum analyze');
}

/** A UUID that sorts by its number: table, then number. */
function id(table: string, number: string): string {
  return `('0${table}000000-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
}

/** What the labelled documents say, a sentence each. */
function sentences(): string[] {
  const found = new Set<string>();
  const gather = (it: unknown): void => {
    if (typeof it === 'string' && it.length > 60 && it.length < 400 && it.includes(' ')) found.add(it.replace(/\s+/g, ' '));
    else if (typeof it === 'object' && it !== null) Object.values(it).forEach(gather);
  };
  for (const file of globSync('../plan/open/*/labels.json', { cwd: import.meta.dirname }))
    gather(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
  return [...found];
}

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Điểu Thị Lâm Kim Thạch Danh Chau'.split(
  ' ',
);
const MIDDLE = 'Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Hồng Kim Anh Thúy Công Đình Gia Bảo Khánh Tuấn Phương'.split(' ');
const GIVEN =
  'An Anh Bình Chi Cường Dũng Duyên Giang Hà Hải Hạnh Hiếu Hoa Hòa Hùng Huệ Hương Khoa Lan Linh Long Mai Minh Nam Nga Ngọc Nhung Oanh Phúc Phương Quân Sơn Tâm Thảo Thắng Thu Trang Tuấn Vân Yến Sóc Rinh Lợi Krông Chăm'.split(
    ' ',
  );
