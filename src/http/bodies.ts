/** How much a request may carry, settled from its headers alone: nothing of a body that is too large is ever kept. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie } from 'cookie';

/** Largest body of a request that brings a plan document: a file of 100 MB and what a form puts around it. */
export const DOCUMENT_LIMIT_BYTES = 110 * 1024 * 1024;

/** Of a request that brings a sheet of people: a file of 10 MB. */
const SHEET_LIMIT_BYTES = 11 * 1024 * 1024;

/** Of a request that brings a signed paper or a certificate: a file of 30 MB. */
const SIGNED_LIMIT_BYTES = 31 * 1024 * 1024;

/** Pages that take a file. */
const FILES: Record<string, { limit: number; most: string }> = {
  '/plans': { limit: DOCUMENT_LIMIT_BYTES, most: '100 MB' },
  '/people/import': { limit: SHEET_LIMIT_BYTES, most: '10 MB' },
  '/papers/[id]': { limit: SIGNED_LIMIT_BYTES, most: '30 MB' },
};

/** Of every other request: the longest form an office fills in takes a tenth of it. */
export const FORM_LIMIT_BYTES = 64 * 1024;

/** Of a program's command: what a person does page by page it may bring at once. */
const COMMAND_LIMIT_BYTES = 4 * 1024 * 1024;

const SESSIONS = ['cotmoc.session_token', '__Secure-cotmoc.session_token'];

/**
 * Answer a request whose body is not taken: 411 without a length, 413 over the limit, and the way to the sign-in page for a document from
 * somebody who has no session. Whether a session is a true one is for the app to say.
 * @returns true when it was answered
 */
export function refuseBody(req: IncomingMessage, res: ServerResponse): boolean {
  // Browsers always tell the length; what is sent piece by piece could grow without end.
  if (req.headers['transfer-encoding'] !== undefined)
    return refuse(req, res, 411, 'Yêu cầu không nêu độ dài nội dung. / The request does not tell the length of its body.');
  const length = Number(req.headers['content-length'] ?? 0);
  if (length <= FORM_LIMIT_BYTES) return false;
  const path = req.url?.split('?', 1)[0] ?? '';
  if (req.method === 'POST' && path.startsWith('/api/commands/')) return refuseCommand(req, res, path, length);
  const file = FILES[path.replace(/^(\/papers)\/[^/]+$/, '$1/[id]')];
  if (req.method !== 'POST' || !file)
    return refuse(req, res, 413, 'Nội dung gửi quá lớn: tối đa 64 KB. / The form is too large: 64 KB at most.');
  if (length > file.limit)
    return refuse(req, res, 413, `Tệp quá lớn: tối đa ${file.most}. / The file is too large: ${file.most} at most.`);
  return hasSession(req) ? false : sendToSignIn(req, res, path);
}

/** A program's: what is refused here is a problem as /api has them (RFC 9457). */
function refuseCommand(req: IncomingMessage, res: ServerResponse, path: string, length: number): boolean {
  const limit = path === '/api/commands/plan.import' ? DOCUMENT_LIMIT_BYTES : COMMAND_LIMIT_BYTES;
  if (length > limit) return refuseProblem(req, res, 413, 'too_large', 'Nội dung gửi quá lớn. / The body is too large.');
  if (hasSession(req) || req.headers.authorization !== undefined) return false;
  return refuseProblem(req, res, 401, 'not_signed_in', 'Hãy đăng nhập hoặc gửi khóa. / Sign in, or send a key.');
}

function hasSession(req: IncomingMessage): boolean {
  const cookies = parseCookie(req.headers.cookie ?? '');
  return SESSIONS.some((name) => cookies[name]);
}

function refuseProblem(req: IncomingMessage, res: ServerResponse, status: number, code: string, detail: string): true {
  finish(req);
  res.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  res.end(JSON.stringify({ type: 'about:blank', status, code, detail }));
  return true;
}

/** As the web app says it: to the page's script in its answer, to a browser in the header. */
function sendToSignIn(req: IncomingMessage, res: ServerResponse, path: string): true {
  const location = `/sign-in?to=${encodeURIComponent(path)}`;
  if (!req.headers['x-sveltekit-action']) {
    res.setHeader('location', location);
    return refuse(req, res, 303, 'Hãy đăng nhập. / Please sign in.');
  }
  finish(req);
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(JSON.stringify({ type: 'redirect', status: 303, location }));
  return true;
}

function refuse(req: IncomingMessage, res: ServerResponse, status: number, words: string): true {
  finish(req);
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
  return true;
}

/** Answer at once but let the sender finish: a browser shows the answer only when its upload was not cut off. */
function finish(req: IncomingMessage) {
  const end = setTimeout(() => req.destroy(), 20_000).unref();
  req.once('close', () => clearTimeout(end));
  req.resume();
}
