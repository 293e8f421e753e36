/** The record as an administrator reads it: what happened, searched and taken along, and whether it is as it was written. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  page = await office.newPage();
  await settleIn(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('the record', () => {
  it('tells each event as a sentence, with what changed', async () => {
    await page.goto(`${house.address}/record?command=people.found`);
    const first = page.locator('main ol > li').first();
    await first.getByText('lập tài khoản quản trị viên đầu tiên: Nguyễn Thị An').waitFor();
    await first.getByText('Nội dung thay đổi').click();
    await first.getByRole('row', { name: 'Họ và tên Nguyễn Thị An' }).waitFor();
  });

  it('is searched without diacritics, narrowed, and paged by plain links', async () => {
    await page.goto(`${house.address}/record`);
    await page.getByLabel('Tìm trong nội dung thay đổi').fill('so ngoai vu');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.waitForURL('**search=so*');
    expect(await page.locator('main ol > li').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('Sở Ngoại vụ')]),
    );
    await page.goto(`${house.address}/record`);
    await page.getByLabel('Việc', { exact: true }).selectOption('unit.add');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.waitForURL('**command=unit.add*');
    expect(await page.locator('main ol > li').count()).toBe(50);
    const all = await unitsAdded();
    expect(all).toBeGreaterThan(50);
    await page.getByRole('link', { name: 'Cũ hơn' }).click();
    await page.waitForURL('**before=*');
    await expect.poll(() => page.locator('main ol > li').count()).toBe(all - 50);
    await page.getByRole('link', { name: 'Mới nhất' }).click();
    await page.waitForURL((url) => !url.searchParams.has('before'));
  });

  it('is taken along as a table that an office can open', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '.csv' }).click()]);
    expect(download.suggestedFilename()).toBe('nhat-ky.csv');
    const lines = Buffer.concat(await (await download.createReadStream()).toArray()).toString();
    expect(lines.split('\r\n').length).toBe((await unitsAdded()) + 2);
    expect(lines).toContain('thêm cơ quan Sở Ngoại vụ');
  });

  it('stands with what it is about: on the page of a unit and of a plan', async () => {
    await page.goto(`${house.address}/units/bp.stttt`);
    await page.getByRole('heading', { name: 'Lịch sử thay đổi' }).waitFor();
    await page.getByText('thêm cơ quan').waitFor();
    await page.goto(`${house.address}/plans`);
    await page
      .locator('main')
      .getByRole('link', { name: /thông tin đối ngoại/i })
      .first()
      .click();
    await page.getByText('tiếp nhận kế hoạch').last().waitFor();
  });
});

async function unitsAdded(): Promise<number> {
  const { events } = JSON.parse(await house.cotmoc('event.list', '--command', 'unit.add', '--limit', '1000', '--json')) as {
    events: [];
  };
  return events.length;
}

describe('the chain', () => {
  it('is verified in the background, and the page says how it ended', async () => {
    await page.goto(`${house.address}/record/chain`);
    await page.getByText('Chưa kiểm tra lần nào').waitFor();
    await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await page.getByText('✓ Nhật ký nguyên vẹn').waitFor();
  });

  it('has a head to copy to paper, which is then remembered', async () => {
    const head = (await page.locator('.head code').textContent()) ?? '';
    await page.getByLabel('Chép vào đâu').fill('sổ văn thư năm 2026, trang 12');
    await page.getByRole('button', { name: 'Tôi đã chép mã này ra ngoài' }).click();
    await page.getByText('ghi trên giấy ngày').waitFor();
    expect(await house.cotmoc('audit.verify', '--head', head)).toContain('Nhật ký nguyên vẹn');
  });

  it('works without scripts', async () => {
    const plain = await browser.newContext({
      locale: 'vi-VN',
      javaScriptEnabled: false,
      storageState: await office.storageState(),
    });
    const tab = await plain.newPage();
    await tab.goto(`${house.address}/record/chain`);
    await tab.getByRole('button', { name: 'Kiểm tra ngay' }).click();
    await tab.waitForURL('**/record/chain');
    await expect.poll(async () => (await tab.reload(), tab.getByText('✓ Nhật ký nguyên vẹn').count())).toBe(1);
    await tab.goto(`${house.address}/record`);
    await tab.getByLabel('Từ ngày').fill('2100-01-01');
    await tab.getByRole('button', { name: 'Tìm' }).click();
    await tab.getByText('Không có sự kiện nào').waitFor();
    await plain.close();
  });
});

describe('the pages of the record', () => {
  it('hold on every screen, and axe finds nothing', async () => {
    const { id } = JSON.parse(await house.cotmoc('event.list', '--command', 'people.found', '--json')).events[0].subject as {
      id: string;
    };
    await lookAt(browser, office, house.address, {
      record: '/record',
      'record-search': '/record?search=so+ngoai+vu&role=&from=2020-01-01',
      'record-none': '/record?search=khong+co+gi',
      'record-person': `/record/people/${id}`,
      'self-record': '/self/record',
      chain: '/record/chain',
      'unit-record': '/units/bp.stttt',
    });
  });
});
