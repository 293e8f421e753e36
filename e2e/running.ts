/** A house that runs as an office would run it: its own process, its own empty data folder. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const PASSWORD = 'một câu dài dễ nhớ';

export interface Running {
  /** "http://localhost:40123" */
  address: string;
  /** The one-time link for the first administrator; "" when there is one. */
  link: string;
  /** Its data. */
  folder: string;
  /** Run `cotmoc` beside it. */
  cotmoc(...words: string[]): Promise<string>;
  /** End it and start it anew on the same data, with other words. */
  again(...words: string[]): Promise<void>;
  /** End it; its data stay. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** @param words further words for the server, such as "--demo" */
export function startHouse(...words: string[]): Promise<Running> {
  return startOn(mkdtempSync(join(tmpdir(), 'cotmoc-e2e-')), ...words);
}

/** On data that are there. */
export async function startOn(folder: string, ...words: string[]): Promise<Running> {
  const env = envOn(folder);
  let server = await serve(env, words);
  const it: Running = {
    address: server.address,
    link: server.link,
    folder,
    cotmoc: (...words) => cotmocOn(folder, ...words),
    async again(...words) {
      await server.end();
      server = await serve(env, words);
      it.address = server.address;
    },
    end: () => server.end(),
    async stop() {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return it;
}

/** Run `cotmoc` on a folder where no server need run. */
export const cotmocOn = (folder: string, ...words: string[]): Promise<string> => output(['src/cli.ts', ...words], envOn(folder));

const envOn = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  COTMOC_DATA: folder,
  COTMOC_LOG: 'warn',
  DATABASE_URL: '',
});

async function serve(env: NodeJS.ProcessEnv, words: string[]) {
  const server = spawn(process.execPath, ['src/server.ts', '--port', '0', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const end = () => (server.kill('SIGINT'), ended);
  return { end, ...(await printed(server.stdout, ended)) };
}

async function printed(lines: NodeJS.ReadableStream, ended: Promise<void>): Promise<{ address: string; link: string }> {
  let text = '';
  const found = new Promise<{ address: string; link: string }>((resolve) => {
    lines.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      // The line of the link, if there is one, comes with that of the address.
      const ready = /→ (http:\/\/localhost:\d+).*\n(?:→ .*(http\S+token=\S+))?/.exec(text);
      if (ready) resolve({ address: ready[1] as string, link: ready[2] ?? '' });
    });
  });
  const gone = ended.then(() => Promise.reject(new Error(`the server ended before it was ready:\n${text}`)));
  return Promise.race([found, gone]);
}

function output(words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    program.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    program.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    program.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`cotmoc ${words.join(' ')}: ${code}\n${err}`))));
  });
}

/** Become the first administrator of a house and sign in, as its only person would. */
export async function settleIn(page: Page, { link }: Running): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị An');
  await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.waitForURL('**/sign-in**');
  await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  // Not as a pattern: the sign-in's own address ends with it too.
  await page.waitForURL((url) => url.pathname === '/plans');
}
