'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { join } = require('node:path');
const { step } = require('./step.cjs');
const { ROOT, pinnedNode, withPath } = require('./pinned.cjs');

/** What the built app is made of. */
const SOURCES = ['src', 'static', 'messages', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const BUILDS = join(ROOT, '.cache', 'build');
const LOCK = join(ROOT, '.cache', 'building');
const KEEP = 3;

/**
 * The web app as built from the sources as they are now; builds it when there is none. Each state of the sources has a folder of its
 * own, so that a build never takes the files from under a server that runs.
 * @returns {Promise<string>} its folder
 */
async function build() {
  const folder = join(BUILDS, fingerprint());
  if (fs.existsSync(folder)) return touched(folder);
  const done = step('Giao diện / Web app');
  await locked(() => {
    if (!fs.existsSync(folder)) make(folder);
  });
  removeOld();
  done();
  return folder;
}

/** A hash of names and contents; tests are not part of what is served. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder).sort()) {
    if (/\.test\.ts$/.test(path)) continue;
    hash
      .update(path)
      .update('\0')
      .update(fs.readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path) {
  const stat = fs.statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return fs.readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

function make(folder) {
  const args = [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'];
  const env = { ...withPath(), NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(pinnedNode(), args, { cwd: ROOT, env, encoding: 'utf8' });
  if (status !== 0) throw Object.assign(new Error(`vite build\n${stdout}${stderr}`), { plain: true });
  fs.mkdirSync(BUILDS, { recursive: true });
  fs.renameSync(join(ROOT, 'build'), folder);
}

/** One at a time: they would write into the same folder. A lock whose holder is dead is nobody's. */
async function locked(work) {
  fs.mkdirSync(join(ROOT, '.cache'), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (holderIsDead()) fs.rmSync(LOCK, { force: true });
      else await new Promise((later) => setTimeout(later, 200));
    }
  }
  try {
    work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
}

function holderIsDead() {
  try {
    process.kill(Number(fs.readFileSync(LOCK, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function removeOld() {
  const age = (name) => -fs.statSync(join(BUILDS, name)).mtimeMs;
  const builds = fs.readdirSync(BUILDS).sort((a, b) => age(a) - age(b));
  for (const name of builds.slice(KEEP)) fs.rmSync(join(BUILDS, name), { recursive: true });
}

function touched(folder) {
  fs.utimesSync(folder, new Date(), new Date());
  return folder;
}

module.exports = { build };
