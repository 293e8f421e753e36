/** A reading corrected before it is adopted: C-0. By the keyboard alone, and without JavaScript. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

const TEXT = `ỦY BAN NHÂN DÂN
TỈNH BÌNH PHƯỚC

Số: 12/KH-UBND
Bình Phước, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác thông tin đối ngoại năm 2024

I. MỤC ĐÍCH
Giới thiệu hình ảnh địa phương với bạn bè quốc tế và nhân dân các xã biên giới.

II. NHIỆM VỤ
1. Sở Ngoại vụ chủ trì, phối hợp với Sở Y tế biên soạn cẩm nang cửa khẩu trước ngày 20/6/2024.
2. Sở Y tế chủ trì tổ chức tuyên truyền phòng bệnh cho nhân dân vùng biên giới trong quý II năm 2024.
3. Tổ chức sơ kết công tác thông tin đối ngoại, báo cáo kết quả theo quy định.
4. Ủy ban nhân dân các xã thường xuyên phát thanh bằng tiếng Khmer trên loa truyền thanh cơ sở.
`;

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;
let address: string;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  page = await office.newPage();
  await settleIn(page, house);
  for (const [code, vi] of [
    ['sngv', 'Sở Ngoại vụ'],
    ['syt', 'Sở Y tế'],
    ['stp', 'Sở Tư pháp'],
  ])
    await house.cotmoc(
      'unit.add',
      '--input',
      JSON.stringify({ code, kind: 'department', names: { vi }, valid_from: '2010-01-01' }),
    );
  await bring(page, TEXT);
  address = page.url();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function bring(on: Page, text: string) {
  await on.goto(`${house.address}/plans`);
  await on.waitForLoadState('networkidle');
  await on.locator('#file').setInputFiles({ name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await on.waitForURL('**/plans/readings/*');
}

describe('an officer with a keyboard', () => {
  const chosen = () => page.locator('.list > ol > li.chosen');
  /** Saved: the page knows a newer version than before. */
  const version = () => page.locator('.bar input[name="version"]').inputValue();
  const key = async (name: string) => {
    const before = await version();
    await page.keyboard.press(name);
    await expect.poll(version, { timeout: 10_000 }).not.toBe(before);
    await page.getByRole('status').getByText('Đã ghi').waitFor();
  };

  it('finds first what needs a look, says that it is right, and comes to the next', async () => {
    await page.goto(`${address}/review?look=1`);
    await page.waitForLoadState('networkidle');
    await page.locator('.list a').first().focus();
    const before = await page.locator('.list > ol > li').count();
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('.list > ol > li').count()).toBe(before - 1);
    if (before > 1) expect(await page.evaluate(() => document.activeElement?.closest('.list') !== null)).toBe(true);
  });

  it('walks the tree with arrows, the text going along', async () => {
    await page.getByRole('link', { name: 'Đề mục và nhiệm vụ' }).press('Enter');
    await page.locator('.list a', { hasText: 'Tổ chức sơ kết' }).waitFor();
    await page.locator('.list a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 30 && !(await chosen().textContent())?.includes('Tổ chức sơ kết'); i++)
      await page.keyboard.press('ArrowDown');
    await page.locator('.paper .lit', { hasText: 'Tổ chức sơ kết' }).waitFor();
  });

  it('fixes kind, task, level, marker, agency and deadline, and all of it is kept', async () => {
    const task = await chosen().evaluate((it) => it.classList.contains('task'));
    if (!task) await key('t');
    await key('ArrowRight');
    await expect.poll(() => chosen().getAttribute('data-level')).toBe('3');
    await key('ArrowLeft');
    await expect.poll(() => chosen().getAttribute('data-level')).toBe('2');
    await key('h');
    await chosen().getByText('Đề mục', { exact: true }).waitFor();
    await key('i');
    await page.keyboard.press('m');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2a.');
    await key('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.type('Sở Tư pháp');
    await key('Enter');
    await chosen().getByText('Sở Tư pháp').waitFor();
    expect(await chosen().textContent()).not.toContain('Sở Tư pháp ?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.keyboard.type('trước ngày 15/12/2024');
    await key('Enter');
    await chosen().getByText('trước ngày 15/12/2024').waitFor();
    await page.reload();
    const row = page.locator('.list > ol > li', { hasText: 'Tổ chức sơ kết' });
    for (const words of ['2a.', 'Sở Tư pháp', 'trước ngày 15/12/2024']) await row.getByText(words).first().waitFor();
  });

  it('undoes and does again', async () => {
    await page.waitForLoadState('networkidle');
    const row = page.locator('.list > ol > li', { hasText: 'Tổ chức sơ kết' });
    await page.locator('.list a[tabindex="0"]').focus();
    await key('Control+z');
    await expect.poll(() => row.textContent()).not.toContain('15/12/2024');
    await key('u');
    await expect.poll(() => row.textContent()).not.toContain('Sở Tư pháp');
    await key('Control+y');
    await key('r');
    await row.getByText('trước ngày 15/12/2024').waitFor();
  });

  it('is told when somebody else was faster, sees theirs, and has lost nothing', async () => {
    const other = await office.newPage();
    await other.goto(`${address}/review?look=0`);
    await other.waitForLoadState('networkidle');
    await other.locator('.list a', { hasText: 'biên soạn cẩm nang' }).click();
    await other.locator('[name="marker"]').fill('1x.');
    await page.locator('.list a', { hasText: 'phòng bệnh' }).click();
    await key('p');
    await other.locator('[name="marker"]').press('Enter');
    await other.getByRole('alert').getByText('Người khác vừa sửa').waitFor();
    expect(await other.locator('[name="marker"]').inputValue()).toBe('1x.');
    await other.locator('.list > ol > li', { hasText: 'phòng bệnh' }).getByText('Đoạn văn').waitFor();
    await other.locator('[name="marker"]').press('Enter');
    await other.locator('.list > ol > li', { hasText: 'biên soạn cẩm nang' }).getByText('1x.').waitFor();
    await other.close();
  });

  it('corrects what the paper says of itself', async () => {
    await page.goto(`${address}/review?look=0`);
    await page.waitForLoadState('networkidle');
    await page.getByText('Sửa số, ngày, cơ quan ban hành').click();
    await page.getByLabel('Thời kỳ từ ngày').fill('2024-01-01');
    await page.locator('#to').fill('');
    await page.locator('button[value="head"]').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Thời kỳ từ ngày').inputValue()).toBe('2024-01-01');
    await page.locator('#to').fill('2026-12-31');
    await page.getByLabel('Cơ quan ban hành').fill('ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG');
    await page.locator('button[value="head"]').click();
    await page.getByRole('status').getByText('Đã ghi').waitFor();
  });

  it('adopts the plan as it was corrected', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).press('Enter');
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    const row = page.locator('li.task', { hasText: 'Tổ chức sơ kết' });
    for (const words of ['2a.', 'Sở Tư pháp', 'trước ngày 15/12/2024']) await row.getByText(words).first().waitFor();
  });
});

describe('an old browser without JavaScript', () => {
  let old: Page;
  beforeAll(async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await office.storageState(),
      locale: 'vi-VN',
    });
    old = await plain.newPage();
    await old.goto(`${house.address}/plans`);
    const text = TEXT.replace('12/KH', '14/KH').replace('Công tác thông tin đối ngoại', 'Thông tin đối ngoại của ngành');
    await old.locator('#file').setInputFiles({ name: 'k.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await old.getByRole('button', { name: 'Tải lên và đọc' }).click();
    await old.waitForURL('**/plans/readings/*');
  });

  it('corrects by links and forms, and undoes', async () => {
    await old.getByRole('link', { name: 'Rà soát, sửa' }).click();
    await old.getByRole('link', { name: 'Đề mục và nhiệm vụ' }).click();
    await old.locator('.list a', { hasText: 'Tổ chức sơ kết' }).click();
    await old.locator('[name="marker"]').fill('9.');
    await old.getByRole('group', { name: 'Cơ quan' }).waitFor();
    await old
      .locator('form', { has: old.locator('[name="marker"]') })
      .getByRole('button', { name: 'Ghi' })
      .click();
    const row = old.locator('.list > ol > li', { hasText: 'Tổ chức sơ kết' });
    await row.getByText('9.', { exact: true }).waitFor();
    await old
      .locator('form', { has: old.getByRole('button', { name: /Thêm.*A/ }) })
      .getByLabel('Cơ quan')
      .fill('Sở Tư pháp');
    await old.getByRole('button', { name: /Thêm.*A/ }).click();
    await row.getByText('Sở Tư pháp').waitFor();
    await old.getByRole('button', { name: /Hoàn tác/ }).click();
    expect(await old.locator('.list > ol > li', { hasText: 'Tổ chức sơ kết' }).textContent()).not.toContain('Sở Tư pháp');
  });

  it('is told what is wrong with what was entered, which is still there', async () => {
    await old.locator('.list a', { hasText: 'Tổ chức sơ kết' }).click();
    const add = old.locator('form', { has: old.getByRole('button', { name: /Thêm.*D/ }) });
    await add.getByLabel('Thời hạn, bằng chữ').fill('khi nào xong');
    await add.getByRole('button').click();
    await old.getByRole('alert').getByText('Không đọc được thời hạn nào').waitFor();
    expect(await add.getByLabel('Thời hạn, bằng chữ').inputValue()).toBe('khi nào xong');
  });

  it('holds on every screen and in both themes, and axe finds nothing', async () => {
    const reading = new URL(old.url()).pathname.replace(/\/review.*/, '');
    await lookAt(browser, office, house.address, {
      reading,
      'review-look': `${reading}/review?look=1`,
      'review-tree': `${reading}/review?look=0&node=n6`,
    });
  });
});
