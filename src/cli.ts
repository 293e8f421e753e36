/**
 * `cotmoc`: every command and query by its name, against the same database as the running server.
 *
 *   cotmoc help                     list          cotmoc --json        list with the schemas of their inputs
 *   cotmoc plan.list --help         the flags of one
 *   cotmoc plan.list --search Khmer               cotmoc plan.adopt --id … --json
 *   cotmoc plan.read FILE --json                  needs no database; --units FILE names the units, --units database takes them from it
 */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { bareFlags, inputOf, keyOf, refuseUnknown, split, text, type Given } from '#command_line/arguments.ts';
import { FILE_COMMAND, helpOf, overview, usageOf } from '#command_line/help.ts';
import { Misuse } from '#command_line/misuse.ts';
import { told, toldAsJson } from '#command_line/problems.ts';
import { bytesOf } from '#command_line/read_file.ts';
import { unitsOf } from '#command_line/units.ts';
import { schemaOf } from '#core/schema.ts';
import { ask, execute, type Command, type Query } from '#core/command.server.ts';
import { isProblem } from '#core/problem.ts';
import { languageOf, t } from '#core/text.ts';
import { CannotStart } from '#db/cannot_start.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { readInThread } from '#features/plans/read.server.ts';
import type { RegistryUnit } from '#features/plans/reading/reading.ts';
import { registry } from '#features/units/queries.server.ts';
import { withHouse } from '#house.server.ts';
import { threads } from '#ports/threads.server.ts';

const language = languageOf(process.env.LC_ALL || process.env.LANG);
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...words]: string[]): Promise<number> {
  const it = COMMANDS.get(name ?? '') ?? QUERIES.get(name ?? '');
  const schema = it ? schemaOf(it.input) : FILE_COMMAND.input;
  const given = split(words, bareFlags(schema));
  try {
    if (name === undefined || ['help', '--help', '--json'].includes(name)) return list(name === '--json');
    if (!it && name !== FILE_COMMAND.name) throw new Misuse('cli.unknown', { name });
    if (given.flags.has('help')) return show(helpOf(language, it ? { ...it, input: schema } : FILE_COMMAND));
    return print(it ? await run(it, given) : await readPlanFile(given), given.flags.has('json'));
  } catch (error) {
    return fail(error, given.flags.has('json'));
  }
}

function list(json: boolean): number {
  const all = [...COMMANDS.values(), ...QUERIES.values()]
    .map(({ kind, name, verb, input }) => ({ name, kind, verb, input: schemaOf(input) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return json ? print(all, true) : show(overview(language, [...all, FILE_COMMAND]));
}

async function run(it: Command | Query, given: Given): Promise<unknown> {
  const input = await inputOf(given, schemaOf(it.input));
  const key = keyOf(given);
  return withHouse(async (house) =>
    it.kind === 'command'
      ? execute(house, it, input, { actor: { kind: 'operator' }, key })
      : withoutStreams(await ask(house, it, input, { kind: 'operator' })),
  );
}

async function readPlanFile({ rest, flags }: Given): Promise<unknown> {
  refuseUnknown(flags, ['json', 'units']);
  const [path, surplus] = rest;
  if (path === undefined) throw new Misuse('cli.no_path', { usage: usageOf(FILE_COMMAND) });
  if (surplus !== undefined) throw new Misuse('cli.surplus', { word: surplus });
  const units = await unitsFrom(flags.get('units'));
  return readInThread(threads(), await bytesOf(path), basename(path), units);
}

async function unitsFrom(source: string | true | undefined): Promise<RegistryUnit[]> {
  if (source === 'database') return withHouse((house) => house.db.transaction().execute((db) => registry(db)));
  return source === undefined ? [] : unitsOf(text('units', source));
}

/** A file goes to standard output as text of its own only by the web; here its size says enough. */
async function withoutStreams(result: unknown): Promise<unknown> {
  if (typeof result !== 'object' || result === null || !('content' in result)) return result;
  const { content, ...rest } = result;
  if (content instanceof Readable) content.destroy();
  return rest;
}

function print(result: unknown, json: boolean): number {
  return show(json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
}

function show(words: string): number {
  console.log(words);
  return 0;
}

function fail(error: unknown, json: boolean): number {
  if (error instanceof Misuse) {
    console.error(t(language, error.key, error.values));
    return 2;
  }
  if (error instanceof CannotStart) {
    console.error(error.message);
    return 1;
  }
  if (!isProblem(error)) throw error;
  console.error(json ? JSON.stringify(toldAsJson(language, error)) : told(language, error));
  return 1;
}
