import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { VERBS } from '#core/access.ts';
import { LANGUAGES } from '#core/text.ts';
import { COMMANDS, QUERIES } from '#features/all.server.ts';
import { openapi, pathOf } from './openapi.ts';

const all = [...COMMANDS.values(), ...QUERIES.values()];
const paths = (document: object) => Object.keys((document as { paths: object }).paths);

describe('the OpenAPI document', () => {
  it.each(LANGUAGES)('is one by the standard (3.1), in %s', async (language) => {
    const result = await new Validator().validate({ ...openapi(language, '1.0.0', all) });
    expect(result.errors ?? []).toEqual([]);
  });

  it('has one path for each command and query but those of the machine, and no other', () => {
    const offered = all.filter(({ verb }) => VERBS[verb].scope !== 'machine').map(pathOf);
    expect(paths(openapi('vi', '1.0.0', all)).toSorted()).toEqual(offered.toSorted());
    expect(offered).not.toContain('/api/commands/people.invite_founder');
  });
});
