/** A real browser: Chromium from the PATH if there is one, else the one that lies inside an npm package. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** None of the package's own switches: they turn web security off, and with it what we want to see held. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
];

export async function openBrowser(): Promise<Browser> {
  const { path, env } = onPath() ?? (await packed());
  return chromium.launch({ executablePath: path, args: SWITCHES, env: { ...process.env, ...env } as Record<string, string> });
}

interface Found {
  path: string;
  env: Record<string, string>;
}

function onPath(): Found | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
  const path = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, env: {} };
}

/**
 * Unpack the packaged browser into a folder of its own, named by version: the package itself takes whatever lies in the temporary folder,
 * also another version. Unpacked aside and moved in one step, so that a run that was cut off leaves nothing half.
 */
async function packed(): Promise<Found> {
  const require = createRequire(import.meta.url);
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `cotmoc-chromium-${version}`);
  if (!existsSync(folder)) {
    const aside = mkdtempSync(join(tmpdir(), 'cotmoc-chromium-'));
    const unpack = `
      const { inflate } = await import('@sparticuz/chromium');
      for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(${JSON.stringify(join(home, 'bin'))} + '/' + part);`;
    execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: aside },
    });
    try {
      renameSync(aside, folder);
    } catch {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  mkdirSync(join(folder, 'home'), { recursive: true });
  // The package's own list of font folders names none of ours, and a page with a button ends a browser that finds no font at all.
  const fonts = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(fonts, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`);
  const path = join(folder, 'chromium');
  const bare = { HOME: join(folder, 'home'), FONTCONFIG_FILE: fonts };
  // A server's machine often lacks the libraries a browser wants; the package brings them.
  const withLibraries = { ...bare, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return { path, env: starts(path, bare) ? bare : withLibraries };
}

function starts(path: string, env: Record<string, string>): boolean {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0;
}
