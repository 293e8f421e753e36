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

  it('is taken with a document of 50 MB, refused with one of 111 MB', async () => {
    const at = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect(await post(at, { size: 50 * MEGABYTE })).toBe(TAKEN);
    expect(await post(at, { size: 111 * MEGABYTE })).toBe(413);
  });
});

async function post(
  headers: Record<string, string>,
  { to = '127.0.0.1', from = '', size = 0 } = {},
): Promise<number | undefined> {
  const field = (name: string, extra = '') => `--x\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n`;
  const before = `${field('username')}an.nguyen\r\n${field('password')}wrong\r\n${field('file', '; filename="plan.docx"')}`;
  const body = Buffer.concat([Buffer.from(before), Buffer.alloc(size, 'a'), Buffer.from('\r\n--x--\r\n')]);
  const type = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': body.length };
  const asked = request({
    host: to,
    port,
    localAddress: from || undefined,
    path: '/sign-in',
    method: 'POST',
    headers: { ...headers, ...type },
  });
  asked.on('error', () => {});
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}
