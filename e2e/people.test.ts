/** Whoever administrates brings somebody in; who comes sets a password, a second factor, and looks at what is kept: C-0, X-1. */
import { createOTP } from '@better-auth/utils/otp';
import { base32 } from '@better-auth/utils/base32';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { PASSWORD, settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN', acceptDownloads: true });
  page = await office.newPage();
  await settleIn(page, house);
});
afterAll(async () => {
  await browser.close();
  await house.stop();
});

const code = (secret: string) => createOTP(new Uint8Array(base32.decode(secret.replace(/\s/g, '')))).totp();

async function signIn(on: Page, username: string) {
  await on.goto(`${house.address}/sign-in`);
  await on.getByLabel('Tên đăng nhập').fill(username);
  await on.getByLabel('Mật khẩu').fill(PASSWORD);
  await on.getByRole('button', { name: 'Đăng nhập' }).click();
}

describe('a new colleague', () => {
  let link = '';
  it('is added with a role at a unit, and the link is shown once', async () => {
    await page.goto(`${house.address}/people`);
    const form = page.locator('form.add');
    await form.getByLabel('Họ và tên').fill('Trần Thị Bình');
    await form.getByLabel('Tên đăng nhập').fill('binh.tran');
    await form.getByLabel('Vai trò').selectOption({ label: 'Chuyên viên' });
    await form.getByLabel('Cơ quan').selectOption({ index: 2 });
    await form.getByRole('button', { name: 'Thêm người dùng' }).click();
    link = (await page.getByRole('status').locator('code').textContent()) ?? '';
    expect(link).toContain(`${house.address}/link?token=`);
    await page.screenshot({ path: 'e2e/shots/people-link.png', fullPage: true });
    await page.goto(`${house.address}/people`);
    expect(await page.content()).not.toContain('token=');
    await page.getByRole('link', { name: 'Trần Thị Bình' }).click();
    await page.waitForURL('**/people/*-*');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Trần Thị Bình');
  });

  it('sets the password and signs in without JavaScript; the link is good no more', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
    const on = await plain.newPage();
    await on.goto(link);
    await on.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await on.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await signIn(on, 'binh.tran');
    await on.goto(`${house.address}/self`);
    expect(await on.getByRole('heading', { level: 1 }).textContent()).toBe('Tài khoản của tôi');
    expect(await on.getByRole('link', { name: 'Người dùng' }).count()).toBe(0);
    expect((await on.goto(`${house.address}/people`))?.status()).toBe(403);
    await on.goto(link);
    expect(await on.content()).toContain('đã dùng hoặc hết hạn');
    await plain.close();
  });

  it('turns the second factor on, and is asked for the code from then on', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' });
    const on = await plain.newPage();
    await signIn(on, 'binh.tran');
    await on.goto(`${house.address}/self/security`);
    await on.locator('form[action="?/begin"]').getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await on.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
    const secret = (await on.locator('code.typed').textContent()) ?? '';
    expect(await on.getByRole('img', { name: 'Mã QR' }).isVisible()).toBe(true);
    await on.screenshot({ path: 'e2e/shots/security-scan.png', fullPage: true });
    await on.getByLabel('Mã xác thực').fill(await code(secret));
    await on.getByRole('button', { name: 'Xác nhận' }).click();
    const recovery = await on.locator('.codes code').allTextContents();
    expect(recovery).toHaveLength(10);
    await on.getByRole('button', { name: 'Đăng xuất' }).click();
    await signIn(on, 'binh.tran');
    await on.screenshot({ path: 'e2e/shots/sign-in-code.png' });
    await on.getByLabel('Mã xác thực').fill(recovery[0] ?? '');
    await on.getByRole('button', { name: 'Đăng nhập' }).click();
    await on.goto(`${house.address}/self/sessions`);
    expect(await on.getByText('● phiên này').count()).toBe(1);
    await plain.close();
  });

  it('loses the sessions when those above end them', async () => {
    const own = await browser.newContext({ locale: 'vi-VN' });
    const on = await own.newPage();
    const given = await house.cotmoc('person.reset', '--person', 'binh.tran', '--what', 'second_factor', '--json');
    await on.goto(house.address + (JSON.parse(given) as { path: string }).path);
    await on.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await on.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await on.waitForURL('**/sign-in');
    await signIn(on, 'binh.tran');
    await on.waitForURL(`${house.address}/`);
    await page.reload();
    await page.getByRole('button', { name: 'Kết thúc mọi phiên' }).click();
    await page.waitForLoadState('networkidle');
    await on.goto(`${house.address}/self`);
    expect(on.url()).toContain('/sign-in');
    await own.close();
  });
});

describe('people in a sheet', () => {
  it('are refused row by row, in words, before anybody came', async () => {
    await page.goto(`${house.address}/people/import`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải tệp mẫu' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('nguoi-dung.xlsx');
    await page.getByLabel('Tệp .xlsx').setInputFiles(await download.path());
    await page.getByRole('button', { name: 'Nhập' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('trống');
  });
});

it('the pages of people and of oneself look right on every screen (VIII.5)', async () => {
  await page.goto(`${house.address}/people`);
  const id = (await page.getByRole('link', { name: 'Trần Thị Bình' }).getAttribute('href')) ?? '';
  await lookAt(browser, office, house.address, {
    people: '/people',
    person: id,
    'people-import': '/people/import',
    self: '/self',
    'self-security': '/self/security',
    'self-sessions': '/self/sessions',
  });
});
