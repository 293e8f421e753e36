/** kill -9 at any moment, under writes. `npm run fuzz` goes on for 100 rounds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { alive } from '#db/embedded_process.server.ts';
import { kept } from './kept.testing.ts';
import { office, type Acknowledged } from './office.testing.ts';

const ROUNDS = process.env['COTMOC_FUZZ_RUNS'] ? 100 : 8;
const VICTIMS = ['server', 'database', 'worker', 'all at once'] as const;

const house = office();
afterAll(() => house.close());

it(
  `IV.0: keeps every acknowledged change once, and nothing half, through ${ROUNDS} rounds of kill -9`,
  { timeout: ROUNDS * 60_000 },
  async () => {
    const acknowledged: Acknowledged[] = [];
    await house.startServer();
    house.startWorker();
    const writers = ['a', 'b', 'c'].map((name) => house.writer(name, acknowledged));
    for (let round = 0; round < ROUNDS; round++) {
      const victim = VICTIMS[round % VICTIMS.length]!;
      await sleep(Math.random() * 150);
      if (victim === 'worker' || victim === 'all at once') house.programs.worker!.kill('SIGKILL');
      if (victim === 'server' || victim === 'all at once') house.programs.server!.kill('SIGKILL');
      if (victim === 'database' || victim === 'all at once') process.kill(house.databasePid(), 'SIGKILL');
      const before = acknowledged.length;
      if (victim === 'server' || victim === 'all at once') await house.startServer();
      if (victim === 'worker' || victim === 'all at once') house.startWorker();
      // People get on with their work after each of them.
      await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before + 8);
    }
    expect(alive(house.programs.worker!.pid!)).toBe(true);
    await Promise.all(writers.map((writer) => writer.stop()));
    for (const program of Object.values(house.programs)) program.kill('SIGKILL');
    process.kill(house.databasePid(), 'SIGKILL');
    const { lost, half, units, readings } = await kept(house.data, acknowledged);
    expect({ lost, half }).toEqual({ lost: [], half: [] });
    // Exit code 0: the chain over the record is whole as well.
    expect(await house.cotmoc(['audit.verify'])).toMatchObject({ code: 0, err: '' });
    expect(units + readings).toBeGreaterThanOrEqual(acknowledged.length);
    console.log(`${ROUNDS} rounds, ${acknowledged.length} acknowledged changes, ${units} units, ${readings} readings`);
  },
);
