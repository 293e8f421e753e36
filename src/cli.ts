/**
 * `cotmoc`: every command and query by its name, against the same database as the running server.
 *
 *   cotmoc                          list          cotmoc --json        list with the schemas of their inputs
 *   cotmoc plan.list --search Khmer               cotmoc plan.adopt --id … --json
 *   cotmoc plan.read FILE --json                  needs no database; --units FILE names the units, --units database takes them from it
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { inputOf, split, UnknownFlag, type Given } from '#command_line/arguments.ts';
import { schemaOf } from '#core/schema.ts';
import { ask, execute } from '#core/command.server.ts';
import { isProblem, Problem } from '#core/problem.ts';
import { t, tMaybe, type Language } from '#core/text.ts';
import { CannotStart } from '#db/cannot_start.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { readInThread } from '#features/plans/read.server.ts';
import type { RegistryUnit } from '#features/plans/reading/reading.ts';
import { registry } from '#features/units/queries.server.ts';
import { withHouse } from '#house.server.ts';
import { threads } from '#ports/threads.server.ts';

const language: Language = /^en/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'en' : 'vi';
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...words]: string[]): Promise<number> {
  const given = split(words);
  try {
    if (name === undefined || name.startsWith('--')) return list(name === '--json');
    if (name === 'plan.read') return print(await readPlanFile(given), given.flags.has('json'));
    return await run(name, given);
  } catch (error) {
    return fail(error, given.flags.has('json'));
  }
}

function list(json: boolean): number {
  const all = [...COMMANDS.values(), ...QUERIES.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  if (json)
    return print(
      all.map(({ kind, name, verb, input }) => ({ name, kind, verb, input: schemaOf(input) })),
      true,
    );
  const width = Math.max(...all.map(({ name }) => name.length));
  for (const { name, kind, input } of all) {
    const flags = Object.keys(schemaOf(input).properties ?? {}).map((flag) => `--${flag}`);
    console.log(`${name.padEnd(width)}  ${kind.padEnd(7)}  ${flags.join(' ')}`);
  }
  console.log(`${'plan.read'.padEnd(width)}  ${'file'.padEnd(7)}  FILE --units FILE|database`);
  return 0;
}

async function run(name: string, given: Given): Promise<number> {
  const command = COMMANDS.get(name);
  const query = QUERIES.get(name);
  if (!command && !query) {
    console.error(t(language, 'cli.unknown', { name }));
    return 2;
  }
  const input = await inputOf(given, schemaOf((command ?? query)!.input));
  const key = given.flags.get('key');
  const result = await withHouse(async (house) =>
    command
      ? execute(house, command, input, { actor: { kind: 'operator' }, key: typeof key === 'string' ? key : undefined })
      : withoutStreams(await ask(house, query!, input, { kind: 'operator' })),
  );
  return print(result, given.flags.has('json'));
}

async function readPlanFile({ rest, flags }: Given): Promise<unknown> {
  const [path] = rest;
  if (!path) throw new Problem('bad_input', { fields: [{ path: 'FILE', message: 'field.required' }] });
  const units = flags.get('units');
  const content = new Uint8Array(await readFile(path));
  return readInThread(threads(), content, basename(path), await unitsFrom(units));
}

async function unitsFrom(source: string | true | undefined): Promise<RegistryUnit[]> {
  if (source === 'database') return withHouse((house) => house.db.transaction().execute((db) => registry(db)));
  return typeof source === 'string' ? (JSON.parse(await readFile(source, 'utf8')) as RegistryUnit[]) : [];
}

/** A file goes to standard output as text of its own only by the web; here its size says enough. */
async function withoutStreams(result: unknown): Promise<unknown> {
  if (typeof result !== 'object' || result === null || !('content' in result)) return result;
  const { content, ...rest } = result;
  if (content instanceof Readable) content.destroy();
  return rest;
}

function print(result: unknown, json: boolean): number {
  console.log(json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  return 0;
}

function fail(error: unknown, json: boolean): number {
  if (error instanceof UnknownFlag) {
    console.error(t(language, 'cli.unknown_flag', { flag: error.flag, known: error.known.map((flag) => `--${flag}`).join(' ') }));
    return 2;
  }
  if (error instanceof CannotStart) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) {
    console.error(t(language, 'cli.no_file', { path: String(error.path) }));
    return 2;
  }
  if (!isProblem(error)) throw error;
  const { fields, ...values } = error.values;
  const plain = values as Record<string, string | number>;
  const words =
    (plain.reason && tMaybe(language, `reading.${plain.reason}`, plain)) || tMaybe(language, `problem.${error.code}`, plain);
  if (json) console.error(JSON.stringify({ problem: error.code, message: words, ...error.values }));
  else {
    console.error(words ?? error.code);
    if (Array.isArray(fields))
      for (const { path, message } of fields) console.error(`  ${path}: ${tMaybe(language, message) ?? message}`);
  }
  return 1;
}
