import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type { Input } from './command.server.ts';

/** JSON Schema of an input: what a caller may write, before anything is trimmed or folded. A file is base64. */
export function schemaOf(input: Input): JsonSchema {
  return toJsonSchema(input, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === 'instance' ? { type: 'string', contentEncoding: 'base64' } : undefined,
  });
}
