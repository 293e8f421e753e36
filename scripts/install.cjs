'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { step } = require('./step.cjs');
const { ROOT, withPath } = require('./pinned.cjs');

/**
 * Install from the lock when node_modules is not what the lock says.
 * @param {'run' | 'all'} packages what running needs, or also what developing needs
 */
function install(packages) {
  if (installed(packages)) return;
  const done = step('Thư viện / Packages');
  // Who has developed here keeps his tools.
  const all = packages === 'all' || existsSync(join(ROOT, 'node_modules', 'vitest'));
  const args = ['ci', all ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, env: withPath(), stdio: ['ignore', 'ignore', 'inherit'] };
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) {
    throw Object.assign(new Error('Cài thư viện không thành công (npm ci) / Packages could not be installed (npm ci)'), {
      plain: true,
    });
  }
  done();
}

/** Compares what npm noted of its last installation with the lock: 5 ms, and right also after a hand-made `npm install`. */
function installed(packages, root = ROOT) {
  const wanted = read(root, 'package-lock.json');
  const present = read(root, join('node_modules', '.package-lock.json'));
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = present[path];
    if (there) return there.version === entry.version && there.integrity === entry.integrity && existsSync(join(root, path));
    // Of another platform, or for developing only.
    return Boolean(entry.optional || entry.devOptional || entry.peer || (packages === 'run' && entry.dev));
  });
}

function read(root, path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

module.exports = { install, installed };
