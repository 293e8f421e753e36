/**
 * The matrix, walked: every command and query × every role × every place where it may be held. Nothing but what access.ts allows: who
 * lacks the verb gets 403 with its name, what may not be seen is 404, lists hold what is in reach.
 */
import { Readable } from 'node:stream';
import { describe, expect } from 'vitest';
import { ROLES, VERBS, type Actor, type Role, type Scope, type Verb } from '#core/access.ts';
import { ask, execute, type Command, type Query } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { test, type TestDatabase } from '#db/testing.server.ts';
import { rolledBack } from '#db/testing_rollback.server.ts';
import { holding, nobody, testHouse, type TestHouse } from '#house.testing.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { SAMPLES, world, type World } from './access_walk.fixture.ts';

const ALL: (Command | Query)[] = [...COMMANDS.values(), ...QUERIES.values()];
const rule = (it: { verb: Verb }) => VERBS[it.verb] as { scope: Scope; by: readonly Role[] };
/** Places of the actor, seen from the thing, which is at `own`. */
const PLACES = ['house', 'above', 'own', 'below', 'beside'] as const;
const REACHING: readonly string[] = ['house', 'above', 'own'];

type Outcome = 'done' | 'not_signed_in' | 'not_allowed' | 'not_found';

describe('the matrix, walked (X-1)', () => {
  test('has a sample of every command and query whose verb has a reach, and of nothing that is no more', () => {
    const reaching = ALL.filter((it) => rule(it).scope === 'reach').map(({ name }) => name);
    expect(Object.keys(SAMPLES).toSorted()).toEqual(reaching.toSorted());
  });

  test('knows where each of these is held: by `at`, or by a list that is filtered, or by each row', () => {
    for (const it of ALL.filter((it) => rule(it).scope === 'reach')) {
      const sample = SAMPLES[it.name];
      expect([it.name, it.at !== undefined], it.name).toEqual([it.name, sample !== undefined && 'at' in sample]);
    }
  });

  for (const role of ROLES)
    test(
      `allows a ${role} what the matrix allows, at each place, and says no as it should`,
      { timeout: 120_000 },
      async ({ database }) => {
        const house = testHouse(database.db);
        const the = await world(house);
        const somebody = { id: the.people.beside.id };
        const wrong: unknown[] = [];
        for (const it of ALL)
          for (const place of PLACES) {
            const outcome = await outcomeOf(house, database.pool, it, the, { ...holding([role], the.units[place]), ...somebody });
            const expected = expectedOf(it, role, place);
            if (!expected.includes(outcome)) wrong.push({ name: it.name, place, outcome, expected });
          }
        expect(wrong).toEqual([]);
      },
    );

  test('lets nobody do anything but what is open', async ({ database }) => {
    const house = testHouse(database.db);
    const the = await world(house);
    for (const it of ALL) {
      const expected = rule(it).scope === 'open' ? 'done' : 'not_signed_in';
      expect([it.name, await outcomeOf(house, database.pool, it, the, nobody)]).toEqual([it.name, expected]);
    }
  });

  test('shows in each list what is in reach, and nothing above or beside it', async ({ db }) => {
    const house = testHouse(db);
    const the = await world(house);
    for (const [name, sample] of Object.entries(SAMPLES)) {
      if (!('shows' in sample)) continue;
      const it = QUERIES.get(name) as Query;
      const shown = async (unit_id: string | null) =>
        sample.shows(await ask(house, it, sample.input, holding(rule(it).by, unit_id)));
      expect([name, (await shown(the.units.own)).toSorted()]).toEqual([name, sample.of(the, ['own', 'below']).toSorted()]);
      expect([name, (await shown(the.units.beside)).toSorted()]).toEqual([name, sample.of(the, ['beside']).toSorted()]);
      expect([name, (await shown(null)).toSorted()]).toEqual([
        name,
        sample.of(the, ['above', 'own', 'below', 'beside']).toSorted(),
      ]);
    }
  });
});

/** By the matrix alone. A thing that one cannot see from where one is looks as if it were not there. */
function expectedOf(it: Command | Query, role: Role, place: (typeof PLACES)[number]): Outcome[] {
  const { scope, by } = rule(it);
  if (scope === 'open' || scope === 'self') return ['done'];
  if (scope === 'machine' || !by.includes(role)) return ['not_allowed'];
  if (scope === 'house') return [place === 'house' ? 'done' : 'not_allowed'];
  const sample = SAMPLES[it.name];
  if (!sample || !('at' in sample) || REACHING.includes(place)) return ['done'];
  const { beyond = 'not_allowed' } = sample;
  return [typeof beyond === 'string' ? beyond : beyond[place as 'below' | 'beside']];
}

/** What comes of it. Any other refusal came after it was allowed; 403 must name the verb. All of it is taken back. */
async function outcomeOf(
  open: TestHouse,
  pool: TestDatabase['pool'],
  it: Command | Query,
  the: World,
  actor: Actor,
): Promise<Outcome> {
  const sample = SAMPLES[it.name];
  const input = sample === undefined ? {} : 'at' in sample ? sample.at(the) : sample.input;
  const { db, end } = await rolledBack(pool);
  const house = { ...open, db };
  try {
    if (it.kind === 'query') {
      const answer = await ask(house, it, input, actor);
      // Nobody reads the file that was opened.
      if (answer && typeof answer === 'object' && 'content' in answer && answer.content instanceof Readable)
        answer.content.destroy();
    }
    // Loading a whole province says no more about who may than beginning to.
    else
      await execute(house, it.name === 'demo.load' ? { ...it, run: async () => null, again: undefined } : it, input, { actor });
    return 'done';
  } catch (error) {
    const { code, values } = error as Problem;
    if (code === undefined || (code === 'bad_input' && sample !== undefined)) throw error;
    if (code === 'not_allowed') expect([it.name, values['verb']]).toEqual([it.name, it.verb]);
    if (code === 'not_found') return sample && 'at' in sample ? code : 'done';
    return code === 'not_allowed' || code === 'not_signed_in' ? code : 'done';
  } finally {
    await end();
  }
}
