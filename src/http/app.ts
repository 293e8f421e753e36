/** The web app behind our server: as built, or straight from its sources while somebody works on it. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOCUMENT_LIMIT_BYTES } from './bodies.ts';
import { ADDRESS_HEADER, HOST_HEADER, PROTOCOL_HEADER } from './standing.ts';

export type App = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;

/** @param folder what `vite build` made */
export async function builtApp(folder: string): Promise<App> {
  // The adapter reads these when it is loaded. The headers are ours: see standing.ts.
  Object.assign(process.env, {
    ADDRESS_HEADER,
    HOST_HEADER,
    PROTOCOL_HEADER,
    PORT_HEADER: '',
    BODY_SIZE_LIMIT: String(DOCUMENT_LIMIT_BYTES),
  });
  const { handler } = (await import(pathToFileURL(join(folder, 'handler.js')).href)) as { handler: App };
  return handler;
}

/** Changes in the sources show at once, by way of a web socket on the same server: the pages' policy allows no other. */
export async function devApp(server: Server): Promise<{ app: App; close: () => Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  return { app: vite.middlewares, close: () => vite.close() };
}
