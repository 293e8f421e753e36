/** `npm run migrate`: brings the schema of the database up to the code, and says what ran. `npm start` does the same by itself. */
import { CannotStart } from '../src/db/cannot_start.ts';
import { openDatabase } from '../src/db/connect.server.ts';
import { migrate, sources } from '../src/db/migrate.server.ts';
import { FEATURES } from '../src/features/all.server.ts';

try {
  const database = await openDatabase((error, what) => console.error(`${what}: ${error.message}`));
  try {
    const { ran, views } = await migrate(database.pool, sources(FEATURES));
    console.log([...ran, ...(views ? ['views'] : [])].map((name) => `✓ ${name}`).join('\n') || '✓ đã mới nhất / up to date');
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof CannotStart ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
