import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { typesOf } from './codegen.server.ts';
import { test } from './testing.server.ts';

test('types.ts says what the migrated database is: npm run types writes it', async ({ copy }) => {
  expect(await typesOf(copy.db)).toBe(readFileSync(new URL('types.ts', import.meta.url), 'utf8'));
});
