import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import type { testHouse } from '#house.testing.ts';

type Db = Parameters<typeof testHouse>[0];

interface Edges {
  /** Parent of each, by number; only an earlier one, as in a register. */
  parents: (number | null)[];
  /** [who came before, who came after] */
  successions: [number, number][];
}

const MOST = 9;
const number = fc.nat({ max: MOST - 1 });
const edges: fc.Arbitrary<Edges> = fc.record({
  parents: fc.tuple(...Array.from({ length: MOST }, (_, i) => (i === 0 ? fc.constant(null) : fc.option(fc.nat({ max: i - 1 }))))),
  successions: fc.uniqueArray(
    fc.tuple(number, number).filter(([before, after]) => before !== after),
    { maxLength: 6, selector: String },
  ),
});

/** Units as rows alone: what the function reads, without the days that it does not. */
async function write(db: Db, { parents, successions }: Edges): Promise<string[]> {
  const ids = parents.map(() => uuid());
  const at = { valid_from: '2020-01-01', kind: 'department' };
  const units = parents.map((parent, i) => ({
    id: ids[i]!,
    code: ids[i]!,
    parent_id: parent === null ? null : ids[parent]!,
    ...at,
  }));
  await db.insertInto('unit').values(units).execute();
  const rows = successions.map(([before, after]) => ({
    id: uuid(),
    kind: 'merged',
    predecessor_id: ids[before]!,
    successor_id: ids[after]!,
    day: '2025-07-01',
    legal_basis: 'Nghị quyết',
  }));
  if (rows.length > 0) await db.insertInto('unit_succession').values(rows).execute();
  return ids;
}

async function reach(db: Db, roots: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from unit_reach(${roots}::uuid[]) id`.execute(db);
  return rows.map(({ id }) => id);
}

describe('the reach of a role at a unit (IV.0)', () => {
  test('is what one finds by walking down and back from it, each once', async ({ db }) => {
    await fc.assert(
      fc.asyncProperty(edges, fc.uniqueArray(number, { maxLength: 3 }), async (it, roots) => {
        const ids = await write(db, it);
        const found = await reach(
          db,
          roots.map((root) => ids[root]!),
        );
        expect(found.map((id) => ids.indexOf(id)).toSorted()).toEqual([...walk(it, roots)].toSorted());
      }),
      { numRuns: 60 },
    );
  });

  test('of a new office holds what was under its forerunners', async ({ db }) => {
    // 0 ← 1 ← 2, and 0 was merged into 3.
    const ids = await write(db, { parents: [null, 0, 1, null], successions: [[0, 3]] });
    expect((await reach(db, [ids[3]!])).toSorted()).toEqual(ids.toSorted());
    expect(await reach(db, [ids[2]!])).toEqual([ids[2]]);
    expect(await reach(db, [])).toEqual([]);
  });

  test('ends where a row leads back to itself, which no command writes', async ({ db }) => {
    const it: Edges = { parents: [null, 0], successions: [[0, 1]] };
    const ids = await write(db, it);
    expect(await reach(db, [ids[1]!])).toHaveLength(2);
  });

  test('is walked by indexes in a large register, also inside a query', async ({ db }) => {
    await sql`insert into unit (id, code, kind, parent_id, valid_from)
      select gen_random_uuid(), 'u' || n, 'department', null, '2020-01-01' from generate_series(1, 20000) n`.execute(db);
    await sql`update unit set parent_id = above.id from unit above where unit.code = 'u' || substr(above.code, 2) || '0'`.execute(
      db,
    );
    await sql`insert into unit_succession (id, kind, predecessor_id, successor_id, day, legal_basis)
      select gen_random_uuid(), 'merged', a.id, b.id, '2025-07-01', 'NQ' from unit a join unit b on b.code = a.code || '1'`.execute(
      db,
    );
    await sql`analyze unit, unit_succession`.execute(db);
    const [root] = await db.selectFrom('unit').select('id').where('code', '=', 'u7').execute();
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off)
      select code from unit join unit_reach(array[${root!.id}]::uuid[]) reached (id) using (id)`.execute(db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // Written into the query, and each step of the walk by an index; how the rows found are joined is the caller's affair.
    const walked = plan.slice(plan.indexOf('Recursive Union'), plan.indexOf('Hash\n'));
    expect(walked).toMatch(/unit_parent/);
    expect(walked).toMatch(/unit_succession_successor/);
    expect(walked).not.toMatch(/Seq Scan/);
  });
});

/** The same by hand. */
function walk({ parents, successions }: Edges, roots: number[]): Set<number> {
  const seen = new Set<number>();
  const open = [...roots];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const [i, parent] of parents.entries()) if (parent === at) open.push(i);
    for (const [before, after] of successions) if (after === at) open.push(before);
  }
  return seen;
}
