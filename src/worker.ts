/** Only the jobs, without the web: as many of these as the work needs, on any machine that reaches the database and the files. */
import { openDatabase } from '#db/connect.server.ts';
import { CLOCK, jobsOf } from '#features/all.server.ts';
import { bringUpToDate, furnish } from '#house.server.ts';
import { live, stepper } from '#http/process.ts';
import { AT_ONCE, work } from '#ports/jobs.server.ts';
import { openLog } from '#ports/log.ts';

await live(async (onEnd) => {
  const step = stepper();
  const log = openLog();
  const database = await openDatabase((error, what) => log.error({ err: error }, what));
  onEnd(() => database.close());
  await bringUpToDate(database);
  const house = furnish(database);
  onEnd(() => house.threads.close());
  const pool = database.openPool(AT_ONCE + 2);
  onEnd(() => pool.end());
  const jobs = await work(pool, jobsOf(house), log, CLOCK);
  onEnd(() => jobs.stop());
  step('Công việc nền / Jobs');
});
