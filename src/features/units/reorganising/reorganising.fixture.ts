/** A register to reorganise in tests, and a look at all of its rows. */
import { sql } from 'kysely';
import { ask, execute } from '#core/command.server.ts';
import type { Problem } from '#core/problem.ts';
import { operator, testHouse } from '#house.testing.ts';
import { addPlace, addUnit } from '../commands.server.ts';
import { place, places, unit, units } from '../queries.server.ts';
import { reorganise, undo } from './commands.server.ts';
import { preview, show } from './queries.server.ts';

export const DAY = '2025-07-01';
export const BASIS = 'Nghị quyết số 1/NQ-HĐND';
const by = { actor: operator };

export type Db = Parameters<typeof testHouse>[0];
export type Office = ReturnType<typeof office>;

export function office(db: Db) {
  const it = testHouse(db);
  const paper = (steps: object[], day = DAY) => ({ title: 'Sắp xếp', day, legal_basis: BASIS, steps });
  return {
    it,
    place: (at: string, more: object = {}) =>
      execute(it, addPlace, { code: at, kind: 'province', names: { vi: `Tỉnh ${at}` }, valid_from: '2020-01-01', ...more }, by),
    unit: (at: string, more: object = {}) =>
      execute(it, addUnit, { code: at, kind: 'department', names: { vi: `Sở ${at}` }, valid_from: '2020-01-01', ...more }, by),
    reorganise: (steps: object[], day?: string) => execute(it, reorganise, paper(steps, day), by),
    preview: (steps: object[], day?: string) => ask(it, preview, paper(steps, day), operator),
    undo: (id: string) => execute(it, undo, { id }, by),
    show: (id: string) => ask(it, show, { id }, operator),
    unitAt: (code: string) => ask(it, unit, { code }, operator),
    placeAt: (code: string) => ask(it, place, { code }, operator),
    unitsOn: async (day: string) => (await ask(it, units, { day }, operator)).map(({ code }) => code).toSorted(),
    placesOn: async (day: string) => (await ask(it, places, { day }, operator)).map(({ code }) => code).toSorted(),
  };
}

/** The refusal of a command, to be held against. */
export async function refusal(work: Promise<unknown>) {
  const problem = (await work.then(
    () => null,
    (error: unknown) => error,
  )) as Problem | null;
  if (problem?.name !== 'Problem') throw problem ?? new Error('not refused');
  const { fields, ...values } = problem.values;
  return { code: problem.code, ...(Array.isArray(fields) ? { fields: fields.map((it) => `${it.path} ${it.message}`) } : values) };
}

/** Every row of the register. */
export async function registerRows(db: Db) {
  const all: Record<string, unknown> = {};
  for (const name of ['unit', 'unit_name', 'unit_alias', 'unit_succession', 'place', 'place_name', 'place_succession']) {
    const { rows } = await sql<{
      row: unknown;
    }>`select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
