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
  /** The one-time link for the first administrator. */
  link: string;
  /** Run `cotmoc` beside it. */
  cotmoc(...words: string[]): Promise<string>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** @param words further words for the server, such as "--demo" */
export async function startHouse(...words: string[]): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-e2e-'));
  const env = { ...process.env, COTMOC_DATA: folder, COTMOC_LOG: 'warn', DATABASE_URL: '' };
  const server = spawn(process.execPath, ['src/server.ts', '--port', '0', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const { address, link } = await printed(server.stdout, ended);
  return {
    address,
    link,
    cotmoc: (...words) => output(['src/cli.ts', ...words], env),
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function printed(lines: NodeJS.ReadableStream, ended: Promise<void>): Promise<{ address: string; link: string }> {
  let text = '';
  const found = new Promise<{ address: string; link: string }>((resolve) => {
    lines.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const link = /(http:\/\/localhost:\d+)\/start\?token=\S+/.exec(text);
      if (link) resolve({ address: link[1] as string, link: link[0] });
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
  // Not by a pattern: the address of the door ends in “?to=/plans”.
  await page.waitForURL(({ pathname }) => pathname === '/plans');
}
