import { VERBS } from '#core/access.ts';
import { schemaOf } from '#core/schema.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { propertiesOf } from '../../api/given.ts';
import { isOffered, type Offered } from '../../api/openapi.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  commands: [...COMMANDS.values()].filter(isOffered).map(described),
  queries: [...QUERIES.values()].filter(isOffered).map(described),
});

function described({ name, verb, input }: Offered) {
  const schema = schemaOf(input);
  const required = new Set(schema.required ?? []);
  const fields = Object.keys(propertiesOf(schema)).map((field) => (required.has(field) ? `${field}*` : field));
  return { name, verb, scope: VERBS[verb].scope, fields };
}
