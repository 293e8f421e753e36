/** `--flag value`, `--flag=value`, `--flag` → input of a command or query, by the JSON Schema of its input. */
import { readFile } from 'node:fs/promises';
import type { JsonSchema } from '@valibot/to-json-schema';

export interface Given {
  flags: Map<string, string | true>;
  rest: string[];
}

/** Flags and what is none of them. */
export function split(words: string[]): Given {
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
    else if (next === undefined || next.startsWith('--')) flags.set(name, true);
    else {
      flags.set(name, next);
      i++;
    }
  }
  return { flags, rest };
}

/**
 * The input the flags describe. Whole objects and lists are given as JSON, files as paths, everything at once as `--input JSON`.
 * @throws UnknownFlag
 */
export async function inputOf({ flags }: Given, schema: JsonSchema): Promise<Record<string, unknown>> {
  const whole = flags.get('input');
  const input: Record<string, unknown> = typeof whole === 'string' ? (JSON.parse(whole) as Record<string, unknown>) : {};
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  for (const [flag, value] of flags) {
    if (['json', 'key', 'input'].includes(flag)) continue;
    const name = flag.replaceAll('-', '_');
    const property = properties[name];
    if (!property) throw new UnknownFlag(flag, Object.keys(properties));
    input[name] = await valueOf(value, property);
  }
  return input;
}

export class UnknownFlag extends Error {
  readonly flag: string;
  readonly known: string[];
  constructor(flag: string, known: string[]) {
    super(flag);
    this.flag = flag;
    this.known = known;
  }
}

async function valueOf(value: string | true, schema: JsonSchema): Promise<unknown> {
  if (schema.contentEncoding === 'base64') return new Uint8Array(await readFile(String(value)));
  if (value === true) return true;
  switch (schema.type) {
    case 'number':
    case 'integer':
      return Number(value);
    case 'boolean':
      return value !== 'false';
    case 'array':
    case 'object':
      return JSON.parse(value) as unknown;
    default:
      return value;
  }
}
