/** Our http server: settles who asks, answers for its own health, serves the portal's files, and hands the rest to the web app. */
import { randomUUID } from 'node:crypto';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Logger } from 'pino';
import type { RequestHandler } from 'sirv';
import type { App } from './app.ts';
import { refuseBody } from './bodies.ts';
import { compress } from './compress.ts';
import { PORTAL_PATH } from './portal.ts';
import { inOurWords } from './refusals.ts';
import type { Settings } from './settings.ts';
import { PROTOCOL_HEADER, standing, write } from './standing.ts';

export interface Front {
  settings: Settings;
  app: App;
  portal: RequestHandler;
  /** Whether the database answers with the schema of this program; what is wrong when it does not. */
  ready: () => Promise<string | null>;
  version: string;
  log: Logger;
}

/** The server, not yet listening. */
export function front({ settings, app, portal, ready, version, log }: Front): Server {
  const listener: RequestListener = (req, res) => {
    const id = randomUUID();
    const who = standing(req.headers, req.socket.remoteAddress, (req.socket as TLSSocket).encrypted === true, settings);
    note(log, req, res, id, who?.address ?? req.socket.remoteAddress);
    res.setHeader('x-request-id', id);
    if (!who) return say(res, 400, 'Yêu cầu không nêu đúng máy chủ. / The request does not name a host.');
    write(req.headers, who, id);
    protect(req, res, settings);

    const path = (req.url ?? '').split('?', 1)[0];
    if (path === '/healthz') return json(res, 200, { status: 'ok', version });
    if (path === '/readyz') return void ready().then((wrong) => json(res, wrong ? 503 : 200, { status: wrong ?? 'ok' }));
    if (refuseBody(req, res)) return;
    portal(req, res, () => {
      compress(req, res, () => {
        inOurWords(req, res);
        app(req, res, () => say(res, 404, 'Không có trang này. / There is no such page.'));
      });
    });
  };
  // A post at the end of a slow line needs half an hour for 100 MB; a client that sends no headers still has only one minute.
  const options = { requestTimeout: 30 * 60_000, headersTimeout: 60_000 };
  return settings.tls ? createHttps({ ...options, ...settings.tls }, listener) : createHttp(options, listener);
}

/** Take no more requests, wait for those in hand, and cut off what is not done after `patience` ms. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  // A connection kept alive is in use at the moment of closing, and idle a moment later.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const end = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweeping);
  clearTimeout(end);
}

function note(log: Logger, req: IncomingMessage, res: ServerResponse, request: string, address: string | undefined) {
  const begun = performance.now();
  // Without the query: the one-time link carries its secret there.
  const path = (req.url ?? '').split('?', 1)[0];
  res.once('close', () => {
    const level = path === '/healthz' || path === '/readyz' ? 'debug' : 'info';
    const status = res.writableFinished ? res.statusCode : 499;
    log[level]({ request, method: req.method, path, status, ms: Math.round(performance.now() - begun), address }, 'request');
  });
}

/** What belongs to every answer; the policy for content is the web app's. */
function protect(req: IncomingMessage, res: ServerResponse, { publicUrl }: Settings) {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'same-origin');
  res.setHeader('cross-origin-opener-policy', 'same-origin');
  // Other portals may show pages of ours in theirs; nobody may show the office.
  if (!req.url?.startsWith(`${PORTAL_PATH}/`)) {
    res.setHeader('x-frame-options', 'DENY');
    res.setHeader('cross-origin-resource-policy', 'same-origin');
  }
  if (publicUrl?.protocol === 'https:' && req.headers[PROTOCOL_HEADER] === 'https') {
    res.setHeader('strict-transport-security', 'max-age=31536000');
  }
}

function say(res: ServerResponse, status: number, words: string) {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

function json(res: ServerResponse, status: number, body: object) {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
