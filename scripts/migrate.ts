/** `npm run migrate`: brings the schema of the database up to the code, and says what ran. `npm start` does the same by itself. */
import { CannotStart } from '../src/db/cannot_start.ts';
import { openDatabase } from '../src/db/connect.server.ts';
import { bringUpToDate } from '../src/house.server.ts';

try {
  const database = await openDatabase((error, what) => console.error(`${what}: ${error.message}`));
  try {
    const { backup, ran, views } = await bringUpToDate(database);
    console.log(
      [...(backup ? [backup] : []), ...ran, ...(views ? ['views'] : [])].map((name) => `✓ ${name}`).join('\n') ||
        '✓ đã mới nhất / up to date',
    );
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof CannotStart ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
