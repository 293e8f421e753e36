/** An office for tests: the real programs on a data folder of their own, and people who write until they are told that it is kept. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { stopServer } from '#db/embedded_process.server.ts';

export const SOURCES = join(import.meta.dirname, '..');
const source = (path: string) => JSON.stringify(pathToFileURL(join(SOURCES, path)).href);

/** In place of the web app: runs the command it is sent. What it answers was committed. */
const HANDLER = `
import { execute } from ${source('core/command.server.ts')};
import { COMMANDS } from ${source('features/all.server.ts')};
export async function handler(req, res) {
  try {
    const { command, input, key, text } = JSON.parse(Buffer.concat(await req.toArray()).toString());
    const whole = text === undefined ? input : { ...input, content: new TextEncoder().encode(text) };
    const { house } = globalThis[Symbol.for('cotmoc.house')];
    res.end(JSON.stringify(await execute(house, COMMANDS.get(command), whole, { actor: { kind: 'operator' }, key })));
  } catch (error) {
    res.statusCode = 500;
    res.end(String(error));
  }
}`;

/** A change that somebody was told is kept, and when. */
export interface Acknowledged {
  command: 'unit.add' | 'plan.import';
  /** Code of the unit, or the text that was brought. */
  what: string;
  id: string;
  at: Date;
}

export interface Office {
  home: string;
  data: string;
  /** Of its programs. */
  env: NodeJS.ProcessEnv;
  /** The newest of each that was started. */
  programs: { server?: ChildProcess; worker?: ChildProcess };
  startServer(env?: Record<string, string>): Promise<void>;
  /** As Ctrl-C does. */
  stopServer(): Promise<void>;
  startWorker(): void;
  databasePid(): number;
  /** Somebody who writes one change after the other until told to stop; each again with the same key until it is acknowledged. */
  writer(name: string, acknowledged: Acknowledged[]): { stop(): Promise<void> };
  cotmoc(words: string[], env?: Record<string, string>): Promise<Said>;
  /** The same, not waited for. */
  start(words: string[]): ChildProcess;
  close(): Promise<void>;
}

export interface Said {
  code: number | null;
  out: string;
  err: string;
}

export function office(): Office {
  const home = mkdtempSync(join(tmpdir(), 'cotmoc-office-'));
  const [data, build] = [join(home, 'data'), join(home, 'build')];
  mkdirSync(build);
  writeFileSync(join(build, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(build, 'handler.js'), HANDLER);
  const { DATABASE_URL: _, COTMOC_WAL_ARCHIVE: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_COMPILE_CACHE: join(tmpdir(), 'cotmoc-compiled'),
    COTMOC_DATA: data,
    COTMOC_BUILD: build,
    COTMOC_LOG: 'fatal',
    LANG: 'en_US.UTF-8',
    LC_ALL: 'en_US.UTF-8',
  };
  const run = (program: string, words: string[], more: Record<string, string> = {}) =>
    spawn(process.execPath, [join(SOURCES, program), ...words], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let address = '';
  const it: Office = {
    home,
    data,
    env,
    programs: {},
    async startServer(more) {
      const child = run('server.ts', ['--port', '0'], more);
      it.programs.server = child;
      address = await addressOf(child);
    },
    async stopServer() {
      const { server } = it.programs;
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGINT');
      await once(server, 'exit');
    },
    startWorker() {
      it.programs.worker = run('worker.ts', []);
    },
    databasePid: () => Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    writer: (name, acknowledged) => writer(name, acknowledged, (change) => send(address, change)),
    cotmoc: (words, more) => said(run('cli.ts', words, more)),
    start: (words) => run('cli.ts', words),
    async close() {
      for (const program of Object.values(it.programs)) program.kill('SIGKILL');
      await stopServer(join(data, 'postgres'));
      rmSync(home, { recursive: true, force: true });
    },
  };
  return it;
}

async function said(child: ChildProcess): Promise<Said> {
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => (out += String(chunk)));
  child.stderr!.on('data', (chunk) => (err += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let [out, err] = ['', ''];
  child.stderr!.on('data', (chunk) => (err += String(chunk)));
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      out += String(chunk);
      const found = /→ (http\S+)/.exec(out);
      if (found) resolve(found[1]!);
    });
    child.once('exit', () => reject(new Error(`the server ended before it was ready: ${out}${err}`)));
  });
}

interface Change {
  command: Acknowledged['command'];
  input: object;
  key: string;
  text?: string;
}

function writer(name: string, acknowledged: Acknowledged[], sendIt: (change: Change) => Promise<{ id: string } | null>) {
  let going = true;
  const work = async () => {
    for (let n = 0; going; n++) {
      const what = n % 8 === 7 ? `KẾ HOẠCH ${name} ${n}\n\n1. Sở Ngoại vụ chủ trì.\n` : `${name}-${n}`;
      const change = n % 8 === 7 ? bring(what) : unit(what);
      let answer = await sendIt(change);
      for (; answer === null && going; answer = await sendIt(change)) await sleep(20);
      if (answer) acknowledged.push({ command: change.command, what, id: answer.id, at: new Date() });
    }
  };
  const done = work();
  return {
    async stop() {
      going = false;
      await done;
    },
  };
}

const unit = (code: string): Change => ({
  command: 'unit.add',
  input: { code, kind: 'department', names: { vi: `Sở ${code}` }, valid_from: '2026-01-01' },
  key: randomUUID(),
});
const bring = (text: string): Change => ({ command: 'plan.import', input: { name: 'kh.txt' }, text, key: randomUUID() });

/** Null when nobody answered, or not with what was asked for: then it may or may not have happened. */
async function send(address: string, change: Change): Promise<{ id: string } | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(change) });
    return answer.ok ? ((await answer.json()) as { id: string }) : null;
  } catch {
    return null;
  }
}
