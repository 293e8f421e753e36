/** The public portal as a folder of files: `portal/current` names the generation that is served, and changes in one write. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';

export const PORTAL_PATH = '/cong';
const LOOK_EVERY_MS = 1000;

/** Serves what lies below /cong in the folder's current generation; calls `next` for everything else. */
export function portal(folder: string): RequestHandler {
  let generation: string | null = null;
  let files: RequestHandler | null = null;
  let looked = -Infinity;

  const look = () => {
    looked = performance.now();
    const now = current(folder);
    if (now === generation) return;
    generation = now;
    // It reads the list of files once: a new generation wants a new one.
    files = now ? sirv(join(folder, now), { etag: true, gzip: true, brotli: true, extensions: ['html'] }) : null;
  };

  return (req, res, next) => {
    const url = req.url ?? '';
    if (!url.startsWith(`${PORTAL_PATH}/`) || (req.method !== 'GET' && req.method !== 'HEAD')) return void next?.();
    if (performance.now() - looked > LOOK_EVERY_MS) look();
    if (!files) return void next?.();
    req.url = url.slice(PORTAL_PATH.length);
    files(req, res, () => {
      req.url = url;
      return next?.();
    });
  };
}

function current(folder: string): string | null {
  const file = join(folder, 'current');
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  const name = readFileSync(file, 'utf8').trim();
  return /^[\w-]+$/.test(name) ? name : null;
}
