/** The built web app behind our server: a form is taken by each door an office has, and not from elsewhere. */
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startHouse, type Running } from './running.ts';

const PROXY = '127.0.0.2';
const MEGABYTE = 1024 * 1024;
let house: Running;
let port: string;

beforeAll(async () => {
  vi.stubEnv('COTMOC_TRUST_PROXY', PROXY);
  house = await startHouse();
  port = new URL(house.address).port;
});
afterAll(() => house.stop());

/** Of the sign-in page, where nobody has an account: read and refused with 400, or kept out with 403 as from another site. */
const TAKEN = 400;
const KEPT_OUT = 403;
const SENT_TO_SIGN_IN = 303;

describe('a form', () => {
  it('is taken at localhost', async () => {
    expect(await post({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(TAKEN);
  });

  const lan = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  it.skipIf(!lan)("is taken at this machine's address in the network", async () => {
    expect(await post({ host: `${lan}:${port}`, origin: `http://${lan}:${port}` }, { to: lan })).toBe(TAKEN);
  });

  it.runIf(process.platform === 'linux')('is taken behind an https proxy that is trusted', async () => {
    const proxied = { host: 'cotmoc.example.vn', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    expect(await post({ ...proxied, origin: 'https://cotmoc.example.vn' }, { from: PROXY })).toBe(TAKEN);
    expect(await post({ ...proxied, origin: 'http://cotmoc.example.vn' }, { from: PROXY })).toBe(KEPT_OUT);
  });

  it('is kept out when it comes from another site, and when a stranger claims to be a proxy', async () => {
    const host = `localhost:${port}`;
    expect(await post({ host, origin: 'https://evil.example' })).toBe(KEPT_OUT);
    expect(await post({ host })).toBe(KEPT_OUT);
    const claim = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };
    expect(await post({ host, origin: 'https://evil.example', ...claim })).toBe(KEPT_OUT);
  });

  it('that is kept out says so in Vietnamese and English', async () => {
    const headers = { origin: 'https://evil.example', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(new URL('/sign-in', house.address), { method: 'POST', headers, body: 'username=x' });
    expect(answer.status).toBe(KEPT_OUT);
    expect(await answer.text()).toMatch(/^Biểu mẫu[^]*This form was sent from another address/);
  });

  it('is refused over 64 KB, except with a document of up to 110 MB from somebody with a session', async () => {
    const at = { host: `localhost:${port}`, origin: `http://localhost:${port}`, accept: 'text/html' };
    expect(await post(at, { size: MEGABYTE })).toBe(413);
    expect(await post(at, { path: '/plans', size: MEGABYTE })).toBe(SENT_TO_SIGN_IN);
    const session = { ...at, cookie: 'cotmoc.session_token=not-a-true-one' };
    expect(await post(session, { path: '/plans', size: 50 * MEGABYTE })).toBe(SENT_TO_SIGN_IN);
    expect(await post(session, { path: '/plans', size: 111 * MEGABYTE })).toBe(413);
  });
});

describe('a page', () => {
  it('goes out compressed, as do the scripts and styles it asks for', async () => {
    const html = await encodingOf('/sign-in');
    expect(html.encoding).toBe('br');
    const assets = [...html.text.matchAll(/"(\.?\/_app\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path as string);
    expect(assets.length).toBeGreaterThan(1);
    const large = await Promise.all(assets.map((path) => encodingOf(path)));
    for (const { size, encoding } of large) if (size > 1024) expect(encoding).toBe('br');
    expect(large.some(({ size }) => size > 1024)).toBe(true);
  });
});

async function post(
  headers: Record<string, string>,
  { to = '127.0.0.1', from = '', path = '/sign-in', size = 0 } = {},
): Promise<number | undefined> {
  const field = (name: string, extra = '') => `--x\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n`;
  const before = `${field('username')}an.nguyen\r\n${field('password')}wrong\r\n${field('file', '; filename="plan.docx"')}`;
  const body = Buffer.concat([Buffer.from(before), Buffer.alloc(size, 'a'), Buffer.from('\r\n--x--\r\n')]);
  const type = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': body.length };
  const asked = request({
    host: to,
    port,
    localAddress: from || undefined,
    path,
    method: 'POST',
    headers: { ...headers, ...type },
  });
  asked.on('error', () => {});
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

async function encodingOf(path: string) {
  const answer = await fetch(new URL(path, house.address), { headers: { 'accept-encoding': 'gzip, br' } });
  const text = await answer.text();
  return { text, size: text.length, encoding: answer.headers.get('content-encoding') };
}
