/** What `cotmoc help` and `cotmoc NAME --help` say. */
import type { JsonSchema } from '@valibot/to-json-schema';
import { t, type Key, type Language } from '#core/text.ts';
import { flagOf, propertiesOf, type Given } from './arguments.ts';

export interface Named {
  name: string;
  kind: string;
  input: JsonSchema;
}

/** One that works on this machine itself, and is no command or query of the house: it has an operand and a few flags. */
export interface MachineCommand {
  name: string;
  kind: 'machine';
  /** "FILE" */
  operand: string;
  /** Flag → how its value is written, and what it means. */
  flags: Record<string, { value: string; words: Key }>;
  /** @returns what to print; `warnings` go to standard error as well */
  run(given: Given, language: Language): Promise<object>;
}

/** Every name with a line of its own. */
export function overview(language: Language, all: (Named | MachineCommand)[]): string {
  return [...all.map(usageOf), '', t(language, 'cli.more_help')].join('\n');
}

/** "plan.adopt --id TEXT [--title TEXT]" */
export function usageOf(it: Named | MachineCommand): string {
  if (isMachine(it))
    return [it.name, it.operand, ...Object.entries(it.flags).map(([flag, { value }]) => `[--${flag} ${value}]`)].join(' ');
  const flags = Object.entries(propertiesOf(it.input)).map(([property, schema]) => {
    const flag = schema.type === 'boolean' ? `--${flagOf(property)}` : `--${flagOf(property)} ${typeOf(schema)}`;
    return it.input.required?.includes(property) ? flag : `[${flag}]`;
  });
  return [it.name, ...flags].join(' ');
}

/** The usage, then each flag with its type as JSON Schema has it. */
export function helpOf(language: Language, it: Named | MachineCommand): string {
  const json = `  --json  ${t(language, 'cli.help_json')}`;
  if (isMachine(it)) {
    const flags = Object.entries(it.flags).map(([flag, { value, words }]) => `  --${flag} ${value}  ${t(language, words)}`);
    return [usageOf(it), ...flags, json].join('\n');
  }
  const flags = Object.entries(propertiesOf(it.input)).map(([property, schema]) => {
    const required = it.input.required?.includes(property) ? `  (${t(language, 'cli.required')})` : '';
    return `  --${flagOf(property)}  ${JSON.stringify(schema)}${required}`;
  });
  const common = [json, `  --input JSON  ${t(language, 'cli.help_input')}`];
  if (it.kind === 'command') common.push(`  --key UUID  ${t(language, 'cli.help_key')}`);
  return [usageOf(it), ...flags, ...common].join('\n');
}

const isMachine = (it: Named | MachineCommand): it is MachineCommand => it.kind === 'machine';

function typeOf({ type, contentEncoding, enum: choices, format }: JsonSchema): string {
  if (contentEncoding === 'base64') return 'FILE';
  if (choices) return choices.join('|');
  if (type === 'array' || type === 'object') return 'JSON';
  return format ?? String(type ?? 'JSON');
}
