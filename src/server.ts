/** `npm start`: opens the house, brings its schema up to date, serves the web app and runs the jobs, until it is asked to end. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { link as linkEvents } from '#core/chain.server.ts';
import { execute, type House } from '#core/command.server.ts';
import { isProblem } from '#core/problem.ts';
import { CannotStart } from '#db/cannot_start.ts';
import { openDatabase } from '#db/connect.server.ts';
import { dataFolder } from '#db/data_folder.server.ts';
import { CLOCK, jobsOf } from '#features/all.server.ts';
import { load } from '#features/demo/commands.server.ts';
import { invite } from '#features/people/commands.server.ts';
import { signIn, type SignIn } from '#features/people/sign_in.server.ts';
import { bringUpToDate, furnish, moveIn } from '#house.server.ts';
import { builtApp, devApp } from '#http/app.ts';
import { drain, front } from '#http/front.ts';
import { listen } from '#http/listen.ts';
import { portal } from '#http/portal.ts';
import { live, stepper, type OnEnd } from '#http/process.ts';
import { readSettings } from '#http/settings.ts';
import { clock } from '#ports/clock.ts';
import { AT_ONCE, work } from '#ports/jobs.server.ts';
import { openLog } from '#ports/log.ts';
import { secretOf } from '#ports/secret.server.ts';
import packageJson from '../package.json' with { type: 'json' };

const OPTIONS = {
  port: { type: 'string' },
  demo: { type: 'boolean' },
  /** The day that the demonstration shows. */
  clock: { type: 'string' },
  dev: { type: 'boolean' },
} as const;

await live(async (onEnd) => {
  const given = options();
  const settings = readSettings(process.env, given.port);
  const step = stepper();
  const log = openLog();
  const folder = dataFolder();

  const database = await openDatabase((error, what) => log.error({ err: error }, what));
  onEnd(() => database.close());
  const rival = await database.serve(`${settings.tls ? 'https' : 'http'}://localhost:${settings.port} (pid ${process.pid})`);
  if (rival)
    throw new CannotStart(`Cột Mốc đang chạy với thư mục ${folder}: ${rival}`, `Cột Mốc already runs on this folder: ${rival}`);
  step('Cơ sở dữ liệu / Database');

  const { backup, ran } = await bringUpToDate(database);
  if (backup) step(`Sao lưu trước khi nâng cấp / Backup before migrating: ${backup}`);
  if (ran.length > 0) step(`Lược đồ / Schema: ${ran.at(-1)}`);

  const house = furnish(database, folder, clock(given.clock));
  // Work that waits for a thread may have a transaction open: the database does not close before that has ended.
  onEnd(() => house.threads.close());
  // What an earlier server wrote and was killed before it had linked it.
  await linkEvents(house.db).catch((error: unknown) => log.error({ err: error }, 'events wait for their links'));
  moveIn({ house, log, signIn: signInPerProtocol(house, secretOf(folder)) });
  if (given.demo) await loadDemo(house, step);

  const ready = readiness(database.pool);
  const handed = { settings, portal: portal(join(folder, 'portal')), ready, version: packageJson.version, log };
  const server = front({ ...handed, app: (req, res, next) => app(req, res, next) });
  const app = given.dev ? await dev(server, onEnd) : await builtApp(built());
  const addresses = await listen(server, settings);
  onEnd(() => drain(server, 3000));

  const pool = database.openPool(AT_ONCE + 2);
  onEnd(() => pool.end());
  const jobs = await work(pool, jobsOf(house), log, CLOCK);
  onEnd(() => jobs.stop());
  const link = await execute(house, invite, {}, { actor: { kind: 'operator' } });
  step('Máy chủ / Server');

  const first = link ? `\n→ Người quản trị đầu tiên / First administrator: ${addresses[0]}/start?token=${link.token}` : '';
  console.log(`→ ${addresses.join('  ')}${first}`);
});

function options() {
  try {
    const given = parseArgs({ options: OPTIONS }).values;
    // What is recorded under another day is worth nothing to an office.
    if (!given.clock || given.demo) return given;
  } catch (error) {
    throw new CannotStart(
      'Chỉ hiểu --port SỐ, --demo, --clock NGÀY',
      'Only --port NUMBER, --demo and --clock DAY are understood',
      error,
    );
  }
  throw new CannotStart('--clock chỉ đi cùng --demo', '--clock is for a demonstration: give --demo too');
}

/** Told by the bootstrap, which builds when sources have changed. */
function built(): string {
  const folder = process.env['COTMOC_BUILD'];
  if (!folder) throw new CannotStart('Hãy chạy bằng npm start', 'Start with npm start');
  return folder;
}

/** The sign-in for http and the one for https differ in their cookies; each is made when first asked for. */
function signInPerProtocol(house: House, secret: string): (protocol: string) => SignIn {
  const made = new Map<string, SignIn>();
  return (protocol) => {
    const name = protocol === 'https:' ? 'https' : 'http';
    return made.get(name) ?? made.set(name, signIn(house.db, secret, name)).get(name)!;
  };
}

async function loadDemo(house: House, step: (words: string) => void) {
  try {
    await execute(house, load, {}, { actor: { kind: 'operator' } });
  } catch (error) {
    // It stands there since an earlier start.
    if (!(isProblem(error) && error.code === 'demo_loaded')) throw error;
  }
  step('Dữ liệu trình diễn / Demonstration');
}

async function dev(server: Server, onEnd: OnEnd) {
  const { app, close } = await devApp(server);
  onEnd(close);
  return app;
}

/** The schema was brought up to date before anybody could ask: what can still be wrong is that the database does not answer. */
function readiness(pool: Pool): () => Promise<string | null> {
  const late = () => new Promise<string>((resolve) => setTimeout(resolve, 2000, 'database').unref());
  return () =>
    Promise.race([
      pool.query('select 1').then(
        () => null,
        () => 'database',
      ),
      late(),
    ]);
}
