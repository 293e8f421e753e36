/** What a request says, as the input of a command or query. Pure; what makes no sense is left as it is, for the schema to name. */
import type { JsonSchema } from '@valibot/to-json-schema';

export type Properties = Record<string, JsonSchema>;

export const propertiesOf = (schema: JsonSchema) => (schema.properties ?? {}) as Properties;
export const isFile = (schema: JsonSchema | undefined) => schema?.contentEncoding === 'base64';

/** The property that is a file, or null. */
export function fileOf(schema: JsonSchema): string | null {
  return Object.entries(propertiesOf(schema)).find(([, property]) => isFile(property))?.[0] ?? null;
}

/** `?search=Khmer&page=2&border=true&names={"vi":"…"}`: words as they stand, all else as JSON. */
export function fromAddress(given: URLSearchParams, schema: JsonSchema): Record<string, unknown> {
  const properties = propertiesOf(schema);
  const named = [...given].map(([name, text]): [string, unknown] => [name, isWords(properties[name]) ? text : json(text)]);
  return Object.fromEntries(named);
}

/** The same the other way: what `fromAddress` reads as this input again. */
export function toAddress(input: Record<string, unknown>, schema: JsonSchema): URLSearchParams {
  const properties = propertiesOf(schema);
  const named = Object.entries(input).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    named.map(([name, value]): [string, string] => [name, isWords(properties[name]) ? String(value) : JSON.stringify(value)]),
  );
}

/** JSON in a body, its files decoded from base64. */
export function fromBody(body: unknown, schema: JsonSchema): unknown {
  const file = fileOf(schema);
  if (file === null || !isObject(body) || typeof body[file] !== 'string') return body;
  return { ...body, [file]: new Uint8Array(Buffer.from(body[file], 'base64')) };
}

/** Whether a value is written as plain words: of a choice between kinds of value, only JSON tells which. */
function isWords(schema: JsonSchema | undefined): boolean {
  return schema === undefined || schema.type === 'string' || (schema.enum ?? []).some((value) => typeof value === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
