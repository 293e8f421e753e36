import { execute, type Command } from '#core/command.server.ts';
import { Problem } from '#core/problem.ts';
import { schemaOf } from '#core/schema.ts';
import { COMMANDS } from '#features/all.server.ts';
import { answering, given, refuse } from '../../answers.server.ts';
import { fileOf, fromAddress, fromBody } from '../../given.ts';
import { isOffered } from '../../openapi.ts';
import type { RequestEvent, RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  answering(event, async () => {
    const command = COMMANDS.get(event.params.name);
    if (!command || !isOffered(command)) return refuse(event, 'no_such');
    if (isForeign(event)) return refuse(event, 'other_origin');
    const key = event.request.headers.get('idempotency-key') ?? '';
    if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key)) return refuse(event, 'no_key');
    const input = await inputOf(event, command);
    if (input === WRONG_TYPE) return refuse(event, 'wrong_type');
    const { house, actor } = event.locals;
    return given(await execute(house, command, input, { actor, key: key.toLowerCase() }));
  });

const WRONG_TYPE = Symbol('wrong type');

/** JSON, or the bytes of the one file it takes with all else in the address. @throws Problem bad_input */
async function inputOf({ request, url }: RequestEvent, { input }: Command): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const schema = schemaOf(input);
  const file = fileOf(schema);
  if (file && type === 'application/octet-stream')
    return { ...fromAddress(url.searchParams, schema), [file]: new Uint8Array(await request.arrayBuffer()) };
  if (type !== 'application/json') return WRONG_TYPE;
  try {
    return fromBody(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer())), schema);
  } catch (error) {
    throw new Problem('bad_input', { fields: [{ path: '', message: 'api.no_json' }] }, error);
  }
}

/** A session's cookie comes along from wherever a page sends it; a key does not. */
function isForeign({ locals, request, url }: RequestEvent): boolean {
  if (locals.actor.kind !== 'person' || locals.actor.key) return false;
  const origin = request.headers.get('origin');
  return origin !== null && origin !== url.origin;
}
