import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '#core/schema.ts';
import { fromAddress, fromBody, toAddress } from './given.ts';

const input = v.object({
  words: v.optional(v.string()),
  kind: v.optional(v.picklist(['a', 'b'])),
  count: v.optional(v.number()),
  whether: v.optional(v.boolean()),
  list: v.optional(v.array(v.string())),
  names: v.optional(v.record(v.string(), v.string())),
});
const schema = schemaOf(input);

describe('an input in an address', () => {
  it('comes back as it went, whatever its words are', () => {
    const inputs = fc.record(
      {
        words: fc.string({ unit: 'grapheme' }),
        kind: fc.constantFrom('a', 'b'),
        count: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
        whether: fc.boolean(),
        list: fc.array(fc.string()),
        names: fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          fc.string(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(inputs, (given) => {
        const address = new URLSearchParams(toAddress(given, schema).toString());
        expect(fromAddress(address, schema)).toEqual({ ...given });
      }),
    );
  });

  it('that makes no sense is left for the schema to name', () => {
    const given = fromAddress(new URLSearchParams('count=twelve&list=[&surplus=1'), schema);
    expect(given).toEqual({ count: 'twelve', list: '[', surplus: '1' });
    expect(v.safeParse(input, given).success).toBe(false);
  });
});

describe('a body', () => {
  const file = schemaOf(v.object({ content: v.pipe(v.instance(Uint8Array)), name: v.string() }));

  it('brings a file as base64', () => {
    expect(fromBody({ content: 'xqHhu4E=', name: 'x' }, file)).toEqual({
      content: new Uint8Array([0xc6, 0xa1, 0xe1, 0xbb, 0x81]),
      name: 'x',
    });
  });

  it('of any other shape is left for the schema to name', () => {
    for (const body of [null, 1, [], { content: 5 }]) expect(fromBody(body, file)).toEqual(body);
  });
});
