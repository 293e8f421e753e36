import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { languageFor } from '../answers.server.ts';
import { openapi } from '../openapi.ts';
import type { RequestHandler } from './$types';
import packageJson from '../../../../package.json' with { type: 'json' };

/** Open to all: it says what the source says, which is open too. */
export const GET: RequestHandler = (event) =>
  Response.json(openapi(languageFor(event), packageJson.version, [...COMMANDS.values(), ...QUERIES.values()]), {
    headers: { 'cache-control': 'no-cache', vary: 'cookie, accept-language' },
  });
