/** `--flag value`, `--flag=value`, `--flag` → input of a command or query, by the JSON Schema of its input. */
import type { JsonSchema } from '@valibot/to-json-schema';
import { Misuse } from './misuse.ts';
import { bytesOf } from './read_file.ts';

export interface Given {
  flags: Map<string, string | true>;
  rest: string[];
}

/** What every command and query takes beside its own input. */
export const COMMON = ['input', 'json', 'key'];

/** Flags and what is none of them; those named `bare` never take the word after them. */
export function split(words: string[], bare: ReadonlySet<string>): Given {
  const flags = new Map<string, string | true>();
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [name = '', ...value] = word.slice(2).split('=');
    const next = words[i + 1];
    if (value.length > 0) flags.set(name, value.join('='));
    else if (next === undefined || next.startsWith('--') || bare.has(name)) flags.set(name, true);
    else {
      flags.set(name, next);
      i++;
    }
  }
  return { flags, rest };
}

/** Flags that need no value, for `split`. */
export function bareFlags(schema: JsonSchema): Set<string> {
  const names = Object.entries(propertiesOf(schema)).flatMap(([name, { type }]) => (type === 'boolean' ? [flagOf(name)] : []));
  return new Set(['json', 'help', ...names]);
}

/** The properties of an input by their names. */
export function propertiesOf(schema: JsonSchema): Record<string, JsonSchema> {
  return (schema.properties ?? {}) as Record<string, JsonSchema>;
}

/** valid_from is given as --valid-from. */
export function flagOf(name: string): string {
  return name.replaceAll('_', '-');
}

/**
 * The input the flags describe. Whole objects and lists are given as JSON, files as paths, everything at once as `--input JSON`.
 * @throws Misuse
 */
export async function inputOf({ flags, rest }: Given, schema: JsonSchema): Promise<Record<string, unknown>> {
  if (rest[0] !== undefined) throw new Misuse('cli.surplus', { word: rest[0] });
  const whole = flags.get('input');
  const input = whole === undefined ? {} : json('input', whole);
  if (!isObject(input)) throw new Misuse('cli.no_object', { flag: 'input' });
  const properties = propertiesOf(schema);
  refuseUnknown(flags, [...Object.keys(properties), ...COMMON]);
  for (const [flag, value] of flags) {
    const name = flag.replaceAll('-', '_');
    const property = properties[name];
    if (property) input[name] = await valueOf(flag, value, property);
  }
  return input;
}

/** @throws Misuse */
export function refuseUnknown(flags: Given['flags'], names: string[]): void {
  const known = names.map(flagOf);
  for (const flag of flags.keys())
    if (!known.includes(flagOf(flag)))
      throw new Misuse('cli.unknown_flag', { flag, known: known.map((name) => `--${name}`).join(' ') });
}

/** The idempotency key given as --key. @throws Misuse */
export function keyOf({ flags }: Given): string | undefined {
  const key = flags.get('key');
  if (key === undefined) return undefined;
  if (!UUID.test(text('key', key))) throw new Misuse('cli.no_key');
  return String(key);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** The value of a flag that cannot do without. @throws Misuse */
export function text(flag: string, value: string | true): string {
  if (value === true) throw new Misuse('cli.no_value', { flag });
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function valueOf(flag: string, value: string | true, schema: JsonSchema): Promise<unknown> {
  if (schema.contentEncoding === 'base64') return bytesOf(text(flag, value));
  switch (schema.type) {
    case 'number':
    case 'integer': {
      const number = Number(text(flag, value) || NaN);
      if (Number.isNaN(number)) throw new Misuse('cli.no_number', { flag });
      return number;
    }
    case 'boolean':
      return value !== 'false';
    case 'array':
    case 'object':
      return json(flag, value);
    default:
      return text(flag, value);
  }
}

/** The value of a flag as JSON. @throws Misuse */
function json(flag: string, value: string | true): unknown {
  try {
    return JSON.parse(text(flag, value)) as unknown;
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse('cli.no_json', { flag });
  }
}
