/** A changed paper comes in again, amends its plan, and plans below inherit its tasks: C-0, IV.10. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

const FIRST = 'Sở Ngoại vụ chủ trì, phối hợp với Sở Y tế biên soạn cẩm nang cửa khẩu trước ngày 20/6/2024.';
const SECOND = 'Sở Y tế chủ trì tổ chức tuyên truyền phòng bệnh cho nhân dân vùng biên giới trước ngày 30/6/2024.';
const THIRD = 'Ủy ban nhân dân các xã thường xuyên phát thanh bằng tiếng Khmer trên loa truyền thanh cơ sở.';
const NEW = 'Sở Y tế chủ trì khám, chữa bệnh cho người qua lại cửa khẩu trước ngày 30/11/2024.';

const paper = (tasks: string[], number = '12', title = 'Công tác thông tin đối ngoại năm 2024') => `ỦY BAN NHÂN DÂN
TỈNH BÌNH PHƯỚC

Số: ${number}/KH-UBND
Bình Phước, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
${title}

I. MỤC ĐÍCH
Giới thiệu hình ảnh địa phương với bạn bè quốc tế và nhân dân các xã biên giới.

II. NHIỆM VỤ
${tasks.map((text, i) => `${i + 1}. ${text}`).join('\n')}
`;

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;
let plan: string;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  page = await office.newPage();
  await settleIn(page, house);
  const unit = { code: 'syt', kind: 'department', names: { vi: 'Sở Y tế' }, valid_from: '2010-01-01' };
  await house.cotmoc('unit.add', '--input', JSON.stringify(unit));
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function bring(text: string) {
  await page.goto(`${house.address}/plans`);
  await page.waitForLoadState('networkidle');
  await page.locator('#file').setInputFiles({ name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.waitForURL('**/plans/readings/**');
}

describe('a paper that comes in again', () => {
  it('while it waits: shows the difference, and takes the place of the first', async () => {
    await bring(paper([FIRST, SECOND]));
    await bring(paper([FIRST, SECOND, THIRD]));
    await page.getByRole('heading', { name: 'Khác biệt giữa hai bản' }).waitFor();
    await page.getByText('Thêm 1, bỏ 0').waitFor();
    await page.locator('li.added', { hasText: THIRD }).waitFor();
    await page.getByRole('button', { name: 'Thay bản đọc đang chờ' }).click();
    await page.waitForURL(/\/plans\/readings\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).click();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    plan = page.url();
    await page.goto(`${house.address}/plans`);
    expect(await page.getByText('Văn bản chờ tiếp nhận').count()).toBe(0);
  });

  it('after it was adopted: shows the difference to the plan, and amends it from its day', async () => {
    await bring(paper([FIRST.replace('20/6/2024', '30/9/2024'), THIRD, NEW]));
    await page.getByText('So với kế hoạch').waitFor();
    await page.locator('li.removed', { hasText: SECOND }).waitFor();
    await page.locator('li.added', { hasText: NEW }).waitFor();
    await page.locator('li.changed', { hasText: '30/9/2024' }).first().waitFor();
    await page.getByLabel('Có hiệu lực từ ngày').fill('2024-01-05');
    await page.getByRole('button', { name: 'Ghi nhận là văn bản sửa đổi' }).click();
    await page.getByRole('alert').getByText('phải sau ngày ban hành').waitFor();
    await page.getByLabel('Có hiệu lực từ ngày').fill('2024-07-01');
    await page.getByRole('button', { name: 'Ghi nhận là văn bản sửa đổi' }).click();
    await page.waitForURL('**/plans/*?day=2024-07-01');
    await page.locator('li.task', { hasText: NEW }).waitFor();
    expect(await page.locator('li.task', { hasText: SECOND }).count()).toBe(0);
  });

  it('leaves the plan as it was on the day before, and the task knows both', async () => {
    await page.getByLabel('Kế hoạch tính đến ngày').fill('2024-06-30');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.waitForURL('**day=2024-06-30');
    const ended = page.locator('li.task', { hasText: SECOND });
    await ended.getByRole('link', { name: 'nhiệm vụ', exact: true }).click();
    await page.getByText('Hết hiệu lực từ ngày 01/07/2024').waitFor();
    await page.goto(plan);
    await page.locator('li.task', { hasText: '30/9/2024' }).getByRole('link', { name: 'nhiệm vụ', exact: true }).click();
    await page.getByRole('region', { name: 'Nội dung qua các văn bản' }).getByText('trước ngày 20/6/2024.').waitFor();
  });
});

describe('plans below', () => {
  it('are begun from their parent with the tasks that oblige the agency, which know each other', async () => {
    await page.goto(`${plan}/family`);
    const begin = page.getByRole('region', { name: 'Bắt đầu kế hoạch' });
    await begin.getByLabel('Tên kế hoạch').fill('Kế hoạch của Sở Y tế năm 2024');
    await begin.getByRole('button', { name: 'Lập kế hoạch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch của Sở Y tế năm 2024' }).waitFor();
    await page.locator('li.task', { hasText: NEW }).getByRole('link', { name: 'nhiệm vụ', exact: true }).click();
    await page.getByRole('region', { name: 'Thực hiện nhiệm vụ' }).getByRole('link', { name: NEW }).click();
    await page.getByRole('region', { name: 'Nhiệm vụ cấp dưới' }).getByRole('link', { name: NEW }).waitFor();
  });

  it('are linked by a person who confirms what is proposed', async () => {
    await bring(
      paper(
        ['Phòng Nghiệp vụ y chủ trì khám, chữa bệnh cho người qua lại cửa khẩu.'],
        '31',
        'Kế hoạch ngành y tế thông tin đối ngoại',
      ),
    );
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).click();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'Kế hoạch cấp trên, cấp dưới' }).click();
    await page.locator('select[name=parent]').selectOption({ label: '12/KH-UBND – Công tác thông tin đối ngoại năm 2024' });
    await page.getByRole('button', { name: 'Đặt làm kế hoạch cấp trên' }).click();
    await page.locator('.link', { hasText: NEW }).waitFor();
    await page.locator('.link input').check();
    await page.getByRole('button', { name: 'Xác nhận các liên kết' }).click();
    await page.getByText('Không còn đề nghị liên kết nào').waitFor();
  });
});

describe('the pages', () => {
  it('show an agency its tasks in the tree of the plan, and print them on A4', async () => {
    await page.goto(`${plan}?panel=agencies`);
    await page.getByRole('link', { name: 'Sở Y tế' }).click();
    await page.locator('.scroll li', { hasText: 'II. NHIỆM VỤ' }).waitFor();
    await page.getByRole('link', { name: 'Bản in nhiệm vụ' }).click();
    await page.getByRole('heading', { name: 'Nhiệm vụ của Sở Y tế' }).waitFor();
    const shots = join(import.meta.dirname, 'shots');
    mkdirSync(shots, { recursive: true });
    await page.pdf({ path: join(shots, 'sheet.pdf'), format: 'A4' });
    await page.goto(plan);
    await page.pdf({ path: join(shots, 'plan.pdf'), format: 'A4' });
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['header nav', '.skip', '.panel > nav'])
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
    await page.emulateMedia({ media: 'screen' });
  });

  it('show a month of deadlines without JavaScript too', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await office.storageState(),
      locale: 'vi-VN',
    });
    const old = await plain.newPage();
    await old.goto(`${house.address}/calendar?month=2024-10`);
    await old.getByRole('link', { name: 'Tháng sau' }).click();
    await old
      .locator('td', { has: old.locator('time[datetime="2024-11-29"]') })
      .getByRole('link', { name: NEW })
      .first()
      .click();
    await old.getByRole('heading', { name: NEW }).waitFor();
    await plain.close();
  });

  it('hold on every screen and in both themes, and axe finds nothing', async () => {
    await bring(paper([FIRST, THIRD, NEW, SECOND]));
    const difference = page.url().slice(house.address.length);
    const at = plan.slice(house.address.length);
    await page.goto(`${plan}?panel=agencies`);
    await page.getByRole('link', { name: 'Sở Y tế' }).click();
    const sheet = (await page.getByRole('link', { name: 'Bản in nhiệm vụ' }).getAttribute('href')) as string;
    await page.goto(plan);
    const task = (await page.locator('li.task a.tag').first().getAttribute('href')) as string;
    await lookAt(browser, office, house.address, {
      difference,
      'plan-amended': at,
      'plan-agency': `${at}?panel=agencies&agency=${encodeURIComponent('Sở Y tế')}`,
      'plan-sheet': sheet,
      'plan-family': `${at}/family`,
      task,
      calendar: '/calendar?month=2024-11',
    });
  });
});
