/** The doors of /api as an OpenAPI 3.1 document, made of the schemas of the inputs. Pure. */
import type { JsonSchema } from '@valibot/to-json-schema';
import { VERBS } from '#core/access.ts';
import type { Command, Query } from '#core/command.server.ts';
import { PROBLEMS } from '#core/problem.ts';
import { schemaOf } from '#core/schema.ts';
import { t, type Language } from '#core/text.ts';
import { fileOf, isFile, propertiesOf } from './given.ts';

export type Offered = Command | Query;

/** What is offered over HTTP: all but what only the machine itself may run. */
export const isOffered = ({ verb }: Offered) => VERBS[verb].scope !== 'machine';

export const pathOf = ({ kind, name }: Offered) => (kind === 'command' ? `/api/commands/${name}` : `/api/queries/${name}`);

export function openapi(language: Language, version: string, all: readonly Offered[]): object {
  const offered = all.filter(isOffered);
  return {
    openapi: '3.1.0',
    info: { title: 'Cột Mốc', version, description: t(language, 'api.about') },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths: Object.fromEntries(
      offered.map((it) => [
        pathOf(it),
        it.kind === 'command' ? { post: commandDoor(language, it) } : { get: queryDoor(language, it) },
      ]),
    ),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: t(language, 'api.key_scheme') },
        session: { type: 'apiKey', in: 'cookie', name: 'cotmoc.session_token', description: t(language, 'api.session_scheme') },
      },
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: t(language, 'api.problem'),
          content: { 'application/problem+json': { schema: ref('schemas/Problem') } },
        },
      },
    },
  };
}

function commandDoor(language: Language, it: Command): object {
  const schema = schemaOf(it.input);
  const file = fileOf(schema);
  const others = Object.entries(propertiesOf(schema)).filter(([name]) => name !== file);
  return {
    ...door(language, it),
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: t(language, 'api.idempotency'),
        schema: { type: 'string', format: 'uuid' },
      },
      ...(file ? others.map(([name, property]) => parameter(name, property, false)) : []),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: described(schema) },
        ...(file ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : {}),
      },
    },
    responses: { 200: answer(language, 'application/json'), default: ref('responses/Problem') },
  };
}

function queryDoor(language: Language, it: Query): object {
  const schema = schemaOf(it.input);
  const required = new Set(schema.required ?? []);
  return {
    ...door(language, it),
    parameters: Object.entries(propertiesOf(schema)).map(([name, property]) => parameter(name, property, required.has(name))),
    responses: { 200: answer(language, 'application/json'), default: ref('responses/Problem') },
  };
}

function door(language: Language, it: Offered): object {
  const { scope } = VERBS[it.verb];
  return {
    operationId: it.name,
    tags: [it.name.split('.')[0]],
    description: t(language, 'api.verb', { verb: it.verb, scope: t(language, `scope.${scope}`) }),
    ...(scope === 'open' ? { security: [{}] } : {}),
  };
}

/** Words stand as they are; lists, objects, numbers and truth values are JSON. */
function parameter(name: string, property: JsonSchema, required: boolean): object {
  const plain = property.type !== 'object' && property.type !== 'array';
  const schema = described(property);
  return { name, in: 'query', required, ...(plain ? { schema } : { content: { 'application/json': { schema } } }) };
}

const answer = (language: Language, type: string) => ({ description: t(language, 'api.answer'), content: { [type]: {} } });
const ref = (path: string) => ({ $ref: `#/components/${path}` });

/** A schema without its own `$schema`: the document says which dialect it is in. */
function described(schema: JsonSchema): JsonSchema {
  const { $schema: _, ...rest } = schema;
  return isFile(rest) ? { ...rest, contentMediaType: 'application/octet-stream' } : rest;
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'status', 'code', 'detail'],
  properties: {
    type: { const: 'about:blank' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      enum: [...Object.keys(PROBLEMS), 'unforeseen', 'no_key', 'too_often', 'wrong_type', 'other_origin'].toSorted(),
    },
    detail: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    request_id: { type: 'string' },
  },
};
