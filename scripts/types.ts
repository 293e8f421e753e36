/** `npm run types`: writes src/db/types.ts anew from the migrations, by way of a database that lives only for that. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typesOf } from '../src/db/codegen.server.ts';
import { kysely, openPool } from '../src/db/connect.server.ts';
import { joinEmbedded } from '../src/db/embedded.server.ts';
import { migrate, sources } from '../src/db/migrate.server.ts';
import { FEATURES } from '../src/features/all.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotmoc-types-'));
const server = await joinEmbedded(folder, { durable: false, onLost: () => {} });
const pool = openPool(server.address, () => {}, 4);
try {
  await migrate(pool, sources(FEATURES));
  writeFileSync(new URL('../src/db/types.ts', import.meta.url), await typesOf(kysely(pool)));
} finally {
  await pool.end();
  await server.leave();
  rmSync(folder, { recursive: true });
}
