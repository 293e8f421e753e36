/** What `cotmoc help` and `cotmoc NAME --help` say. */
import type { JsonSchema } from '@valibot/to-json-schema';
import { t, type Language } from '#core/text.ts';
import { flagOf, propertiesOf } from './arguments.ts';

export interface Named {
  name: string;
  kind: string;
  input: JsonSchema;
}

/** The one that works on a file and needs no database. */
export const FILE_COMMAND: Named = {
  name: 'plan.read',
  kind: 'file',
  input: { type: 'object', properties: { units: { type: 'string' } } },
};

/** Every name with a line of its own. */
export function overview(language: Language, all: Named[]): string {
  return [...all.map(usageOf), '', t(language, 'cli.more_help')].join('\n');
}

/** "plan.adopt --id TEXT [--title TEXT]" */
export function usageOf({ name, kind, input }: Named): string {
  const flags = Object.entries(propertiesOf(input)).map(([property, schema]) => {
    const flag = schema.type === 'boolean' ? `--${flagOf(property)}` : `--${flagOf(property)} ${typeOf(schema)}`;
    return input.required?.includes(property) ? flag : `[${flag}]`;
  });
  return [name, ...(kind === 'file' ? ['FILE'] : []), ...flags].join(' ');
}

/** The usage, then each flag with its type as JSON Schema has it. */
export function helpOf(language: Language, it: Named): string {
  const flags = Object.entries(propertiesOf(it.input)).map(([property, schema]) => {
    const required = it.input.required?.includes(property) ? `  (${t(language, 'cli.required')})` : '';
    return `  --${flagOf(property)}  ${JSON.stringify(schema)}${required}`;
  });
  const common = [`  --json  ${t(language, 'cli.help_json')}`];
  if (it.kind === 'file') common.unshift(`  --units FILE|database  ${t(language, 'cli.help_units')}`);
  else common.push(`  --input JSON  ${t(language, 'cli.help_input')}`);
  if (it.kind === 'command') common.push(`  --key UUID  ${t(language, 'cli.help_key')}`);
  return [usageOf(it), ...(it.kind === 'file' ? [] : flags), ...common].join('\n');
}

function typeOf({ type, contentEncoding, enum: choices, format }: JsonSchema): string {
  if (contentEncoding === 'base64') return 'FILE';
  if (choices) return choices.join('|');
  if (type === 'array' || type === 'object') return 'JSON';
  return format ?? String(type ?? 'JSON');
}
