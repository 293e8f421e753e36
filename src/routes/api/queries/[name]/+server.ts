import { ask } from '#core/command.server.ts';
import { schemaOf } from '#core/schema.ts';
import { QUERIES } from '#features/all.server.ts';
import { answering, given, refuse } from '../../answers.server.ts';
import { fromAddress } from '../../given.ts';
import { isOffered } from '../../openapi.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answering(event, async () => {
    const query = QUERIES.get(event.params.name);
    if (!query || !isOffered(query)) return refuse(event, 'no_such');
    const { house, actor } = event.locals;
    return given(await ask(house, query, fromAddress(event.url.searchParams, schemaOf(query.input)), actor));
  });
