/** The first link of the chain, as the first administrator of a new house goes it: C-0, IV.0 (begun), X-1 (begun). */
import { writeFileSync, mkdtempSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { PASSWORD, startHouse, type Running } from './running.ts';

const paper = join(import.meta.dirname, '../bench/plan/open/kh-tinh-doi-ngoai-tu-dong/document.docx');
const TITLE = 'Công tác thông tin đối ngoại và quảng bá du lịch vùng cao nguyên đá năm 2023';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  page = await office.newPage();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('the first administrator', () => {
  it('comes in by the one-time link, and is told what is wrong with what was entered', async () => {
    await page.goto(house.link);
    await page.getByLabel('Họ và tên').fill('Nguyễn Thị An');
    await page.getByLabel('Tên đăng nhập').fill('Nguyễn An');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.getByText('Chỉ dùng chữ không dấu').waitFor();
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Thị An');
    await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    await page.waitForURL('**/sign-in**');
  });

  it('cannot use the link a second time', async () => {
    const other = await (await browser.newContext()).newPage();
    await other.goto(house.link);
    await other.getByText('Đường dẫn này đã dùng hoặc hết hạn').waitFor();
    await other.context().close();
  });

  it('loses nothing typed on a slow line before the scripts of the page have come', async () => {
    const other = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    const late: (() => void)[] = [];
    await other.route('**/*.js', async (route) => {
      await new Promise<void>((go) => late.push(go));
      await route.continue();
    });
    await other.goto(`${house.address}/sign-in`, { waitUntil: 'commit' });
    await other.getByLabel('Tên đăng nhập').fill('an.nguyen');
    // Scripts ask for further ones.
    const coming = setInterval(() => late.splice(0).forEach((go) => go()), 10);
    await other.waitForLoadState('networkidle');
    clearInterval(coming);
    expect(await other.getByLabel('Tên đăng nhập').inputValue()).toBe('an.nguyen');
    await other.context().close();
  });

  it('signs in, not with a wrong password', async () => {
    await page.getByLabel('Tên đăng nhập').fill('an.nguyen');
    await page.getByLabel('Mật khẩu').fill('sai mật khẩu rồi');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText('không đúng').waitFor();
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL('**/plans');
  });
});

describe('a plan document (C-0)', () => {
  it('is refused with what to do when it is none, and nothing is kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cotmoc-papers-'));
    const picture = join(folder, 'ke-hoach.docx');
    writeFileSync(
      picture,
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
    );
    await page.locator('#file').setInputFiles(picture);
    await page.getByText('Đây là ảnh, không phải văn bản').waitFor();
    expect(await page.getByText('chờ tiếp nhận').count()).toBe(0);
  });

  it('is not even sent when it is over 100 MB', async () => {
    const large = join(mkdtempSync(join(tmpdir(), 'cotmoc-papers-')), 'ke-hoach.docx');
    writeFileSync(large, '');
    truncateSync(large, 100_000_001);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.locator('#file').setInputFiles(large);
    await page.getByText('Tệp lớn hơn 100 MB').waitFor();
    expect(sent).toEqual([]);
  });

  it('sent by somebody whose session ended, or refused at the door, leaves the page with words for it', async () => {
    const other = await browser.newContext({ locale: 'vi-VN', storageState: await office.storageState() });
    const tab = await other.newPage();
    await tab.goto(`${house.address}/plans`);
    await tab.waitForLoadState('networkidle');
    await tab.route('**/plans', (route) => route.fulfill({ status: 413, contentType: 'text/plain', body: 'too large' }), {
      times: 1,
    });
    await tab.locator('#file').setInputFiles(paper);
    await tab.getByText('Tệp lớn hơn 100 MB').waitFor();
    await other.clearCookies();
    await tab.locator('#file').setInputFiles(paper);
    await tab.getByText('Phiên đăng nhập đã kết thúc').waitFor();
    expect(new URL(tab.url()).pathname).toBe('/plans');
    await tab.getByRole('alert').getByRole('link', { name: 'Đăng nhập' }).click();
    await tab.waitForURL('**/sign-in**');
    await other.close();
  });

  it('is brought in by dropping it on the page, and read', async () => {
    await page.locator('#file').setInputFiles(paper);
    await page.waitForURL('**/plans/readings/*');
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByText('47/KH-UBND').first().waitFor();
  });

  it('shows each task lit in the text it came from', async () => {
    const task = page.locator('li.task').first();
    const words = (await task.getByRole('link').textContent())?.trim() ?? '';
    await task.getByRole('link').click();
    const lit = await page.locator('.paper .lit').allTextContents();
    expect(words.endsWith(lit.join('').trim().slice(-40))).toBe(true);
    expect(await page.locator('li.task').count()).toBeGreaterThanOrEqual(20);
  });

  it('shows tasks by agency, a calendar of deadlines and remarks with their source', async () => {
    await page.getByRole('link', { name: 'Cơ quan', exact: true }).click();
    await page.getByText('Sở Ngoại vụ').first().waitFor();
    await page.getByRole('link', { name: /^Thời hạn \d/ }).click();
    await page.locator('time').first().waitFor();
    await page.getByRole('link', { name: /^Lưu ý/ }).click();
    await page.getByText('Nghị định 30/2020/NĐ-CP').first().waitFor();
  });

  it('brought in again gives the reading that is there', async () => {
    const before = page.url().split('?')[0];
    await page.goto(`${house.address}/plans`);
    await page.locator('#file').setInputFiles(paper);
    await page.waitForURL('**/plans/readings/*');
    expect(page.url()).toBe(before);
  });

  it('is adopted in one step, also when the button is pressed twice', async () => {
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).dblclick();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const { plans } = JSON.parse(await house.cotmoc('plan.list', '--json')) as { plans: { title: string }[] };
    expect(plans.map(({ title }) => title)).toEqual([TITLE]);
  });

  it('is found again by words without diacritics', async () => {
    await page.goto(`${house.address}/plans`);
    await page.getByRole('searchbox').fill('cao nguyen da');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.waitForURL('**search=cao*');
    await page.getByRole('link', { name: TITLE }).waitFor();
    await page.getByRole('searchbox').fill('không có kế hoạch này');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByText('Không có dòng nào khớp').waitFor();
  });

  it('gives an agency its tasks, also one that the register does not know', async () => {
    await page.goto(`${house.address}/tasks/agencies`);
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Sở Ngoại vụ', exact: true }) });
    const count = await row.getByRole('cell').first().textContent();
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Sở Ngoại vụ' }).waitFor();
    await page.getByText(`${count} dòng`, { exact: true }).waitFor();
    expect(await page.locator('a.open').count()).toBe(Number(count));
  });

  it('gives its file back as it came', async () => {
    await page.goto(`${house.address}/plans`);
    await page.getByRole('link', { name: TITLE }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Tệp gốc/ }).click()]);
    expect(download.suggestedFilename()).toBe('document.docx');
  });
});

describe('the pages', () => {
  it('speak English to whoever chooses it', async () => {
    await page.goto(`${house.address}/plans`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Adopted plans' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { name: 'Kế hoạch đã tiếp nhận' }).waitFor();
  });

  it('work without JavaScript: a document is brought in, looked at and adopted', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await office.storageState(),
      locale: 'vi-VN',
    });
    const old = await plain.newPage();
    await old.goto(`${house.address}/plans`);
    await old
      .locator('#file')
      .setInputFiles(join(import.meta.dirname, '../bench/plan/open/kh-tinh-kiem-ke-dat-web/document.txt'));
    await old.getByRole('button', { name: 'Tải lên và đọc' }).click();
    await old.waitForURL('**/plans/readings/*');
    await old.getByRole('link', { name: /^Thời hạn \d/ }).click();
    await old.locator('time').first().waitFor();
    await old.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).click();
    await old.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await plain.close();
  });

  it('can be walked with the keyboard alone, from the skip link to the first task', async () => {
    await page.goto(`${house.address}/plans`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến phần nội dung');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: TITLE }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await page.locator('li.task a').first().focus();
    expect(await page.locator('.paper .lit').count()).toBeGreaterThan(0);
  });

  it('take the focus into the text and back: by the link after the words, and by the Back key', async () => {
    const link = page.locator('li.task a[id]').last();
    const id = (await link.getAttribute('id')) as string;
    const words = page.locator(`#x-${id}`);
    await link.focus();
    await page.keyboard.press('Enter');
    await focused(`x-${id}`);
    await expect.poll(() => words.evaluate(isSeen)).toBe(true);
    await page.goBack();
    await focused(id);
    await page.keyboard.press('Enter');
    await focused(`x-${id}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('↩ Về cây đề mục');
    await page.keyboard.press('Enter');
    await focused(id);
  });

  it('do so from agencies, deadlines and remarks too', async () => {
    for (const panel of [/^Cơ quan$/, /^Thời hạn/, /^Lưu ý/]) {
      await page.getByRole('region', { name: 'Nội dung đọc được' }).getByRole('link', { name: panel }).click();
      await page.locator('nav a[aria-current="true"]', { hasText: panel }).waitFor();
      const agency = page.locator('.scroll a[href*="agency="]').first();
      if (await agency.count()) await agency.press('Enter');
      const link = page.locator('.scroll a[href^="#"]').first();
      const target = ((await link.getAttribute('href')) as string).slice(1);
      await link.press('Enter');
      await focused(target);
      await page.goBack();
      await expect.poll(() => link.evaluate((it) => it === document.activeElement)).toBe(true);
    }
  });

  it('show on a phone where one is', async () => {
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, storageState: await office.storageState() });
    const small = await phone.newPage();
    for (const path of ['/', '/plans', '/tasks', '/units']) {
      await small.goto(house.address + path);
      expect([path, await small.locator('header nav').isVisible()]).toEqual([path, false]);
      await small.getByRole('button', { name: 'Danh mục' }).click();
      expect([path, await small.locator('header nav a[aria-current]').evaluate(isSeen)]).toEqual([path, true]);
    }
    await phone.close();
  });

  it('hide what may not be seen: without signing in one gets to the door, a wrong address is a 404', async () => {
    const stranger = await browser.newContext();
    const outside = await stranger.newPage();
    await outside.goto(`${house.address}/plans`);
    expect(new URL(outside.url()).pathname).toBe('/sign-in');
    await stranger.close();
    const answer = await page.goto(`${house.address}/plans/not-an-id`);
    expect(answer?.status()).toBe(404);
  });

  it('hold on every screen and in both themes, and axe finds nothing', async () => {
    const { plans } = JSON.parse(await house.cotmoc('plan.list', '--json')) as { plans: { id: string }[] };
    const [plan] = plans;
    await lookAt(browser, office, house.address, {
      home: '/',
      plans: '/plans',
      plan: `/plans/${plan?.id}`,
      'plan-agencies': `/plans/${plan?.id}?panel=agencies`,
      'plan-calendar': `/plans/${plan?.id}?panel=calendar`,
      'plan-remarks': `/plans/${plan?.id}?panel=warnings`,
      tasks: '/tasks',
      units: '/units',
    });
    const stranger = await browser.newContext();
    await lookAt(browser, stranger, house.address, { 'sign-in': '/sign-in', start: '/start?token=x' });
    await stranger.close();
  });

  it('say on the first page what falls due, in the words of the task', async () => {
    const day = new Date(Date.now() + 20 * 86_400_000);
    const due = `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
    const words = 'Sở Ngoại vụ chủ trì biên soạn cẩm nang cửa khẩu';
    const text = `KẾ HOẠCH\nRà soát cửa khẩu\n\nI. NHIỆM VỤ\n1. ${words}, hoàn thành chậm nhất ngày ${due}.\n`;
    await page.goto(`${house.address}/plans`);
    await page.locator('#file').setInputFiles({ name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.waitForURL('**/plans/readings/*');
    const title = page.locator('#title');
    if (await title.count()) await title.fill('Rà soát cửa khẩu');
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).click();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await page.goto(house.address);
    const line = page.getByRole('region', { name: 'Đến hạn' }).getByRole('listitem').filter({ hasText: words });
    expect(await line.textContent()).toContain(`ngày ${due}`);
    await line.getByRole('link', { name: words }).click();
    await page.locator('.paper p', { hasText: words, has: page.locator('span:target') }).waitFor();
  });

  it('let the administrator out again', async () => {
    await page.goto(`${house.address}/plans`);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto(`${house.address}/plans`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

const focused = (id: string) => expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);

/** Wholly within the window, as far as its first line goes. */
function isSeen(element: Element): boolean {
  const [first] = element.getClientRects();
  if (!first) return false;
  return first.top >= 0 && first.left >= 0 && first.bottom <= innerHeight && first.right <= innerWidth;
}
