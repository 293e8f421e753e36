/** One folder of the PostgreSQL that comes with the program: making it, and what one must know to reach its server. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountFor, hand, type Account } from './embedded_account.server.ts';
import { alive, linkLibraries, run, startServer, WINDOWS, type Attempt } from './embedded_process.server.ts';
import { CannotStart } from './cannot_start.ts';
import { archiveSettings } from './wal_archive.server.ts';

export interface Cluster {
  /** The server's own folder, `postgres` in the data folder. */
  pgdata: string;
  /** For a pg client. `host` is the folder of the socket, or 127.0.0.1 on systems without sockets. */
  address: { host: string; port: number; user: string; password: string };
  /** Made anew when a cluster is made or restored: the write-ahead logs of two lives never mix. */
  life: string;
  /** @param more settings for this time only */
  start(more?: Record<string, string>): Attempt;
  /** The line for a server that does not start: what it said, and what to do. */
  notRunning(said: string): CannotStart;
}

/** The cluster in a data folder, made when there is none (0.8 s). `durable: false`, for tests, does not wait for the disk. */
export async function cluster(folder: string, durable: boolean): Promise<Cluster> {
  const pgdata = join(folder, 'postgres');
  linkLibraries();
  const account = accountFor(pgdata);
  if (account.uid !== undefined) chmodSync(folder, 0o711);
  if (!existsSync(pgdata)) await make(pgdata, account, durable);
  hand(pgdata, account);
  sameMajor(pgdata);
  const { password, port, life } = secretsOf(pgdata);
  const archive = archiveSettings(life, account);
  const address = { host: WINDOWS ? '127.0.0.1' : socketFolder(pgdata, account), port, user: SUPERUSER, password };
  return {
    pgdata,
    address,
    life,
    start: (more) => startServer(pgdata, account, { ...settings(address, durable), ...archive, ...more }),
    notRunning: (said) => notRunning(account, said),
  };
}

/** A restored cluster is another one from now on: its port must be free here, and what it logs is not the log of the first. */
export async function beginLife(pgdata: string): Promise<void> {
  const { password } = secretsOf(pgdata);
  writeFileSync(join(pgdata, SECRETS), JSON.stringify(await secrets(password)), { mode: 0o600 });
}

const SUPERUSER = 'cotmoc';
const SECRETS = 'cotmoc.json';
export const MAJOR = '18';
/** A socket's path has a place of 104 to 108 bytes in the kernel. */
const SOCKET_FOLDER_BYTES = 85;

const settings = ({ host, port }: Cluster['address'], durable: boolean) => ({
  port,
  listen_addresses: WINDOWS ? host : '',
  // A list: a comma in the folder's name would end it there.
  unix_socket_directories: WINDOWS ? '' : `"${host.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
});

interface Secrets {
  password: string;
  port: number;
  life: string;
}

async function secrets(password: string): Promise<Secrets> {
  return { password, port: WINDOWS ? await freePort() : 5432, life: randomUUID() };
}

function secretsOf(pgdata: string): Secrets {
  return JSON.parse(readFileSync(join(pgdata, SECRETS), 'utf8')) as Secrets;
}

/** Made aside and then renamed: of two that start at once one wins, and one that was killed leaves nothing half made. */
async function make(pgdata: string, account: Account, durable: boolean) {
  sweep(pgdata);
  const aside = `${pgdata}.new-${process.pid}`;
  const passwordFile = `${aside}-password`;
  const password = randomBytes(24).toString('base64url');
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  hand(aside, account);
  hand(passwordFile, account);
  const admission = ['--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  // The builtin locale sorts and folds the same on every system and after every upgrade of it; people's order is vi-x-icu.
  const text = ['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'];
  await initdb(['-D', aside, ...admission, ...text, ...(durable ? [] : ['--no-sync'])], account);
  rmSync(passwordFile);
  writeFileSync(join(aside, SECRETS), JSON.stringify(await secrets(password)), { mode: 0o600 });
  try {
    renameSync(aside, pgdata);
  } catch (error) {
    rmSync(aside, { recursive: true });
    if (!existsSync(pgdata)) throw error;
  }
}

/** What others left behind who were killed while making. */
function sweep(pgdata: string) {
  const folder = join(pgdata, '..');
  for (const name of readdirSync(folder)) {
    const [, pid] = /^postgres\.new-(\d+)/.exec(name) ?? [];
    if (pid && (Number(pid) === process.pid || !alive(Number(pid)))) rmSync(join(folder, name), { recursive: true });
  }
}

async function initdb(args: readonly string[], account: Account) {
  const child = run('initdb', args, account, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve((said = error.message)));
    child.once('close', resolve);
  });
  if (code !== 0) throw notRunning(account, said);
}

function notRunning({ uid, through }: Account, words: string): CannotStart {
  const said = words.trim().split('\n').slice(-3).join(' · ');
  const asRoot = uid !== undefined || through.length > 0;
  return new CannotStart(
    `Cơ sở dữ liệu kèm theo không chạy được (${said})${asRoot ? '; hãy chạy bằng tài khoản thường hoặc đặt DATABASE_URL' : ''}`,
    `The embedded database does not run (${said})${asRoot ? '; run as an ordinary user or set DATABASE_URL' : ''}`,
  );
}

function sameMajor(pgdata: string) {
  const version = readFileSync(join(pgdata, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new CannotStart(
    `Dữ liệu trong ${pgdata} thuộc PostgreSQL ${version}, chương trình này mang theo PostgreSQL ${MAJOR}`,
    `The data in ${pgdata} is of PostgreSQL ${version}, this program brings PostgreSQL ${MAJOR}`,
  );
}

function socketFolder(pgdata: string, account: Account): string {
  if (Buffer.byteLength(pgdata) <= SOCKET_FOLDER_BYTES) return pgdata;
  const short = join(tmpdir(), `cotmoc-${createHash('sha256').update(pgdata).digest('hex').slice(0, 16)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  // The temporary folder is everybody's: somebody else may have been there first.
  const { uid, mode } = statSync(short);
  if ((uid !== process.getuid?.() && uid !== account.uid) || (mode & 0o077) !== 0) {
    throw new CannotStart(`${short} mở cho tài khoản khác`, `${short} is open to other accounts`);
  }
  hand(short, account);
  return short;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
