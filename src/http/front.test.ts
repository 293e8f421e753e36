import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { describe, expect, test as plain } from 'vitest';
import type { App } from './app.ts';
import { DOCUMENT_LIMIT_BYTES, FORM_LIMIT_BYTES } from './bodies.ts';
import { drain, front } from './front.ts';
import { readSettings } from './settings.ts';

/** A front with an app that tells what reached it, and the lines it logs. */
const test = plain.extend('open', async ({}, { onCleanup }) => {
  const servers: Server[] = [];
  onCleanup(() => servers.forEach((server) => server.closeAllConnections()));
  return async ({
    app = tell,
    env = {},
    ready = async () => null,
  }: { app?: App; env?: Record<string, string>; ready?: () => Promise<string | null> } = {}) => {
    const lines: Record<string, unknown>[] = [];
    const sink = new Writable({ write: (line, _, done) => (lines.push(JSON.parse(String(line))), done()) });
    const portal = (_: unknown, __: unknown, next?: () => unknown) => void next?.();
    const server = front({
      settings: readSettings(env),
      app,
      portal,
      ready,
      version: '1.2.3',
      log: pino({ level: 'debug' }, sink),
    });
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return { server, lines, port: (server.address() as AddressInfo).port };
  };
});

const tell: App = (req, res) => {
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify(req.headers));
};

describe('the front', () => {
  test('gives every request a number, for the app, the answer and the log', async ({ open }) => {
    const { port, lines } = await open();
    const answer = await fetch(`http://127.0.0.1:${port}/start?token=secret`, { headers: { 'x-request-id': 'mine' } });
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.json()).toMatchObject({
      'x-request-id': id,
      'x-client-address': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ request: id, method: 'GET', path: '/start', status: 200, address: '127.0.0.1', level: 30 });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  test('protects every answer', async ({ open }) => {
    const { port } = await open();
    for (const path of ['/', '/healthz', '/cong/vi']) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe(path === '/cong/vi' ? null : 'DENY');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('asks for https from then on only where the public address has it', async ({ open }) => {
    const { port } = await open({ env: { COTMOC_URL: 'https://cotmoc.example.vn' } });
    const policy = async (host: string) => (await ask(port, { headers: { host } })).headers['strict-transport-security'];
    expect(await policy('cotmoc.example.vn')).toBe('max-age=31536000');
    expect(await policy('localhost')).toBeUndefined();
  });

  test('says whether it is up, and whether it is ready', async ({ open }) => {
    let wrong: string | null = null;
    const { port } = await open({ ready: async () => wrong });
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return [answer.status, await answer.json()];
    };
    expect(await get('/healthz')).toEqual([200, { status: 'ok', version: '1.2.3' }]);
    expect(await get('/readyz')).toEqual([200, { status: 'ok' }]);
    wrong = 'database';
    expect(await get('/readyz')).toEqual([503, { status: 'database' }]);
    expect((await get('/healthz'))[0]).toBe(200);
  });

  test('refuses a body over the limit with words a browser gets to show, after the sender has finished', async ({ open }) => {
    const { port } = await open();
    const size = DOCUMENT_LIMIT_BYTES + 1;
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => (said += String(chunk)));
    socket.write(`POST /plans HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n`);
    const chunk = Buffer.alloc(1024 * 1024);
    for (let sent = 0; sent < size; sent += chunk.length) {
      if (!socket.write(chunk.subarray(0, Math.min(chunk.length, size - sent)))) await once(socket, 'drain');
    }
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    await once(socket, 'end');
    expect(said).toMatch(/^HTTP\/1\.1 413 [^]*100 MB[^]*HTTP\/1\.1 200 OK/);
  });

  const session = { cookie: 'language=vi; cotmoc.session_token=abc' };
  const bodies: [what: string, method: string, path: string, size: number | null, headers: object, status: number][] = [
    ['a form of 64 KB', 'POST', '/sign-in', FORM_LIMIT_BYTES, {}, 200],
    ["a stranger's form of 105 MB", 'POST', '/sign-in', 105 * 2 ** 20, {}, 413],
    ['a large form beside the door for documents', 'POST', '/plans/1', FORM_LIMIT_BYTES + 1, session, 413],
    ['a large form under another method', 'PUT', '/plans', FORM_LIMIT_BYTES + 1, session, 413],
    ['a body without a length', 'POST', '/sign-in', null, {}, 411],
    ['a document without a length', 'POST', '/plans', null, session, 411],
    ['a document', 'POST', '/plans', 105 * 2 ** 20, session, 200],
    ['a document under https', 'POST', '/plans?/bring', 2 ** 20, { cookie: '__Secure-cotmoc.session_token=abc' }, 200],
    ["a stranger's document", 'POST', '/plans', 2 ** 20, {}, 303],
    ['a document with an empty session', 'POST', '/plans', 2 ** 20, { cookie: 'cotmoc.session_token=' }, 303],
    ['a document over the limit', 'POST', '/plans', DOCUMENT_LIMIT_BYTES + 1, session, 413],
  ];
  for (const [what, method, path, size, headers, status] of bodies) {
    test(`answers ${what} with ${status} from its headers alone`, async ({ open }) => {
      let reached = 0;
      const { port } = await open({ app: (_, res) => void (reached++, res.end()) });
      const length = size === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': size };
      const asked = request({ port, host: '127.0.0.1', method, path, headers: { ...headers, ...length } });
      asked.on('error', () => {});
      asked.flushHeaders();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      asked.destroy();
      expect([answer.statusCode, reached]).toEqual([status, status === 200 ? 1 : 0]);
    });
  }

  test("sends the page's script to the sign-in page as the web app would", async ({ open }) => {
    const { port } = await open();
    const body = new Uint8Array(2 ** 20);
    const answer = await fetch(`http://127.0.0.1:${port}/plans`, {
      method: 'POST',
      body,
      headers: { 'x-sveltekit-action': 'true' },
    });
    expect(await answer.json()).toEqual({ type: 'redirect', status: 303, location: '/sign-in?to=%2Fplans' });
  });

  const page = Buffer.from('Kế hoạch thông tin đối ngoại. '.repeat(1000));
  const packed: [type: string, accepted: string, size: number, encoding: string | undefined][] = [
    ['text/html', 'gzip, deflate, br', page.length, 'br'],
    ['text/html; charset=utf-8', 'gzip', page.length, 'gzip'],
    ['text/css', 'br', page.length, 'br'],
    ['text/javascript', 'br', page.length, 'br'],
    ['application/json', 'br', page.length, 'br'],
    ['image/svg+xml', 'br', page.length, 'br'],
    ['text/html', 'identity', page.length, undefined],
    ['text/html', 'br', 1000, undefined],
    ['application/octet-stream', 'gzip, br', page.length, undefined],
    ['font/woff2', 'gzip, br', page.length, undefined],
  ];
  for (const [type, accepted, size, encoding] of packed) {
    test(`sends ${type} of ${size} bytes ${encoding ? `as ${encoding}` : 'as it is'} where "${accepted}" is accepted`, async ({
      open,
    }) => {
      const body = page.subarray(0, size);
      const { port } = await open({
        app: (_, res) => res.writeHead(200, { 'content-type': type, 'content-length': size }).end(body),
      });
      const asked = request({ port, host: '127.0.0.1', headers: { 'accept-encoding': accepted } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      const sent = Buffer.concat(await answer.toArray());
      expect(answer.headers['content-encoding']).toBe(encoding);
      const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : Buffer.from;
      expect(unpack(sent)).toEqual(body);
      if (encoding) expect(sent.length).toBeLessThan(size / 10);
    });
  }

  const english = 'Cross-site POST form submissions are forbidden';
  const refusals: [accept: string, type: string | null, status: number, said: RegExp | string][] = [
    ['text/html', null, 403, /^Biểu mẫu/],
    ['text/html,*/*', 'text/plain;charset=UTF-8', 403, /^Biểu mẫu[^]*This form was sent from another address/],
    ['text/html', 'text/plain', 405, /^Trang này[^]*This page does not take/],
    ['application/json', 'text/plain', 403, english],
    ['text/html', 'text/html', 403, english],
    ['text/html', 'text/plain', 404, english],
  ];
  for (const [accept, type, status, said] of refusals) {
    test(`leaves or rewords the framework's ${status} in ${type ?? 'no type'} for ${accept}`, async ({ open }) => {
      const app: App = (_, res) => {
        if (type) res.setHeader('content-type', type);
        res.setHeader('content-length', english.length);
        res.writeHead(status);
        res.write(english.slice(0, 5));
        res.end(english.slice(5));
      };
      const { port } = await open({ app });
      const answer = await fetch(`http://127.0.0.1:${port}/x`, { headers: { accept } });
      const text = await answer.text();
      expect(answer.status).toBe(status);
      if (typeof said === 'string') expect(text).toBe(said);
      else {
        expect(text).toMatch(said);
        expect(text).not.toContain(english);
        expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      }
    });
  }

  test('answers a request without a possible host with 400, and does not end over it', async ({ open }) => {
    const { port } = await open();
    expect((await ask(port, { headers: { host: 'a b' } })).statusCode).toBe(400);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  test('when it ends, lets requests in hand finish and takes no more', async ({ open }) => {
    const { server, port } = await open({ app: (_, res) => void setTimeout(() => res.end('done'), 200) });
    const inHand = fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
    await sleep(50);
    const drained = drain(server, 5000);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    expect(await inHand).toBe('done');
    const begun = performance.now();
    await drained;
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('when it ends, cuts off what does not finish in time', async ({ open }) => {
    const { server, port } = await open({ app: () => {} });
    const never = fetch(`http://127.0.0.1:${port}/`);
    await sleep(50);
    await Promise.all([drain(server, 100), expect(never).rejects.toThrow()]);
  });
});

async function ask(port: number, options: object): Promise<IncomingMessage> {
  const asked = request({ port, host: '127.0.0.1', ...options });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}
