/** Without a mouse, and without JavaScript: X-1. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { PASSWORD, settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  page = await office.newPage();
  await settleIn(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? '');
const keys = async (...names: string[]) => {
  for (const name of names) await page.keyboard.press(name);
};

describe('an officer with a keyboard only', () => {
  it('signs in, and skips to the content', async () => {
    const other = await browser.newContext({ locale: 'vi-VN' });
    const tab = await other.newPage();
    await tab.goto(`${house.address}/sign-in`);
    await tab.getByLabel('Tên đăng nhập').focus();
    await tab.keyboard.type('an.nguyen');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type(PASSWORD);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${house.address}/`);
    await tab.waitForLoadState('networkidle');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('content');
    await other.close();
  });

  it('finds an agency from anywhere with Ctrl+K, is told how many there are, and opens it', async () => {
    await page.goto(`${house.address}/plans`);
    await page.waitForLoadState('networkidle');
    await keys('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.pressSequentially('so thong tin va truyen thong');
    const agency = page.getByRole('group', { name: 'Cơ quan, đơn vị' }).getByRole('option').first();
    await agency.filter({ hasText: 'Sở Thông tin và Truyền thông' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'kết quả' }).waitFor();
    await page.waitForLoadState('networkidle');
    const wanted = await agency.getAttribute('id');
    for (let i = 0; i < 10 && (await field.getAttribute('aria-activedescendant')) !== wanted; i++) await keys('ArrowDown');
    const chosen = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
    await keys('Enter');
    await page.waitForURL('**/units/bp.stttt');
    await keys('Control+k', 'Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('goes to the search of a list with "/", through its rows with arrows, and opens one', async () => {
    await page.goto(`${house.address}/units/list`);
    await page.waitForLoadState('networkidle');
    await keys('/');
    await page.keyboard.type('bien phong');
    await keys('Enter');
    await page.waitForURL('**search=bien*');
    await page.waitForLoadState('networkidle');
    await page.locator('a.open').first().focus();
    await keys('ArrowDown', 'ArrowDown');
    expect(await focused()).toBe((await page.locator('a.open').nth(2).textContent())?.trim());
    await keys('Home');
    const first = await focused();
    await keys('Enter');
    await page.getByRole('heading', { level: 1, name: first }).waitFor();
  });

  it('hears how a list is sorted, and turns it round', async () => {
    await page.goto(`${house.address}/units/list`);
    const head = page.getByRole('columnheader', { name: 'Cơ quan, đơn vị' });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const first = await page.locator('a.open').first().textContent();
    await head.getByRole('link').focus();
    await keys('Enter');
    await page.waitForURL('**sort=-name*');
    await page.waitForFunction((before) => document.querySelector('a.open')?.textContent !== before, first);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  it('opens the chapter of the handbook that is about the page', async () => {
    await page.goto(`${house.address}/tasks`);
    await page.getByRole('link', { name: 'Sổ tay về trang này' }).focus();
    await keys('Enter');
    await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor();
  });
});

describe('a list as .xlsx', () => {
  it('holds what the filter shows', async () => {
    const answer = await office.request.get(`${house.address}/units/list/export.xlsx?search=bien+phong`);
    expect(answer.headers()['content-type']).toContain('spreadsheetml');
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
    expect((await office.request.get(`${house.address}/tasks/export.xlsx?plan=x`)).status()).toBe(404);
  });
});

describe('a phone without JavaScript', () => {
  it('finds, filters, reads notices and opens the menu', async () => {
    const bare = await browser.newContext({
      storageState: await office.storageState(),
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const phone = await bare.newPage();
    await phone.goto(house.address);
    await phone.getByRole('link', { name: 'Tìm nhanh' }).click();
    await phone.getByRole('searchbox').fill('bien phong');
    await phone.getByRole('button', { name: 'Tìm' }).click();
    await phone.getByRole('heading', { name: 'Cơ quan, đơn vị' }).waitFor();
    await phone.getByRole('button', { name: 'Danh mục' }).click();
    await phone.getByRole('link', { name: 'Thời hạn', exact: true }).click();
    await phone.getByRole('heading', { level: 1, name: 'Thời hạn' }).waitFor();
    await phone.goto(`${house.address}/tasks`);
    await phone.getByRole('searchbox').fill('khmer');
    await phone.getByRole('button', { name: 'Tìm', exact: true }).click();
    expect(await phone.locator('a.open').count()).toBeGreaterThan(0);
    await bare.close();
  });
});
