import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portal } from './portal.ts';

test('II.1.c-2 the portal shows the generation that `current` names, and the next one as soon as that changes', async ({
  onTestFinished,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-portal-'));
  const files = portal(folder);
  const server = createServer((req, res) => files(req, res, () => void res.writeHead(404).end(`app: ${req.url}`)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (path: string) => (await fetch(origin + path)).text();
  const generation = (name: string, pages: Record<string, string>) => {
    mkdirSync(join(folder, name));
    for (const [page, text] of Object.entries(pages)) writeFileSync(join(folder, name, page), text);
  };

  expect(await get('/cong/vi')).toBe('app: /cong/vi');
  generation('g1', { 'vi.html': 'bản một', 'secret.txt': 'x' });
  generation('g2', { 'vi.html': 'bản hai', 'km.html': 'ខ្មែរ' });
  writeFileSync(join(folder, 'current'), 'g1\n');
  await expect.poll(() => get('/cong/vi'), { timeout: 3000 }).toBe('bản một');
  expect(await get('/cong/km')).toBe('app: /cong/km');
  writeFileSync(join(folder, 'current'), 'g2\n');
  await expect.poll(() => get('/cong/km'), { timeout: 3000 }).toBe('ខ្មែរ');
  expect(await get('/cong/vi')).toBe('bản hai');
  expect(await get('/cong/..%2fg1/secret.txt')).toMatch(/^app: /);
  expect(await get('/congress')).toBe('app: /congress');
});
