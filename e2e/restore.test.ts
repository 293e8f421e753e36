/** The morning after the machine died: a stranger restores last night's backup on another one, with what the handbook says. IV.0, X-1 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { cotmocOn, PASSWORD, settleIn, startHouse, startOn, type Running } from './running.ts';

const shelf = mkdtempSync(join(tmpdir(), 'cotmoc-shelf-'));
const empty = mkdtempSync(join(tmpdir(), 'cotmoc-e2e-'));

let house: Running;
let restored: Running | undefined;
let browser: Browser;
let office: BrowserContext;
let page: Page;
let seen: Record<string, string[]>;

beforeAll(async () => {
  browser = await openBrowser();
  house = await startHouse('--demo');
  office = await browser.newContext({ locale: 'vi-VN' });
  page = await office.newPage();
  await settleIn(page, house);
});
afterAll(async () => {
  await browser?.close();
  await restored?.stop();
  await house?.stop();
  for (const folder of [shelf, empty]) rmSync(folder, { recursive: true, force: true });
});

/** What somebody would look for first. */
async function look(address: string): Promise<Record<string, string[]>> {
  const texts = async (path: string, what: string) => {
    await page.goto(address + path);
    return (await page.locator(what).allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
  };
  return {
    people: await texts('/people', 'main tbody tr'),
    before: await texts('/units?day=2025-06-30', 'main li a'),
    after: await texts('/units?day=2025-07-01', 'main li a'),
    plans: await texts('/plans', 'main tbody tr'),
    tasks: await texts('/tasks', 'main tbody tr'),
    record: await texts('/record?command=unit.reorganise', 'main ol > li'),
  };
}

describe('a backup', () => {
  it('is made in the evening, while people work', async () => {
    await house.cotmoc(
      'unit.add',
      '--code',
      'dn.phong',
      '--kind',
      'division',
      '--parent',
      'dn.sngv',
      '--names',
      '{"vi":"Phòng Lãnh sự"}',
      '--valid-from',
      '2026-06-01',
    );
    seen = await look(house.address);
    expect(seen['tasks']?.length).toBeGreaterThan(20);
    await house.cotmoc('backup.make', shelf);
    expect(readdirSync(shelf)).toHaveLength(1);
  });

  it('is restored into an empty folder after the machine was lost, by one command', async () => {
    await house.stop();
    const [backup = ''] = readdirSync(shelf);
    const said = await cotmocOn(empty, 'backup.restore', join(shelf, backup));
    expect(JSON.parse(said)).toMatchObject({ restored: empty, program: '0.1.0' });
    expect(await cotmocOn(empty, 'audit.verify')).toContain('Nhật ký nguyên vẹn');
    restored = await startOn(empty);
    // Who was administrator still is: no new link is offered.
    expect(restored.link).toBe('');
  });

  it('shows the same province to whoever signs in with the password of yesterday', async () => {
    const address = restored?.address ?? '';
    office = await browser.newContext({ locale: 'vi-VN' });
    page = await office.newPage();
    await page.goto(`${address}/people`);
    await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL('**/people');
    expect(await look(address)).toEqual(seen);
    await page.goto(`${address}/units/dn.phong`);
    await page.getByRole('heading', { name: 'Phòng Lãnh sự' }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), download(address)]);
    expect((await (await file.createReadStream()).toArray()).length).toBeGreaterThan(0);
  });

  it('has a record whose chain is whole, up to the head that the backup wrote down', async () => {
    await page.goto(`${restored?.address}/record/chain`);
    await page.getByText('bản sao lưu').first().waitFor();
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await page.getByText('✓ Nhật ký nguyên vẹn').waitFor();
  });
});

/** The paper that the plan was read from. */
async function download(address: string) {
  await page.goto(`${address}/plans`);
  await page
    .locator('main')
    .getByRole('link', { name: /thông tin đối ngoại/i })
    .first()
    .click();
  await page
    .getByRole('link', { name: /\.docx/ })
    .first()
    .click();
}
