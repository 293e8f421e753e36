/** Offices through time, as the administrator of the demonstration province enters a paper: X-1, and the languages of II.1. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;
let draft: string;
let done: string;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  await settleIn(await office.newPage(), house);
  // Old office machines may run no script at all: everything here works by forms and links.
  office = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: false, storageState: await office.storageState() });
  page = await office.newPage();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function addStep(doing: string, fields: Record<string, string>, of = 'unit') {
  await page.goto(`${draft}?do=${doing}&of=${of}`);
  const form = page.locator('form[action*="/add"]');
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).first().fill(value);
  await form.getByRole('button', { name: 'Thêm bước này' }).click();
}

describe('a reorganisation, without JavaScript', () => {
  it('begins as a draft, and says beside the field what is wrong', async () => {
    await page.goto(`${house.address}/units`);
    await page.getByRole('button', { name: 'Nhập một lần sắp xếp' }).click();
    await page.waitForURL('**/drafts/*');
    draft = page.url();
    await page.getByLabel('Tên gọi').fill('Hợp nhất hai sở');
    await page.getByLabel('Có hiệu lực từ ngày').fill('2027-01-01');
    await page.getByLabel('Căn cứ (số, ngày, cơ quan ban hành)').fill('Nghị quyết số 9/NQ-HĐND');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await addStep('add', { code: 'DN sở', vi: 'Sở Kinh tế đối ngoại', parent: 'dn.ubnd' });
    await page.getByText('Mã chỉ gồm chữ thường không dấu').waitFor();
    expect(await page.locator('[name="vi"]').inputValue()).toBe('Sở Kinh tế đối ngoại');
    await addStep('add', { code: 'dn.sktdn', vi: 'Sở Kinh tế đối ngoại', parent: 'dn.ubnd' });
    await addStep('merge', { from: 'dn.sngv dn.stc', into: 'dn.sngv' });
    await page.getByText('Không thể sáp nhập vào chính mình.').waitFor();
    expect(await page.getByRole('button', { name: 'Xác nhận sắp xếp' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ bước 2' }).click();
    await addStep('merge', { from: 'dn.sngv dn.stc', into: 'dn.sktdn' });
    await page.getByText('Sở Ngoại vụ thành phố Đồng Nai, Sở Tài chính thành phố Đồng Nai → Sở Kinh tế đối ngoại').waitFor();
  });

  it('is one press, and then the map of that day is another', async () => {
    await page.goto(draft);
    await page.getByRole('button', { name: 'Xác nhận sắp xếp' }).click();
    await page.waitForURL(/reorganisations\/[0-9a-f-]{36}$/);
    done = page.url();
    const units = async (day: string) => {
      await page.goto(`${house.address}/units?day=${day}`);
      return page.getByRole('link', { name: /^Sở (Kinh tế đối ngoại|Tài chính)/ }).allTextContents();
    };
    expect(await units('2026-12-31')).toEqual(['Sở Tài chính thành phố Đồng Nai']);
    expect(await units('2027-01-01')).toEqual(['Sở Kinh tế đối ngoại']);
  });

  it('is taken back by another press, entered again, and kept once something builds on it', async () => {
    await page.goto(done);
    await page.getByRole('button', { name: 'Hoàn tác lần sắp xếp này' }).click();
    await page.getByText('Danh mục trở lại như trước').waitFor();
    await page.getByRole('button', { name: 'Nhập lại thành bản nháp' }).click();
    await page.getByRole('button', { name: 'Xác nhận sắp xếp' }).click();
    await page.waitForURL(/reorganisations\/[0-9a-f-]{36}$/);
    expect(page.url()).not.toBe(done);
    done = page.url();
    const child = ['--code', 'dn.phong', '--kind', 'division', '--parent', 'dn.sktdn', '--names', '{"vi":"Phòng Hợp tác"}'];
    await house.cotmoc('unit.add', ...child, '--valid-from', '2027-02-01');
    await page.goto(done);
    await page.getByText('Chưa thể hoàn tác vì đã có dữ liệu dựa vào').waitFor();
    await page.getByText('Phòng Hợp tác: trực thuộc hoặc đặt tại đó').waitFor();
    expect(await page.getByRole('button', { name: 'Hoàn tác lần sắp xếp này' }).count()).toBe(0);
    const papers = JSON.parse(await house.cotmoc('reorganisation.list', '--json')) as { id: string; day: string }[];
    const city = papers.find(({ day }) => day === '2026-04-24');
    await page.goto(`${house.address}/units/reorganisations/${city?.id}`);
    await page.getByText('có lần sắp xếp khác về sau').first().waitFor();
  });

  it('and languages are changed by a form as well', async () => {
    await page.goto(`${house.address}/units/languages?tag=sti`);
    await page.getByLabel('Tự gọi').fill('Sơđiêng');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.locator('li#sti', { hasText: 'Sơđiêng' }).waitFor();
    await page.getByText('tiếng Campuchia').first().waitFor();
  });

  it('looks sound on every screen', async () => {
    await page.goto(`${house.address}/units`);
    await page.getByRole('button', { name: 'Nhập một lần sắp xếp' }).click();
    await page.waitForURL('**/drafts/*');
    draft = page.url();
    await addStep('abolish', { codes: 'dn.ubnd' });
    await addStep('merge', { from: 'tw.bqp', into: 'dn.khong-co' });
    await lookAt(browser, office, house.address, {
      'reorganisation-draft': new URL(draft).pathname,
      'reorganisation-draft-add': `${new URL(draft).pathname}?do=add&of=place`,
      reorganisation: new URL(done).pathname,
      'units-first-day': '/units?day=2025-07-01',
      'units-last-day': '/units?day=2025-06-30',
      unit: '/units/bp.stttt',
      place: '/units/places/binh-phuoc',
      languages: '/units/languages?tag=km',
    });
  });
});
