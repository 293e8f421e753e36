/**
 * `cotmoc`: every command and query by its name, against the same database as the running server.
 *
 *   cotmoc help                     list          cotmoc --json        list with the schemas of their inputs
 *   cotmoc plan.list --help         the flags of one
 *   cotmoc plan.list --search Khmer               cotmoc plan.adopt --id … --json
 *   cotmoc plan.read FILE --json                  needs no database; --units FILE names the units, --units database takes them from it
 *   cotmoc backup.make DIR                        backup.verify DIR, backup.restore DIR --to FOLDER: docs/backup.md
 */
import { Readable } from 'node:stream';
import { BackupProblem } from '#backup/problem.ts';
import { bareFlags, inputOf, keyOf, split, type Given } from '#command_line/arguments.ts';
import { backupMake, backupRestore, backupVerify } from '#command_line/backup.ts';
import { helpOf, overview, type MachineCommand } from '#command_line/help.ts';
import { Misuse } from '#command_line/misuse.ts';
import { planRead } from '#command_line/plan_read.ts';
import { told, toldAsJson } from '#command_line/problems.ts';
import { exitCodeOf, spoken } from '#command_line/spoken.ts';
import { schemaOf } from '#core/schema.ts';
import { ask, execute, type Command, type Query } from '#core/command.server.ts';
import { isProblem } from '#core/problem.ts';
import { languageOf, t } from '#core/text.ts';
import { CannotStart } from '#db/cannot_start.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { withHouse } from '#house.server.ts';

/** What works on this machine itself. */
const MACHINE: MachineCommand[] = [planRead, backupMake, backupVerify, backupRestore];

const language = languageOf(process.env.LC_ALL || process.env.LANG);
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...words]: string[]): Promise<number> {
  const it = COMMANDS.get(name ?? '') ?? QUERIES.get(name ?? '');
  const own = MACHINE.find((command) => command.name === name);
  const schema = it ? schemaOf(it.input) : {};
  const given = split(words, bareFlags(schema));
  try {
    if (name === undefined || ['help', '--help', '--json'].includes(name)) return list(name === '--json');
    const json = given.flags.has('json');
    if (own && given.flags.has('help')) return show(helpOf(language, own));
    if (own) return print(await runMachine(own, given), json);
    if (!it) throw new Misuse('cli.unknown', { name });
    if (given.flags.has('help')) return show(helpOf(language, { ...it, input: schema }));
    const answer = await run(it, given);
    const words = json ? null : spoken(language, name, answer);
    if (words === null) print(answer, json);
    else show(words);
    return exitCodeOf(name, answer);
  } catch (error) {
    return fail(error, given.flags.has('json'));
  }
}

function list(json: boolean): number {
  const all = [...COMMANDS.values(), ...QUERIES.values()]
    .map(({ kind, name, verb, input }) => ({ name, kind, verb, input: schemaOf(input) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return json ? print(all, true) : show(overview(language, [...all, ...MACHINE]));
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

async function runMachine(it: MachineCommand, given: Given): Promise<object> {
  const result = await it.run(given, language);
  for (const warning of 'warnings' in result ? (result.warnings as string[]) : []) console.error(warning);
  return result;
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
  if (error instanceof BackupProblem) {
    const message = error.told(language);
    console.error(json ? JSON.stringify({ problem: error.key, message, ...error.values }) : message);
    return 1;
  }
  if (!isProblem(error)) throw error;
  console.error(json ? JSON.stringify(toldAsJson(language, error)) : told(language, error));
  return 1;
}
